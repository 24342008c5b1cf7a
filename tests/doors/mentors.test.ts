import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendMessage } from '../../src/journey/announce/sending.ts'
import { moveRequestsOn } from '../../src/journey/offer/actions/move-on.ts'
import { askMentor } from '../../src/journey/offer/actions/requests.ts'
import type { Letter } from '../../src/outbox/email.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { actAs } from '../make/acting.ts'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const MENTOR: CallerName = 'reviewer'
const OTHER_MENTOR: CallerName = 'auditor'
const ASKER: CallerName = 'colleague'
const SECOND: CallerName = 'mentee of another pair'
const OFFER = { topics: 'Giving feedback', more: 'Bee keeping', offer: 'I listen well.', places: '1', from: '' }
const ASK = { words: 'I would like to learn to say no.', topics: 'Giving feedback' }
const ADDRESSES: Partial<Record<CallerName, string>> = {
  reviewer: 'reviewer@staff.example',
  auditor: 'auditor@staff.example',
  colleague: 'colleague@staff.example',
}

describe('the directory of mentors: shown, asked, answered, and moved on', () => {
  let all: Everybody
  let now = '2021-07-19T10:00:00.000Z'
  let site: ReturnType<typeof makeSite>
  let mentorId = ''

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
  })
  beforeEach(async () => {
    now = '2021-07-19T10:00:00.000Z'
    for (const table of ['mentor_request', 'directory_block', 'open_mentor'])
      await all.installation.pool.query(`delete from ${table}`)
    await all.installation.pool.query("delete from outbox_message where kind like 'mentor-%'")
    mentorId = await idOf(MENTOR)
    expect((await post(MENTOR, '/offer', OFFER)).location).toBe('/offer?done=saved')
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const idOf = async (name: CallerName) => (await rows('select id from person where email = $1', ADDRESSES[name]))[0].id
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string> = {}) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  const program = async () => asProgram((await openHouse(all.installation)) ?? nobody(), 'test')
  const ask = async (name: CallerName = ASKER) => {
    const { location } = await post(name, `/mentors/${mentorId}`, ASK)
    return location.replace('?done=sent', '')
  }
  const letters = (kind: string) =>
    rows('select subject, body, about, person_id from outbox_message where kind = $1 order by recorded_at, id', kind)
  const state = async () => (await rows('select state, turn, question, answer, over_at from mentor_request'))[0]

  /** What the mail server is handed of requests, the stand-in for the network outside. */
  async function send(): Promise<readonly Letter[]> {
    const sent: Letter[] = []
    const server = {
      send: async (letter: Letter) => {
        sent.push(letter)
        return { ok: true as const, answered: '250' }
      },
      close: () => {},
    }
    const waiting = await rows(
      "select id from outbox_message where state = 'released' and kind = 'mentor-request' order by recorded_at, id",
    )
    for (const { id } of waiting) await sendMessage(await program(), server, id)
    return sent
  }
  const linkIn = (letter: Letter | undefined) => /answer-request\?link=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''

  it('somebody shows themselves, is found by an alias, by name and by words, and takes themselves out and back', async () => {
    expect((await get(ASKER, '/mentors')).body).toContain('1 mentor offers to talk')
    for (const q of ['bee', 'constructive', 'reviewer', 'listen'])
      expect((await get(ASKER, `/mentors?q=${q}`)).body, q).toContain(`href="/mentors/${mentorId}"`)
    expect((await get(ASKER, '/mentors?q=nothing-like-it')).body).toContain('Nobody found for')
    expect((await get(ASKER, '/mentors?division=Staff&room=yes&hours=4&order=hours')).body).toContain('1 mentor')
    expect((await get(ASKER, '/mentors?division=Elsewhere')).body).toContain('Nobody found')
    expect((await get(ASKER, '/mentors')).body).toContain('Room for 1 more')
    // One does not ask oneself.
    expect((await get(MENTOR, '/mentors')).body).toContain('No mentor shows themselves yet')
    expect((await get(MENTOR, '/offer')).body).toContain('How the others see you')
    expect((await post(MENTOR, '/offer/out')).location).toBe('/offer?done=out')
    expect((await get(ASKER, '/mentors')).body).toContain('No mentor shows themselves yet')
    expect((await get(ASKER, `/mentors/${mentorId}`)).status).toBe(404)
    expect((await get(MENTOR, '/offer?done=out')).body).toContain('Undo')
    expect((await post(MENTOR, '/offer/back')).location).toBe('/offer?done=back')
    expect((await get(ASKER, `/mentors/${mentorId}`)).body).toContain('I listen well.')
  })

  it('an offer with faults comes back with everything and the field named', async () => {
    const wrong = await post(MENTOR, '/offer', { ...OFFER, topics: '', more: '', places: '9', from: 'soon' })
    expect(wrong.status).toBe(422)
    for (const says of ['Name at least one topic', 'Choose a number from 1 to 5', 'Give a day', 'I listen well.'])
      expect(wrong.body).toContain(says)
  })

  it('a mentor who pauses until a day is shown with it, and cannot be asked before', async () => {
    await post(MENTOR, '/offer', { ...OFFER, from: '2021-08-02' })
    expect((await get(ASKER, '/mentors')).body).toContain('Pauses until Monday 2 August 2021')
    expect((await post(ASKER, `/mentors/${mentorId}`, ASK)).status).toBe(409)
  })

  it('a request goes by letter, the link answers nothing by itself, and a yes shows both addresses', async () => {
    const path = await ask()
    expect((await get(ASKER, path)).body).toContain('It is the turn of')
    const [letter] = await send()
    expect(letter?.body).toContain('I would like to learn to say no.')
    const link = `/answer-request?link=${linkIn(letter)}`
    expect((await get('anybody', `${link}&say=accept`)).body).toContain('Nothing is answered until you press')
    expect(await state()).toMatchObject({ state: 'open' })
    const pressed = await post('anybody', '/answer-request', { link: linkIn(letter), say: 'accept' })
    expect(pressed.location).toBe(link)
    expect(await state()).toMatchObject({ state: 'accepted' })
    // Pressing once more, or otherwise, changes nothing.
    await post('anybody', '/answer-request', { link: linkIn(letter), say: 'decline' })
    expect(await state()).toMatchObject({ state: 'accepted' })
    expect((await get('anybody', link)).body).toContain('There is nothing to answer now')
    const told = await letters('mentor-news')
    expect(told.map((it) => it.person_id).sort()).toEqual([await idOf(ASKER), mentorId].sort())
    expect((await get(ASKER, path)).body).toContain('reviewer@staff.example')
    expect((await get(MENTOR, path)).body).toContain('colleague@staff.example')
    // The place is taken until one of them says that it is over.
    expect((await get(SECOND, '/mentors')).body).toContain('No room at the moment')
    await post(ASKER, `${path}/over`)
    expect((await get(SECOND, '/mentors')).body).toContain('Room for 1 more')
  })

  it('“tell me more” asks once, and the clock starts again with the answer', async () => {
    const path = await ask()
    expect((await post(MENTOR, path, { say: 'ask-more', question: '' })).status).toBe(422)
    await post(MENTOR, path, { say: 'ask-more', question: 'How much time?' })
    expect(await state()).toMatchObject({ state: 'open', turn: 'asker', question: 'How much time?' })
    expect((await post(MENTOR, path, { say: 'accept' })).status).toBe(409)
    const empty = await post(ASKER, `${path}/more`, { answer: '' })
    expect(empty.status).toBe(422)
    now = '2021-07-24T10:00:00.000Z'
    expect((await post(ASKER, `${path}/more`, { answer: 'An hour a month.' })).location).toBe(`${path}?done=answered`)
    now = '2021-07-29T10:00:00.000Z'
    expect(await moveRequestsOn(await program())).toEqual({ moved: 0 })
    expect((await send()).at(-1)?.body).toContain('An hour a month.')
    expect((await post(MENTOR, path, { say: 'ask-more', question: 'More?' })).status).toBe(409)
    await post(MENTOR, path, { say: 'decline' })
    expect(await state()).toMatchObject({ state: 'declined' })
  })

  it('nobody answers for a week: it moves on, once, with who else fits, and the place is free', async () => {
    await post(OTHER_MENTOR, '/offer', { ...OFFER, offer: 'I also listen.' })
    await ask()
    now = '2021-07-26T09:59:00.000Z'
    expect(await moveRequestsOn(await program())).toEqual({ moved: 0 })
    now = '2021-07-26T10:00:00.000Z'
    expect(await moveRequestsOn(await program())).toEqual({ moved: 1 })
    expect(await moveRequestsOn(await program())).toEqual({ moved: 0 })
    const [letter, ...more] = await letters('mentor-news')
    expect(more).toEqual([])
    expect(letter.body).toContain(`/mentors/${await idOf(OTHER_MENTOR)}`)
    expect(letter.body).not.toMatch(/declined|did not answer|ignored/)
    expect((await get(ASKER, '/mentors')).body).toContain('2 mentors offer to talk')
  })

  it('declined, full and unanswered read the same to whoever asked', async () => {
    const said = new Set<string>()
    for (const how of ['decline', 'full', 'late'] as const) {
      const path = await ask()
      if (how === 'late') {
        now = '2021-08-19T10:00:00.000Z'
        await moveRequestsOn(await program())
        now = '2021-07-19T10:00:00.000Z'
      } else await post(MENTOR, path, { say: how })
      const page = (await get(ASKER, path)).body
      said.add(page.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|value="[^"]*"|Kept until[^.]*\./g, ''))
      await rows('delete from mentor_request')
      await post(MENTOR, '/offer', OFFER)
    }
    const bodies = new Set((await letters('mentor-news')).map((it) => it.body))
    expect([said.size, bodies.size]).toEqual([1, 1])
  })

  it('“I am full” leaves no room until the mentor says otherwise', async () => {
    await post(MENTOR, await ask(), { say: 'full' })
    expect((await get(SECOND, '/mentors')).body).toContain('No room at the moment')
    await post(MENTOR, '/offer', OFFER)
    expect((await get(SECOND, '/mentors')).body).toContain('Room for 1 more')
  })

  it('two who ask for the last place at once: one has it; two answers at once: one counts', async () => {
    const asks = await Promise.all([
      post(ASKER, `/mentors/${mentorId}`, ASK),
      post(SECOND, `/mentors/${mentorId}`, ASK),
    ])
    expect(asks.map((it) => it.status).sort()).toEqual([303, 409])
    const path = asks.find((it) => it.status === 303)?.location.replace('?done=sent', '') ?? ''
    const answers = await Promise.all([post(MENTOR, path, { say: 'accept' }), post(MENTOR, path, { say: 'decline' })])
    expect(answers.map((it) => it.status).sort()).toEqual([303, 409])
  })

  it('two accepts of the last place at once hold what the mentor offers', async () => {
    await post(MENTOR, '/offer', { ...OFFER, places: '2' })
    const paths = [await ask(), await ask(SECOND)]
    await post(MENTOR, '/offer', { ...OFFER, places: '1' })
    const answers = await Promise.all(paths.map((path) => post(MENTOR, path, { say: 'accept' })))
    expect(answers.map((it) => it.status).sort()).toEqual([303, 409])
    expect(await rows("select 1 from mentor_request where state = 'accepted'")).toHaveLength(1)
  })

  it('three requests are open at a time, whoever they are to, and pressing twice asks once', async () => {
    await post(MENTOR, '/offer', { ...OFFER, places: '5' })
    const { rows: people } = await all.installation.pool.query(
      "select id from person where email like '%@staff.example' and email not like 'colleague%' and id <> $1 and left_on is null limit 4",
      [mentorId],
    )
    for (const { id } of people)
      await rows(
        "insert into open_mentor (organisation_id, person_id, topics, words, places, asynchronous, opened_at, changed_at) values ($1, $2, '{}', 'Hello', 5, false, $3, $3)",
        all.ids.organisation,
        id,
        now,
      )
    const twice = await Promise.all([ask(), ask()])
    expect(twice.filter((it) => it.startsWith('/requests/'))).toHaveLength(1)
    const rest = await Promise.all(people.map(({ id }) => post(ASKER, `/mentors/${id}`, ASK)))
    expect(rest.filter((it) => it.status === 303)).toHaveLength(2)
    expect(await rows("select 1 from mentor_request where state = 'open'")).toHaveLength(3)
  })

  it('who does not want to meet does not meet: neither is listed, and a request is not found', async () => {
    expect((await post(ASKER, `/mentors/${mentorId}/apart`)).location).toBe('/mentors?done=apart')
    await post(ASKER, '/offer', OFFER)
    const asker = await idOf(ASKER)
    for (const [who, other] of [
      [ASKER, mentorId],
      [MENTOR, asker],
    ] as const) {
      expect((await get(who, '/mentors')).body).not.toContain(`/mentors/${other}`)
      const nobody = await post(who, `/mentors/${newId()}`, ASK)
      const blocked = await post(who, `/mentors/${other}`, ASK)
      expect([blocked.status, blocked.body]).toEqual([404, nobody.body])
    }
    expect((await get(MENTOR, '/offer')).body).not.toContain('Not shown to each other')
    expect((await get(ASKER, '/offer')).body).toContain('Not shown to each other')
    await post(ASKER, `/mentors/${mentorId}/together`)
    expect((await get(ASKER, '/mentors')).body).toContain(`/mentors/${mentorId}`)
  })

  it('nobody else sees a request, answers it or withdraws it; who asked does so once', async () => {
    const path = await ask()
    for (const who of [SECOND, 'coordinator', 'owner'] as const) {
      expect((await get(who, path)).status, who).toBe(404)
      expect((await post(who, path, { say: 'accept' })).status, who).toBe(404)
      expect((await post(who, `${path}/withdraw`)).status, who).toBe(404)
    }
    expect((await post(ASKER, path, { say: 'accept' })).status).toBe(404)
    expect((await post(MENTOR, `${path}/withdraw`)).status).toBe(404)
    for (const _ of [1, 2]) expect((await post(ASKER, `${path}/withdraw`)).location).toBe(`${path}?done=withdrawn`)
    expect((await get(MENTOR, '/requests')).body).toContain('withdrew it')
    // A letter that had not left does not leave any more.
    expect(await send()).toEqual([])
  })

  it('a text that is too long comes back whole, with the field named', async () => {
    const words = 'x'.repeat(1001)
    const { status, body } = await post(ASKER, `/mentors/${mentorId}`, { ...ASK, words })
    expect([status, body.includes(words), body.includes('these are 1001')]).toEqual([422, true, true])
  })

  it('who has left is not listed, and what they were asked moves on', async () => {
    const path = await ask()
    await rows("update person set left_on = '2021-07-19' where id = $1", mentorId)
    expect((await get(SECOND, '/mentors')).body).not.toContain(mentorId)
    expect(await moveRequestsOn(await program())).toEqual({ moved: 1 })
    expect((await get(ASKER, path)).body).toContain('cannot take it on at the moment')
    await rows('update person set left_on = null where id = $1', mentorId)
  })

  it('an erasure takes the request away and empties the letters that name whoever asked', async () => {
    await ask(SECOND)
    const [{ id, email }] = await rows('select p.id, p.email from person p join mentor_request r on r.asker_id = p.id')
    expect((await letters('mentor-request')).map((it) => it.body)).not.toContain('')
    expect((await post('owner', `/people/${id}/erase`, { address: email })).status).toBeLessThan(400)
    expect(await state()).toBeUndefined()
    expect((await letters('mentor-request')).map((it) => it.body)).toEqual([''])
  })

  it('by the action itself nobody asks in the name of a token or at the machine', async () => {
    const ctx = await actAs(all, 'token of a colleague')
    await expect(askMentor(ctx, { mentor: mentorId, words: 'Hello', topics: [] })).rejects.toThrow('not yours')
  })
})

function nobody(): never {
  throw new Error('no house')
}
