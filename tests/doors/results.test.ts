import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const PATH = '/seasons/women-2021/results'

describe('the results of a season, at the door', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
  })

  const get = (name: CallerName, path = PATH) => requestAs(site, all.callers[name], 'GET', path, {})
  const openTo = (audience: string | null) =>
    all.installation.pool.query(
      audience === null
        ? "update season set program = program - 'results'"
        : `update season set program = jsonb_set(program, '{results}', '{"audience": "${audience}"}')`,
    )
  const FULL = 'Figures only, never who said or did what'

  it.each([
    [null, ['coordinator', 'owner']],
    ['team', ['coordinator', 'owner']],
    ['organisation', ['coordinator', 'owner', 'colleague', 'mentee of the pair', 'auditor']],
    ['public', ['coordinator', 'owner', 'colleague', 'mentee of the pair', 'auditor', 'anybody', 'leaver']],
  ] as const)(
    'open to %s are full for %j, as page and as file, and counts for everybody else',
    async (audience, full) => {
      await openTo(audience)
      const callers = [
        'coordinator',
        'owner',
        'colleague',
        'mentee of the pair',
        'auditor',
        'anybody',
        'leaver',
      ] as const
      for (const name of callers) {
        const isFull = (full as readonly string[]).includes(name)
        const page = await get(name)
        expect([page.status, page.body.includes(FULL)], name).toEqual([200, isFull])
        expect(page.body.includes('people took part'), name).toBe(true)
        expect((await get(name, `${PATH}/file?as=csv`)).status, name).toBe(
          isFull ? 200 : name === 'anybody' || name === 'leaver' ? 303 : 404,
        )
      }
    },
  )

  it('can be seen as of any day up to today, and say when a day cannot be shown', async () => {
    await openTo('public')
    const then = await get('anybody', `${PATH}?on=2021-07-20`)
    expect(then.body).toContain('As of Tuesday 20 July 2021')
    expect((await get('anybody', `${PATH}?on=2099-01-01`)).body).toContain('That day is still to come')
    expect((await get('anybody', `${PATH}?on=2021-02-30`)).body).toContain('That is no day of the calendar')
  })

  it('are the same numbers in every file as on the page', async () => {
    const shown = JSON.parse((await get('coordinator', `${PATH}/file?as=json&on=2021-10-07`)).body)
    const csv = (await get('coordinator', `${PATH}/file?as=csv&on=2021-10-07`)).body
    const text = (await get('coordinator', `${PATH}/file?as=md&on=2021-10-07`)).body
    const { participation, cadence } = shown
    expect(csv.split('\r\n')[0]).toBe(
      'as_of,part,of,figure,counted,base,percent,words,target,left_out,definition,defined',
    )
    expect(csv).toContain(`2021-10-07,People,,people who took part,${participation.people},,,`)
    expect(csv).toContain(`Meetings,,pairs that met in every window,${cadence.pairsEveryWindow},${cadence.pairs},`)
    expect(text).toContain(`| people who took part | ${participation.people} |`)
    expect(text).toContain('As of Thursday 7 October 2021')
  })

  describe('an edition', () => {
    const freeze = (form: Record<string, string>, name: CallerName = 'coordinator') =>
      requestAs(site, all.callers[name], 'POST', `${PATH}/freeze`, form)

    it('keeps the figures of a day whatever happens later, for whoever may see the results', async () => {
      await openTo('organisation')
      const made = await freeze({ on: '2021-10-07', note: 'Shown to the steering group.' })
      expect(made.location).toBe(`${PATH}/editions/1`)
      const before = (await get('colleague', `${PATH}/editions/1`)).body
      expect(before).toContain('Shown to the steering group.')
      expect(before).toContain('Unchanged since. SHA-256')
      await all.installation.pool.query("delete from meeting where happened_on = '2021-07-08'")
      await openTo('organisation')
      expect((await get('colleague', `${PATH}/editions/1`)).body).toBe(before)
      expect((await get('anybody', `${PATH}/editions/1`)).status).toBe(303)
      expect((await get('coordinator', `${PATH}/editions/2`)).status).toBe(404)
      expect((await freeze({ on: '2021-10-07' })).location).toBe(`${PATH}/editions/2`)
    })

    it('says so where somebody changed what was kept', async () => {
      await all.installation.pool.query(
        "update results_edition set content = replace(content, '2021', '2022') where number = 2",
      )
      expect((await get('coordinator', `${PATH}/editions/2`)).body).toContain('This is not what was kept')
    })

    it('of a day to come, or with a note too long, is refused with what to do, and nothing is lost', async () => {
      expect((await freeze({ on: '2099-01-01' })).body).toContain('That day is still to come')
      const long = await freeze({ on: '2021-10-07', note: 'x'.repeat(501) })
      expect([
        long.status,
        long.body.includes('Shorten the note to 500 characters'),
        long.body.includes('x'.repeat(501)),
      ]).toEqual([422, true, true])
    })

    it('is made by coordinators alone', async () => {
      for (const name of ['owner', 'colleague', 'mentee of the pair'] as const)
        expect((await freeze({ on: '2021-10-07' }, name)).status, name).toBe(404)
    })
  })

  describe('the decision at the end', () => {
    const decide = (form: Record<string, string>) =>
      requestAs(site, all.callers.coordinator, 'POST', `${PATH}/decide`, form)

    it('waits on the desk from the day after the season’s end, until it is recorded', async () => {
      const desk = async (day: string) => {
        const later = makeSite({ ...all.installation, machineClock: { now: () => `${day}T10:00:00.000Z` } })
        return (await requestAs(later, all.callers.coordinator, 'GET', '/desk', {})).body
      }
      const line = 'What becomes of the program is not decided yet'
      expect(await desk('2021-10-07')).not.toContain(line)
      expect(await desk('2021-10-08')).toContain(line)
      await decide({ decision: 'stop', reasons: 'It was a trial.' })
      expect(await desk('2021-10-08')).not.toContain(line)
      await all.installation.pool.query('delete from season_decision')
    })

    it('stands with its reasons on the page of everybody who sees the results, the newest first', async () => {
      await openTo('public')
      expect((await get('anybody')).body).toContain('Nothing has been decided yet')
      const first = await decide({ decision: 'continue', reasons: 'Almost all pairs met.' })
      expect(first.location).toBe(`${PATH}?done=decided#decision`)
      await decide({ decision: 'change', reasons: 'Too few mentors.', changes: 'Ask mentors in May.' })
      const { body } = await get('anybody')
      expect(body).toContain('The program goes on, with changes')
      expect(body).toContain('What changes: Ask mentors in May.')
      expect(body.indexOf('Too few mentors.')).toBeLessThan(body.indexOf('Almost all pairs met.'))
    })

    it.each([
      [{ decision: 'stop', reasons: ' ' }, 'Say why, in a sentence or two'],
      [{ decision: 'change', reasons: 'Because.' }, 'Say what changes in the next season'],
      [{ decision: 'stop', reasons: 'x'.repeat(5001) }, 'Shorten this to 5000 characters'],
    ])('%j is given back with what to do', async (form, says) => {
      const { status, body } = await decide(form)
      expect([status, body.includes(says), body.includes(form.reasons)]).toEqual([422, true, true])
    })
  })

  it('a file that is none is refused in words', async () => {
    expect((await get('coordinator', `${PATH}/file?as=xls`)).status).toBe(422)
  })
})
