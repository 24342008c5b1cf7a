import type { Context } from '../../runtime/context.ts'
import { type LetterText, type NewLetter, queueLetters } from '../../runtime/queue-letters.ts'
import type { Tx } from '../../store/database.ts'
import { type HatLine, hatLinesById } from '../../store/hats.ts'
import { namesOf } from '../../store/people.ts'
import { type HatTold, hatGivenLetter, hatTakenLetter, ownHatLetter } from '../messages/hat-letters.ts'
import { actingPerson } from './acting-person.ts'

type Told = {
  readonly organisation: string
  readonly hatIds: readonly string[]
  readonly how: 'given' | 'lent' | 'taken'
  /** Who hears of it beside the wearers, because somebody gave a hat to themself. */
  readonly watchers?: readonly string[]
}

/** Queues a letter to whoever wears, or wore, each of the hats, and to those who watch over owners. */
export async function tellOfHats(ctx: Context, tx: Tx, told: Told): Promise<void> {
  const watchers = told.watchers ?? []
  const lines = await hatLinesById(tx, ctx.organisationId, told.hatIds)
  const names = await namesOf(tx, ctx.organisationId, [actingPerson(ctx), ...watchers])
  const by = names.get(actingPerson(ctx)) ?? 'An owner'
  const letters = lines.flatMap((line) => {
    const it = inWords(ctx, told.organisation, by, line)
    const letter =
      told.how === 'taken' ? hatTakenLetter(line.name, it) : hatGivenLetter(line.name, it, told.how === 'lent')
    const own = watchers.map((id) => asLetter(id, line.id, 'own', ownHatLetter(names.get(id) ?? '', it)))
    return [asLetter(line.personId, line.id, told.how, letter), ...own]
  })
  await queueLetters(ctx, tx, letters)
}

function inWords(ctx: Context, organisation: string, by: string, line: HatLine): HatTold {
  const { hat, isDeputy, season, untilOn } = line
  return { organisation, hat, isDeputy, season, untilOn, by, hatsUrl: `${ctx.publicUrl}/me/hats` }
}

function asLetter(personId: string, hatId: string, how: Told['how'] | 'own', letter: LetterText): NewLetter {
  return { personId, kind: 'hat', about: `${how} ${hatId}`, ...letter }
}
