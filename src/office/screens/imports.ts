import { SHEET_NAMES, type SheetName } from '../../model/sheet-name.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { seasonNames } from '../../store/seasons.ts'
import { type Allowed, type SheetImport, sheetImportById, sheetImports } from '../../store/sheet-imports.ts'
import { decideUndo, IMPORT_ACTIONS, OF_NO_SEASON } from '../rules/imports.ts'

export const IMPORTS_PER_PAGE = 50
const SEE_IMPORTS = 'office.seeImports'

/** An import with why it cannot be taken back; null where it can. */
export type ImportLine = SheetImport & { readonly whyNot: string | null }
export type ImportsScreen = {
  readonly seasons: readonly { readonly key: string; readonly name: string }[]
  /** The season whose sheets are offered; null where there is none. */
  readonly season: { readonly key: string; readonly name: string } | null
  readonly sheets: readonly SheetName[]
  readonly imports: readonly ImportLine[]
  readonly found: number
}

/** What somebody may import for a season, and what was imported of it before. */
export async function seeImports(
  ctx: Context,
  asked: { readonly season: string | null; readonly page: number },
): Promise<ImportsScreen> {
  return within(ctx, async (tx) => {
    const all = await seasonNames(tx, ctx.organisationId)
    const ofSeason = (sheet: SheetName, id: string) => isAllowed(ctx.actor, IMPORT_ACTIONS[sheet], { seasonId: id })
    const seasonal = SHEET_NAMES.filter((sheet) => !OF_NO_SEASON.includes(sheet))
    const seasons = all.filter(({ id }) => seasonal.some((sheet) => ofSeason(sheet, id)))
    const season = seasons.find(({ key }) => key === asked.season) ?? seasons[0] ?? null
    await permit(ctx, tx, SEE_IMPORTS, season ? { seasonId: season.id } : {})
    const general = OF_NO_SEASON.filter((sheet) => isAllowed(ctx.actor, IMPORT_ACTIONS[sheet]))
    const allowed: Allowed[] = [
      ...general.map((sheet) => ({ sheet, season_id: null })),
      ...seasons.flatMap(({ id }) =>
        seasonal.filter((it) => ofSeason(it, id)).map((sheet) => ({ sheet, season_id: id })),
      ),
    ]
    const part = { limit: IMPORTS_PER_PAGE, offset: (asked.page - 1) * IMPORTS_PER_PAGE }
    const imports = await sheetImports(tx, ctx.organisationId, allowed, part)
    return {
      seasons: seasons.map(({ key, name }) => ({ key, name })),
      season: season && { key: season.key, name: season.name },
      sheets: [...general, ...(season ? seasonal.filter((sheet) => ofSeason(sheet, season.id)) : [])],
      imports: imports.map(withWhyNot),
      found: imports[0]?.found ?? 0,
    }
  })
}

/** One import, for whoever may import such a sheet there. */
export async function seeImport(ctx: Context, id: string): Promise<ImportLine> {
  return within(ctx, async (tx) => {
    const found = await sheetImportById(tx, ctx.organisationId, id)
    const about = found?.seasonId ? { seasonId: found.seasonId } : {}
    if (!found || !isAllowed(ctx.actor, IMPORT_ACTIONS[found.sheet], about)) throw new NotFound('no such import')
    await permit(ctx, tx, SEE_IMPORTS, about)
    return withWhyNot(found)
  })
}

function withWhyNot(it: SheetImport): ImportLine {
  const decided = decideUndo(it)
  return { ...it, whyNot: decided.ok ? null : decided.code }
}
