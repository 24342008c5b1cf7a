import type { Certificate } from './certificate.ts'
import type { Before } from './field.ts'
import { FREE } from './flow/network.ts'
import { MOST_WORTH } from './grid.ts'
import type { PairIds } from './problem.ts'
import type { Run } from './read-run.ts'

/** Where to begin a run that was made before, whoever has come or gone since: mates of then, and its prices where a proof says them. It saves time and changes nothing. */
export function startFrom(run: Run, before: readonly PairIds[] | Certificate): Before {
  const columnOf = new Map(run.mentors.map((one, column) => [one.id, column]))
  const proof = 'cases' in before ? proofOf(before) : null
  const pairs = 'cases' in before ? before.pairs : before
  const mentorOf = new Map(pairs.map((pair) => [pair.menteeId, columnOf.get(pair.mentorId)]))
  const mate = Int32Array.from(run.mentees, (one) => mentorOf.get(one.id) ?? FREE)
  if (!proof) return { flow: { mate, price: new Float64Array(run.mentors.length) } }
  const { mentees, mentors, full, spare, prices } = proof
  const rowThen = new Map(mentees.map((id, row) => [id, row]))
  const columnThen = new Map(mentors.map((id, column) => [id, column]))
  const groups = { rows: new Int32Array(mentees.length), columns: new Int32Array(mentors.length) }
  for (const [at, group] of [...full, ...spare].entries()) {
    for (const row of group.mentees) groups.rows[row] = at + 1
    for (const column of group.mentors) groups.columns[column] = at + 1
  }
  const price = Float64Array.from(run.mentors, ({ id }) => prices.mentors[columnThen.get(id) ?? -1] ?? 0)
  // Who has come since takes whatever is good at those prices.
  const gain = Float64Array.from(run.mentees, ({ id }) => prices.mentees[rowThen.get(id) ?? -1] ?? -MOST_WORTH)
  return {
    flow: { mate, price, gain },
    partition: {
      rowGroup: Int32Array.from(run.mentees, ({ id }) => groups.rows[rowThen.get(id) ?? -1] ?? 0),
      columnGroup: Int32Array.from(run.mentors, ({ id }) => groups.columns[columnThen.get(id) ?? -1] ?? 0),
      full,
    },
    unit: mentees.length * MOST_WORTH + 1,
  }
}

// The case whose pairs are those of the run.
function proofOf({ mentees, mentors, pairs, cases }: Certificate) {
  const keys = (all: readonly PairIds[]) => new Set(all.map((it) => `${it.menteeId}\n${it.mentorId}`))
  const sought = keys(pairs)
  const found = cases.find(
    (one) => one.pairs.length === pairs.length && [...keys(one.pairs)].every((it) => sought.has(it)),
  )
  return found ? { mentees, mentors, ...found } : null
}
