import { importTraining } from '../../journey/learn/actions.ts'
import { type Operation, season } from '../operation.ts'
import * as rows from '../sheet-rows.ts'

export const learn: readonly Operation[] = [
  {
    action: 'learn.importTraining',
    stage: 'learn',
    verb: 'import',
    about: 'Take who completed which course',
    file: 'training',
    options: [],
    shows: false,
    run: (ctx, given) => importTraining(ctx, { ...season(given), rows: given.rows.map(rows.asTraining) }),
  },
]
