import { instantInWords } from '../../texts/en/days.ts'

/** To whose application an owner may read for an hour: who, why, who agreed, until when, and whom to ask. */
export function glassLetter(
  to: string,
  it: {
    readonly season: string
    readonly owner: string
    readonly second: string
    readonly reason: string
    readonly untilAt: string
    readonly privacyContact: string | null
    readonly dataUrl: string
  },
) {
  const lines = [
    `Hello ${to},`,
    `${it.owner} asked to read your application to ${it.season}, and ${it.second} agreed. It is open to ${it.owner} until ${instantInWords(it.untilAt)}, then it closes by itself.`,
    `The reason they gave: ${it.reason}`,
    'What opens is what a coordinator can read of your application. Private notes, reports, answers to surveys, scores and clearance never open.',
    `You see each look here: ${it.dataUrl}`,
    it.privacyContact
      ? `Questions about privacy go to ${it.privacyContact}.`
      : 'If you have a question, answer this letter.',
  ]
  return {
    subject: `Your application to ${it.season} was opened`,
    body: lines.join('\n\n'),
    why: 'You get this because your application was opened: whoever it is about is always told.',
  }
}
