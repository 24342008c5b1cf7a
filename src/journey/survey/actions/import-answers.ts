import { dayIn } from '../../../calendar/days.ts'
import type { ImportReport, RowFault } from '../../../model/report.ts'
import { unknownPerson } from '../../../model/report.ts'
import type { Respondent } from '../../../model/respondent.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { keepImportOnly } from '../../../runtime/keep-import.ts'
import { findSeason } from '../../../runtime/season.ts'
import { addAnswered, answeredIn } from '../../../store/answers.ts'
import { pairsOf } from '../../../store/matches.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { idsByEmail } from '../../../store/people.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { supervisorsOfSeason } from '../../../store/supervisor-agreements.ts'
import { planAsked } from '../rules/respondents.ts'
import { isClosed } from '../rules.ts'
import { layDown } from './lay-down.ts'

export type AnswerInput = {
  readonly row: number
  readonly email: string
  readonly answers: Readonly<Record<string, readonly string[]>>
}

/**
 * Takes the answers of a survey held elsewhere. Addresses go into the ledger of who answered and nowhere else; answers lose
 * person, order and time on the way in. People who were not invited are reported and not stored. Once the survey has closed with
 * answers its figures are published, and nothing is added: two publications would tell what those between them said.
 */
export async function importAnswers(
  ctx: Context,
  input: { season?: string; survey: string; role: Respondent; rows: readonly AnswerInput[] },
): Promise<ImportReport> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'survey.importAnswers', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const survey = season.program.surveys[input.survey]
    if (!survey?.questions[input.role]?.length)
      throw new Invalid(
        `The program has no survey "${input.survey}" for ${input.role}s. It has: ${Object.keys(season.program.surveys).join(', ')}.`,
      )
    const pairs = await pairsOf(tx, ctx.organisationId, season.id)
    if (pairs.length === 0)
      throw new Refused(
        'no-pairs-yet',
        {},
        'Nobody is invited before the first pairs are published. Publish the match first (match publish).',
      )
    const people = await idsByEmail(tx, ctx.organisationId)
    const supervisors = input.role === 'supervisor' ? await supervisorsOfSeason(tx, ctx.organisationId, season.id) : []
    const around = { pairs: pairs.map(asPairFact), supervisors }
    const invited = planAsked(season.program, input.survey, input.role, around)
    const answered = await answeredIn(tx, ctx.organisationId, season.id, input.survey, input.role)
    const rejected: RowFault[] = []
    const fresh = new Map<string, AnswerInput>()
    for (const row of input.rows) {
      const personId = people.get(row.email)
      if (!personId) rejected.push(unknownPerson(row.row, row.email))
      else if (!invited.has(personId)) rejected.push(notInvited(row, input.role))
      else if (!answered.has(personId) && !fresh.has(personId)) fresh.set(personId, row)
    }
    const today = dayIn(ctx.clock.now(), season.program.zone)
    if (fresh.size > 0 && answered.size > 0 && isClosed(survey, today))
      throw new Refused(
        'survey-published',
        { survey: input.survey, role: input.role, added: fresh.size },
        `The figures of this survey are published: what ${fresh.size === 1 ? 'one more person' : `${fresh.size} more people`} answered could be told from the difference, so nothing is added any more. Import everything at once, before the survey closes if people also answer here.`,
      )
    const given = [...fresh].map(([personId, { answers }]) => ({ personId, role: input.role, answers }))
    await addAnswered(tx, ctx.organisationId, season.id, input.survey, input.role, [...fresh.keys()])
    // Of a survey that has closed nothing more will come, so that its groups can be told.
    await layDown(ctx, tx, { season, survey: input.survey }, given, { isLast: isClosed(survey, today) })
    // Nobody can say any more which answer came by which sheet, so none is taken back.
    await keepImportOnly(ctx, tx, { sheet: 'survey', seasonId: season.id, added: fresh.size })
    return {
      read: input.rows.length,
      accepted: fresh.size,
      unchanged: input.rows.length - rejected.length - fresh.size,
      rejected,
      notes: [],
    }
  })
}

const IN_A_PAIR = 'Nothing to do: only people in a published pair while it was open are counted.'
const REMEDIES: Readonly<Record<Respondent, string>> = {
  mentor: IN_A_PAIR,
  mentee: IN_A_PAIR,
  supervisor: 'Nothing to do: only supervisors whose people agreed before it opened are counted.',
  leaver: 'Nothing to do: only people whose pair ended early are counted, and each in one survey.',
}

function notInvited(row: AnswerInput, role: Respondent): RowFault {
  return {
    row: row.row,
    column: 'email',
    code: 'not-invited',
    message: `${row.email} was not invited to this survey as ${role}`,
    remedy: REMEDIES[role],
  }
}
