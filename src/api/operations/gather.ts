import { importAttendance } from '../../journey/gather/actions.ts'
import { type Operation, season } from '../operation.ts'
import * as rows from '../sheet-rows.ts'

export const gather: readonly Operation[] = [
  {
    action: 'gather.importAttendance',
    stage: 'gather',
    verb: 'import',
    about: 'Take who came to which session',
    file: 'attendance',
    options: [],
    shows: false,
    run: (ctx, given) => importAttendance(ctx, { ...season(given), rows: given.rows.map(rows.asAttendance) }),
  },
]
