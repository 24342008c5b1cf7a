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
    expect(csv.split('\r\n')[0]).toBe('as_of,part,of,figure,counted,base,percent,words')
    expect(csv).toContain(`2021-10-07,People,,people who took part,${participation.people},,,`)
    expect(csv).toContain(`Meetings,,pairs that met in every window,${cadence.pairsEveryWindow},${cadence.pairs},`)
    expect(text).toContain(`| people who took part | ${participation.people} |`)
    expect(text).toContain('As of Thursday 7 October 2021')
  })

  it('a file that is none is refused in words', async () => {
    expect((await get('coordinator', `${PATH}/file?as=xls`)).status).toBe(422)
  })
})
