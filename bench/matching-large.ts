import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matrixOf, measure, oneChange, readySize, type Size, saysOf, solve, type Took } from './matching/large-cases.ts'
import { SCIPY_DENSE, SCIPY_SPARSE } from './matching/scipy.ts'
import { drawSparse, solveSparse } from './matching/sparse-cases.ts'

/**
 * The large match: every case in a process of its own, from people to proven pairs, beside scipy (and munkres, where it fits) on a
 * matrix that is ready. CPU of the whole process with its helpers; ends with 1 where two optima differ. `--only` names one case,
 * `--without-others` leaves out the other solvers.
 */
type Case = { readonly name: string; readonly says: string; readonly size?: Size; readonly others: boolean }

const SPARSE = 100_000
/** Ours runs in as little as it needs: what is garbage is collected soon, nothing grows because there is room. */
const OURS = ['--max-semi-space-size=1', '--max-old-space-size=120', '--v8-pool-size=1']
const CASES: readonly Case[] = [
  {
    name: 'ten',
    says: '10,000 × 10,000 (must 0.15 of scipy in CPU and 0.10 in memory, aims 0.05)',
    size: { mentees: 10_000, mentors: 10_000, most: 1, threads: 1 },
    others: true,
  },
  {
    name: 'short',
    says: '10,000 mentees, 2,000 mentors of 1 to 3 places: a shortage',
    size: { mentees: 10_000, mentors: 2_000, most: 3, threads: 1 },
    others: true,
  },
  {
    name: 'surplus',
    says: '10,000 mentees, 6,000 mentors of 1 to 3 places',
    size: { mentees: 10_000, mentors: 6_000, most: 3, threads: 1 },
    others: false,
  },
  { name: 'change', says: 'one change on a solved 10,000, proven again (must 0.2 s, aim 0.06 s)', others: false },
  {
    name: 'whole',
    says: '10,000 × 10,000 with the worst off, the seed, all reasons and the certificate',
    others: false,
  },
  { name: 'again', says: 'that certificate, after a mentor and a mentee have gone: until proven again', others: false },
  { name: 'check', says: 'the certificate of 10,000 checked, from people (must 2 s, aim 0.1 s)', others: false },
  { name: 'sparse', says: 'sparse, 100,000 with 35 candidates each (must 0.25 of scipy, aim 0.12)', others: true },
  {
    name: 'hundred',
    says: '100,000 × 100,000 on two threads (must 260 s and 300 MB, aim 60 s)',
    size: { mentees: 100_000, mentors: 100_000, most: 1, threads: 2 },
    others: false,
  },
]

async function ours(one: Case): Promise<Took> {
  if (one.name === 'sparse') {
    const net = drawSparse(SPARSE, 7)
    return measure(() => solveSparse(net))
  }
  const say = (text: string) => console.error(`    ${text}`)
  if (one.name === 'change') return changes(say)
  const { size } = one
  if (size) return solved(size, say)
  // Only where it is needed: what is loaded counts as memory.
  const { againFromProof, checkCertificate, wholeRun } = await import('./matching/whole-runs.ts')
  if (one.name === 'check') return checkCertificate()
  if (one.name === 'whole') return wholeRun()
  if (one.name === 'again') return againFromProof()
  throw new Error(`There is no case ${one.name}.`)
}

function solved(size: Size, say: (text: string) => void): Took {
  let dismiss = () => {}
  const took = measure(() => {
    const run = readySize(size)
    dismiss = run.dismiss
    return saysOf(run, solve(run, null, say))
  })
  dismiss()
  return took
}

/** The median of five vetoes, one after the other, the last compared with a run from nothing. */
function changes(say: (text: string) => void): Took {
  let run = readySize({ mentees: 10_000, mentors: 10_000, most: 1, threads: 1 })
  const solved = solve(run, null, () => {})
  const all: Took[] = []
  for (const row of [1, 2_500, 5_000, 7_500, 9_999]) {
    const { again, run: changed } = oneChange(run, solved, row)
    const fresh = saysOf(
      changed,
      solve(changed, null, () => {}),
    )
    say(`${again.optimum}, from nothing ${fresh}, ${again.cpu.toFixed(0)} ms CPU, ${again.wall.toFixed(0)} ms wall`)
    if (fresh !== again.optimum) process.exitCode = 1
    all.push(again)
    run = { ...run }
  }
  return all.sort((a, b) => a.cpu - b.cpu)[2] as Took
}

