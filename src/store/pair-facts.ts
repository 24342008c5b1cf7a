import type { PairFact } from '../model/figures.ts'
import type { PairRow } from './matches.ts'

/** A published pair as the figures want it: endings, pauses and excuses apart. */
export function asPairFact(row: PairRow): PairFact {
  const of = (kind: string) => row.changes.filter((change) => change.kind === kind)
  return {
    id: row.id,
    mentorId: row.mentorId,
    menteeId: row.menteeId,
    publishedOn: row.publishedOn,
    endedOn: of('ended')[0]?.from ?? null,
    pauses: of('paused').map(({ from, until }) => ({ from, until })),
    excusedOn: of('excused').map(({ from }) => from),
  }
}
