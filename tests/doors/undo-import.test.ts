import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { importApplications } from '../../src/journey/apply/actions.ts'
import { importAttendance } from '../../src/journey/gather/actions/import-attendance.ts'
import { importTraining } from '../../src/journey/learn/actions/import-training.ts'
import { importMeetings } from '../../src/journey/meet/actions/meetings.ts'
import { clearApplications, importReviews } from '../../src/journey/review/actions.ts'
import { undoImport } from '../../src/office/actions/undo-import.ts'
import { seeImports } from '../../src/office/screens/imports.ts'
import { importHolidays } from '../../src/people/actions/import-holidays.ts'
import { importPeople } from '../../src/people/actions/import-people.ts'
import { type Context, rehearsed } from '../../src/runtime/context.ts'
import type { KeptImport } from '../../src/runtime/keep-import.ts'
import { asOperator, openHouse } from '../../src/runtime/open-context.ts'
import { WATCHED, WATCHED_NAMES } from '../../src/store/watched-tables.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

const season = 'women-2021'
const email = fc.constantFrom(
  ...['mentor1', 'mentor2', 'mentee1', 'mentee2', 'stranger'].map((it) => `${it}@example.com`),
)
const day = fc.constantFrom('2021-07-06', '2021-07-20', '2021-08-03')
const words = fc.constantFrom('Ana', "O'Neil; Uma", 'Ünal "x"', 'Li')
const maybe = fc.boolean()

