import type { Context } from '../../../runtime/context.ts'
import type { Tx } from '../../../store/database.ts'
import { pairsOf } from '../../../store/matches.ts'

/** Whether a letter is about whoever acts: to them, or about a pair of theirs. Another coordinator has it. */
export async function ownLetters(
  ctx: Context,
  tx: Tx,
  seasonId: string,
): Promise<(personId: string, about: string) => boolean> {
  const me = 'personId' in ctx.actor ? ctx.actor.personId : ''
  const pairs = await pairsOf(tx, ctx.organisationId, seasonId)
  const own = new Set([me, ...pairs.filter((it) => it.mentorId === me || it.menteeId === me).map((it) => it.id)])
  return (personId, about) => own.has(personId) || own.has(about)
}
