import { addDays, dayIn } from '../../../calendar/days.ts'
import { DAYS_TO_COMPLETE } from '../../../model/completion.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { newId } from '../../../runtime/new-id.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import {
  completionRowsOf,
  completionsIn,
  dropCompletions,
  type KeptCompletion,
  type NewCompletion,
  saveCompletions,
  seasonsWithCertificates,
} from '../../../store/completions.ts'
import type { Tx } from '../../../store/database.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { announcedPairs, namesOfHere } from '../../../store/participants.ts'
import type { Season } from '../../../store/seasons.ts'
import { certificateLetter } from '../messages/certificate-letter.ts'
import { areCertificatesReady, canStillComplete, planCompletions } from '../rules/completion.ts'

/** Writes down who has completed a season, and writes to each whose certificate is ready; running it again does nothing twice. */
export async function recordCompletions(ctx: Context): Promise<{ written: number }> {
  return within(ctx, async (tx) => {
    // A day more, for zones in which it is still the day before.
    const since = addDays(ctx.today, -DAYS_TO_COMPLETE - 1)
    let written = 0
    for (const season of await seasonsWithCertificates(tx, ctx.organisationId, since))
      written += await recordIn(ctx, tx, season)
    return { written }
  })
}

async function recordIn(ctx: Context, tx: Tx, season: Season): Promise<number> {
  const { id: seasonId, program, loadedOn } = season
  const today = dayIn(ctx.clock.now(), program.zone)
  // A season that was loaded when it was long over is a past one: nobody in it is written to.
  const isDue = areCertificatesReady(program, today) && canStillComplete(program, today)
  if (!isDue || !canStillComplete(program, loadedOn)) return 0
  const rows = await completionRowsOf(tx, ctx.organisationId, seasonId, null)
  // Of a pair that has not heard of itself nothing is said.
  const announced = program.endsOn < today ? null : await announcedPairs(tx, ctx.organisationId, seasonId)
  const pairs = rows.pairs.filter((it) => announced?.has(it.id) ?? true).map(asPairFact)
  const done = planCompletions(program, { ...rows, pairs }, today).filter((it) => it.isDone)
  const kept = await completionsIn(tx, ctx.organisationId, seasonId)
  const changes = changesOf(done, kept)
  if (changes.gone.length + changes.fresh.length === 0) return 0
  // No lock: each row has one place, and whoever comes second finds it taken.
  await permit(ctx, tx, 'results.recordCompletions', { seasonId })
  await dropCompletions(tx, ctx.organisationId, changes.gone)
  await saveCompletions(tx, ctx.organisationId, { seasonId, on: today, at: ctx.clock.now() }, changes.fresh)
  return tell(ctx, tx, season, { ready: changes.ready, today })
}

type Done = ReturnType<typeof planCompletions>[number]

function changesOf(done: readonly Done[], kept: readonly KeptCompletion[]) {
  const wordOf = (it: { personId: string; role: string }) => `${it.personId} ${it.role}`
  const before = new Map(kept.map((it) => [wordOf(it), it]))
  const now = new Set(done.map(wordOf))
  const changed = done.filter((it) => {
    const was = before.get(wordOf(it))
    return !was || (was.readyOn !== null) !== it.isComplete || !isSame(was, it)
  })
  return {
    gone: kept.filter((it) => !now.has(wordOf(it))).map((it) => it.id),
    fresh: changed.map(
      ({ personId, role, fromOn, untilOn, minutes, isComplete }): NewCompletion => ({
        ...{ id: newId(), personId, role, fromOn, untilOn, minutes, isComplete },
      }),
    ),
    ready: changed.filter((it) => it.isComplete && !before.get(wordOf(it))?.readyOn),
  }
}

function isSame(a: KeptCompletion, b: Done): boolean {
  return a.fromOn === b.fromOn && a.untilOn === b.untilOn && a.minutes === b.minutes
}

async function tell(
  ctx: Context,
  tx: Tx,
  { id: seasonId, key, program }: Season,
  { ready, today }: { ready: readonly Done[]; today: string },
): Promise<number> {
  const people = [...new Set(ready.map((it) => it.personId))]
  const names = await namesOfHere(tx, ctx.organisationId, people, today)
  const letters = ready.flatMap(({ personId, role }) => {
    const name = names.get(personId)
    if (name === undefined) return []
    const address = `${ctx.publicUrl}/seasons/${key}/certificate`
    const text = certificateLetter({ name, role, program: program.name, season: program.season, address })
    return [{ seasonId, personId, kind: 'certificate-ready' as const, about: role, ...text }]
  })
  return queueLetters(ctx, tx, letters)
}
