import type { Context } from '../../../runtime/context.ts'
import type { OwnPair } from '../../../runtime/own-pair.ts'
import { type LetterText, queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { coordinatorsOf } from '../../../store/hats.ts'
import { type Companion, peopleById } from '../../../store/own-pairs.ts'

type Told = {
  readonly pair: Pick<OwnPair, 'seasonId'>
  readonly to: readonly string[]
  readonly kind: 'pair-news' | 'pair-ended' | 'asks-coordinator'
  readonly about: string
}

/** Writes a letter to each about a pair, once for what it is about; says how many there are to read it. */
export async function tell(ctx: Context, tx: Tx, it: Told, letter: (to: Companion) => LetterText): Promise<number> {
  const people = [...(await peopleById(tx, ctx.organisationId, it.to)).values()]
  const { kind, about } = it
  const letters = people.map((person) => ({
    personId: person.id,
    seasonId: it.pair.seasonId,
    kind,
    about,
    ...letter(person),
  }))
  await queueLetters(ctx, tx, letters)
  return people.length
}

/** Who coordinates the season of a pair and is not in it. */
export async function coordinatorsBeside(ctx: Context, tx: Tx, pair: OwnPair): Promise<readonly string[]> {
  const all = await coordinatorsOf(tx, ctx.organisationId, pair.seasonId, ctx.today)
  return [...all].filter((id) => id !== pair.mentorId && id !== pair.menteeId)
}
