import type { Role } from '../../../model/role.ts'
import type { Context } from '../../../runtime/context.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { namesOf } from '../../../store/people.ts'
import type { Season } from '../../../store/seasons.ts'
import { receiptLetter } from '../messages/receipt-letter.ts'

/** Queues the receipt of an application in the transaction that keeps it. */
export async function sendReceipt(
  ctx: Context,
  tx: Tx,
  season: Season,
  it: {
    readonly id: string
    readonly me: string
    readonly role: Role
    readonly sentOn: string
    readonly isLate: boolean
  },
): Promise<void> {
  const name = (await namesOf(tx, ctx.organisationId, [it.me])).get(it.me) ?? ''
  const letter = receiptLetter(season.program, it, { name }, ctx.publicUrl)
  await queueLetters(ctx, tx, [{ personId: it.me, seasonId: season.id, kind: 'receipt', about: it.id, ...letter }])
}
