import { localTime } from '../../../texts/en/local-time.ts'

type Text = { readonly subject: string; readonly body: string; readonly why: string }
type About = { readonly name: string; readonly partner: string; readonly season: string; readonly zone: string }

/** Tells one of a pair which times the other proposes. */
export function proposalLetter(it: About, starts: readonly string[], page: string): Text {
  const lines = [
    `Hello ${it.name},`,
    `${it.partner} proposes to meet at one of these times:`,
    starts.map((at) => `- ${localTime(at, it.zone)}`).join('\n'),
    `Accept one, or propose others, with one press: ${page}`,
  ]
  return { subject: `${it.partner} proposes times to meet`, body: lines.join('\n\n'), why: whyOf(it) }
}

/** Goes with the invitation to a planned meeting, or with its withdrawal; the title of the calendar's entry says nothing of the program. */
export function plannedLetter(it: About, starts: readonly string[], isCancelled: boolean, page: string | null): Text {
  const when = starts[0] ? localTime(starts[0], it.zone) : ''
  const more = starts.length > 1 ? `, and ${starts.length - 1} more at the same time of day` : ''
  const lines = [
    `Hello ${it.name},`,
    isCancelled
      ? `Your meeting with ${it.partner} on ${when}${more} does not take place.`
      : `You meet ${it.partner} on ${when}${more}. Your calendar can take it from this letter.`,
    ...(page ? [isCancelled ? `Find another time here: ${page}` : `Move or withdraw it here: ${page}`] : []),
  ]
  const subject = isCancelled ? `Does not take place: ${when}` : `You meet ${it.partner}: ${when}`
  return { subject, body: lines.join('\n\n'), why: whyOf(it) }
}

function whyOf({ partner, season }: About): string {
  return `You get this because you and ${partner} are a pair in ${season}.`
}
