import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { munkres } from 'munkres'
import { fieldOf } from '../src/matching/field.ts'
import { type Grid, NOT_POSSIBLE } from '../src/matching/grid.ts'
import { type Solved, solveGrid, solveSteps } from '../src/matching/solve.ts'
import { drawPeople, gridOf } from './matching/instances.ts'
import { SCIPY } from './matching/scipy.ts'

/**
 * Who is fast, on the same people in one run: this engine with its scoring and all aims, scipy and munkres on the finished matrix.
 * Three runs each, the median; CPU of the process and wall. Ends with 1 if two optima differ.
 */
type Took = { readonly cpu: number; readonly wall: number; readonly optimum: string }
type Size = { readonly says: string; readonly mentees: number; readonly mentors: number; readonly most: number }

const RUNS = 3
const SEED = 7
/** What a pair that may not be costs the others. */
const NEVER = 10_000_000
const SIZES: readonly Size[] = [
  { says: '100', mentees: 100, mentors: 100, most: 1 },
  { says: '250 + 250 (500 people)', mentees: 250, mentors: 250, most: 1 },
  { says: '500', mentees: 500, mentors: 500, most: 1 },
  { says: '2,000', mentees: 2000, mentors: 2000, most: 1 },
  { says: '2,000, shortage, 800 mentors of 1 to 3', mentees: 2000, mentors: 800, most: 3 },
  { says: '5,000', mentees: 5000, mentors: 5000, most: 1 },
]

function measure(work: () => string): Took {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const optimum = work()
  const spent = process.cpuUsage(cpu)
  return { cpu: (spent.user + spent.system) / 1000, wall: performance.now() - wall, optimum }
}

function median(all: readonly Took[]): Took {
  const sorted = [...all].sort((a, b) => a.cpu - b.cpu)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('Nothing was measured.')
  return middle
}

function says(grid: Grid, { mentorOf }: Pick<Solved, 'mentorOf'>): string {
  let [pairs, worth] = [0, 0]
  mentorOf.forEach((column, row) => {
    if (column < 0) return
    pairs++
    worth += grid.worth[row * grid.columns + column] ?? 0
  })
  return `${pairs} pairs, ${worth}`
}

/** One place a column, the dearer pairs cheaper: what assignment packages take. */
function costsOf(grid: Grid): { readonly rows: number; readonly columns: number; readonly cost: Float64Array } {
  const columnOf = Array.from(grid.capacity).flatMap((places, column) => Array.from({ length: places }, () => column))
  const cost = new Float64Array(grid.rows * columnOf.length)
  for (let row = 0; row < grid.rows; row++)
    columnOf.forEach((column, at) => {
      const worth = grid.worth[row * grid.columns + column] as number
      cost[row * columnOf.length + at] = worth === NOT_POSSIBLE ? NEVER : -worth
    })
  return { rows: grid.rows, columns: columnOf.length, cost }
}

function withMunkres(grid: Grid): readonly Took[] {
  const { rows, columns, cost } = costsOf(grid)
  const matrix = Array.from({ length: rows }, (_, row) => cost.subarray(row * columns, (row + 1) * columns))
  return Array.from({ length: RUNS }, () =>
    measure(() => {
      const pairs = munkres(matrix).filter(([row, at]) => (matrix[row]?.[at] ?? NEVER) < NEVER)
      return `${pairs.length} pairs, ${pairs.reduce((sum, [row, at]) => sum - (matrix[row]?.[at] ?? 0), 0)}`
    }),
  )
}

