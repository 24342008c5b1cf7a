import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { addNote, removeNote } from '../../../store/review-notes.ts'
import { applicationLines, seasonOfApplication } from '../../../store/season-applications.ts'
import { type Season, seasonById } from '../../../store/seasons.ts'
import { isCleared } from '../rules/reached.ts'
import { LONGEST_NOTE } from './own-reviews.ts'

const ACTION = 'review.keepNote'

/** Writes a note beside an application that is cleared. */
export async function keepNote(ctx: Context, input: { application: string; words: string }): Promise<void> {
  const words = input.words.trim()
  if (words === '' || words.length > LONGEST_NOTE)
    throw new Invalid(words === '' ? 'Write something first.' : `Write ${LONGEST_NOTE} characters at most.`)
  await within(ctx, async (tx) => {
    await findCleared(ctx, tx, input.application)
    const note = { id: newId(), applicationId: input.application, authorId: selfOf(ctx), words, at: ctx.clock.now() }
    await addNote(tx, ctx.organisationId, note)
  })
}

/** Takes away a note of one's own. */
export async function dropNote(ctx: Context, input: { application: string; note: string }): Promise<void> {
  await within(ctx, async (tx) => {
    await findCleared(ctx, tx, input.application)
    const done = await removeNote(tx, ctx.organisationId, { id: input.note, authorId: selfOf(ctx) })
    if (!done) throw new NotFound('There is no such note of yours.')
  })
}

async function findCleared(ctx: Context, tx: Tx, id: string): Promise<Season> {
  const found = await seasonOfApplication(tx, ctx.organisationId, id)
  const season = found && (await seasonById(tx, ctx.organisationId, found.seasonId))
  if (!found || !season) {
    await permit(ctx, tx, ACTION)
    throw new NotFound('No such application.')
  }
  await permit(ctx, tx, ACTION, { seasonId: season.id, people: [found.personId] })
  const lines = await applicationLines(tx, ctx.organisationId, season.id, ctx.on ?? ctx.today)
  const line = lines.find((it) => it.id === id)
  if (!line || !isCleared(season.program, line)) throw new NotFound('No such application.')
  return season
}
