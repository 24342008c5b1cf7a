import type { HardRules } from '../hard-rules.ts'
import type { Mentee, Mentor, PairIds } from '../problem.ts'
import type { Ready } from './generate.ts'
import { makeRoom, startKernel } from './kernel.ts'
import { readLines } from './lines.ts'
import type { PriceRows } from './plain-kernel.ts'
import { layOut, type Sheet } from './sheet.ts'

/** Compiles people and policy into one memory, ready to be priced on this thread, or by `start`. */
export function makeReady(
  people: { readonly mentees: readonly Mentee[]; readonly mentors: readonly Mentor[] },
  rules: HardRules,
  taken: readonly PairIds[],
  capacity: Int32Array,
  start?: (sheet: Sheet) => PriceRows,
): Ready {
  const room = makeRoom()
  const laid = layOut(readLines(people.mentees, people.mentors, rules, taken, capacity), room.allot)
  return { ...laid, pass: start ? start(laid.sheet) : startKernel(laid.sheet, room.memory) }
}
