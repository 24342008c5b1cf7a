import type { Context } from '../../../runtime/context.ts'
import { newId } from '../../../runtime/new-id.ts'
import type { OwnPair } from '../../../runtime/own-pair.ts'
import type { Tx } from '../../../store/database.ts'
import { coordinatorsOf } from '../../../store/hats.ts'
import { addLetter } from '../../../store/letters.ts'
import { type Companion, peopleById } from '../../../store/own-pairs.ts'

/** Writes a letter to each about a pair, once for what it is about; says how many there are to read it. */
export async function tell(
  ctx: Context,
  tx: Tx,
  it: { readonly pair: OwnPair; readonly to: readonly string[]; readonly about: string },
  letter: (to: Companion) => { readonly subject: string; readonly body: string },
): Promise<number> {
  const people = await peopleById(tx, ctx.organisationId, it.to)
  for (const person of people.values())
    await addLetter(tx, ctx.organisationId, {
      id: newId(),
      personId: person.id,
      seasonId: it.pair.seasonId,
      kind: 'pair-news',
      about: it.about,
      ...letter(person),
      state: ctx.sendsMail ? 'released' : 'kept',
      on: ctx.today,
      recordedAt: ctx.clock.now(),
    })
  return people.size
}

/** Who coordinates the season of a pair and is not in it. */
export async function coordinatorsBeside(ctx: Context, tx: Tx, pair: OwnPair): Promise<readonly string[]> {
  const all = await coordinatorsOf(tx, ctx.organisationId, pair.seasonId, ctx.today)
  return [...all].filter((id) => id !== pair.mentorId && id !== pair.menteeId)
}
