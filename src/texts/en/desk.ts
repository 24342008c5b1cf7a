import type { Day } from '../../model/day.ts'

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** A small number in words, as a sentence begins. */
export function numberInWords(many: number): string {
  return NUMBERS[many] ?? String(many)
}

/** The answer of the desk: how many things there are, and how many of them today. */
export function deskHeading(lines: readonly { readonly dueOn: Day }[], today: Day): string {
  if (lines.length === 0) return 'Nothing needs you today'
  const now = lines.filter((it) => it.dueOn <= today).length
  const all = lines.length === 1 ? 'One thing needs you' : `${numberInWords(lines.length)} things need you`
  if (now === 0) return `${all}, none of them today`
  if (now === lines.length) return `${all} today`
  return `${all}, ${numberInWords(now).toLowerCase()} of them today`
}
