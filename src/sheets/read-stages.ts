import type { Day } from '../model/day.ts'
import { type DateOrder, readDay } from './dates.ts'
import { UnreadableSheet } from './fault.ts'
import { eachRecord } from './records.ts'

/** One stage of an old plan; `until` is the same day where it lasts one. */
export type Stage = { readonly row: number; readonly stage: string; readonly from: Day; readonly until: Day }
export type StageFault = { readonly row: number; readonly message: string }
export type ReadStages = { readonly stages: readonly Stage[]; readonly faults: readonly StageFault[] }

const MOST_ROWS = 200
const MOST_CHARACTERS = 300
const REMEDY = 'write it as 2026-10-31, or choose how the plan writes days'

/** Reads rows of a stage, a day and perhaps a second day; every row that cannot be read is said with its number. */
export async function readStages(text: string, order: DateOrder): Promise<ReadStages> {
  const rows: { cells: readonly string[]; row: number }[] = []
  try {
    await eachRecord(new TextEncoder().encode(text), undefined, (cells, row) => {
      if (cells.some((it) => it.trim() !== '')) rows.push({ cells: cells.map((it) => it.trim()), row })
    })
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    return { stages: [], faults: [{ row: 1, message: error.message }] }
  }
  const [first, ...rest] = rows
  const isHeader = first !== undefined && rest.length > 0 && !/\d/.test(first.cells[1] ?? '')
  const read = (isHeader ? rest : rows).map((it) => readStage(it, order))
  if (read.length > MOST_ROWS)
    return { stages: [], faults: [{ row: MOST_ROWS + 1, message: `there are more than ${MOST_ROWS} rows` }] }
  if (read.length === 0) return { stages: [], faults: [{ row: 1, message: 'there is no row with a stage and a day' }] }
  return { stages: read.filter((it) => 'stage' in it), faults: read.filter((it) => 'message' in it) }
}

function readStage({ cells, row }: { cells: readonly string[]; row: number }, order: DateOrder): Stage | StageFault {
  const [stage = '', first = '', second = ''] = cells
  if (stage === '') return { row, message: 'the stage is missing; write what happens in the first column' }
  if (stage.length > MOST_CHARACTERS) return { row, message: `the stage is longer than ${MOST_CHARACTERS} characters` }
  if (first === '') return { row, message: `“${stage}” has no day; write it in the second column, or take the row out` }
  const from = readDay(first, order)
  if (!from.ok) return { row, message: `“${first}” ${from.message}; ${REMEDY}` }
  const until = second === '' ? from : readDay(second, order)
  if (!until.ok) return { row, message: `“${second}” ${until.message}; ${REMEDY}` }
  if (until.value < from.value) return { row, message: `it ends on ${until.value}, before it begins on ${from.value}` }
  return { row, stage, from: from.value, until: until.value }
}
