import { longDay } from '../../texts/en/days.ts'

type Pair = {
  readonly mentor: string
  readonly mentorLeftOn: string | null
  readonly mentee: string
  readonly menteeLeftOn: string | null
  readonly since: string
}

/** Tells a coordinator of a pair one side of which is gone. */
export function leftAloneLetter(
  to: string,
  season: { readonly program: string; readonly name: string },
  pair: Pair,
  pageUrl: string,
) {
  const gone = [pair.mentorLeftOn && pair.mentor, pair.menteeLeftOn && pair.mentee].filter(Boolean)
  const here = pair.mentorLeftOn ? pair.mentee : pair.mentor
  const lines = [
    `Hello ${to},`,
    `${gone.join(' and ')} left on ${longDay(pair.since)}. In ${season.program}, ${season.name}, ${pair.mentor} is the mentor of ${pair.mentee}.`,
    gone.length === 2
      ? 'Nobody of this pair is there any more. End it, so that no more meetings are counted as due.'
      : `${here} has nobody to meet now, and has not been told by Alongside. Write to them, then end the pair or find another match.`,
    `All pairs left alone: ${pageUrl}`,
  ]
  return {
    subject: `${season.program}: a pair is left alone`,
    body: lines.join('\n\n'),
    why: 'You get this because you coordinate the season.',
  }
}
