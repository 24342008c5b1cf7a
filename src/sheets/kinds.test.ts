import { createReadStream, existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SheetKind } from './cell.ts'
import { sheetKind } from './kinds.ts'
import { LONGEST_CELL, readSheet } from './read-sheet.ts'

async function sheetOf<Row>(text: string, kind: SheetKind<Row>, zone?: string) {
  const sheet = await readSheet(new TextEncoder().encode(text), { kind, zone })
  if (!sheet.ok) throw new Error(sheet.fault.message)
  return sheet
}

const APPLICATION = {
  submitted_at: '2021-05-20T08:12:22Z',
  email: 'a@x.org',
  role: 'mentor',
  capacity: '1',
  manager_informed: 'yes',
  about: 'Hi',
}
const lineOf = (changed: Partial<typeof APPLICATION>) => {
  const row = { ...APPLICATION, ...changed }
  return `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`
}

describe('a faulty row of applications is left out and explained', () => {
  it.each([
    [{ role: 'mentr' }, 'role', 'unknown-role', '"mentr" is not a role; did you mean mentor?'],
    [{ role: 'chef' }, 'role', 'unknown-role', '"chef" is not a role'],
    [{ capacity: '-1' }, 'capacity', 'negative-number', '"-1" is below 0'],
    [{ capacity: 'two' }, 'capacity', 'not-a-number', '"two" is not a whole number'],
    [{ email: 'ann' }, 'email', 'not-an-address', '"ann" is not an e-mail address'],
    [{ email: '' }, 'email', 'blank-cell', 'is empty'],
    [{ manager_informed: 'perhaps' }, 'manager_informed', 'not-yes-or-no', '"perhaps" is neither yes nor no'],
    [{ submitted_at: 'June' }, 'submitted_at', 'not-a-date', '"June" is not a date'],
    [
      { submitted_at: '2021-06-01T25:00:00Z' },
      'submitted_at',
      'not-a-time',
      '"2021-06-01T25:00:00Z" is not a date and time',
    ],
    [
      { submitted_at: '2021-06-01 10:00' },
      'submitted_at',
      'no-time-zone',
      '"2021-06-01 10:00" does not say its time zone',
    ],
    [
      { about: 'x'.repeat(LONGEST_CELL + 1) },
      'about',
      'cell-too-long',
      'the cell has 10001 characters, more than the limit of 10000',
    ],
    [{ about: 'x,y' }, null, 'too-many-cells', 'has 7 cells where the header has 6'],
  ])('%o', async (changed, column, code, message) => {
    const sheet = await sheetOf(lineOf(changed), sheetKind('applications'))
    expect(sheet.rows).toEqual([])
    expect(sheet.faults).toMatchObject([{ row: 2, column, code, message }])
  })

  it('a row with too few cells says so', async () => {
    const sheet = await sheetOf('email,course\na@x.org\n', sheetKind('training'))
    expect(sheet.faults).toMatchObject([{ row: 2, column: null, code: 'too-few-cells' }])
  })
})

