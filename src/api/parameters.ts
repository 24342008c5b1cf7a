import { sheetKind } from '../sheets/kinds.ts'
import { isTextFile, type Operation } from './operation.ts'
import type { Option } from './option.ts'

export const ON: Option = {
  name: 'on',
  kind: 'day',
  about: 'the day it happened, or the as-of day of what is shown; today unless said',
}
export const DATES = {
  name: 'dates',
  kind: 'choice',
  choices: ['iso', 'dmy', 'mdy'],
  about: 'how the sheet writes 5/6/2021; iso, year first, unless said',
} as const satisfies Option
export const STRICT: Option = {
  name: 'strict',
  kind: 'switch',
  about: 'take the whole sheet or, if one row is faulty, nothing',
}
const SEASON: Option = {
  name: 'season',
  kind: 'text',
  about: 'the key of the season; may be left out while there is one',
}

/** Every parameter the API reads from the query of an operation: its own options, and those that all share. */
export function parametersOf(operation: Operation): readonly Option[] {
  if (operation.publicPath) return operation.options
  const shared = operation.noSeason ? [ON] : [SEASON, ON]
  return [...shared, ...operation.options, ...(takesSheet(operation) ? [DATES, STRICT, ...mapsOf(operation)] : [])]
}

/** The columns of an operation's sheet that no season changes; none where it has no sheet. */
export function columnsOf({ file }: Operation): ReturnType<typeof sheetKind>['columns'] {
  if (!file || isTextFile(file)) return []
  if (file === 'reviews') return sheetKind(file, { criteria: [] }).columns
  return file === 'survey' ? sheetKind(file, { questions: [] }).columns : sheetKind(file).columns
}

function takesSheet({ file }: Operation): boolean {
  return file !== undefined && !isTextFile(file)
}

function mapsOf(operation: Operation): readonly Option[] {
  return columnsOf(operation).map(({ name }) => ({
    name: `map.${name}`,
    kind: 'text',
    about: `the header in row 1 that holds ${name}, where it has another name; kept with the season`,
  }))
}
