import { importPeople } from '../../people/actions.ts'
import { type Operation, operation } from '../operation.ts'
import { importReport } from '../shapes/import-report.ts'
import * as rows from '../sheet-rows.ts'

export const people: readonly Operation[] = [
  operation({
    action: 'people.importPeople',
    stage: 'people',
    verb: 'import',
    about: 'Take a directory',
    file: 'people',
    options: [],
    shows: false,
    result: importReport,
    run: (ctx, given) => importPeople(ctx, { rows: given.rows.map(rows.asPerson) }),
  }),
]
