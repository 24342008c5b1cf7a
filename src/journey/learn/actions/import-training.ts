import { type ImportReport, type RowFault, unknownPerson } from '../../../model/report.ts'
import { type Context, dayOf, permit, within } from '../../../runtime/context.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { addTraining } from '../../../store/facts.ts'
import { idsByEmail } from '../../../store/people.ts'
import { lockSeason } from '../../../store/seasons.ts'

export type TrainingInput = {
  readonly row: number
  readonly email: string
  readonly course: string
  readonly completedOn: string | null
}

/** Takes who completed which course. Rows of any known person are kept; figures decide later whether they count. */
export async function importTraining(
  ctx: Context,
  input: { season?: string; rows: readonly TrainingInput[] },
): Promise<ImportReport> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'learn.importTraining', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const people = await idsByEmail(tx, ctx.organisationId)
    const courses = season.program.training.flatMap((it) => it.alternatives.map((one) => one.key))
    const rejected: RowFault[] = []
    const records = input.rows.flatMap((row) => {
      const personId = people.get(row.email)
      if (!courses.includes(row.course)) rejected.push(unknownCourse(row, courses))
      else if (!personId) rejected.push(unknownPerson(row.row, row.email))
      else return [{ id: newId(), person_id: personId, course: row.course, happened_on: dayOf(ctx, row.completedOn) }]
      return []
    })
    const accepted = await addTraining(tx, ctx.organisationId, season.id, records, ctx.clock.now())
    return { read: input.rows.length, accepted, unchanged: records.length - accepted, rejected, notes: [] }
  })
}

function unknownCourse(row: TrainingInput, courses: readonly string[]): RowFault {
  return {
    row: row.row,
    column: 'course',
    code: 'unknown-course',
    message: `the program has no course "${row.course}"`,
    remedy: `Use one of: ${courses.join(', ')}.`,
  }
}
