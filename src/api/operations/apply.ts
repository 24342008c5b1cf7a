import { importApplications } from '../../journey/apply/actions.ts'
import { type Operation, operation, season } from '../operation.ts'
import { importReport } from '../shapes/import-report.ts'
import * as rows from '../sheet-rows.ts'

export const apply: readonly Operation[] = [
  operation({
    action: 'apply.importApplications',
    stage: 'apply',
    verb: 'import',
    about: 'Take applications',
    file: 'applications',
    options: [],
    shows: false,
    result: importReport,
    run: (ctx, given) => importApplications(ctx, { ...season(given), rows: given.rows.map(rows.asApplication) }),
  }),
]
