import { addDays, addWorkingDays } from '../../calendar/days.ts'
import type { QuietLine } from '../../journey/meet/rules/plan-quiet.ts'
import { DAYS_UNTIL_UNKNOWN } from '../../journey/meet/rules.ts'
import type { DeskFacts, DeskLine } from './desk-line.ts'

/** Days that a line may wait before it costs: somebody who asks for help hears the next working day but one, a quiet pair within three days. */
const DAYS_FOR_HELP = 2
export const DAYS_FOR_ANOTHER_MATCH = 5
const DAYS_FOR_QUIET = 3

/** Pairs of which nothing is known, whose two remember it differently, and what one of them asked for. */
export function linesOfPairs(facts: DeskFacts): readonly DeskLine[] {
  return [...facts.quiet.map((it) => quietLine(it, facts)), ...facts.requests.map((it) => requestLine(it, facts))]
}

function quietLine(line: QuietLine, { two }: DeskFacts): DeskLine {
  const since = addWorkingDays(line.window.lastDay, DAYS_UNTIL_UNKNOWN)
  return {
    kind: line.state === 'quiet' ? 'quiet-pair' : 'disagree',
    key: `${line.state} ${line.pairId} ${line.window.firstDay}`,
    subject: 'pairs',
    pairId: line.pairId,
    line,
    since,
    dueOn: addDays(since, DAYS_FOR_QUIET),
    people: two.get(line.pairId) ?? [],
  }
}

function requestLine(it: DeskFacts['requests'][number], { two, selection }: DeskFacts): DeskLine {
  return {
    kind: it.kind,
    key: `${it.kind} ${it.id}`,
    subject: 'pairs',
    pairId: it.pairId,
    askedBy: it.askedBy,
    reserve: selection.reserve,
    since: it.askedOn,
    dueOn: addDays(it.askedOn, it.kind === 'help' ? DAYS_FOR_HELP : DAYS_FOR_ANOTHER_MATCH),
    people: two.get(it.pairId) ?? [it.askedBy],
  }
}
