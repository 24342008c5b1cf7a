import type { Day } from '../../model/day.ts'
import type { WindowState } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import type { SeasonDecision } from '../../model/season-decision.ts'

/** What is known of a season that comes to its end. */
export type ClosingFacts = {
  readonly today: Day
  /** The state of every window of every pair. */
  readonly windows: readonly WindowState[]
  /** Letters that wait to be read, and addresses that took none. */
  readonly drafts: number
  readonly undelivered: number
  readonly decision: SeasonDecision['decision'] | null
  readonly editions: number
  readonly completed: number
  /** Lines on its desk. */
  readonly lines: number
}

/** One thing to look at before a season is closed: all is well, something is open, or it goes on afterwards. */
export type ClosingItem = { readonly state: 'done' | 'open' | 'later' } & (
  | { readonly kind: 'meetings' | 'lines'; readonly many: number }
  | { readonly kind: 'letters'; readonly drafts: number; readonly undelivered: number }
  | { readonly kind: 'survey'; readonly name: string; readonly opens: Day; readonly closes: Day }
  | { readonly kind: 'decision'; readonly decision: SeasonDecision['decision'] | null }
  | { readonly kind: 'editions' | 'certificates'; readonly many: number }
)

/**
 * What of a season is still open, and what goes on whether it is closed or not: surveys that come later, and certificates. Nothing
 * of it keeps a season from being closed; whoever closes it has seen it. Issue 7, closing.
 */
export function planClosing(program: Program, facts: ClosingFacts): readonly ClosingItem[] {
  const { today, drafts, undelivered, decision, editions } = facts
  const unknown = facts.windows.filter((it) => it === 'unknown' || it === 'disagree').length
  const waits = facts.windows.filter((it) => it === 'due').length
  const done = (is: boolean) => (is ? 'done' : 'open')
  return [
    { kind: 'meetings', state: done(unknown + waits === 0), many: unknown + waits },
    ...surveysOf(program, today),
    { kind: 'letters', state: done(drafts + undelivered === 0), drafts, undelivered },
    { kind: 'editions', state: done(editions > 0), many: editions },
    { kind: 'decision', state: done(decision !== null), decision },
    ...(program.certificate ? [{ kind: 'certificates', state: 'later', many: facts.completed } as const] : []),
    { kind: 'lines', state: done(facts.lines === 0), many: facts.lines },
  ]
}

function surveysOf({ surveys }: Program, today: Day): readonly ClosingItem[] {
  return Object.values(surveys)
    .filter((it) => it.closes >= today)
    .map(({ name, opens, closes }) => ({ kind: 'survey', state: 'later', name, opens, closes }))
}

/** What of a season’s data goes on which day, as its kinds say it. */
export type Going = { readonly on: Day; readonly holds: readonly string[] }

/** The kinds by their day, the first that goes before the others; each kind once, with its last day. */
export function planGoing(kinds: readonly { readonly holds: string; readonly on: Day }[]): readonly Going[] {
  const last = new Map<string, Day>()
  for (const { holds, on } of kinds) if (on > (last.get(holds) ?? '')) last.set(holds, on)
  const days = Map.groupBy(last, ([, on]) => on)
  return [...days]
    .map(([on, all]) => ({ on, holds: all.map(([holds]) => holds).sort() }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}