describe('an import is taken back whole', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let ctx: Context

  beforeAll(async () => {
    installation = await freshInstallation()
    await playSmallSeason(commandLineOf(installation), 'programs/women-2021.yaml', {
      mentors: 3,
      mentees: 3,
      announced: false,
    })
    for (const table of ['pair', 'match_run', 'decision', 'clearance'])
      await installation.pool.query(`delete from ${table}`)
    const house = await openHouse(installation)
    if (!house) throw new Error('no house')
    ctx = await asOperator(house, undefined, '2021-06-28')
  })

  const tables = async () => {
    const found: Record<string, unknown> = {}
    for (const table of WATCHED_NAMES)
      found[table] = (await installation.pool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)).rows
    return found
  }
  const latest = async () =>
    (await seeImports(ctx, { season, page: 1 })).imports.find((it) => it.undoneOn === null)?.id ?? ''
  const heard = async (work: (inside: Context) => Promise<unknown>, preview: boolean) => {
    let kept: KeptImport | null = null
    const hearing = { ...ctx, hears: (it: KeptImport) => (kept = it) }
    const report = preview ? await rehearsed(hearing, work) : await work(hearing)
    return { report, lines: (kept as KeptImport | null)?.lines, id: (kept as KeptImport | null)?.id }
  }

  const rows = <T extends object>(one: fc.Arbitrary<T>) =>
    fc.array(one, { minLength: 1, maxLength: 8 }).map((all) => all.map((it, at) => ({ ...it, row: at + 2 })))
  const SHEETS: Readonly<Record<string, fc.Arbitrary<(it: Context) => Promise<unknown>>>> = {
    training: rows(fc.record({ email, course: fc.constantFrom('slides', 'course'), completedOn: day })).map(
      (all) => (it: Context) => importTraining(it, { season, rows: all }),
    ),
    attendance: rows(
      fc.record({ email, event: fc.constant('kickoff'), session: fc.constantFrom('1', '2', 'x'), attendedOn: day }),
    ).map((all) => (it: Context) => importAttendance(it, { season, rows: all })),
    meetings: rows(
      fc.record({
        menteeEmail: email,
        mentorEmail: fc.option(email),
        heldOn: day,
        minutes: fc.option(fc.nat(90)),
        confirmedBy: fc.constantFrom('both' as const, 'denied' as const),
      }),
    ).map((all) => (it: Context) => importMeetings(it, { season, rows: all })),
    reviews: rows(
      fc.record({
        email,
        role: fc.constantFrom('mentor' as const, 'mentee' as const),
        reviewer: fc.constantFrom('guest1@example.com', 'coordinator@example.com'),
        scores: fc.record({ track: fc.integer({ min: 1, max: 5 }) }),
      }),
    ).map((all) => (it: Context) => importReviews(it, { season, rows: all })),
    holidays: fc
      .tuple(rows(fc.record({ calendar: fc.constantFrom('North', 'South'), date: day, name: words })), maybe)
      .map(
        ([all, whole]) =>
          (it: Context) =>
            importHolidays(it, { rows: all, whole }),
      ),
    applications: rows(
      fc.record({
        submittedAt: fc.constantFrom('2021-06-10T10:00:00Z', '2021-06-11T10:00:00Z', '2021-09-01T10:00:00Z'),
        email,
        role: fc.constantFrom('mentor' as const, 'mentee' as const),
        about: words,
      }),
    ).map(
      (all) => (it: Context) =>
        importApplications(it, { season, rows: all.map((one) => ({ ...NOTHING_SAID, ...one })) }),
    ),
    clearance: fc
      .subarray(['mentee1@example.com', 'mentor1@example.com'])
      .map((emails) => (it: Context) => clearApplications(it, { season, emails })),
    people: fc.tuple(rows(fc.record({ email, name: words, division: fc.option(words), title: words })), maybe).map(
      ([all]) =>
        (it: Context) =>
          importPeople(it, { rows: all.map((one) => ({ ...NOTHING_KNOWN, ...one })) }),
    ),
  }

  it.each(Object.keys(SHEETS))(
    'of %s: the preview is what the import does, and the rows are what they were',
    async (sheet) => {
      const works = SHEETS[sheet]
      if (!works) throw new Error(sheet)
      await fc.assert(
        fc.asyncProperty(works, works, async (earlier, work) => {
          const empty = await tables()
          const first = await heard(earlier, false)
          const before = await tables()
          const preview = await heard(work, true)
          expect(await tables()).toEqual(before)
          const done = await heard(work, false)
          expect({ ...preview, id: 0 }).toEqual({ ...done, id: 0 })
          const again = await heard(work, false)
          expect(again.id, 'the same sheet twice').toBe(null)
          if (done.id) await undoImport(ctx, { id: done.id })
          expect(await tables()).toEqual(before)
          if (first.id) await undoImport(ctx, { id: first.id })
          expect(await tables()).toEqual(empty)
        }),
        { numRuns: process.env.DEPTH ? 50 : 4 },
      )
    },
  )

  it('every column of the tables that imports write to is its key, brought back, or stays as it is', async () => {
    const STAYS = [
      ...['organisation_id', 'id', 'season_id', 'person_id', 'created_at', 'email'],
      ...['external_id', 'erased_at', 'user_name', 'given_name', 'family_name', 'removed_at'],
    ]
    const WRITTEN_ONCE = ['application', 'training_record', 'attendance', 'meeting', 'review']
    for (const table of WATCHED_NAMES.filter((it) => !WRITTEN_ONCE.includes(it))) {
      const { rows: all } = await installation.pool.query(
        'select column_name as name from information_schema.columns where table_name = $1',
        [table],
      )
      const known: readonly string[] = [...WATCHED[table].key, ...WATCHED[table].columns, ...STAYS]
      expect(
        all.map((it) => it.name).filter((it) => !known.includes(it)),
        table,
      ).toEqual([])
    }
  })

  const training =
    (on: string, who = 'mentor1@example.com') =>
    (it: Context) =>
      importTraining(it, { season, rows: [{ row: 2, email: who, course: 'slides', completedOn: on }] })

  it('the later import goes first, and an import goes once', async () => {
    await training('2021-06-01')(ctx)
    const first = await latest()
    await training('2021-06-02', 'mentor2@example.com')(ctx)
    const second = await latest()
    await expect(undoImport(ctx, { id: first })).rejects.toMatchObject({ code: 'import-built-upon' })
    await undoImport(ctx, { id: second })
    await expect(undoImport(ctx, { id: second })).rejects.toMatchObject({ code: 'import-undone' })
    await undoImport(ctx, { id: first })
  })

  it('of two who take it back at once one does', async () => {
    await training('2021-06-03')(ctx)
    const id = await latest()
    const both = await Promise.allSettled([undoImport(ctx, { id }), undoImport(ctx, { id })])
    expect(both.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('stays where a row has changed since, or something hangs on it, and nothing is touched', async () => {
    await training('2021-06-04')(ctx)
    const id = await latest()
    await installation.pool.query("update training_record set happened_on = '2021-06-05'")
    const before = await tables()
    await expect(undoImport(ctx, { id })).rejects.toMatchObject({ code: 'import-built-upon' })
    expect(await tables()).toEqual(before)
    await importPeople(ctx, { rows: [{ ...NOTHING_KNOWN, row: 2, email: 'new@example.com', name: 'New' }] })
    const people = await latest()
    await training('2021-06-06', 'new@example.com')(ctx)
    await expect(undoImport(ctx, { id: people })).rejects.toMatchObject({ code: 'import-built-upon' })
  })

  it('clearance stays once anything is decided upon it', async () => {
    await clearApplications(ctx, { season, emails: [] })
    const id = await latest()
    await commandLineOf(installation)('review', 'decide', '--on', '2021-06-28')
    await expect(undoImport(ctx, { id })).rejects.toMatchObject({ code: 'import-built-upon' })
    await installation.pool.query('delete from decision')
    await undoImport(ctx, { id })
  })

  it('whoever withdrew since stays withdrawn, and the import is taken back without a word of it', async () => {
    const one = {
      ...NOTHING_SAID,
      row: 2,
      submittedAt: '2021-06-12T10:00:00Z',
      email: 'mentee3@example.com',
      role: 'mentee' as const,
    }
    await importApplications(ctx, { season, rows: [one, { ...one, row: 3, email: 'mentee2@example.com' }] })
    const id = await latest()
    await installation.pool.query(
      `update application set superseded_by = id, withdrawn_at = now() where superseded_by is null
        and person_id = (select id from person where email = 'mentee3@example.com')`,
    )
    await undoImport(ctx, { id })
    const { rows: inForce } = await installation.pool.query(
      "select p.email from application a join person p on p.id = a.person_id where superseded_by is null and p.email like 'mentee%' order by 1",
    )
    expect(inForce.map((it) => it.email)).toEqual(['mentee1@example.com', 'mentee2@example.com'])
  })
})

const NOTHING_SAID = {
  commits: true,
  trainings: null,
  identity: true,
  certificate: null,
  managerInformed: null,
  topics: [],
  managementTrack: null,
  capacity: null,
  mentoredBefore: null,
  about: null,
}
const NOTHING_KNOWN = {
  employeeId: undefined,
  title: undefined,
  division: undefined,
  department: undefined,
  team: undefined,
  managerRef: undefined,
  startedOn: undefined,
  timeZone: undefined,
  expertise: undefined,
  worksFrom: undefined,
  worksUntil: undefined,
  worksOn: undefined,
  holidays: undefined,
  leftOn: undefined,
}
