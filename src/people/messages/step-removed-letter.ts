import { instantInWords } from '../../texts/en/days.ts'

/** To whoever's second step was removed at the machine: that it happened, when, and what to do now. */
export function stepRemovedLetter(
  to: string,
  it: {
    readonly organisation: string
    readonly removedAt: string
    readonly wearsHat: boolean
    readonly stepUrl: string
    readonly privacyContact: string | null
  },
) {
  const contact = it.privacyContact ? `, and to ${it.privacyContact}` : ''
  const lines = [
    `Hello ${to},`,
    `Whoever runs the server of the mentorship pages of ${it.organisation} removed your second step on ${instantInWords(it.removedAt)}. Your passkeys, one-time codes and recovery codes work no more, and you are signed out everywhere.`,
    `Sign in, and set up a new second step today: ${it.stepUrl}`,
    it.wearsHat
      ? 'Until then your hats open nothing, and whoever reads your letters could set up theirs in its place.'
      : 'Until then whoever reads your letters can come in.',
    `If you did not ask for it, say so at once to whoever runs the program${contact}.`,
  ]
  return {
    subject: `Your second step at ${it.organisation} was removed`,
    body: lines.join('\n\n'),
    why: 'You get this because your second step was removed: whoever it is about is always told.',
  }
}