function withScipy(grid: Grid): readonly Took[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-matching-'))
  try {
    const { rows, columns, cost } = costsOf(grid)
    writeFileSync(join(folder, 'cost'), cost)
    const args = ['-c', SCIPY, join(folder, 'cost'), String(rows), String(columns), String(NEVER), String(RUNS)]
    const done = spawnSync('python3', args, { encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1' } })
    return done.status === 0 ? (JSON.parse(done.stdout) as Took[]) : null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** In a process of its own, so that nothing is compiled yet. */
function cold(size: Size): Took {
  const file = process.argv[1] ?? ''
  const done = spawnSync(process.execPath, [...process.execArgv, file, '--once', JSON.stringify(size)], {
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout) as Took
}

function solveAll(size: Size): Took {
  const people = drawPeople(size.mentees, size.mentors, size.most, SEED)
  return measure(() => {
    const grid = gridOf(people)
    return says(grid, solveGrid(grid))
  })
}

function line(name: string, took: Took, than?: Took): void {
  const ratio = than ? `  ours / this ${(than.cpu / took.cpu).toFixed(2)}` : ''
  const times = `${took.cpu.toFixed(1).padStart(9)} ms CPU ${took.wall.toFixed(1).padStart(9)} ms wall`
  console.log(`  ${name.padEnd(34)}${times}  ${took.optimum}${ratio}`)
}

function compare(size: Size): boolean {
  console.log(size.says)
  const first = median(Array.from({ length: RUNS }, () => cold(size)))
  for (let warming = 0; warming < (size.mentees <= 500 ? 40 : 0); warming++) solveAll(size)
  const ours = median(Array.from({ length: RUNS }, () => solveAll(size)))
  line('this, cold process, with scoring', first)
  line('this, warm, with scoring', ours)
  const grid = gridOf(drawPeople(size.mentees, size.mentors, size.most, SEED))
  const scipy = withScipy(grid)
  const theirs = [{ name: 'npm munkres, matrix ready', took: median(withMunkres(grid)) }]
  if (scipy) theirs.push({ name: 'scipy, matrix ready', took: median(scipy) })
  else console.log('  scipy: not installed (python3-scipy), left out')
  for (const { name, took } of theirs) line(name, took, ours)
  return [first, ...theirs.map((it) => it.took)].every((it) => it.optimum === ours.optimum)
}

/** One pair of a solved run is forbidden; the answer is proven again from where it was, and compared with a fresh one. */
function oneChange(): boolean {
  const grid = gridOf(drawPeople(2000, 2000, 1, SEED))
  const solved = solveGrid(grid)
  const start = { mate: solved.flow.mate, price: solved.flow.price }
  const took = [10, 700, 1500].map((row) => {
    const worth = grid.worth.slice()
    worth[row * grid.columns + (solved.mentorOf[row] ?? 0)] = NOT_POSSIBLE
    const changed = { ...grid, worth }
    return {
      again: measure(() => says(changed, solveGrid(changed, start))),
      fresh: measure(() => says(changed, solveGrid(changed))),
    }
  })
  console.log('one change at 2,000')
  line('this, from the answer before', median(took.map((it) => it.again)))
  line('this, from nothing', median(took.map((it) => it.fresh)))
  return took.every(({ again, fresh }) => again.optimum === fresh.optimum)
}

/** The longest a server would wait if it took the steps itself: the reason why long runs belong into a worker. */
function longestStep(): void {
  const steps = solveSteps(fieldOf(gridOf(drawPeople(2000, 2000, 1, SEED))))
  let longest = 0
  for (;;) {
    const before = performance.now()
    const next = steps.next()
    longest = Math.max(longest, performance.now() - before)
    if (next.done) break
    console.log(
      `  round ${next.value.round}: ${next.value.candidates} candidates, proven within ${next.value.gap} points`,
    )
  }
  console.log(`  longest step at 2,000: ${longest.toFixed(0)} ms wall`)
}

const once = process.argv.indexOf('--once')
if (process.argv.includes('--large')) await import('./matching-large.ts')
else if (once > 0) console.log(JSON.stringify(solveAll(JSON.parse(process.argv[once + 1] ?? '') as Size)))
else {
  const agreed = [...SIZES.map(compare), oneChange()]
  longestStep()
  console.log(agreed.every((it) => it) ? 'All optima agree.' : 'OPTIMA DIFFER.')
  process.exitCode = agreed.every((it) => it) ? 0 : 1
}
