import { beforeAll, describe, expect, it } from 'vitest'
import { writePage } from '../../src/journey/meet/actions/shared-texts.ts'
import { DAYS_SHARED } from '../../src/journey/meet/screens/shared-texts.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Context } from '../../src/runtime/context.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { FIELDS } from '../../src/store/fields/all.ts'
import { makeSite } from '../../src/web/site.tsx'
import { actAs } from '../make/acting.ts'
import { requestAs } from '../make/doors.ts'
import { type CallerName, everybody } from '../make/everybody.ts'

const TODAY = '2021-08-25'
const clock = stoppedClock(`${TODAY}T10:00:00.000Z`)

/** Everybody on a day in the middle of their season. */
async function midSeason() {
  const all = await everybody()
  const site = makeSite({ ...all.installation, machineClock: clock })
  const get = async (name: CallerName, path: string) => {
    const { status, body, location } = await requestAs(site, all.callers[name], 'GET', path, {})
    return { status, text: body, location }
  }
  const post = async (name: CallerName, path: string, form: Readonly<Record<string, string>> = {}) => {
    const { status, body, location } = await requestAs(site, all.callers[name], 'POST', path, form)
    return { status, text: body, location }
  }
  const letters = async (kinds = ['pair-news', 'pair-ended', 'asks-coordinator']) => {
    const { rows } = await all.installation.pool.query(
      'select m.subject, m.body, m.about, p.email from outbox_message m join person p on p.id = m.person_id where m.kind = any($1) order by m.recorded_at, p.email',
      [kinds],
    )
    return rows as readonly { subject: string; body: string; about: string; email: string }[]
  }
  const emailOf = async (id: string) =>
    (await all.installation.pool.query('select email from person where id = $1', [id])).rows[0].email as string
  return { all, get, post, letters, emailOf, pair: `/pairs/${all.ids.pair}` }
}
type MidSeason = Awaited<ReturnType<typeof midSeason>>

const MENTEE = 'mentee of the pair'
const MENTOR = 'mentor of the pair'

describe('the page of a pair', () => {
  let it_: MidSeason
  beforeAll(async () => {
    it_ = await midSeason()
    await it_.all.installation.pool.query(
      "update application set about = 'I have changed field twice.', topics = '{saying no}' where person_id = $1",
      [it_.all.ids.mentor],
    )
  })

  it('shows its two the other one, the windows, the meetings, and every way from there', async () => {
    const { get, pair } = it_
    const { status, text } = await get(MENTEE, pair)
    expect(status).toBe(200)
    for (const says of [
      'You and mentor',
      'I have changed field twice.',
      'Can help with: saying no.',
      'Window 1',
      'You met on 8 July. You both said so.',
      'aria-current="step"',
      'You met on 19 August.',
      'Still to come.',
      'Both of you',
      `href="${pair}/workbook"`,
      `href="${pair}/notes"`,
      `href="${pair}/report"`,
      `href="${pair}/change#pause"`,
      `href="${pair}/end"`,
      'Who can see this page',
    ])
      expect(text, says).toContain(says)
  })

  it('is not there for anybody else, whatever their hat', async () => {
    const { get, pair } = it_
    const nowhere = (await get('coordinator', '/pairs/00000000-0000-4000-8000-000000000000')).text
    for (const name of [
      'coordinator',
      'owner',
      'named contact',
      'mentee of another pair',
      'manager of the mentee',
    ] as const)
      for (const path of ['', '/agreement', '/goal', '/workbook', '/change', '/end'])
        expect((await get(name, pair + path)).status, `${name} at ${path}`).toBe(404)
    expect((await get('coordinator', pair)).text).toBe(nowhere)
    expect((await get('anybody', pair)).location).toContain('/sign-in?next=')
  })

  it('a meeting that one side said asks the other and tells who said it, on their own pages', async () => {
    const { get, pair, all } = it_
    await all.installation.pool.query(
      "update meeting set confirmed_by = 'mentor' where mentee_id = $1 and happened_on = '2021-08-19'",
      [all.ids.mentee],
    )
    expect((await get(MENTEE, pair)).text).toContain('says you met on 19 August. Do you?')
    expect((await get(MENTOR, pair)).text).toContain('You say you met on 19 August.')
  })
})

