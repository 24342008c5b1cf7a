import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const RESULTS = '/seasons/women-2021/results'
const PATH = `${RESULTS}/summaries/mid`

describe('the coordinator’s own words on a survey', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
    await all.installation.pool.query(
      `update season set program = jsonb_set(program, '{results}', '{"audience": "public"}')`,
    )
  })

  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const write = (form: Record<string, string>, name: CallerName = 'coordinator', path = PATH) =>
    requestAs(site, all.callers[name], 'POST', path, form)

  it('stand above its figures and on the program page from the day they are shared, with that day', async () => {
    expect((await write({ words: 'Most pairs are on their way.', sharedOn: '2021-09-01', seen: '0' })).location).toBe(
      `${PATH}?done=written`,
    )
    const results = (await get('anybody', RESULTS)).body
    expect(results).toContain('Most pairs are on their way.')
    expect(results).toContain('shared on Wednesday 1 September 2021')
    expect((await get('anybody', '/seasons/women-2021')).body).toContain('Most pairs are on their way.')
    expect((await get('anybody', `${RESULTS}?on=2021-08-31`)).body).not.toContain('Most pairs are on their way.')
  })

  it('are never written over unseen: both texts stand there, and saving again puts yours in their place', async () => {
    const stale = await write({ words: 'My own version.', seen: '0' }, 'coordinator of the season')
    expect(stale.status).toBe(422)
    expect(stale.body).toMatch(/Changed by \w+ since you opened it/)
    expect(stale.body).toContain('My own version.')
    expect(stale.body).toContain('Most pairs are on their way.')
    expect(stale.body).toContain('name="seen" value="1"')
    await write({ words: 'My own version.', seen: '1' }, 'coordinator of the season')
    expect((await get('anybody', RESULTS)).body).toContain('My own version.')
  })

  it('can be brought back as they stood, and taken away; no version is lost', async () => {
    await write({ words: 'Most pairs are on their way.', seen: '2' })
    expect((await get('anybody', RESULTS)).body).toContain('Most pairs are on their way.')
    await write({ words: '', seen: '3' })
    expect((await get('anybody', RESULTS)).body).not.toContain('The coordinator’s words')
    const page = (await get('coordinator', PATH)).body
    expect(page.match(/Bring version \d back/g)).toHaveLength(3)
    expect(page).toContain('Taken away: nothing was shown.')
  })

  it('stay in an edition as they stood, whatever is written later', async () => {
    await write({ words: 'As we told the steering group.', seen: '4' })
    const made = await requestAs(site, all.callers.coordinator, 'POST', `${RESULTS}/freeze`, {})
    await write({ words: 'What we know by now.', seen: '5' })
    const edition = (await get('anybody', made.location ?? '')).body
    expect(edition).toContain('As we told the steering group.')
    expect(edition).not.toContain('What we know by now.')
  })

  it('of a survey that is still open, of a day before its close, or too long, are given back with what to do', async () => {
    const early = await write({ words: 'Early', sharedOn: '2021-07-01', seen: '6' })
    expect([early.status, early.body.includes('Choose a later day')]).toEqual([422, true])
    const long = await write({ words: 'x'.repeat(5_001), seen: '6' })
    expect([long.status, long.body.includes('Shorten the summary to 5000 characters')]).toEqual([422, true])
    await all.installation.pool.query(
      `update season set program = jsonb_set(program, '{surveys,mid,closes}', '"2199-01-01"')`,
    )
    const open = await write({ words: 'Too early', seen: '6' })
    expect([open.status, open.body.includes('This survey is open until 2199-01-01')]).toEqual([422, true])
    expect((await get('coordinator', PATH)).body).toContain('It can be summed up once its figures are there.')
    expect((await write({ words: 'None' }, 'coordinator', `${RESULTS}/summaries/none`)).status).toBe(404)
  })
})
