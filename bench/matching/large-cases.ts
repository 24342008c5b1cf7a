import { passTogether } from '../../src/journey/match/pass-together.ts'
import type { Best } from '../../src/matching/field.ts'
import { readHardRules } from '../../src/matching/hard-rules.ts'
import { withVeto } from '../../src/matching/large/exceptions.ts'
import { fieldOfLines } from '../../src/matching/large/field-of-lines.ts'
import { worthIn } from '../../src/matching/large/lines.ts'
import { makeReady, type Ready } from '../../src/matching/large/ready.ts'
import { drawProblem, STRUCTURED } from '../../tests/make/structured-people.ts'

/** What a run took: milliseconds, bytes at the peak, and what it found. */
export type Took = { readonly cpu: number; readonly wall: number; readonly peak: number; readonly optimum: string }
export type Size = {
  readonly mentees: number
  readonly mentors: number
  readonly most: number
  readonly threads: 1 | 2
}
type Run = { readonly ready: Ready; readonly capacity: Int32Array; readonly dismiss: () => void }

export const SEED = 7

/** Measures in the process as a whole, helpers included. */
export function measure(work: () => string): Took {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const optimum = work()
  const spent = process.cpuUsage(cpu)
  const peak = process.resourceUsage().maxRSS * 1024
  return { cpu: (spent.user + spent.system) / 1000, wall: performance.now() - wall, peak, optimum }
}

/** From people to a memory that is ready to be priced. */
export function readySize({ mentees, mentors, most, threads }: Size): Run {
  const problem = drawProblem(mentees, mentors, most, SEED)
  const capacity = Int32Array.from(problem.mentors, (one) => one.maximum)
  const crew = threads === 2 ? passTogether() : null
  const ready = makeReady(problem, readHardRules(STRUCTURED), [], capacity, crew?.start)
  return { ready, capacity, dismiss: () => crew?.dismiss() }
}

/** Aims 1 to 4; says how far it is after every round. */
export function solve({ ready, capacity }: Run, before: Best | null, say: (text: string) => void): Best {
  const { rows } = ready.sheet
  const columns = capacity.length
  const none = new Int32Array(columns)
  const classes = { rowClass: new Int32Array(rows), columnClass: none.slice().fill(-1) }
  const hashes = { rowHash: new Int32Array(rows), columnHash: none }
  const steps = fieldOfLines(ready, { rows, columns, capacity, need: none, ...classes, ...hashes }).best(before, 0)
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value
    const spent = process.cpuUsage(cpu)
    const seconds = ((spent.user + spent.system) / 1e6).toFixed(2)
    const { round, candidates, gap } = next.value
    const after = `${seconds} s CPU, ${((performance.now() - wall) / 1000).toFixed(2)} s wall`
    say(`round ${round}: ${candidates} candidates, proven within ${gap} points after ${after}`)
  }
}

/** Pairs and worth, in words to compare. */
export function saysOf({ ready, capacity }: Run, { flow }: Best): string {
  let [pairs, worth] = [0, 0]
  flow.mate.forEach((column, row) => {
    if (column < 0) return
    pairs++
    worth += worthIn(ready.lines, row, column)
  })
  const places = capacity.reduce((sum, it) => sum + it, 0)
  if (pairs !== Math.min(places, flow.mate.length)) throw new Error(`${pairs} pairs are not as many as can be.`)
  return `${pairs} pairs, ${worth}`
}

/** One pair of a solved run is forbidden; proven again from where it was. */
export function oneChange(run: Run, solved: Best, row: number): { readonly again: Took; readonly run: Run } {
  const lines = run.ready.lines
  const changed = {
    ...run,
    ready: {
      ...run.ready,
      lines: { ...lines, exceptions: withVeto(lines.exceptions, row, solved.flow.mate[row] as number) },
    },
  }
  const again = measure(() =>
    saysOf(
      changed,
      solve(changed, solved, () => {}),
    ),
  )
  return { again, run: changed }
}

/** The worth of every pair, places written out, as a solver that is handed a matrix takes it: -1 where a pair may not be. */
export function matrixOf({ ready, capacity }: Run): { readonly columns: number; readonly worth: Int16Array } {
  const columnOf = Array.from(capacity).flatMap((places, column) => Array.from({ length: places }, () => column))
  const { rows } = ready.sheet
  const worth = new Int16Array(rows * columnOf.length)
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < columnOf.length; at++)
      worth[row * columnOf.length + at] = worthIn(ready.lines, row, columnOf[at] as number)
  return { columns: columnOf.length, worth }
}
