import { importTraining } from '../../journey/learn/actions/import-training.ts'
import { type Operation, operation, season } from '../operation.ts'
import { importReport } from '../shapes/import-report.ts'
import * as rows from '../sheet-rows.ts'

export const learn: readonly Operation[] = [
  operation({
    action: 'learn.importTraining',
    stage: 'learn',
    verb: 'import',
    about: 'Take who completed which course',
    file: 'training',
    options: [],
    shows: false,
    result: importReport,
    run: (ctx, given) => importTraining(ctx, { ...season(given), rows: given.rows.map(rows.asTraining) }),
  }),
]
