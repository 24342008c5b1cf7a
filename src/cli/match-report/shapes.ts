import type { Named } from '../match-people.ts'

/** What the report shows of a pair: the engine's answer with people's names. */
export type ShownPair = {
  readonly mentor: Named
  readonly mentee: Named
  /** 0 to 10,000 */
  readonly worth: number
  readonly terms: readonly {
    readonly name: string
    readonly points: number
    readonly max: number
    readonly says: string
  }[]
  readonly pinned: boolean
  /** 1: nobody possible is worth more to them. */
  readonly rankForMentee: number
  readonly rankForMentor: number
}

/** Whom people are counted by in the map and the fairness report. */
export type Side = { readonly name: string; readonly of: (it: Named) => string | null }

export const DIVISION: Side = { name: 'division', of: (it) => it.division }
export const DEPARTMENT: Side = { name: 'department', of: (it) => it.department }
export const ZONE: Side = { name: 'time zone', of: (it) => it.zone }
export const NOT_SAID = 'not said'

/** The first of these that anybody says. */
export function sideOf(people: Iterable<Named>): Side | null {
  const all = [...people]
  return [DIVISION, DEPARTMENT, ZONE].find((side) => all.some((it) => side.of(it) !== null)) ?? null
}

/** Worth as people read it, 0 to 100. */
export function outOf100(worth: number): string {
  return String(Math.round(worth / 100))
}

/** "1 pair", "4 pairs". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
