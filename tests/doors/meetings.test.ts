import { beforeAll, describe, expect, it } from 'vitest'
import { sendMessage } from '../../src/journey/announce/sending.ts'
import { askWhetherMet } from '../../src/journey/meet/actions/ask-whether-met.ts'
import type { Letter } from '../../src/outbox/email.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

describe('whether a pair met: asked by letter, answered by link, by page, and seen by the coordinator', () => {
  let all: Everybody
  let now = '2021-07-19T10:00:00.000Z'
  let site: ReturnType<typeof makeSite>
  const MEETINGS = () => `/pairs/${all.ids.pair}/meetings`

  beforeAll(async () => {
    all = await everybody()
    const { installation } = all
    const moved = {
      ...installation,
      machineClock: { now: () => now },
      config: { ...installation.config, smtpUrl: 'smtp://unused' },
    }
    all = { ...all, installation: moved }
    site = makeSite(moved)
    await installation.pool.query('delete from meeting where mentee_id = $1', [all.ids.mentee])
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  async function program() {
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no house')
    return asProgram(house, 'test')
  }
  /** What the mail server is handed, the stand-in for the network outside. */
  async function send(): Promise<readonly Letter[]> {
    const sent: Letter[] = []
    const post = {
      send: async (letter: Letter) => {
        sent.push(letter)
        return { ok: true as const, answered: '250' }
      },
      close: () => {},
    }
    const waiting = await rows("select id from outbox_message where state = 'released' and kind like 'meet-%'")
    for (const { id } of waiting) await sendMessage(await program(), post, id)
    return sent
  }
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string>) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  const confirmed = async () =>
    (
      await rows(
        'select happened_on::text as on, confirmed_by as by, denied_on::text as denied from meeting where mentee_id = $1 order by 1',
        all.ids.mentee,
      )
    ).map((it) => `${it.on} ${it.by} ${it.denied ?? ''}`.trim())
  const linkOf = (letter: Letter | undefined) => /answer\?link=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''
  const letterTo = async (letters: readonly Letter[], id: string) => {
    const [person] = await rows('select email from person where id = $1', id)
    return letters.find((it) => it.email === person.email && it.body.includes('/answer?link='))
  }

  it('after the middle each of a pair with nothing planned is reminded once, and told why', async () => {
    expect(await askWhetherMet(await program())).toEqual({ written: 2 })
    expect(await askWhetherMet(await program())).toEqual({ written: 0 })
    const letters = await send()
    expect(letters).toHaveLength(2)
    expect(letters[0]?.body).toContain('You get this because')
    expect(letters[0]?.body).toContain(MEETINGS())
  })

  it('after the end each is asked; a letter that waited for its server does not leave in the night', async () => {
    now = '2021-07-22T09:00:00.000Z'
    expect(await askWhetherMet(await program())).toEqual({ written: 2 })
    now = '2021-07-22T20:30:00.000Z'
    expect(await send()).toEqual([])
    const [{ at }] = await rows(
      "select distinct to_json(try_at) #>> '{}' as at from outbox_message where kind = 'meet-question'",
    )
    expect(new Date(at).toISOString()).toBe('2021-07-23T08:00:00.000Z')
    for (const { body } of await rows("select body from outbox_message where kind = 'meet-question'"))
      expect(body).not.toMatch(/link=[\w-]{20}/)
  })

  it('opening a link answers nothing, its button answers once, and the same link again changes nothing', async () => {
    now = '2021-07-23T09:00:00.000Z'
    const letters = await send()
    expect(letters).toHaveLength(2)
    const link = linkOf(await letterTo(letters, all.ids.mentee))
    for (const say of ['met', 'not-met', 'another-day', 'nonsense']) {
      const page = await get('anybody', `/answer?link=${link}&say=${say}`)
      expect(page.status).toBe(200)
    }
    expect(await rows('select id from meeting_view')).toEqual([])
    const wrong = await post('anybody', '/answer', { link, say: 'met', on: '2021-08-09' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Choose a day of these weeks')
    expect((await post('anybody', '/answer', { link, say: 'met', on: '2021-07-13' })).status).toBe(303)
    expect(await confirmed()).toEqual(['2021-07-13 mentee'])
    for (const say of ['not-met', 'met', 'another-day'])
      expect((await post('anybody', '/answer', { link, say, on: '2021-07-15' })).status).toBe(303)
    expect(await confirmed()).toEqual(['2021-07-13 mentee'])
    const page = await get('anybody', `/answer?link=${link}`)
    expect(page.body).toContain('Tuesday 13 July 2021')
    expect(page.body).not.toContain('<button type="submit" class="btn btn-primary')
    // Whoever has it forwarded is not signed in by it.
    expect((await get('anybody', MEETINGS())).location).toMatch(/^\/sign-in/)
  })

  it('of two who press at once one answers', async () => {
    const [question] = await rows('select id from meeting_question where person_id = $1', all.ids.mentor)
    await all.installation.pool.query(
      'update meeting_question set hash = encode(sha256($1::bytea), $3) where id = $2',
      [Buffer.from('a-secret'), question.id, 'hex'],
    )
    await Promise.all(
      ['met', 'not-met', 'met', 'not-met'].map((say) => post('anybody', '/answer', { link: 'a-secret', say })),
    )
    const [{ answer }] = await rows('select answer from meeting_question where id = $1', question.id)
    const views = await rows('select says from meeting_view where person_id = $1', all.ids.mentor)
    expect(views).toEqual([{ says: answer }])
  })

  it('signed in, an answer changes as long as the figures are open, and both sides stay apart', async () => {
    const say = (name: CallerName, form: Record<string, string>) => post(name, MEETINGS(), form)
    expect((await say('mentor of the pair', { say: 'not-met', window: '2021-07-08' })).status).toBe(303)
    expect(await confirmed()).toEqual(['2021-07-13 mentee 2021-07-23'])
    expect((await say('mentor of the pair', { say: 'met', on: '2021-07-13' })).status).toBe(303)
    expect(await confirmed()).toEqual(['2021-07-13 both'])
    expect((await say('mentor of the pair', { say: 'met', on: '2021-07-20', how: 'exchange' })).status).toBe(303)
    expect((await say('mentee of the pair', { say: 'met', on: '2021-07-20', how: 'elsewhere' })).status).toBe(303)
    expect((await say('mentee of the pair', { say: 'not-on', on: '2021-07-13' })).status).toBe(303)
    expect(await confirmed()).toEqual(['2021-07-13 mentor', '2021-07-20 both'])
    const page = (await get('mentee of the pair', MEETINGS())).body
    expect(page).toContain('You say Tuesday 20 July 2021.')
    expect(page).toContain('Tuesday 13 July 2021, Tuesday 20 July 2021.')
    const wrong = await say('mentee of the pair', { say: 'met', on: 'soon', from: 'log' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Give a day')
    expect((await say('mentee of the pair', { say: 'met', on: '2021-08-20' })).status).toBe(409)
    now = '2021-10-15T09:00:00.000Z'
    expect((await say('mentee of the pair', { say: 'not-met', window: '2021-07-08' })).status).toBe(409)
    now = '2021-07-23T09:00:00.000Z'
  })

  it('to everybody outside of the pair its meetings are not there', async () => {
    const nowhere = await get('coordinator', '/pairs/00000000-0000-4000-8000-000000000000/meetings')
    for (const name of ['coordinator', 'owner', 'mentee of another pair', 'named contact'] as const) {
      const answer = await get(name, MEETINGS())
      expect(`${name} ${answer.status}`).toBe(`${name} 404`)
      if (name === 'coordinator') expect(answer.body).toBe(nowhere.body)
      expect((await post(name, MEETINGS(), { say: 'met', on: '2021-07-13' })).status).toBe(404)
    }
  })

  it('who wants no e-mail of these has the reminder and the question on their page', async () => {
    expect((await post('mentee of the pair', `${MEETINGS()}/reminders`, { on: 'no' })).location).toContain('done=off')
    expect((await get('mentee of the pair', MEETINGS())).body).toContain('Reminders and questions stay on your pages')
    now = '2021-08-02T10:00:00.000Z'
    expect(await askWhetherMet(await program())).toEqual({ written: 2 })
    now = '2021-08-05T10:00:00.000Z'
    expect(await askWhetherMet(await program())).toEqual({ written: 2 })
    const stay = await rows(
      "select kind from outbox_message where state = 'page' and person_id = $1 order by kind",
      all.ids.mentee,
    )
    expect(stay.map((it) => it.kind)).toEqual(['meet-question', 'meet-reminder'])
    const [question] = await rows("select id from outbox_message where state = 'page' and kind = 'meet-question'")
    const page = (await get('mentee of the pair', `/me/letters/${question.id}`)).body
    expect(page).toContain('Here only, as you chose.')
    expect(page).not.toContain('{{')
    expect((await post('mentee of the pair', `${MEETINGS()}/reminders`, { on: 'yes' })).location).toContain('done=on')
  })

  it('two working days after a quiet window the coordinator has a line, and each look is told to the two', async () => {
    now = '2021-08-05T18:00:00.000Z'
    expect((await get('coordinator', '/desk?about=pairs')).body).not.toContain('Nothing is known of')
    now = '2021-08-06T10:00:00.000Z'
    const page = (await get('coordinator', '/desk?about=pairs')).body
    expect(page).toContain('Nothing is known of')
    expect(page).toContain('22 July to 4 August 2021')
    const [person] = await rows('select name from person where id = $1', all.ids.mentee)
    expect(page).toContain(person.name)
    expect((await get('mentee of the pair', '/me/who-looked')).body).toContain('A coordinator')
    for (const name of ['owner', 'mentee of the pair', 'colleague'] as const)
      expect((await get(name, '/desk?about=pairs')).status, name).toBe(404)
    expect((await get('coordinator of another season', '/desk?about=pairs')).body).not.toContain('Nothing is known of')
    const api = await get('token of a coordinator', '/api/v1/meet/quiet?season=women-2021')
    expect(JSON.parse(api.body).pairs).toMatchObject([{ mentee: person.name, state: 'quiet', windows: 1 }])
    // One of them says that they met: the line goes.
    await post('mentee of the pair', MEETINGS(), { say: 'met', on: '2021-07-30' })
    expect((await get('coordinator', '/desk?about=pairs')).body).not.toContain('Nothing is known of')
  })

  it('somebody who has left gets no letter, and the link they have is over', async () => {
    now = '2021-08-06T10:00:00.000Z'
    const letters = await send()
    const link = linkOf(await letterTo(letters, all.ids.mentor))
    expect((await get('anybody', `/answer?link=${link}`)).status).toBe(200)
    await all.installation.pool.query("update person set left_on = '2021-08-06' where id = $1", [all.ids.mentor])
    expect((await get('anybody', `/answer?link=${link}`)).status).toBe(404)
    expect((await post('anybody', '/answer', { link, say: 'met' })).status).toBe(404)
    now = '2021-08-17T10:00:00.000Z'
    expect(await askWhetherMet(await program())).toEqual({ written: 0 })
  })
})
