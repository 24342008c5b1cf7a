import { dayIn } from '../../../calendar/days.ts'
import type { LetterKind } from '../../../model/letter-kinds.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { namesOfHere } from '../../../store/participants.ts'
import { assignmentsOf, reviewLettersOf, withdrawReviewLetters } from '../../../store/review-assignments.ts'
import { applicationLines } from '../../../store/season-applications.ts'
import { lockSeason, type Season, seasonsOf } from '../../../store/seasons.ts'
import { reviewsDueLetter, reviewsGivenLetter } from '../messages/review-letters.ts'
import { hasReached } from '../rules/reached.ts'
import { countOpen, isReminderTime, type OpenReview, planReviewReminders, reviewsDueOn } from '../rules/reviews-due.ts'

const GIVEN: LetterKind = 'reviews-given'
const DUE: LetterKind = 'reviews-due'

/**
 * Writes to each of these reviewers how much they have to review, in one letter: one that has not left yet makes room for it.
 * `step` is what they were given it by.
 */
export async function tellReviewers(
  ctx: Context,
  tx: Tx,
  season: Season,
  { people, step }: { readonly people: readonly string[]; readonly step: string },
): Promise<void> {
  await withdrawReviewLetters(tx, ctx.organisationId, season.id, { people })
  const today = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
  const counts = countOpen(await openReviews(ctx, tx, season), people)
  const dueOn = reviewsDueOn(season.program)
  const by = today <= dueOn ? dueOn : null
  await write(ctx, tx, season, counts, { kind: GIVEN, about: step, today }, (name, many) =>
    reviewsGivenLetter({ program: season.program, name, many, dueOn: by, site: ctx.publicUrl }),
  )
}

/** What was given out is taken back: letters about it that have not left yet are too, and say anew what stays, where something does. */
export async function untellReviewers(ctx: Context, tx: Tx, season: Season, step: string | null, back: string) {
  const people = await withdrawReviewLetters(tx, ctx.organisationId, season.id, { step })
  if (people.length > 0) await tellReviewers(ctx, tx, season, { people, step: back })
}

/** Writes, shortly before reviews are due, to whoever still has some open; running it again writes none twice. */
export async function remindReviewers(ctx: Context): Promise<{ written: number }> {
  return within(ctx, async (tx) => {
    let written = 0
    for (const season of await seasonsOf(tx, ctx.organisationId)) written += await remindIn(ctx, tx, season)
    return { written }
  })
}

async function remindIn(ctx: Context, tx: Tx, season: Season): Promise<number> {
  const { program } = season
  const today = dayIn(ctx.clock.now(), program.zone)
  const dueOn = reviewsDueOn(program)
  // Work due before a season was loaded is never done.
  if (!isReminderTime(program, today) || season.loadedOn > dueOn) return 0
  await lockSeason(tx, ctx.organisationId, season.id)
  const told = await reviewLettersOf(tx, ctx.organisationId, season.id, DUE)
  const counts = planReviewReminders(await openReviews(ctx, tx, season), { program, today, told })
  if (counts.size === 0) return 0
  await permit(ctx, tx, 'review.remindReviewers', { seasonId: season.id })
  return write(ctx, tx, season, counts, { kind: DUE, about: dueOn, today }, (name, many) =>
    reviewsDueLetter({ program, name, many, dueOn, site: ctx.publicUrl }),
  )
}

/** What reviewers see on their list and have not sent: nothing that does not proceed, and nothing of whoever has heard. */
async function openReviews(ctx: Context, tx: Tx, season: Season): Promise<readonly OpenReview[]> {
  const lines = await applicationLines(tx, ctx.organisationId, season.id, ctx.on ?? ctx.today)
  const here = new Set(
    lines.filter((it) => it.releasedOn === null && hasReached(season.program, it)).map((it) => it.id),
  )
  const all = await assignmentsOf(tx, ctx.organisationId, season.id)
  return all.filter((it) => !it.isSent && !it.isExcused && here.has(it.applicationId))
}

async function write(
  ctx: Context,
  tx: Tx,
  season: Season,
  counts: ReadonlyMap<string, number>,
  it: { readonly kind: LetterKind; readonly about: string; readonly today: string },
  words: (name: string, many: number) => ReturnType<typeof reviewsGivenLetter>,
): Promise<number> {
  const names = await namesOfHere(tx, ctx.organisationId, [...counts.keys()], it.today)
  const letters = [...counts].flatMap(([personId, many]) => {
    const name = names.get(personId)
    if (name === undefined) return []
    return [{ personId, seasonId: season.id, kind: it.kind, about: it.about, ...words(name, many) }]
  })
  return queueLetters(ctx, tx, letters)
}
