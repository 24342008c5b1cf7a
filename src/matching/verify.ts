import type { CaseProof, Certificate, Prices } from './certificate.ts'
import type { Policy, Problem } from './problem.ts'
import { aimsOf, covers, fail, isTurned, loadsOf, type Run, readRun, rowsOf } from './verify-run.ts'

/** What is wrong with a certificate, in a sentence; empty when it proves aims 1 to 5 of the run for this problem and policy. Knows the rules and the worth of a pair, nothing of the solver: n × m steps for each worth that occurs. The model in formulas stands in README.md. */
export function verify(problem: Problem, policy: Policy, certificate: Certificate): readonly string[] {
  try {
    const { pairs, totals, cases } = certificate
    const run = readRun(problem, policy, certificate)
    const best = aimsOf(run, run.matesOf(pairs, run.worth), run.worth)
    if (best.seated !== totals.seated || best.missing !== totals.missing || best.worth !== totals.worth)
      fail('Its totals are not those of its pairs.')
    if (pairs.some((it) => pairs.some((other) => isTurned(it, other)))) fail('Two people mentor each other.')
    if (!cases.some((it) => JSON.stringify(it.pairs) === JSON.stringify(pairs))) fail('Its pairs are those of no case.')
    if (!covers(cases, 0)) fail('Its cases leave an answer out.')
    for (const one of cases) {
      const worth = run.worth.map((it, at) => (one.without.some((pair) => run.edgeOf(pair) === at) ? -1 : it))
      const mates = run.matesOf(one.pairs, worth)
      const { aims } = aimsOf(run, mates, worth)
      const at = aims.findIndex((it, index) => it !== best.aims[index])
      if (at >= 0 && !((best.aims[at] ?? 0) > (aims[at] ?? 0))) fail('A case has a better answer.')
      provePrices({ ...run, worth }, one, proveGroups({ ...run, worth }, one, mates))
    }
    return []
  } catch (fault) {
    return [fault instanceof Error ? fault.message : 'It cannot be read.']
  }
}

type Answer = { mates: readonly number[]; loads: readonly number[] }
type Face = Answer & { alive: Uint8Array; may: boolean[]; must: boolean[]; least: number[]; most: number[] }

// Aims 1 and 2: nobody of a group could sit, or serve, outside of it and of those before it, so those left out had to be.
function proveGroups(run: Run, { full, spare }: CaseProof, mates: readonly number[]): Face {
  const { n, m, worth, rowClass, claim } = run
  const loads = loadsOf(run, mates)
  const [rowGroup, columnGroup, most] = [rowClass.map(() => 0), claim.map(() => 0), [...run.room]]
  const [may, must] = [rowClass.map(() => false), claim.map((it) => it >= 0)]
  const stand = (groups: number[], members: readonly number[], group: number) => {
    for (const at of members) groups[at] = groups[at] === 0 ? group : fail('Somebody stands in two groups or in none.')
  }
  for (const [at, { mentees, mentors }] of [...full, ...spare].entries()) {
    stand(rowGroup, mentees, at + 1)
    stand(columnGroup, mentors, at + 1)
    const isFull = at < full.length
    const inside = isFull ? columnGroup : rowGroup
    for (const i of isFull ? mentees : Array(n).keys())
      for (const j of isFull ? Array(m).keys() : mentors)
        if ((worth[i * m + j] ?? 0) >= 0 && inside[isFull ? j : i] === 0) fail('Somebody left out has another way.')
    const last = Math.max(...(isFull ? mentees.map((i) => rowClass[i] ?? 0) : mentors.map((j) => claim[j] ?? 0)))
    if (isFull) for (const i of mentees) may[i] = rowClass[i] === last
    for (const j of mentors) {
      if (isFull ? loads[j] !== run.room[j] : (claim[j] ?? -1) < 0 || (loads[j] ?? 0) > 1) fail('A group is not full.')
      if (!isFull) [most[j], must[j]] = [1, (claim[j] ?? 0) < last]
    }
  }
  if (mates.some((j, i) => (j < 0 ? !may[i] : rowGroup[i] !== columnGroup[j])))
    fail('Somebody left out goes before others.')
  if (must.some((it, j) => it && loads[j] === 0)) fail('A mentor in reserve goes before others.')
  const alive = Uint8Array.from(worth, (it, at) =>
    it >= 0 && rowGroup[Math.floor(at / m)] === columnGroup[at % m] ? 1 : 0,
  )
  return { mates, loads, alive, may, must, least: most.map(() => 0), most }
}

// Aims 3, 4 and 5: prices under which nobody gains by another pair; what they leave equal is where the next ones look.
function provePrices(run: Run, { prices, levels }: CaseProof, face: Face): void {
  const { n, m, worth } = run
  const unit = n * 10_000 + 1
  const low = run.need.map((need, j) => Math.min(need, face.most[j] ?? 0))
  const serve = (low.reduce((sum, it) => sum + it, 0) + 1) * unit
  const first = (j: number, k: number) => (k === 0 && face.must[j] ? serve : k < (low[j] ?? 0) ? unit : 0)
  narrow(face, prices, worth, -unit, first)
  let done = -2
  for (const level of [...levels, { worth: 10_001, prices: null }]) {
    if (level.worth <= done) fail('Its levels do not rise.')
    for (let at = 0; at < worth.length; at++)
      if ((worth[at] ?? 0) > done && (worth[at] ?? 0) < level.worth) face.alive[at] = 0
    if (face.mates.some((j, i) => j >= 0 && face.alive[i * m + j] !== 1)) fail('A worth that occurs has no level.')
    if (!level.prices) return
    const dense = { mentees: rowsOf(level.prices.mentees, n), mentors: rowsOf(level.prices.mentors, m) }
    const least = [...face.least]
    const value = worth.map((it) => (it === level.worth ? -1 : 0))
    narrow(face, dense, value, 0, (j, k) => (k < (least[j] ?? 0) ? Infinity : 0))
    done = level.worth
  }
}

type Gain = (j: number, unit: number) => number
function narrow(face: Face, { mentees, mentors }: Prices, value: Int16Array, exit: number, gain: Gain): void {
  const { mates, loads, may } = face
  if (mentees.length !== may.length || mentors.length !== loads.length) fail('Its prices are not for everybody.')
  if (![...mentees, ...mentors].every(Number.isSafeInteger)) fail('Its prices are not whole.')
  mentees.forEach((price, i) => {
    for (let j = 0, at = i * loads.length; j < loads.length; j++, at++) {
      if (face.alive[at] === 0) continue
      const slack = price + (mentors[j] ?? 0) - (value[at] ?? 0)
      if (slack < 0 || (mates[i] === j && slack > 0)) fail('A pair is worth more than its prices say, or less.')
      if (slack > 0) face.alive[at] = 0
    }
    if (may[i] && (price < exit || (mates[i] === -1 && price > exit))) fail('Somebody left out is priced wrongly.')
    may[i] = may[i] === true && price === exit
  })
  mentors.forEach((price, j) => {
    const over = Array.from({ length: face.most[j] ?? 0 }, (_, unit) => gain(j, unit) + price)
    if (over.some((it, unit) => (unit < (loads[j] ?? 0) ? it < 0 : it > 0))) fail('A mentor is priced wrongly.')
    face.least[j] = over.filter((it) => it > 0).length
    face.most[j] = over.filter((it) => it >= 0).length
  })
}
