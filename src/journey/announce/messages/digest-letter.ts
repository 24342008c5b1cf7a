import { countOf } from '../../../texts/en/results.ts'

/** How many of each kind there are, in words; the desk knows the kinds, and this names all of them. */
const LINES = {
  announce: () => 'letters to be read before they leave',
  match: () => 'a match that can be run',
  shortlists: () => 'shortlists to be sent',
  decide: () => 'applications to be decided',
  help: (many: number) => countOf(many, 'person who asked for help', 'people who asked for help'),
  'quiet-pair': (many: number) => `${countOf(many, 'pair')} of which nothing is known`,
  'another-match': (many: number) => countOf(many, 'wish for another match', 'wishes for another match'),
  disagree: (many: number) => countOf(many, 'pair that remembers it differently', 'pairs that remember it differently'),
  certificate: (many: number) => countOf(many, 'certificate that is missing', 'certificates that are missing'),
  'look-again': (many: number) => countOf(many, 'promised answer', 'promised answers'),
  seats: (many: number) => `${countOf(many, 'event')} without an hour for everybody`,
  undelivered: (many: number) => countOf(many, 'address that takes no letters', 'addresses that take no letters'),
  late: () => 'late applications that would complete a pair',
  reviews: () => 'reviews that are still out',
  'free-place': (many: number) =>
    countOf(many, 'mentor who may have a place free', 'mentors who may have a place free'),
  'season-closing': () => 'a season that can be closed',
  'season-decision': () => 'a decision on what becomes of the program',
  place: () => 'a place that could be filled from the waiting list',
  training: (many: number) => `${countOf(many, 'training')} behind its target`,
  questions: (many: number) => `questions that wait for ${countOf(many, 'event')}`,
  survey: (many: number) => `${countOf(many, 'survey')} below its target`,
} as const satisfies Readonly<Record<string, (many: number) => string>>

type Season = {
  readonly name: string
  readonly now: number
  readonly counts: readonly { readonly kind: keyof typeof LINES; readonly many: number }[]
}
const WHY =
  'You get this because you coordinate a program, on the morning of a working day on which something needs you. It names nobody: who it is about is on the page.'

/** The morning letter to a coordinator: what waits, in numbers, and where it is done. */
export function digestLetter(it: {
  readonly name: string
  readonly seasons: readonly Season[]
  readonly desk: string
}) {
  const all = it.seasons.flatMap((of) => of.counts).reduce((sum, of) => sum + of.many, 0)
  const now = it.seasons.reduce((sum, of) => sum + of.now, 0)
  const needs = countOf(all, 'thing needs you', 'things need you')
  const lines = it.seasons.map(({ name, counts }) =>
    [`${name}:`, ...counts.map(({ kind, many }) => `- ${LINES[kind](many)}`)].join('\n'),
  )
  const due = now === 0 ? 'none of them today' : now === all ? 'today' : `${now} of them today`
  return {
    subject: `${needs}${now === all ? '' : ','} ${due}`,
    body: [`Good morning ${it.name},`, ...lines, `Each with what can be done: ${it.desk}`].join('\n\n'),
    why: WHY,
  }
}
