import type { CaseProof, Certificate, Prices } from './certificate.ts'
import type { Policy, Problem } from './problem.ts'
import type { HowKept } from './read-run.ts'
import type { Pairs, Tight } from './verify-pairs.ts'
import { aimsOf, countLoads, covers, fail, isTurned, type Run, readRun, rowsOf } from './verify-run.ts'

/** What is wrong with a certificate, in a sentence; empty when it proves aims 1 to 5 of the run for this problem and policy. Knows the rules and the worth of a pair, nothing of the solver: n × m steps, and those of the pairs that are left for each worth that occurs. The model in formulas stands in README.md. */
export function verify(
  problem: Problem,
  policy: Policy,
  certificate: Certificate,
  how: HowKept = {},
): readonly string[] {
  try {
    const { pairs, totals, cases } = certificate
    const run = readRun(problem, policy, certificate, how)
    const best = aimsOf(run, run.matesOf(pairs, run.pairs), run.pairs)
    if (best.seated !== totals.seated || best.missing !== totals.missing || best.worth !== totals.worth)
      fail('Its totals are not those of its pairs.')
    const mentorOf = new Map(pairs.map((it) => [it.menteeId, it]))
    if (pairs.some((it) => isTurned(it, mentorOf.get(it.mentorId)))) fail('Two people mentor each other.')
    if (!cases.some((it) => JSON.stringify(it.pairs) === JSON.stringify(pairs))) fail('Its pairs are those of no case.')
    if (!covers(cases, 0)) fail('Its cases leave an answer out.')
    for (const one of cases) {
      const open = run.pairs.without(one.without.map(run.placeOf))
      const mates = run.matesOf(one.pairs, open)
      const { aims } = aimsOf(run, mates, open)
      const at = aims.findIndex((it, index) => it !== best.aims[index])
      if (at >= 0 && !((best.aims[at] ?? 0) > (aims[at] ?? 0))) fail('A case has a better answer.')
      provePrices(run, open, one, proveGroups(run, open, one, mates))
    }
    return []
  } catch (fault) {
    return [fault instanceof Error ? fault.message : 'It cannot be read.']
  }
}

type Standing = {
  readonly mates: readonly number[]
  readonly loads: readonly number[]
  readonly rowGroup: Int32Array
  readonly columnGroup: Int32Array
  readonly may: boolean[]
  readonly must: boolean[]
  least: number[]
  most: number[]
}

// Aims 1 and 2: nobody of a group could sit, or serve, outside of it and of those before it, so those left out had to be.
function proveGroups(run: Run, open: Pairs, { full, spare }: CaseProof, mates: readonly number[]): Standing {
  const { n, m, rowClass, claim } = run
  const loads = countLoads(m, mates)
  const [rowGroup, columnGroup, most] = [new Int32Array(n), new Int32Array(m), [...run.room]]
  const [may, must] = [rowClass.map(() => false), claim.map((it) => it >= 0)]
  const stand = (groups: Int32Array, members: readonly number[], group: number) => {
    for (const at of members) groups[at] = groups[at] === 0 ? group : fail('Somebody stands in two groups or in none.')
  }
  const only = (groups: Int32Array, group: number) => Uint8Array.from(groups, (it) => (it === group ? 1 : 0))
  for (const [at, { mentees, mentors }] of [...full, ...spare].entries()) {
    stand(rowGroup, mentees, at + 1)
    stand(columnGroup, mentors, at + 1)
    const isFull = at < full.length
    const [rows, columns] = isFull
      ? [only(rowGroup, at + 1), only(columnGroup, 0)]
      : [only(rowGroup, 0), only(columnGroup, at + 1)]
    if (open.hasAny(rows, columns)) fail('Somebody left out has another way.')
    const classes = isFull ? mentees.map((i) => rowClass[i] ?? 0) : mentors.map((j) => claim[j] ?? 0)
    const last = classes.reduce((max, it) => Math.max(max, it), Number.NEGATIVE_INFINITY)
    if (isFull) for (const i of mentees) may[i] = rowClass[i] === last
    for (const j of mentors) {
      if (isFull ? loads[j] !== run.room[j] : (claim[j] ?? -1) < 0 || (loads[j] ?? 0) > 1) fail('A group is not full.')
      if (!isFull) [most[j], must[j]] = [1, (claim[j] ?? 0) < last]
    }
  }
  if (mates.some((j, i) => (j < 0 ? !may[i] : rowGroup[i] !== columnGroup[j])))
    fail('Somebody left out goes before others.')
  if (must.some((it, j) => it && loads[j] === 0)) fail('A mentor in reserve goes before others.')
  return { mates, loads, rowGroup, columnGroup, may, must, least: most.map(() => 0), most }
}

