import type { SeasonDecision } from '../../../model/season-decision.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { shippedPrograms } from '../../../runtime/shipped-programs.ts'
import type { Tx } from '../../../store/database.ts'
import { closingOf } from '../../../store/editions.ts'
import { addDraft, addSave, openDraftOf } from '../../../store/program-drafts.ts'
import { latestVersion } from '../../../store/season-versions.ts'
import { lockSeason, seasonByKey } from '../../../store/seasons.ts'
import { titleOf } from '../rules/draft-title.ts'
import { type NewSeason, shiftProgram, withDecision } from '../rules/shift-days.ts'

const START = 'design.startDraft'

/** Begins a season that is not there yet, with a template's rules or those of a season that was: every day moves to the new start. */
export async function startDraft(
  ctx: Context,
  input: NewSeason & { readonly from: 'template' | 'season'; readonly of: string },
): Promise<{ draft: string }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, START, { about: input.of })
    if (await seasonByKey(tx, ctx.organisationId, input.key)) throw keyTaken(input.key)
    const shifted = shiftProgram(await sourceText(ctx, tx, input), input)
    const decided = input.from === 'season' ? await decisionOf(ctx, tx, input.of) : null
    const text = shifted !== null && decided ? withDecision(shifted, decided) : shifted
    if (text === null) throw new Invalid('The file it would begin from does not say when it starts. Mend it first.')
    return { draft: await beginWith(ctx, tx, { text, seasonId: null, begunFrom: input.of }) }
  })
}

/** What was decided to change after a season: it opens the decision log of the next one. */
async function decisionOf(ctx: Context, tx: Tx, key: string): Promise<SeasonDecision | null> {
  const season = await findSeason(ctx, tx, key)
  const { decisions } = await closingOf(tx, ctx.organisationId, season.id, ctx.today)
  const [latest] = decisions
  return latest && latest.changes !== '' ? latest : null
}

/** Opens the one draft in which a running season is changed, or begins it with the text that is in force. */
export async function changeSeason(ctx: Context, input: { readonly season: string }): Promise<{ draft: string }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, START, { seasonId: season.id, about: season.key })
    await lockSeason(tx, ctx.organisationId, season.id)
    const open = await openDraftOf(tx, ctx.organisationId, season.id)
    if (open) return { draft: open.id }
    const version = await latestVersion(tx, ctx.organisationId, season.id)
    if (!version) throw new NotFound('There is no text of this season.')
    const it = { text: version.fileText, seasonId: season.id, begunFrom: season.key }
    return { draft: await beginWith(ctx, tx, it) }
  })
}

export async function beginWith(
  ctx: Context,
  tx: Tx,
  it: { text: string; seasonId: string | null; begunFrom: string },
): Promise<string> {
  const [id, by, at] = [newId(), selfOf(ctx), ctx.clock.now()]
  await addDraft(tx, ctx.organisationId, { id, seasonId: it.seasonId, begunFrom: it.begunFrom, by, at })
  await addSave(tx, ctx.organisationId, { draftId: id, number: 1, title: titleOf(it.text), text: it.text, by, at })
  return id
}

export function keyTaken(key: string): Invalid {
  const message = `There is a season “${key}” already. Choose another short name, or change that season.`
  return new Invalid(message, { fields: [{ place: 'key', message }] })
}

/** The text of a template, or of a season as it is in force. */
export async function sourceText(
  ctx: Context,
  tx: Tx,
  it: { readonly from: 'template' | 'season'; readonly of: string },
): Promise<string> {
  if (it.from === 'template') {
    const found = shippedPrograms().find((one) => one.key === it.of)
    if (found) return found.text
    throw new NotFound('There is no such template.')
  }
  const season = await findSeason(ctx, tx, it.of)
  const version = await latestVersion(tx, ctx.organisationId, season.id)
  if (version) return version.fileText
  throw new NotFound('There is no text of this season.')
}
