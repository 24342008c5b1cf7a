import { type Context, permit, within } from '../../runtime/context.ts'
import { FIELDS } from '../../store/fields/all.ts'
import type { TableEntry } from '../../store/fields/field.ts'
import { isAboutSomebody } from '../../store/whose.ts'

export type RecordLine = Omit<TableEntry, 'subjects'> & { readonly table: string; readonly isAboutPeople: boolean }

/** Every table of the catalogue, those about people first, for the record of processing. */
export const RECORD: readonly RecordLine[] = Object.entries(FIELDS)
  .map(([table, it]) => ({ table, ...it, isAboutPeople: isAboutSomebody(table) || table.startsWith('survey_') }))
  .sort((one, other) => Number(other.isAboutPeople) - Number(one.isAboutPeople))

/** The record of processing: what is held, why, for whom, how long. */
export async function recordOfProcessing(ctx: Context): Promise<readonly RecordLine[]> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'upkeep.seeRecord')
    return RECORD
  })
}
