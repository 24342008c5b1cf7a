import { RESPONDENTS, type Respondent } from '../../model/respondent.ts'
import { ROLES } from '../../model/role.ts'
import type { Question } from '../../model/surveys.ts'
import { type Context, isAllowed, type SeasonClosed, within } from '../../runtime/context.ts'
import { Invalid, NotAllowed } from '../../runtime/errors.ts'
import { findSeason } from '../../runtime/season.ts'
import { mappingFor, type Season, saveMapping, seasonsOf } from '../../store/seasons.ts'

export type SheetSetting = {
  /** With which season headers are remembered; null while there is none. */
  readonly seasonId: string | null
  readonly season: { readonly key: string; readonly name: string } | null
  readonly surveys: readonly { readonly key: string; readonly roles: readonly Respondent[] }[]
  readonly map: Readonly<Record<string, string>>
  readonly zone: string
  readonly criteria: readonly string[]
  readonly questions: (survey: string, role: Respondent) => readonly Question[]
}

/** Sheets of the organisation; their headers are remembered with the newest season. */
const OF_NO_SEASON = ['people', 'holidays']

const OF_ORGANISATION = { season: null, surveys: [], zone: 'Etc/UTC', criteria: [], questions: () => [] }

/**
 * What a season knows of a sheet before it is read: headers mapped once, its zone, criteria and questions. Whoever may not
 * do what the sheet is for is told so before a row is read; the action itself writes the audit line.
 */
export async function sheetSetting(
  ctx: Context,
  action: string,
  key: string | undefined,
  sheet: string,
): Promise<SheetSetting> {
  return within(ctx, async (tx) => {
    const isGeneral = OF_NO_SEASON.includes(sheet) && !key
    if (isGeneral && !isAllowed(ctx.actor, action)) throw notAllowed(action, {})
    const seasons = isGeneral ? await seasonsOf(tx, ctx.organisationId) : null
    if (seasons && seasons.length !== 1) {
      const seasonId = seasons.at(-1)?.id ?? null
      const map = await mappingFor(tx, ctx.organisationId, seasonId, sheet)
      return { ...OF_ORGANISATION, seasonId, map }
    }
    const season = await findSeason(ctx, tx, key)
    const about = { seasonId: season.id }
    if (!isAllowed(ctx.actor, action, about)) throw notAllowed(action, about)
    if (!OF_NO_SEASON.includes(sheet)) ctx.looksInto?.(asClosed(season))
    const map = await mappingFor(tx, ctx.organisationId, season.id, sheet)
    const criteria = [
      ...new Set(
        ROLES.flatMap((role) =>
          season.program.roles[role].considerations.filter((it) => it.source !== 'match').map((it) => it.key),
        ),
      ),
    ]
    const questions = (survey: string, role: Respondent) => {
      const found = season.program.surveys[survey]?.questions[role]
      if (found?.length) return found
      throw new Invalid(
        `The program has no survey "${survey}" for ${role}s. Its surveys: ${Object.keys(season.program.surveys).join(', ')}.`,
      )
    }
    const { zone, name, season: when, surveys } = season.program
    return {
      seasonId: season.id,
      season: { key: season.key, name: `${name}, ${when}` },
      surveys: Object.entries(surveys).map(([of, it]) => ({
        key: of,
        roles: RESPONDENTS.filter((role) => it.questions[role]?.length),
      })),
      map,
      zone,
      criteria,
      questions,
    }
  })
}

/** A file is asked for before the action writes its line: the page says already that nothing of it would be taken. */
function asClosed({ id, key, program, closedOn }: Season): SeasonClosed | null {
  return closedOn ? { id, key, name: `${program.name}, ${program.season}`, closedOn } : null
}

function notAllowed(action: string, about: { readonly seasonId?: string }): NotAllowed {
  return new NotAllowed(`Not found, or not yours to do: ${action}`, { action, about, code: 'not-allowed' })
}

/** Keeps the headers a coordinator mapped, for the next file of this sheet; the action they were mapped for was permitted. */
export async function rememberColumns(
  ctx: Context,
  seasonId: string,
  sheet: string,
  map: Readonly<Record<string, string>>,
): Promise<void> {
  await within(ctx, (tx) => saveMapping(tx, ctx.organisationId, seasonId, sheet, map))
}