function withScipy(one: Case): Took | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-matching-'))
  try {
    const python = (code: string, ...args: string[]) =>
      spawnSync('python3', ['-c', code, ...args], { encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1' } })
    let done: ReturnType<typeof python>
    if (one.size) {
      const { columns, worth } = matrixOf(readySize(one.size))
      writeFileSync(join(folder, 'worth'), worth)
      done = python(SCIPY_DENSE, join(folder, 'worth'), String(one.size.mentees), String(columns))
    } else {
      const net = drawSparse(SPARSE, 7)
      for (const part of ['start', 'column', 'value'] as const) writeFileSync(join(folder, part), net[part])
      done = python(SCIPY_SPARSE, folder, String(SPARSE))
    }
    return done.status === 0 ? (JSON.parse(done.stdout) as Took) : null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function withMunkres(size: Size): Promise<Took> {
  const { munkres } = await import('munkres')
  const { columns, worth } = matrixOf(readySize(size))
  const matrix = Array.from({ length: size.mentees }, (_, row) =>
    Int32Array.from(worth.subarray(row * columns, (row + 1) * columns), (it) => (it < 0 ? 10_000_000 : -it)),
  )
  return measure(() => {
    const cost = ([row, at]: readonly [number, number]) => matrix[row]?.[at] ?? 0
    const pairs = munkres(matrix).filter((pair) => cost(pair) < 10_000_000)
    return `${pairs.length} pairs, ${pairs.reduce((sum, pair) => sum - cost(pair), 0)}`
  })
}

function apart(name: string, who: string): Took | null {
  const file = new URL('matching-large.ts', import.meta.url).pathname
  const flags = who === 'ours' ? OURS : ['--max-old-space-size=6000']
  const done = spawnSync(process.execPath, [...flags, file, '--case', name, who], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (done.status !== 0) throw new Error(`${who} failed at ${name}.`)
  return JSON.parse(done.stdout) as Took | null
}

function line(name: string, took: Took, than?: Took): void {
  const ratio = than
    ? `  ours / this: CPU ${(than.cpu / took.cpu).toFixed(3)}, memory ${(than.peak / took.peak).toFixed(3)}`
    : ''
  const times = `${(took.cpu / 1000).toFixed(2).padStart(8)} s CPU ${(took.wall / 1000).toFixed(2).padStart(8)} s wall`
  const peak = `${(took.peak / 1e6).toFixed(0).padStart(6)} MB`
  console.log(`  ${name.padEnd(24)}${times} ${peak}  ${took.optimum}${ratio}`)
}

function compare(one: Case, isAlone: boolean): boolean {
  console.log(one.says)
  const mine = apart(one.name, 'ours') as Took
  line('this, with scoring', mine)
  if (isAlone || !one.others) return true
  const theirs = [
    { name: 'scipy, matrix ready', took: apart(one.name, 'scipy') },
    ...(one.size ? [{ name: 'npm munkres, matrix ready', took: apart(one.name, 'munkres') }] : []),
  ]
  for (const { name, took } of theirs)
    if (took) line(name, took, mine)
    else console.log(`  ${name}: not installed (python3-scipy), left out`)
  return theirs.every(({ took }) => took === null || took.optimum === mine.optimum)
}

const at = process.argv.indexOf('--case')
const one = CASES.find(({ name }) => name === process.argv[at + 1])
if (at > 0 && one) {
  const who = process.argv[at + 2]
  const took =
    who === 'ours' ? await ours(one) : who === 'scipy' ? withScipy(one) : one.size ? await withMunkres(one.size) : null
  console.log(JSON.stringify(took))
} else {
  // What is compiled here the others find: a library is not compiled every time it runs.
  flushCompileCache()
  const only = process.argv.indexOf('--only')
  const asked = CASES.filter(({ name }) => only < 0 || name === process.argv[only + 1])
  const agreed = asked.map((it) => compare(it, process.argv.includes('--without-others')))
  console.log(agreed.every((it) => it) ? 'All optima agree.' : 'OPTIMA DIFFER.')
  process.exitCode = agreed.every((it) => it) ? 0 : 1
}
