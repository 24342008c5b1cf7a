import type { Policy, Problem } from '../problem.ts'
import { type People, readPeople } from '../table.ts'
import { type Groups, hearRows } from './ask.ts'
import { worthIn } from './lines.ts'
import type { HowLarge, LargeCertificate } from './plan-large.ts'
import { askAll, makeReady, type Ready } from './ready.ts'

/**
 * What is wrong with the certificate of a large run, in a sentence; empty when it proves aims 1 to 4. Knows the rules, the worth of a
 * pair and the pass over all pairs, no line of the solver: one pass for the prices and one for each group, n × m steps each.
 */
export function verifyLarge(
  problem: Problem,
  policy: Policy,
  certificate: LargeCertificate,
  how: HowLarge = {},
): readonly string[] {
  try {
    const people = readPeople(problem, policy)
    const isSame = (ids: readonly string[], all: readonly { id: string }[]) =>
      ids.length === all.length && all.every((one, at) => one.id === ids[at])
    if (!isSame(certificate.mentees, people.mentees) || !isSame(certificate.mentors, people.mentors))
      fail('It is about other people.')
    const ready = makeReady(people, people.rules, people.taken, people.numbers.capacity, how.start)
    const loads = proveSeats(people, ready, certificate)
    proveWorth(people, ready, certificate, loads, proveGroups(people, ready, certificate, loads))
    return []
  } catch (fault) {
    return [fault instanceof Error ? fault.message : 'It cannot be read.']
  }
}

function fail(says: string): never {
  throw new Error(says)
}

function proveSeats({ numbers }: People, { lines }: Ready, { mentorOf }: LargeCertificate): Int32Array {
  const loads = new Int32Array(numbers.columns)
  if (mentorOf.length !== numbers.rows) fail('It does not say of everybody where they sit.')
  mentorOf.forEach((column, row) => {
    if (column === -1) return
    if (!(column >= 0 && column < numbers.columns) || worthIn(lines, row, column) < 0) fail('A pair breaks a rule.')
    loads[column] = (loads[column] as number) + 1
  })
  if (loads.some((load, column) => load > (numbers.capacity[column] as number)))
    fail('A mentor has more mentees than places.')
  return loads
}

type Divided = Groups & { readonly may: Uint8Array; readonly must: Uint8Array; readonly most: Int32Array }

// Aims 1 and 2: nobody of a group could sit, or serve, outside of it and of those before it, so those left out had to be.
function proveGroups(
  { numbers }: People,
  ready: Ready,
  { full, spare, mentorOf }: LargeCertificate,
  loads: Int32Array,
): Divided {
  const { rows, columns, rowClass, columnClass, capacity } = numbers
  const [rowGroup, columnGroup] = [new Int32Array(rows), new Int32Array(columns)]
  const [may, must] = [new Uint8Array(rows), Uint8Array.from(columnClass, (it) => (it >= 0 ? 1 : 0))]
  const most = capacity.slice()
  const stand = (groups: Int32Array, members: readonly number[], group: number) => {
    for (const at of members) {
      if (groups[at] !== 0) fail('Somebody stands in two groups or in none.')
      groups[at] = group
    }
  }
  for (const [at, { mentees, mentors }] of [...full, ...spare].entries()) {
    const isFull = at < full.length
    stand(rowGroup, mentees, at + 1)
    stand(columnGroup, mentors, at + 1)
    const isAsking = isFull ? rowGroup.map((it) => (it === at + 1 ? 1 : 0)) : rowGroup.map((it) => (it === 0 ? 1 : 0))
    const isSought = isFull
      ? columnGroup.map((it) => (it === 0 ? 1 : 0))
      : columnGroup.map((it) => (it === at + 1 ? 1 : 0))
    if (hasPair(ready, isAsking, isSought)) fail('Somebody left out has another way.')
    const classes = isFull ? mentees.map((row) => rowClass[row] ?? 0) : mentors.map((it) => columnClass[it] ?? 0)
    const last = classes.reduce((max, it) => Math.max(max, it), -1)
    if (isFull) for (const row of mentees) may[row] = rowClass[row] === last ? 1 : 0
    for (const it of mentors) {
      const [load, claim] = [loads[it] ?? 0, columnClass[it] ?? -1]
      if (isFull ? load !== capacity[it] : claim < 0 || load > 1) fail('A group is not full.')
      if (!isFull) [most[it], must[it]] = [1, claim < last ? 1 : 0]
      else must[it] = 0
    }
  }
  mentorOf.forEach((column, row) => {
    if (column < 0 ? may[row] !== 1 : rowGroup[row] !== columnGroup[column])
      fail('Somebody left out goes before others.')
  })
  if (must.some((it, column) => it === 1 && loads[column] === 0)) fail('A mentor in reserve goes before others.')
  return { rowGroup, columnGroup, full: full.length, may, must, most }
}

