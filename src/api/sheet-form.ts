import { type SheetSetting, sheetSetting } from '../journey/design/columns.ts'
import type { Context } from '../runtime/context.ts'
import { type Given, isTextFile, type Operation } from './operation.ts'
import { kindFor } from './take-sheet.ts'

export type SheetColumn = { readonly name: string; readonly required: boolean; readonly takes: string }
export type SheetForm = Pick<SheetSetting, 'season' | 'surveys' | 'map'> & { readonly columns: readonly SheetColumn[] }

/** What a form asks for beside a file: the columns of its sheet in this season, and the headers that were mapped before. */
export async function sheetForm(ctx: Context, operation: Operation, options: Given['options']): Promise<SheetForm> {
  const { file } = operation
  if (!file || isTextFile(file)) throw new Error(`${operation.action} takes no sheet`)
  const season = typeof options.season === 'string' ? options.season : undefined
  const setting = await sheetSetting(ctx, operation.action, season, file)
  const isChosen = file !== 'survey' || options.survey !== undefined
  const columns = isChosen ? kindFor(file, options, setting).columns : []
  return {
    season: setting.season,
    surveys: setting.surveys,
    map: setting.map,
    columns: columns
      .filter((it) => !it.ignored)
      .map(({ name, required, kind }) => ({ name, required, takes: kind.kind })),
  }
}