describe('what a row becomes', () => {
  it.each([
    ['2021-05-20T08:12:22Z', undefined, '2021-05-20T08:12:22.000Z'],
    ['2021-05-20T08:12:22+02:00', undefined, '2021-05-20T06:12:22.000Z'],
    ['2021-05-20 8:12', 'Europe/Berlin', '2021-05-20T06:12:00.000Z'],
    ['2021-05-20', 'Europe/Berlin', '2021-05-19T22:00:00.000Z'],
  ])('%s in %s is one instant', async (submitted_at, zone, instant) => {
    const sheet = await sheetOf(lineOf({ submitted_at }), sheetKind('applications'), zone)
    expect(sheet.rows[0]?.value.submittedAt).toBe(instant)
  })

  it('a review has a score for each criterion, from 1 to 5', async () => {
    const kind = sheetKind('reviews', { criteria: ['track'] })
    const sheet = await sheetOf('email,role,reviewer,track\na@x.org,Mentee,R@x.org,5\na@x.org,mentee,r@x.org,6\n', kind)
    expect(sheet.rows).toEqual([
      { row: 2, value: { email: 'a@x.org', role: 'mentee', reviewer: 'r@x.org', scores: { track: 5 } } },
    ])
    expect(sheet.faults).toMatchObject([{ row: 3, column: 'track', code: 'out-of-range' }])
  })

  it('a meeting nobody spoke about is unknown', async () => {
    const sheet = await sheetOf('mentee_email,held_on,confirmed_by\na@x.org,2021-07-08,\n', sheetKind('meetings'))
    expect(sheet.rows[0]?.value).toEqual({
      menteeEmail: 'a@x.org',
      mentorEmail: null,
      heldOn: '2021-07-08',
      minutes: null,
      confirmedBy: 'unknown',
    })
  })

  it('only multi-select answers are split, and no fault repeats an answer', async () => {
    const kind = sheetKind('survey', {
      questions: [
        { key: 'skills', kind: 'skills' },
        { key: 'why', kind: 'free-text' },
        { key: 'fit', kind: 'yes-no' },
      ],
    })
    const sheet = await sheetOf('email,skills,why,fit\na@x.org,b; a;b,one; two,Yes\na@x.org,,,secret\n', kind)
    expect(sheet.rows[0]?.value.answers).toEqual({ skills: ['b', 'a'], why: ['one; two'], fit: ['yes'] })
    expect(JSON.stringify(sheet.faults)).not.toContain('secret')
  })

  it('the standing of a person is neither read nor repeated, even from a shifted row', async () => {
    const sheet = await sheetOf('email,standing\na@x.org,formal plan\nformal plan,a@x.org\n', sheetKind('clearance'))
    expect(sheet.rows).toEqual([{ row: 2, value: { email: 'a@x.org' } }])
    expect(sheet.faults).toHaveLength(1)
    expect(JSON.stringify(sheet)).not.toContain('formal')
  })
})

const DATA = new URL('../../../shared/data/', import.meta.url)
const absent = !existsSync(DATA)

describe('the real spreadsheets (skipped where ../shared/data is absent)', () => {
  const real = async <Row>(file: string, kind: SheetKind<Row>) => {
    const sheet = await readSheet(createReadStream(new URL(file, DATA)), { kind })
    if (!sheet.ok) throw new Error(sheet.fault.message)
    return sheet
  }

  it.skipIf(absent)('86 applications have one row that names no role, row 29', async () => {
    const sheet = await real('season-2021/applications.csv', sheetKind('applications'))
    expect(sheet).toMatchObject({
      rowCount: 86,
      extraColumns: [],
      absentColumns: [],
      faults: [{ row: 29, column: 'role' }],
    })
    expect(sheet.rows.find(({ row }) => row === 28)?.value.email).toBe('nobody@example.com')
  })

  const yesNo = (key: string) => ({ key, kind: 'yes-no' })
  const skills = { key: 'skills', kind: 'skills' }
  const FILES: [string, SheetKind<unknown>, number][] = [
    ['directory-2022.csv', sheetKind('people'), 1336],
    ['season-2021/people-team-standing.csv', sheetKind('clearance'), 16],
    ['season-2021/reviews.csv', sheetKind('reviews', { criteria: ['track', 'performance'] }), 70],
    ['season-2021/training.csv', sheetKind('training'), 89],
    ['season-2021/attendance.csv', sheetKind('attendance'), 83],
    ['season-2021/meetings.csv', sheetKind('meetings'), 185],
    [
      'season-2021/survey-end-mentees.csv',
      sheetKind('survey', { questions: [skills, yesNo('will_keep_meeting')] }),
      19,
    ],
    [
      'season-2021/survey-end-mentors.csv',
      sheetKind('survey', { questions: [skills, yesNo('mentee_was_good_fit')] }),
      23,
    ],
  ]
  it.skipIf(absent).each(FILES)('%s is read without a fault', async (file, kind, count) => {
    const sheet = await real(file, kind)
    expect(sheet.faults).toEqual([])
    expect(sheet.rows).toHaveLength(count)
  })
})