function hasPair(ready: Ready, isAsking: Int32Array, isSought: Int32Array): boolean {
  const { rows, columns } = ready.sheet
  const groups = { rowGroup: new Int32Array(rows), columnGroup: isSought.map((it) => 1 - it), full: 0 }
  const flow = { price: new Float64Array(columns), gain: new Float64Array(rows).fill(-1) }
  const level = Float64Array.from(isAsking, (it) => (it === 1 ? Infinity : -Infinity))
  let found = false
  hearRows(ready, groups, flow, askAll(ready, groups, flow, level), level, () => {
    found = true
  })
  return found || hasRaised(ready, isAsking, isSought)
}

// Pairs that are worth more than their lines say, which a pass may overlook.
function hasRaised({ lines }: Ready, isAsking: Int32Array, isSought: Int32Array): boolean {
  const { start, column } = lines.exceptions
  return isAsking.some((it, row) => {
    for (let at = start[row] as number; it === 1 && at < (start[row + 1] as number); at++)
      if (isSought[column[at] as number] === 1 && worthIn(lines, row, column[at] as number) >= 0) return true
    return false
  })
}

// Aims 3 and 4: at these prices no pair leaves anybody more than they have, and all that is gained adds up.
function proveWorth(
  { numbers }: People,
  ready: Ready,
  { prices, mentorOf }: LargeCertificate,
  loads: Int32Array,
  divided: Divided,
): void {
  const { rows, columns, need } = numbers
  const [gain, price] = [Float64Array.from(prices.mentees), Float64Array.from(prices.mentors)]
  if (gain.length !== rows || price.length !== columns) fail('Its prices are not for everybody.')
  if (![...gain, ...price].every(Number.isSafeInteger)) fail('Its prices are not whole.')
  const level = new Float64Array(rows).fill(Infinity)
  const asked = askAll(ready, divided, { price, gain }, level)
  if (hearRows(ready, divided, { price, gain }, asked, level, () => {}).gap > 0)
    fail('A pair is worth more than its prices say.')
  const unit = rows * 10_000 + 1
  const low = need.map((it, column) => Math.min(it, divided.most[column] as number))
  const serve = (low.reduce((sum, it) => sum + it, 0) + 1) * unit
  const { start, column } = ready.lines.exceptions
  for (let row = 0; row < rows; row++) {
    const [mine, mate] = [gain[row] as number, mentorOf[row] as number]
    if (mate >= 0 && worthIn(ready.lines, row, mate) - (price[mate] as number) !== mine)
      fail('A pair is worth less than its prices say.')
    if (divided.may[row] === 1 && (mine < -unit || (mate < 0 && mine > -unit)))
      fail('Somebody left out is priced wrongly.')
    for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
      const it = column[at] as number
      const points = worthIn(ready.lines, row, it)
      if (divided.columnGroup[it] !== divided.rowGroup[row] || points < 0) continue
      if (points - (price[it] as number) > mine) fail('A pair is worth more than its prices say.')
    }
  }
  for (let it = 0; it < columns; it++)
    for (let place = 0; place < (divided.most[it] as number); place++) {
      const first = place === 0 && divided.must[it] === 1
      const over = (first ? serve : place < (low[it] as number) ? unit : 0) + (price[it] as number)
      if (place < (loads[it] as number) ? over < 0 : over > 0) fail('A mentor is priced wrongly.')
    }
}
