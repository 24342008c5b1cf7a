import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { lockOpenSeason } from '../../runtime/season.ts'
import { brokenConstraint, type Tx } from '../../store/database.ts'
import { lockOrganisation, refreshStatistics } from '../../store/organisations.ts'
import { isDecidedUpon, leadsSomebody, leaveOutWithdrawn, restoreRows, standingOf } from '../../store/sheet-changes.ts'
import { markUndone, type SheetImport, sheetImportById } from '../../store/sheet-imports.ts'
import { whyNotUndone } from '../messages/why-not-undone.ts'
import { decideUndo, IMPORT_ACTIONS } from '../rules/imports.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Takes an import back whole: its rows become what they were. Where something stands upon it, a later import, a row that changed
 * since, or anything that hangs on what it added, nothing is touched.
 */
export async function undoImport(ctx: Context, input: { readonly id: string }): Promise<{ readonly id: string }> {
  if (!UUID.test(input.id)) throw new NotFound('no such import')
  await within(ctx, async (tx) => {
    const found = await sheetImportById(tx, ctx.organisationId, input.id)
    if (!found || !isAllowed(ctx.actor, IMPORT_ACTIONS[found.sheet], about(found))) throw new NotFound('no such import')
    await permit(ctx, tx, 'office.undoImport', { ...about(found), about: input.id })
    if (found.seasonId) await lockOpenSeason(ctx, tx, found.seasonId)
    else await lockOrganisation(tx, ctx.organisationId)
    const locked = await sheetImportById(tx, ctx.organisationId, input.id)
    const decided = locked ? decideUndo(locked) : null
    if (decided && !decided.ok) throw refusedUndo(decided.code)
    await restore(ctx, tx, input.id)
    const by = 'personId' in ctx.actor ? ctx.actor.personId : null
    await markUndone(tx, ctx.organisationId, { id: input.id, by, on: ctx.today })
  })
  await refreshStatistics(ctx.db)
  return input
}

function about({ seasonId }: SheetImport): { seasonId?: string } {
  return seasonId ? { seasonId } : {}
}

async function restore(ctx: Context, tx: Tx, id: string): Promise<void> {
  await leaveOutWithdrawn(tx, ctx.organisationId, id)
  const { moved } = await standingOf(tx, ctx.organisationId, id)
  const stands = [leadsSomebody, isDecidedUpon]
  const isBuiltUpon = (await Promise.all(stands.map((it) => it(tx, ctx.organisationId, id)))).includes(true)
  if (moved > 0 || isBuiltUpon) throw refusedUndo('import-built-upon')
  try {
    await restoreRows(tx, ctx.organisationId, id)
  } catch (error) {
    if (brokenConstraint(error) === undefined) throw error
    throw refusedUndo('import-built-upon')
  }
}

function refusedUndo(code: string): Refused {
  return new Refused(code, {}, `${whyNotUndone(code)} Nothing was changed.`)
}
