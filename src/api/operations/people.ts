import { importPeople } from '../../people/actions.ts'
import type { Operation } from '../operation.ts'
import * as rows from '../sheet-rows.ts'

export const people: readonly Operation[] = [
  {
    action: 'people.importPeople',
    stage: 'people',
    verb: 'import',
    about: 'Take a directory',
    file: 'people',
    options: [],
    shows: false,
    run: (ctx, given) => importPeople(ctx, { rows: given.rows.map(rows.asPerson) }),
  },
]
