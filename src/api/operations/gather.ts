import { importAttendance } from '../../journey/gather/actions/import-attendance.ts'
import { type Operation, operation, season } from '../operation.ts'
import { importReport } from '../shapes/import-report.ts'
import * as rows from '../sheet-rows.ts'

export const gather: readonly Operation[] = [
  operation({
    action: 'gather.importAttendance',
    stage: 'gather',
    verb: 'import',
    about: 'Take who came to which session',
    file: 'attendance',
    options: [],
    shows: false,
    result: importReport,
    run: (ctx, given) => importAttendance(ctx, { ...season(given), rows: given.rows.map(rows.asAttendance) }),
  }),
]
