import { expect, it } from 'vitest'
import { sayReport } from './report.ts'

const NOTHING = { read: 0, accepted: 0, unchanged: 0, rejected: [], notes: [], extraColumns: [] }
const fault = (row: number) => ({
  row,
  column: 'email',
  code: 'unknown-person',
  message: 'nobody has this address',
  remedy: 'import the person first',
})

it('an import says how many rows were taken and names each row that was not', () => {
  const report = {
    ...NOTHING,
    accepted: 83,
    superseded: 1,
    rejected: [fault(29), fault(28), fault(28)],
    extraColumns: ['Shoe size'],
  }
  expect(sayReport(report, 'applications')).toEqual([
    '83 applications, 1 superseded, 2 rows rejected',
    'row 28, email: nobody has this address; import the person first',
    'row 28, email: nobody has this address; import the person first',
    'row 29, email: nobody has this address; import the person first',
    'columns not used: Shoe size',
  ])
})

it('one is not many, and a note is not a fault', () => {
  const notes = [{ row: 2, column: null, message: 'has no manager in the directory' }]
  expect(sayReport({ ...NOTHING, accepted: 1, notes }, 'people')).toEqual([
    '1 person',
    'note, row 2: has no manager in the directory',
  ])
})

it('an import run again says that nothing is new', () => {
  expect(sayReport({ ...NOTHING, unchanged: 3 }, 'people')).toEqual(['0 people, 3 unchanged'])
})