// Aims 3, 4 and 5: prices under which nobody gains by another pair; what they leave equal is where the next ones look.
function provePrices(run: Run, open: Pairs, { prices, levels }: CaseProof, standing: Standing): void {
  const { n, m } = run
  const unit = n * 10_000 + 1
  const low = run.need.map((need, j) => Math.min(need, standing.most[j] ?? 0))
  const serve = (low.reduce((sum, it) => sum + it, 0) + 1) * unit
  const first = (j: number, k: number) => (k === 0 && standing.must[j] ? serve : k < (low[j] ?? 0) ? unit : 0)
  checkPrices(prices, n, m)
  let tight = open.equalTo(standing.rowGroup, standing.columnGroup, prices)
  if (!tight) fail('A pair is worth more than its prices say.')
  settle(standing, tight, prices, -unit, first)
  let done = -2
  for (const level of [...levels, { worth: 10_001, prices: null }]) {
    if (level.worth <= done) fail('Its levels do not rise.')
    tight = keep(tight, ({ worth }) => worth <= done || worth >= level.worth)
    checkPairs(standing, tight, 'A worth that occurs has no level.')
    if (!level.prices) return
    const dense = { mentees: rowsOf(level.prices.mentees, n), mentors: rowsOf(level.prices.mentors, m) }
    checkPrices(dense, n, m)
    const least = [...standing.least]
    tight = keep(tight, ({ i, j, worth }) => {
      const slack = (dense.mentees[i] ?? 0) + (dense.mentors[j] ?? 0) - (worth === level.worth ? -1 : 0)
      return slack < 0 ? fail('A pair is worth more than its prices say, or less.') : slack === 0
    })
    settle(standing, tight, dense, 0, (j, k) => (k < (least[j] ?? 0) ? Infinity : 0))
    done = level.worth
  }
}

function checkPrices({ mentees, mentors }: Prices, n: number, m: number): void {
  if (mentees.length !== n || mentors.length !== m) fail('Its prices are not for everybody.')
  if (![mentees, mentors].every((all) => all.every(Number.isSafeInteger))) fail('Its prices are not whole.')
}

function keep(
  { start, column, worth }: Tight,
  keeps: (it: { readonly i: number; readonly j: number; readonly worth: number }) => boolean,
): Tight {
  const left = { start: new Int32Array(start.length), column: column.slice(), worth: worth.slice() }
  let until = 0
  for (let i = 0; i + 1 < start.length; i++) {
    for (let at = start[i] as number; at < (start[i + 1] as number); at++) {
      if (!keeps({ i, j: column[at] as number, worth: worth[at] as number })) continue
      left.column[until] = column[at] as number
      left.worth[until++] = worth[at] as number
    }
    left.start[i + 1] = until
  }
  return left
}

function checkPairs({ mates }: Standing, { start, column }: Tight, says: string): void {
  mates.forEach((j, i) => {
    let at = start[i] as number
    const until = start[i + 1] as number
    while (at < until && column[at] !== j) at++
    if (j >= 0 && at === until) fail(says)
  })
}

type Gain = (j: number, unit: number) => number
// Pairs cost what they are worth; exits and places are priced so that none should be used more, or less.
function settle(standing: Standing, tight: Tight, { mentees, mentors }: Prices, exit: number, gain: Gain): void {
  const { mates, loads, may } = standing
  checkPairs(standing, tight, 'A pair is worth more than its prices say, or less.')
  mentees.forEach((price, i) => {
    if (may[i] && (price < exit || (mates[i] === -1 && price > exit))) fail('Somebody left out is priced wrongly.')
    may[i] = may[i] === true && price === exit
  })
  mentors.forEach((price, j) => {
    const [load, room] = [loads[j] ?? 0, standing.most[j] ?? 0]
    let [least, most] = [0, 0]
    for (let unit = 0; unit < room; unit++) {
      const over = gain(j, unit) + price
      if (unit < load ? over < 0 : over > 0) fail('A mentor is priced wrongly.')
      if (over > 0) least++
      if (over >= 0) most++
    }
    standing.least[j] = least
    standing.most[j] = most
  })
}
