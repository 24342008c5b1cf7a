import type { Flow } from '../flow/network.ts'
import type { HardRules } from '../hard-rules.ts'
import type { Mentee, Mentor, PairIds } from '../problem.ts'
import { type Asking, askRows, type Groups } from './ask.ts'
import { type Memory, makeRoom, startKernel } from './kernel.ts'
import { type Lines, readLines } from './lines.ts'
import type { PriceRows } from './plain-kernel.ts'
import { layOut, type Sheet, tilesOf } from './sheet.ts'

/** A run that is ready to be asked. `pass` prices all rows over so many tiles, here or in several threads. */
export type Ready = { readonly sheet: Sheet; readonly lines: Lines; readonly pass: PriceRows }

/** Sets somebody to a sheet who makes passes over it: this thread, or several. */
export type StartPass = (sheet: Sheet, memory: Memory | null) => PriceRows

/** Compiles people and policy into one memory, ready to be priced on this thread, or by whom `start` sets to it. */
export function makeReady(
  people: { readonly mentees: readonly Mentee[]; readonly mentors: readonly Mentor[] },
  rules: HardRules,
  taken: readonly PairIds[],
  capacity: Int32Array,
  start: StartPass = startKernel,
): Ready {
  const room = makeRoom()
  const laid = layOut(readLines(people.mentees, people.mentors, rules, taken, capacity), room.allot)
  return { ...laid, pass: start(laid.sheet, room.memory) }
}

/** One pass over all pairs, or over so many tiles: of the rows that do not gain their `level` yet. */
export function askAll(
  { sheet, lines, pass }: Ready,
  groups: Groups,
  flow: Pick<Flow, 'price' | 'gain'>,
  level: Float64Array,
  tiles: number = tilesOf(sheet),
): Asking {
  const asked = askRows(sheet, lines, groups, flow, level)
  pass(0, sheet.rows, tiles)
  return asked
}
