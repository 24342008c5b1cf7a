import { type Context, permit, within } from '../../runtime/context.ts'
import { type LetterText, type NewLetter, queueLetters } from '../../runtime/queue-letters.ts'
import type { Tx } from '../../store/database.ts'
import { type DigestReader, digestReaders } from '../../store/digests.ts'
import { theOrganisation } from '../../store/organisations.ts'
import { type Season, seasonsOf } from '../../store/seasons.ts'
import type { DeskLine } from '../rules/desk-line.ts'
import { countDigest, type DigestOfSeason, morningOf } from '../rules/plan-digest.ts'
import { linesOf } from '../screens/lines-of-season.ts'
import { isCurrent } from '../screens/today.ts'

type Digest = { readonly name: string; readonly seasons: readonly DigestOfSeason[]; readonly desk: string }
type Reader = DigestReader & { readonly seasons: readonly Season[]; readonly day: string }

/**
 * Writes each coordinator, on the morning of a working day of theirs, how many things need them, once a day and only where there
 * are any. `words` makes the letter: what it says is the door's.
 */
export async function writeDigests(
  ctx: Context,
  words: (it: Digest) => LetterText,
): Promise<{ readonly written: number }> {
  return within(ctx, async (tx) => {
    const seasons = (await seasonsOf(tx, ctx.organisationId)).filter((it) => isCurrent(it, ctx.today))
    const readers = await readersNow(ctx, tx, seasons)
    if (readers.length === 0) return { written: 0 }
    const lines = await openBySeason(ctx, tx, seasons)
    const isKept = (await theOrganisation(tx))?.kind === 'demo'
    const letters = readers.flatMap((it): NewLetter[] => {
      const found = it.seasons.flatMap(
        (of) => countDigest(of.program.name, lines.get(of.id) ?? [], it.personId, it.day) ?? [],
      )
      const letter = { name: it.name, seasons: found, desk: `${ctx.publicUrl}/desk` }
      if (found.length === 0) return []
      return [{ personId: it.personId, kind: 'desk-digest', about: it.day, isKept, ...words(letter) }]
    })
    if (letters.length === 0) return { written: 0 }
    await permit(ctx, tx, 'desk.writeDigests')
    return { written: await queueLetters(ctx, tx, letters) }
  })
}

/** Whose morning it is now and who has not been written to today; several hats make one reader. */
async function readersNow(ctx: Context, tx: Tx, seasons: readonly Season[]): Promise<readonly Reader[]> {
  const rows = await digestReaders(tx, ctx.organisationId, ctx.today)
  return [...Map.groupBy(rows, (it) => it.personId).values()].flatMap((of): Reader[] => {
    const [first] = of
    const mine = seasons.filter((it) => of.some(({ seasonId }) => seasonId === null || seasonId === it.id))
    if (!first || first.isOff || mine.length === 0) return []
    const day = morningOf(ctx.clock.now(), {
      zone: first.zone ?? mine[0]?.program.zone ?? 'Etc/UTC',
      weekdays: first.weekdays ?? [],
      holidays: new Set(first.holidays),
      quietDays: first.quietDays ?? [],
    })
    return day === null || first.written.includes(day) ? [] : [{ ...first, seasons: mine, day }]
  })
}

/** The open lines of each season, as they stand for every coordinator. */
async function openBySeason(ctx: Context, tx: Tx, seasons: readonly Season[]) {
  const found = new Map<string, readonly DeskLine[]>()
  for (const season of seasons) found.set(season.id, (await linesOf(ctx, tx, season)).open)
  return found
}
