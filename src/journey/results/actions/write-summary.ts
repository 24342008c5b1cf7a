import type { Day } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { addSummary, summaryVersions } from '../../../store/summaries.ts'
import { isClosed } from '../../survey/rules.ts'

const LONGEST_SUMMARY = 5_000

export type SummaryWritten = { readonly number: number; readonly sharedOn: Day }

/**
 * Writes the coordinator's own words on a survey, as a version of their own: earlier ones stay and can be brought back. Empty words
 * take the summary away. `seen` is the version that was read; somebody else's is never written over unseen.
 */
export async function writeSummary(
  ctx: Context,
  input: { season?: string; survey: string; words: string; sharedOn?: Day; seen?: number },
): Promise<SummaryWritten> {
  const words = input.words.trim()
  if (words.length > LONGEST_SUMMARY)
    throw fault('words', `Shorten the summary to ${LONGEST_SUMMARY} characters; it has ${words.length}.`)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.writeSummary', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const survey = season.program.surveys[input.survey]
    if (!survey) throw new NotFound(`There is no survey "${input.survey}" in this season.`)
    if (!isClosed(survey, ctx.today))
      throw fault(
        'words',
        `This survey is open until ${survey.closes}. Sum it up once it has closed and its figures are there.`,
      )
    const sharedOn = input.sharedOn ?? ctx.on ?? ctx.today
    if (!isClosed(survey, sharedOn))
      throw fault('sharedOn', `The survey closes on ${survey.closes}. Choose a later day.`)
    const [latest] = await summaryVersions(tx, ctx.organisationId, season.id, input.survey, 1)
    if (input.seen !== undefined && input.seen !== (latest?.number ?? 0))
      throw fault(
        'words',
        `Changed${latest?.by ? ` by ${latest.by}` : ''} since you opened it. Yours is kept here; their words stand below. Save again to put yours in their place.`,
      )
    const number = (latest?.number ?? 0) + 1
    const writtenBy = 'personId' in ctx.actor ? ctx.actor.personId : null
    const made = { survey: input.survey, words, sharedOn, number, writtenBy }
    await addSummary(tx, ctx.organisationId, { ...made, id: newId(), seasonId: season.id, recordedAt: ctx.clock.now() })
    return { number, sharedOn }
  })
}

function fault(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}
