/** What a cell of a column may hold, for an example that somebody writes over. */
const EXAMPLES: Readonly<Record<string, string>> = {
  email: 'ines.ito@example.com',
  role: 'mentee',
  submitted_at: '2026-05-20T08:12:22Z',
  topics: 'Listening; Giving feedback',
  about: 'I look after the archive and would like to lead a team one day.',
  capacity: '1',
  mentored_before: 'no',
  reviewer: 'remi.roy@example.com',
  course: 'slides',
  completed_on: '2026-06-01',
  event: 'kickoff',
  session: '1',
  attended_on: '2026-06-08',
  mentee_email: 'ines.ito@example.com',
  mentor_email: 'mara.moe@example.com',
  held_on: '2026-06-15',
  minutes: '30',
  confirmed_by: 'both',
  calendar: 'Ireland',
  date: '2026-08-03',
  name: 'August holiday',
}

type Column = { readonly name: string; readonly takes: string }

/** A header and one row that is read without a fault, as far as one can be told without the program. */
export function exampleSheet(columns: readonly Column[]): {
  readonly headers: readonly string[]
  readonly cells: readonly string[]
} {
  return { headers: columns.map((it) => it.name), cells: columns.map(exampleCell) }
}

function exampleCell({ name, takes }: Column): string {
  const own = Object.hasOwn(EXAMPLES, name) ? EXAMPLES[name] : undefined
  if (own !== undefined) return own
  if (takes.startsWith('yes or no')) return 'yes'
  const least = /^a whole number from (\d+)/.exec(takes)?.[1]
  return least ?? ''
}
