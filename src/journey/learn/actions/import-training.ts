import { type ImportReport, type RowFault, unknownPerson } from '../../../model/report.ts'
import { type Context, dayOf, permit, within } from '../../../runtime/context.ts'
import { keepImport, watchRows } from '../../../runtime/keep-import.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { addTraining } from '../../../store/facts.ts'
import { idsByEmail } from '../../../store/people.ts'

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
    await lockOpenSeason(ctx, tx, season.id)
    const people = await idsByEmail(tx, ctx.organisationId)
    const courses = season.program.training.flatMap((it) => it.alternatives.map((one) => one.key))
    const rejected: RowFault[] = []
    const read = input.rows.flatMap((row) => {
      const personId = people.get(row.email)
      if (!courses.includes(row.course)) rejected.push(unknownCourse(row, courses))
      else if (!personId) rejected.push(unknownPerson(row.row, row.email))
      else return [{ row, record: asRecord(row, personId, dayOf(ctx, row.completedOn)) }]
      return []
    })
    const records = read.map((it) => it.record)
    const watch = await watchRows(
      ctx,
      tx,
      read.map(({ row, record: { person_id, course } }) => ({
        table: 'training_record',
        key: { season_id: season.id, person_id, course },
        personId: person_id,
        row: row.row,
        says: [row.email, course],
      })),
    )
    const accepted = await addTraining(tx, ctx.organisationId, season.id, records, ctx.clock.now())
    await keepImport(ctx, tx, watch, { sheet: 'training', seasonId: season.id })
    return { read: input.rows.length, accepted, unchanged: records.length - accepted, rejected, notes: [] }
  })
}

function asRecord({ course }: TrainingInput, person_id: string, happened_on: string) {
  return { id: newId(), person_id, course, happened_on }
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
