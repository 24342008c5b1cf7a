import { importApplications } from '../../journey/apply/actions.ts'
import { type Operation, season } from '../operation.ts'
import * as rows from '../sheet-rows.ts'

export const apply: readonly Operation[] = [
  {
    action: 'apply.importApplications',
    stage: 'apply',
    verb: 'import',
    about: 'Take applications',
    file: 'applications',
    options: [],
    shows: false,
    run: (ctx, given) => importApplications(ctx, { ...season(given), rows: given.rows.map(rows.asApplication) }),
  },
]