describe('what the two of a pair write together', () => {
  let it_: MidSeason
  beforeAll(async () => {
    it_ = await midSeason()
  })

  it('an agreement is written by one, seen by both, and its earlier wordings are kept', async () => {
    const { get, post, pair } = it_
    const first = await post(MENTEE, `${pair}/agreement`, {
      seen: '0',
      rhythm: 'Every other Thursday',
      place: '',
      between: 'All of it',
    })
    expect(first.location).toBe(`${pair}?done=agreement`)
    expect((await get(MENTOR, pair)).text).toContain('Every other Thursday')
    const second = await post(MENTOR, `${pair}/agreement`, {
      seen: '1',
      rhythm: 'Every other Friday',
      place: 'A walk',
      between: 'All of it',
    })
    expect(second.location).toBe(`${pair}?done=agreement`)
    const page = (await get(MENTEE, `${pair}/agreement`)).text
    expect(page).toContain('Every other Friday')
    expect(page).toContain('One earlier wording')
    expect(page).toContain('Every other Thursday')
    expect(page).not.toContain('You both wrote at the same time')
  })

  it('of two who write at once no word is lost, and the page says so', async () => {
    const { get, post, pair } = it_
    const before = { rhythm: 'Mondays, says the mentee', place: 'Here', between: '' }
    const also = { rhythm: 'Tuesdays, says the mentor', place: 'There', between: '' }
    const [one, other] = await Promise.all([
      post(MENTEE, `${pair}/agreement`, { seen: '2', ...before }),
      post(MENTOR, `${pair}/agreement`, { seen: '2', ...also }),
    ])
    expect([one.location, other.location].filter((it) => it.endsWith('/agreement?done=both'))).toHaveLength(1)
    const page = (await get(MENTEE, `${pair}/agreement`)).text
    expect(page).toContain('You both wrote at the same time')
    for (const words of ['Mondays, says the mentee', 'Tuesdays, says the mentor']) expect(page).toContain(words)
    await post(MENTEE, `${pair}/agreement`, {
      seen: '4',
      rhythm: 'Mondays and Tuesdays in turn',
      place: '',
      between: '',
    })
    const settled = (await get(MENTOR, `${pair}/agreement`)).text
    expect(settled).not.toContain('You both wrote at the same time')
    expect(settled).toContain('4 earlier wordings')
  })

  it('a goal is a sentence held against six criteria, reframed with the wording before kept, and said in percent', async () => {
    const { get, post, pair } = it_
    const empty = await post(MENTEE, `${pair}/goal`, {
      seen: '0',
      words: ' ',
      purpose: 'I know the work.',
      byOn: '2021-13-01',
    })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Enter the day as in')
    expect(empty.text).toContain('I know the work.')
    const missing = await post(MENTEE, `${pair}/goal`, { seen: '0', words: ' ', purpose: 'I know the work.' })
    expect(missing.text).toContain('Write the goal as one sentence')
    expect(missing.text).toContain('href="#words"')
    const goal = {
      seen: '0',
      words: 'I lead the rota meeting.',
      purpose: 'I know the work.',
      byOn: '2021-09-30',
      holds: 'personal',
    }
    expect((await post(MENTEE, `${pair}/goal`, goal)).location).toBe(`${pair}?done=goal`)
    const page = (await get(MENTOR, pair)).text
    for (const says of [
      'I lead the rota meeting.',
      'It has a date and it is yours.',
      'By Thursday 30 September 2021',
      'What exactly will be different?',
      'I know the work.',
    ])
      expect(page, says).toContain(says)
    await post(MENTOR, `${pair}/goal`, { ...goal, seen: '1', words: 'I lead the January rota meeting alone.' })
    const wordings = (await get(MENTEE, `${pair}/goal`)).text
    expect(wordings.indexOf('I lead the January')).toBeLessThan(wordings.indexOf('I lead the rota'))
    for (const percent of ['101', 'half', '-1', '']) {
      const wrong = await post(MENTEE, `${pair}/progress`, { percent })
      expect(wrong.status, percent).toBe(422)
      expect(wrong.text).toContain('Enter a whole number from 0 to 100.')
    }
    expect((await post(MENTEE, `${pair}/progress`, { percent: '40 %' })).location).toBe(`${pair}?done=progress`)
    expect((await get(MENTOR, pair)).text).toContain('40 percent reached.')
  })

  it('a page of the workbook begins with an agenda, is kept once however often it is sent, and reads as text', async () => {
    const { get, post, pair, all } = it_
    expect((await get(MENTEE, `${pair}/workbook`)).text).toContain('Your workbook is empty')
    const fresh = (await get(MENTEE, `${pair}/workbook/new?from=first`)).text
    expect(fresh).toContain('How you work together: rhythm, place')
    const path = /action="(\/pairs\/[^"]*\/workbook\/[^"]*)"/.exec(fresh)?.[1] ?? ''
    const page = { seen: '0', title: '<b>First</b> meeting', text: 'What we talk about' }
    const untitled = await post(MENTEE, path, { ...page, title: ' ' })
    expect(untitled.status).toBe(422)
    expect(untitled.text).toContain('What we talk about')
    expect((await post(MENTEE, path, page)).location).toBe(`${path}?done=new`)
    expect((await post(MENTEE, path, page)).location).toBe(`${path}?done=same`)
    const { rows } = await all.installation.pool.query(
      "select count(*)::int as n from shared_wording where kind = 'page'",
    )
    expect(rows[0].n).toBe(1)
    expect((await get(MENTOR, path)).text).toContain('&lt;b>First&lt;/b> meeting')
    expect((await post(MENTOR, path, { ...page, seen: '1', text: 'What you add' })).location).toBe(
      `${path}?done=changed`,
    )
    expect((await post(MENTEE, path, { ...page, seen: '1', text: 'What I add' })).location).toBe(`${path}?done=both`)
    const both = (await get(MENTOR, path)).text
    for (const words of ['What you add', 'What I add', 'What we talk about']) expect(both).toContain(words)
    const long = await post(MENTEE, path, { ...page, seen: '3', text: 'word '.repeat(2100) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('word word word')
    const other = path.replace(all.ids.pair, all.ids.otherPair)
    expect((await get('mentee of another pair', other)).status).toBe(404)
    expect((await post('mentee of another pair', other, { ...page, seen: '3' })).status).toBe(404)
  })

  it('is kept as long as the page says', () => {
    expect(FIELDS.shared_wording?.retention).toEqual([{ days: DAYS_SHARED, from: 'season-end' }])
  })

  it('lies in the database as bytes that say nothing', async () => {
    const { all } = it_
    const { rows } = await all.installation.pool.query('select sealed from shared_wording')
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) expect(row.sealed.toString('latin1')).not.toMatch(/rota|Monday|First/)
  })

  it('a list of more than fifty pages is paged', async () => {
    const { get, pair, all } = it_
    const ctx: Context = { ...(await actAs(all, MENTEE)), clock, today: TODAY }
    for (let at = 0; at < 51; at += 1)
      await writePage(ctx, { pair: all.ids.pair, page: newId(), seen: 0, title: `Page ${at}`, text: '' })
    const first = (await get(MENTEE, `${pair}/workbook`)).text
    expect(first).toContain('52 pages in your workbook')
    expect(first.match(/\/workbook\/[0-9a-f-]{36}"/g)).toHaveLength(50)
    expect((await get(MENTEE, `${pair}/workbook?page=2`)).text.match(/\/workbook\/[0-9a-f-]{36}"/g)).toHaveLength(2)
  })

  it('readings are there for everybody, and one that is not reads as not found', async () => {
    const { get } = it_
    expect((await get('anybody', '/readings/a-goal-that-helps')).text).toContain('A goal that helps on an ordinary day')
    expect((await get('anybody', '/readings/nothing')).status).toBe(404)
  })
})

describe('what either of a pair changes in it', () => {
  let it_: MidSeason
  beforeAll(async () => {
    it_ = await midSeason()
  })

  it('a pause begins today, once, is told to the other one, and ends when either goes on', async () => {
    const { get, post, pair, letters, emailOf, all } = it_
    const early = await post(MENTEE, `${pair}/pause`, { until: '2021-08-01' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Name a day from today on')
    expect(early.text).toContain('value="2021-08-01"')
    for (const _ of [1, 2]) {
      const paused = await post(MENTEE, `${pair}/pause`, { until: '2021-09-10' })
      expect(paused.location).toBe(`${pair}?done=paused`)
    }
    expect((await get(MENTOR, pair)).text).toContain('Your pair pauses until Friday 10 September 2021')
    expect((await letters()).map((it) => it.email)).toEqual([await emailOf(all.ids.mentor)])
    expect((await get(MENTOR, pair)).text).toContain('Excused or paused')
    expect((await post(MENTOR, `${pair}/pause`, { until: '' })).status).toBe(409)
    expect((await post(MENTOR, `${pair}/resume`)).location).toBe(`${pair}?done=resumed`)
    expect((await get(MENTEE, pair)).text).not.toContain('Your pair pauses')
    expect((await get(MENTEE, pair)).text).not.toContain('Excused or paused')
  })

  it('help goes to the coordinators in one’s own words, and not to the partner', async () => {
    const { post, pair, letters } = it_
    expect((await post(MENTEE, `${pair}/help`, { words: ' ' })).text).toContain(
      'Write a sentence about what would help.',
    )
    expect((await post(MENTEE, `${pair}/help`, { words: 'We never find a time.' })).location).toContain('done=help')
    const again = await post(MENTEE, `${pair}/help`, { words: 'And one more thing.' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('And one more thing.')
    const told = (await letters()).filter((it) => it.subject.includes('asks for help'))
    expect(told.map((it) => it.email)).toContain('coordinator@staff.example')
    expect(told.map((it) => it.email)).not.toContain('elsewhere@staff.example')
    for (const letter of told) expect(letter.body).toContain('We never find a time.')
    expect((await letters()).filter((it) => it.body.includes('never find a time')).length).toBe(told.length)
  })

  it('another match is asked for once a day, and neither the partner nor their pages hear of it', async () => {
    const { get, post, pair, letters, emailOf, all } = it_
    for (const _ of [1, 2]) expect((await post(MENTEE, `${pair}/another-match`)).location).toContain('done=another')
    const told = (await letters()).filter((it) => it.subject.includes('another match'))
    expect(new Set(told.map((it) => it.email)).size).toBe(told.length)
    expect(told.map((it) => it.email)).not.toContain(await emailOf(all.ids.mentor))
    expect((await get(MENTEE, `${pair}/change`)).text).toContain('You asked on Wednesday 25 August 2021')
    expect((await get(MENTOR, `${pair}/change`)).text).not.toContain('You asked')
  })

  it('going on needs both: the other one agrees to the very day', async () => {
    const { get, post, pair, letters } = it_
    const early = await post(MENTEE, `${pair}/extend`, { 'extend-until': '2021-09-01' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Name a day after the season’s end')
    expect((await post(MENTEE, `${pair}/extend`, { 'extend-until': 'soon' })).status).toBe(422)
    expect((await post(MENTEE, `${pair}/extend`, { 'extend-until': '2021-12-17' })).location).toContain(
      'done=extension',
    )
    expect((await post(MENTEE, `${pair}/extend`, { 'extend-until': '2021-12-17' })).location).toContain('done=same')
    expect((await get(MENTEE, `${pair}/change`)).text).not.toContain('extend/agree')
    const asked = (await get(MENTOR, `${pair}/change`)).text
    const request = /name="request" value="([^"]*)"/.exec(asked)?.[1] ?? ''
    expect((await post(MENTEE, `${pair}/extend/agree`, { request })).status).toBe(404)
    for (const _ of [1, 2])
      expect((await post(MENTOR, `${pair}/extend/agree`, { request })).location).toContain('done=agreed')
    for (const name of [MENTEE, MENTOR] as const)
      expect((await get(name, pair)).text).toContain('You both agreed to go on until Friday 17 December 2021')
    expect((await letters()).filter((it) => it.subject.includes('17 December'))).toHaveLength(2)
  })

  it('an end is asked once, has no reason for anybody but the named contact, and happens once', async () => {
    const { get, post, pair, letters, all } = it_
    await post(MENTEE, `${pair}/goal`, { seen: '0', words: 'A goal that stays readable.' })
    expect((await get(MENTEE, `${pair}/end`)).text).toContain('It cannot be undone here.')
    const ends = await Promise.all([
      post(MENTEE, `${pair}/end`, { reason: 'the-reason-of-the-mentee' }),
      post(MENTOR, `${pair}/end`, { reason: '' }),
    ])
    await post(MENTEE, `${pair}/end`, { reason: 'the-reason-of-the-mentee' })
    for (const it of ends) expect(it.location).toBe(`${pair}?done=ended`)
    const { rows } = await all.installation.pool.query(
      "select count(*)::int as n from pair_change where pair_id = $1 and kind = 'ended'",
      [all.ids.pair],
    )
    expect(rows[0].n).toBe(1)
    const reports = await all.installation.pool.query('select reporter_id from report where pair_id = $1', [
      all.ids.pair,
    ])
    expect(reports.rows).toEqual([{ reporter_id: all.ids.mentee }])
    for (const letter of await letters()) expect(letter.body).not.toContain('the-reason')
    expect((await letters()).filter((it) => it.about === all.ids.pair).map((it) => it.email)).toContain(
      'coordinator@staff.example',
    )
    const page = (await get(MENTOR, pair)).text
    expect(page).toContain('Your pair ended on Wednesday 25 August 2021')
    expect(page).toContain('A goal that stays readable.')
    expect(page).not.toContain('Change something')
    expect((await post(MENTOR, `${pair}/goal`, { seen: '1', words: 'Anew' })).status).toBe(409)
    expect((await get(MENTOR, `${pair}/goal`)).text).not.toContain('<textarea')
    expect((await get(MENTEE, `${pair}/end`)).location).toBe(pair)
  })
})
