/** An agenda to begin a page with: minutes add up to half an hour, and are there to be changed. */
export type Agenda = {
  readonly key: string
  readonly name: string
  readonly suits: string
  readonly points: readonly { readonly minutes: number | null; readonly text: string }[]
}

/** Written for this product. The mentee leads each of them. */
export const AGENDAS: readonly Agenda[] = [
  {
    key: 'first',
    name: 'First meeting',
    suits: 'You do not know each other yet.',
    points: [
      { minutes: 8, text: 'Each in turn: how you came to where you are, and one thing that surprised you on the way' },
      { minutes: 7, text: 'The mentee: what should be different for you when the season ends?' },
      { minutes: 5, text: 'The mentor: where you can help, where you cannot, and who else could' },
      {
        minutes: 7,
        text: 'How you work together: rhythm, place, what stays between you. Write it into your agreement',
      },
      { minutes: 3, text: 'The next time, and one thing each of you does before it' },
    ],
  },
  {
    key: 'regular',
    name: 'Regular meeting',
    suits: 'Any meeting in the middle. Send it the day before.',
    points: [
      { minutes: 5, text: 'What happened with what you meant to try' },
      {
        minutes: 15,
        text: 'One situation, told as it was: what you saw, what you did, what you would like to do next time',
      },
      { minutes: 5, text: 'What the mentor heard in it, and one question back' },
      { minutes: 5, text: 'One thing to try before the next meeting, small enough to really happen' },
    ],
  },
  {
    key: 'last',
    name: 'Last meeting',
    suits: 'The season ends, or the two of you do.',
    points: [
      { minutes: 8, text: 'The goal: how far you came, and what it was worth on the way' },
      { minutes: 8, text: 'Each in turn: what you take with you, and one thing the other did that helped' },
      { minutes: 6, text: 'What is still open, and who or what can help with it now' },
      { minutes: 5, text: 'Whether you go on, how often, until when; or how you stay in touch' },
      { minutes: 3, text: 'Thanks' },
    ],
  },
  {
    key: 'asynchronous',
    name: 'Exchange in writing',
    suits: 'No common hours this time. Each part is one message, answered within two days.',
    points: [
      { minutes: null, text: 'The mentee writes: the situation in ten lines, and the one question in it' },
      { minutes: null, text: 'The mentor answers: what I understand, what I would look at first, one question back' },
      { minutes: null, text: 'The mentee writes: what I will try, and by when' },
      { minutes: null, text: 'Both, after trying: what happened, in three lines' },
    ],
  },
]

/** The text of a page that begins with an agenda. */
export function agendaAsText({ points }: Agenda): string {
  return points.map(({ minutes, text }) => (minutes === null ? `- ${text}` : `${minutes} min  ${text}`)).join('\n\n')
}
