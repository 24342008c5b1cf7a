import type { Day } from '../../model/day.ts'
import type { DeskFacts, DeskLine, DeskMark, Need } from './desk-line.ts'
import { linesOfDates } from './lines-of-dates.ts'
import { linesOfPairs } from './lines-of-pairs.ts'
import { linesOfPeople } from './lines-of-people.ts'
import { linesOfSelection } from './lines-of-selection.ts'

/**
 * What costs most to wait comes first among the lines of one day: what holds everybody up, then somebody who asked, then a pair
 * that may be lost, then what one person misses, then what can still be mended later. Issue 6, today.
 */
export const ORDER: readonly Need['kind'][] = [
  'announce',
  'match',
  'shortlists',
  'reviews',
  'decide',
  'help',
  'quiet-pair',
  'another-match',
  'disagree',
  'certificate',
  'look-again',
  'seats',
  'undelivered',
  'late',
  'free-place',
  'place',
  'training',
  'questions',
  'survey',
  'season-decision',
  'season-closing',
]

/** Everything of a season that needs a coordinator on a day, what costs most to wait first. PRODUCT.md, the desk; issue 6. */
export function planDesk(facts: DeskFacts): readonly DeskLine[] {
  const lines = [...linesOfPairs(facts), ...linesOfPeople(facts), ...linesOfDates(facts), ...linesOfSelection(facts)]
  return lines.toSorted(compareLines)
}

/** What is due first comes first; on one day what costs more to wait. Of two seasons too. */
export function compareLines(a: DeskLine, b: DeskLine): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** The lines that stand on the desk on a day: those done are off it, those put off come back on their day. */
export function openLines(lines: readonly DeskLine[], marks: readonly DeskMark[], today: Day): readonly DeskLine[] {
  const off = new Set(marks.filter((it) => it.state === 'done' || (it.until ?? today) > today).map((it) => it.key))
  return lines.filter((line) => !off.has(line.key))
}
