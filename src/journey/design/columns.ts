import type { Question } from '../../model/program.ts'
import { ROLES, type Role } from '../../model/role.ts'
import { type Context, within } from '../../runtime/context.ts'
import { Invalid } from '../../runtime/errors.ts'
import { findSeason } from '../../runtime/season.ts'
import { mappingFor, saveMapping, seasonsOf } from '../../store/seasons.ts'

export type SheetSetting = {
  readonly map: Readonly<Record<string, string>>
  readonly zone: string
  readonly criteria: readonly string[]
  readonly questions: (survey: string, role: Role) => readonly Question[]
}

/** What a season knows of a sheet before it is read: headers mapped once, its zone, criteria and questions. */
export async function sheetSetting(ctx: Context, key: string | undefined, sheet: string): Promise<SheetSetting> {
  return within(ctx, async (tx) => {
    const any = sheet === 'people' && !key && (await seasonsOf(tx, ctx.organisationId)).length !== 1
    if (any) return { map: {}, zone: 'Etc/UTC', criteria: [], questions: () => [] }
    const season = await findSeason(ctx, tx, key)
    const map = await mappingFor(tx, ctx.organisationId, season.id, sheet)
    const criteria = [
      ...new Set(
        ROLES.flatMap((role) =>
          season.program.roles[role].considerations.filter((it) => it.source !== 'match').map((it) => it.key),
        ),
      ),
    ]
    const questions = (survey: string, role: Role) => {
      const found = season.program.surveys[survey]?.questions[role]
      if (found) return found
      throw new Invalid(
        `The program has no survey "${survey}" for ${role}s. Its surveys: ${Object.keys(season.program.surveys).join(', ')}.`,
      )
    }
    return { map, zone: season.program.zone, criteria, questions }
  })
}

/** Keeps the headers a coordinator mapped, for the next file of this sheet. */
export async function rememberColumns(
  ctx: Context,
  key: string | undefined,
  sheet: string,
  map: Readonly<Record<string, string>>,
): Promise<void> {
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, key)
    await saveMapping(tx, ctx.organisationId, season.id, sheet, map)
  })
}
