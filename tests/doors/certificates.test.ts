import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { completedSeason, tickOn } from '../make/completed-season.ts'
import { type SignedIn, signInAs } from '../make/sign-in.ts'

const PATH = '/seasons/new-managers-weekly/certificate'
const AFTER = '2026-05-04'

describe('certificates of completion, at the door', () => {
  let season: Awaited<ReturnType<typeof completedSeason>>
  let site: ReturnType<typeof makeSite>
  let holder: SignedIn
  let quiet: SignedIn
  let coordinator: SignedIn

  beforeAll(async () => {
    season = await completedSeason()
    const [first, second] = season.pairs
    // Those whose survey counts, and somebody who did not answer: the third.
    for (const it of [first, second])
      await season.pool.query(
        `insert into survey_answered (organisation_id, season_id, survey, role, person_id)
          select organisation_id, season_id, 'end', 'mentee', mentee_id from pair where id = $1`,
        [it?.id],
      )
    const after = season.on(AFTER)
    site = makeSite(after)
    quiet = await signInAs(after, first?.mentee ?? '')
    holder = await signInAs(after, second?.mentee ?? '')
    coordinator = await signInAs(after, 'coordinator@example.com', { stepped: true })
  })

  const get = async (by: SignedIn | null, path = PATH) => {
    const answer = await site.request(path, { headers: by ? { cookie: by.cookie } : {} })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const post = async (by: SignedIn, path: string, form: readonly (readonly [string, string])[]) => {
    const body = new URLSearchParams([...form.map(([key, value]) => [key, value]), ['token', by.formToken]])
    const answer = await site.request(path, {
      method: 'POST',
      headers: { cookie: by.cookie, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const rows = async (statement: string, ...values: unknown[]) => (await season.pool.query(statement, values)).rows
  const lines = (...all: readonly string[]) => [['role', 'mentee'] as const, ...all.map((it) => ['lines', it] as const)]
  const linkIn = (text: string) => /\/certificates\/[\w-]+/.exec(text)?.[0] ?? ''

  it('while the season runs nobody has one, and each sees what is missing with the way to it', async () => {
    const inSeason = season.on('2026-04-15')
    await tickOn(inSeason)
    expect(await rows('select 1 from completion')).toEqual([])
    const answer = await makeSite(inSeason).request(PATH, {
      headers: { cookie: (await signInAs(inSeason, season.pairs[2]?.mentee ?? '')).cookie },
    })
    const text = await answer.text()
    expect(text).toContain('1 thing to your certificate')
    expect(text).toContain('You met in 6 of your 6 weeks; 5 are needed.')
    expect(text).toContain('/surveys/end?role=mentee')
  })

  it('after the season each who completed it is written to once, and whoever did not is not', async () => {
    await tickOn(season.on(AFTER))
    await tickOn(season.on(AFTER))
    const letters = await rows("select person_id, about, body from outbox_message where kind = 'certificate-ready'")
    expect(letters.map((it) => it.person_id)).toEqual([holder.personId])
    expect(letters[0].body).toContain(PATH)
    expect((await get(quiet)).text).toContain('There is no certificate of this season')
    expect((await get(holder, '/my')).text).toContain('ready to be made')
  })

  it('a coordinator sees who met and trained, and not who answered', async () => {
    const { text } = await get(coordinator, '/desk/completed')
    // Three of four mentees met; one of them did not answer and stands here all the same.
    expect(text).toContain('3 of 4 mentees')
    expect(text).toContain('Whether somebody answered is theirs alone')
    const csv = (await get(coordinator, '/desk/completed.csv?role=mentee')).text.trim().split('\r\n')
    expect(csv).toHaveLength(4)
    expect(csv[0]).toBe('name,role,from,until,minutes')
    expect((await get(coordinator, '/desk/completed?q=nobody-of-this-name')).text).toContain('Nobody fits.')
    expect((await get(holder, '/desk/completed')).status).toBe(404)
  })

  it('only what the holder chose stands behind the link, and the link names neither them nor the season', async () => {
    expect((await post(holder, PATH, lines())).status).toBe(422)
    expect((await post(quiet, PATH, lines('name'))).status).toBe(409)
    expect((await post(holder, PATH, lines('name', 'role'))).location).toBe(`${PATH}?done=made`)
    const link = linkIn((await get(holder)).text)
    expect(link).toMatch(/^\/certificates\/[\w-]{43}$/)
    const shown = await get(null, link)
    const [{ name }] = await rows('select name from person where id = $1', holder.personId)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain(name)
    expect(shown.text).toContain('as a mentee')
    expect(shown.text).not.toMatch(/First Team|new-managers|Spring 2026|hour|February/)
    expect(shown.headers.get('x-robots-tag')).toContain('noindex')
    expect((await post(holder, PATH, lines('season', 'hours', 'nonsense'))).location).toBe(`${PATH}?done=changed`)
    const changed = (await get(null, link)).text
    expect(changed).toContain('First Team, Spring 2026')
    expect(changed).toContain('3 hours')
    expect(changed).not.toContain(name)
    const sheet = await get(holder, `${PATH}/mentee`)
    expect(sheet.text).toContain(link)
    expect((await get(quiet, `${PATH}/mentee`)).status).toBe(404)
    expect((await get(coordinator, `${PATH}/mentee`)).status).toBe(404)
  })

  it('two presses at once make one certificate', async () => {
    const third = await signInAs(season.on(AFTER), season.pairs[2]?.mentee ?? '')
    await rows(
      `insert into survey_answered (organisation_id, season_id, survey, role, person_id)
        select organisation_id, season_id, 'end', 'mentee', mentee_id from pair where id = $1`,
      season.pairs[2]?.id,
    )
    const answers = await Promise.all([1, 2, 3].map(() => post(third, PATH, lines('name'))))
    expect(answers.map((it) => it.location?.split('=')[1]).sort()).toEqual(['changed', 'changed', 'made'])
    expect(await rows('select 1 from shown_certificate where person_id = $1', third.personId)).toHaveLength(1)
  })

  it('a link that was taken back reads like one that nobody made, and the next one is another', async () => {
    const link = linkIn((await get(holder)).text)
    expect((await post(holder, `${PATH}/take-back`, [['role', 'mentee']])).location).toBe(`${PATH}?done=back`)
    const [gone, never] = [await get(null, link), await get(null, `/certificates/${'x'.repeat(43)}`)]
    expect([gone.status, never.status]).toEqual([404, 404])
    expect(gone.text).toBe(never.text)
    await post(holder, PATH, lines('name'))
    expect(linkIn((await get(holder)).text)).not.toBe(link)
  })

  it('facts that are corrected take a completion out again, and the certificate of before stays its holder’s', async () => {
    await rows('delete from meeting where mentee_id = $1', holder.personId)
    await tickOn(season.on('2026-05-05'))
    expect(await rows('select 1 from completion where person_id = $1', holder.personId)).toEqual([])
    expect((await get(null, linkIn((await get(holder)).text))).status).toBe(200)
  })

  it('an erasure takes the certificate away', async () => {
    const link = linkIn((await get(holder)).text)
    const [{ email }] = await rows('select email from person where id = $1', holder.personId)
    expect((await post(holder, `/people/${holder.personId}/erase`, [['address', email]])).status).toBeLessThan(400)
    expect((await get(null, link)).status).toBe(404)
    expect(await rows('select 1 from shown_certificate where person_id = $1', holder.personId)).toEqual([])
  })
})
