import { dayIn } from '../../../calendar/days.ts'
import { type Day, isDay } from '../../../model/day.ts'
import { type Program, programSchema } from '../../../model/program.ts'
import { type Survey, survey as surveySchema } from '../../../model/surveys.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { type DraftRow, draftById } from '../../../store/program-drafts.ts'
import { seasonById } from '../../../store/seasons.ts'
import { readValue } from '../rules/edit-text.ts'
import { roundsOf } from '../rules/expand-rounds.ts'
import { isObject } from '../rules/plan-form.ts'

/** One instrument of a draft. */
export type DraftSurvey = {
  readonly key: string
  readonly name: string
  /** Null where something in it is to be mended first. */
  readonly survey: Survey | null
  /** The opening days of its later rounds, once the file says when people meet. */
  readonly rounds: readonly Day[]
  /** Whether the season in force has it open or closed by now: then what it asks stays. */
  readonly hasOpened: boolean
}
export type DraftSurveys = {
  readonly draft: DraftRow
  /** What the file says of the season; empty where it says nothing that can be used. */
  readonly season: { readonly key: string; readonly name: string; readonly endsOn: string }
  readonly surveys: readonly DraftSurvey[]
  /** Whether the text can be read at all. */
  readonly isReadable: boolean
}

/** The instruments of a draft, in the order of its file, whatever else of it is still to be mended. */
export async function seeDraftSurveys(ctx: Context, input: { readonly draft: string }): Promise<DraftSurveys> {
  return within(ctx, async (tx) => {
    const draft = await draftById(tx, ctx.organisationId, input.draft)
    if (!draft) throw new NotFound('There is no such draft.')
    await permit(ctx, tx, 'design.seeDraft', { seasonId: draft.seasonId ?? undefined, about: draft.id })
    const season = draft.seasonId ? await seasonById(tx, ctx.organisationId, draft.seasonId) : undefined
    const opened = season ? openedBy(season.program.surveys, dayIn(ctx.clock.now(), season.program.zone)) : []
    const value = readValue(draft.text)
    const word = (name: string) => (typeof value?.[name] === 'string' ? value[name] : '')
    const endsOn = word('endsOn')
    const surveys = isObject(value?.surveys) ? value.surveys : {}
    const meetings = programSchema.shape.meetings.safeParse(value?.meetings).data
    return {
      draft,
      season: { key: word('key'), name: word('name'), endsOn: isDay(endsOn) ? endsOn : '' },
      surveys: Object.entries(surveys).map(([key, it]) => asSurvey(key, it, meetings, opened)),
      isReadable: value !== null,
    }
  })
}

/** One instrument of a draft, for its preview and its test run. */
export async function seeDraftSurvey(ctx: Context, input: { readonly draft: string; readonly survey: string }) {
  const { draft, season, surveys } = await seeDraftSurveys(ctx, input)
  const found = surveys.find((it) => it.key === input.survey)
  if (!found?.survey) throw new NotFound('There is no such survey in the draft.')
  return { draft, season, key: found.key, survey: found.survey }
}

function asSurvey(
  key: string,
  value: unknown,
  meetings: Program['meetings'] | undefined,
  opened: readonly string[],
): DraftSurvey {
  const read = surveySchema.safeParse(value)
  const name = isObject(value) && typeof value.name === 'string' && value.name !== '' ? value.name : key
  const rounds = read.success && meetings ? roundsOf({ meetings }, key, read.data).slice(1) : []
  return {
    key,
    name,
    survey: read.success ? read.data : null,
    rounds: rounds.map(([, it]) => it.opens),
    hasOpened: opened.includes(key),
  }
}

function openedBy(surveys: Readonly<Record<string, Survey>>, today: Day): readonly string[] {
  return Object.entries(surveys).flatMap(([key, it]) => (it.opens <= today ? [key] : []))
}
