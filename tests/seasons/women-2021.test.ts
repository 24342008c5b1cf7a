import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'

const DATA = '../shared/data'
const SEASON = `${DATA}/season-2021`

type Shown = Record<string, unknown>
const shows = async (run: ReturnType<typeof commandLine>, ...words: string[]) =>
  JSON.parse((await run(...words, '--json'))[0] ?? '') as Shown

describe.skipIf(!existsSync(SEASON))(
  'the season of 2021 on its real records (skipped where ../shared/data is absent)',
  () => {
    let run: ReturnType<typeof commandLine>
    let pool: Awaited<ReturnType<typeof freshDatabase>>
    const expected = existsSync(SEASON) ? JSON.parse(readFileSync(`${SEASON}/expected.json`, 'utf8')) : {}
    const seen = { applications: {}, cleared: {}, first: {}, second: {}, results: {} } as Record<
      'applications' | 'cleared' | 'first' | 'second' | 'results',
      Shown
    >

    beforeAll(async () => {
      pool = await freshDatabase()
      run = commandLine(pool)
      await run('office', 'setup', '--organisation', 'Example', '--operator', 'coordinator@example.com', '--one-person')
      await run('design', 'load', 'programs/women-2021.yaml')
      await run('people', 'import', `${DATA}/directory-2022.csv`)
      seen.applications = await shows(run, 'apply', 'import', `${SEASON}/applications.csv`)
      seen.cleared = await shows(run, 'review', 'clear', `${SEASON}/people-team-standing.csv`, '--on', '2021-06-25')
      await run('review', 'import', `${SEASON}/reviews.csv`, '--on', '2021-06-25')
      await run('review', 'decide', '--on', '2021-06-28')
      seen.first = await shows(run, 'match', 'propose', '--on', '2021-06-29')
      await run('match', 'publish', '--on', '2021-06-29')
      await run('announce', 'release', '--on', '2021-06-29')
      await run('learn', 'import', `${SEASON}/training.csv`)
      await run('gather', 'import', `${SEASON}/attendance.csv`)
      await run('review', 'clear', `${SEASON}/people-team-standing.csv`, '--on', '2021-07-12')
      await run('review', 'decide', '--late', '--on', '2021-07-13')
      seen.second = await shows(run, 'match', 'propose', '--on', '2021-07-14')
      await run('match', 'publish', '--on', '2021-07-14')
      await run('announce', 'release', '--on', '2021-07-14')
      await run('meet', 'import', `${SEASON}/meetings.csv`)
      await run('survey', 'import', `${SEASON}/survey-end-mentors.csv`, '--survey', 'end', '--role', 'mentor')
      await run('survey', 'import', `${SEASON}/survey-end-mentees.csv`, '--survey', 'end', '--role', 'mentee')
      seen.results = await shows(run, 'results', 'show', '--on', '2021-10-07')
    })

    it('83 applications are taken, one is superseded and two rows are rejected by number', () => {
      expect(seen.applications).toMatchObject({ read: 86, accepted: 83, superseded: 1 })
      expect((seen.applications.rejected as { row: number }[]).map((fault) => fault.row)).toEqual([28, 29])
    })

    it('clearing applications says nothing but that it is done', () => {
      expect(seen.cleared).toEqual({ done: true })
    })

    it('the first match makes 32 pairs, keeps duals as mentors only and orders the waiting list', () => {
      expect(seen.first.pairs).toHaveLength(32)
      expect([...(seen.first.mentorsOnly as string[])].sort()).toEqual(
        expected.shortage.dual_applicants_kept_as_mentors_only,
      )
      expect(seen.first.waitingList).toEqual(expected.waiting_list_in_order)
    })

    it('the late mentor is paired with the first of the waiting list', () => {
      expect(seen.second.pairs).toMatchObject([
        { mentor: expected.applications.late_mentor, mentee: expected.waiting_list_in_order[0] },
      ])
    })

    it('participation, attendance and cadence are what the season recorded', () => {
      const { final, attendance, meetings } = expected
      expect(seen.results.participation).toMatchObject({
        people: final.participants,
        pairs: final.pairs,
        menteeDepartments: final.mentee_departments,
        mentorDepartments: final.mentor_departments,
      })
      for (const event of ['kickoff', 'mid-program', 'celebration'])
        expect((seen.results.attendance as { event: string }[]).find((it) => it.event === event)).toMatchObject(
          attendance[event],
        )
      expect(seen.results.cadence).toMatchObject({
        pairsEveryWindow: meetings.pairs_meeting_every_window,
        pairs: meetings.pairs,
        percent: 84.85,
        target: 95,
        windowsMet: meetings.windows_met,
        windowsDue: meetings.windows_due,
      })
    })

    it('the end survey shows what mentors and mentees answered', () => {
      const surveys = seen.results.surveys as {
        role: string
        answers: number
        invited: number
        questions: { key: string; options: { option: string; percent: number }[] }[]
      }[]
      for (const [role, known] of [
        ['mentor', expected.survey_end.mentors],
        ['mentee', expected.survey_end.mentees],
      ] as const) {
        const survey = surveys.find((it) => it.role === role)
        expect(survey).toMatchObject({ invited: 33, answers: known.answers })
        const skills = survey?.questions.find((it) => it.key === 'skills')?.options ?? []
        expect(Object.fromEntries(skills.map((it) => [it.option, it.percent]))).toEqual(known.skills_percent)
      }
    })

    describe('as they leave by every door', () => {
      type Golden = readonly [figure: string, counted: number, base: number, percent: number]
      const got = { page: '', csv: [] as string[][], md: '', json: {} as Shown, api: {} as Shown }

      beforeAll(async () => {
        const site = makeSite(await freshInstallation({}, pool))
        const { path } = await shows(run, 'results', 'link')
        const { token } = await shows(run, 'office', 'token')
        const read = async (address: string, headers: Record<string, string> = {}) => {
          const answer = await site.request(address, { headers })
          expect(answer.status, address).toBe(200)
          return answer.text()
        }
        const file = String(path).replace('/results', '/results/file')
        const on = 'on=2021-10-07'
        got.page = (await read(`${path}&${on}`)).replaceAll(/<[^>]*>/g, ' ').replaceAll(/(&nbsp;|\s|\u00a0)+/g, ' ')
        got.csv = parse(await read(`${file}&${on}&as=csv`))
        got.md = await read(`${file}&${on}&as=md`)
        got.json = JSON.parse(await read(`${file}&${on}&as=json`))
        got.api = JSON.parse(await read(`/api/v1/results/show?${on}`, { authorization: `Bearer ${token}` }))
      })

      /** Every share that was published of the season, as its records say it. */
      const golden = (): readonly Golden[] => {
        const { attendance, meetings, survey_end: said } = expected
        const came = Object.entries(attendance as Record<string, { people: number; roster: number; percent: number }>)
        const skills = (
          [
            ['mentors', said.mentors],
            ['mentees', said.mentees],
          ] as const
        ).flatMap(([, it]) =>
          Object.entries(it.skills_percent as Record<string, number>).map(
            ([skill, share]): Golden => [skill, Math.round((share * it.answers) / 100), it.answers, share],
          ),
        )
        return [
          ['pairs that met in every window', meetings.pairs_meeting_every_window, meetings.pairs, 84.85],
          ...came.map(([, it]): Golden => ['invited people who came', it.people, it.roster, it.percent]),
          ...skills,
        ]
      }
      /** The one stated rule: half up from the exact fraction, two decimals in data, one on pages. */
      const halfUp = (counted: number, base: number, decimals: number) =>
        Math.floor((counted * 200 * 10 ** decimals + base) / (2 * base)) / 10 ** decimals

      it('each share is the exact fraction, rounded by the one rule', () => {
        expect(golden().length).toBeGreaterThan(15)
        for (const [figure, counted, base, percent] of golden())
          expect([figure, halfUp(counted, base, 2)]).toEqual([figure, percent])
      })

      it('the page says each with one decimal', () => {
        for (const [, counted, base] of golden()) {
          const share = halfUp(counted, base, 1).toFixed(1)
          const isHeadline =
            got.page.includes(`${counted} of ${base} pairs met`) && got.page.includes(`That is ${share} %`)
          expect(got.page.includes(`${counted} of ${base}, ${share} %`) || isHeadline, `${counted} of ${base}`).toBe(
            true,
          )
        }
      })

      it('CSV and Markdown say each with two, and what it is made of', () => {
        const [head = [], ...rows] = got.csv
        const column = (name: string) => head.indexOf(name)
        for (const [figure, counted, base, percent] of golden()) {
          const numbers = [counted, base, percent].map(String)
          const row = rows.find(
            (it) =>
              it[column('figure')]?.endsWith(figure) && numbers.every((one, at) => it[column('counted') + at] === one),
          )
          expect(row?.[column('defined')], `${figure} ${numbers}`).toContain('Counted: ')
          expect(got.md, figure).toContain(`| ${numbers.join(' | ')} |`)
        }
        expect(got.md).toContain('rounded half up from the exact fraction')
      })

      it('JSON and the API are the same data as the command line', () => {
        expect(got.json).toEqual(seen.results)
        expect(got.api).toEqual(seen.results)
      })

      it('the measures of the file say what came of their aims', () => {
        const measures = seen.results.measures as {
          measure: string
          counted: number
          base: number
          forecast: { state: string }
        }[]
        const of = (key: string) => measures.find((it) => it.measure === key)
        expect(of('cadence')).toMatchObject({
          counted: 28,
          base: 33,
          percent: 84.85,
          forecast: { state: 'out-of-reach' },
        })
        expect(of('attendance')).toMatchObject({ counted: 82, base: 196, target: 95 })
        expect(got.page).toContain('How this is counted')
        expect(got.page).toContain('The aim was 95 %.')
      })
    })

    it('every import run again changes nothing, and neither do the results', async () => {
      for (const words of [
        ['people', 'import', `${DATA}/directory-2022.csv`],
        ['apply', 'import', `${SEASON}/applications.csv`],
        ['review', 'import', `${SEASON}/reviews.csv`],
        ['learn', 'import', `${SEASON}/training.csv`],
        ['gather', 'import', `${SEASON}/attendance.csv`],
        ['meet', 'import', `${SEASON}/meetings.csv`],
        ['survey', 'import', `${SEASON}/survey-end-mentors.csv`, '--survey', 'end', '--role', 'mentor'],
      ])
        expect(await shows(run, ...words)).toMatchObject({ accepted: 0 })
      expect(await shows(run, 'results', 'show', '--on', '2021-10-07')).toEqual(seen.results)
    })
  },
)
