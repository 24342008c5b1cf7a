import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, nextWorkingDay } from '../../src/calendar/days.ts'
import { sendMessage } from '../../src/journey/announce/sending.ts'
import type { Letter } from '../../src/outbox/email.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { COMPLETE, openCall } from '../make/open-call.ts'

const WHO: CallerName = 'mentee of the pair'
const BOSS = 'boss@staff.example'

describe('a manager is asked only if the person asks, and a receipt tells what comes next', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>
  let base = ''

  beforeAll(async () => {
    all = await everybody()
    const { installation } = all
    all = { ...all, installation: { ...installation, config: { ...installation.config, smtpUrl: 'smtp://unused' } } }
    site = makeSite(all.installation)
  })
  beforeEach(async () => {
    for (const table of ['manager_ask', 'application_draft']) await rows(`delete from ${table}`)
    await rows("delete from outbox_message where kind in ('manager-ask', 'receipt')")
    await rows('delete from application where season_id = $1', all.ids.otherSeason)
    base = `/seasons/${(await openCall(all)).key}`
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string> = {}) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  /** Both applications, as a coordinator's sheet would make them. */
  async function applyAsBoth() {
    for (const role of ['mentor', 'mentee'])
      await rows(
        `insert into application (organisation_id, id, season_id, person_id, role, submitted_at, submitted_on, late, topics, recorded_at)
         select $1, gen_random_uuid(), $2, $3, $4, now(), current_date, false, '{}', now()`,
        all.ids.organisation,
        all.ids.otherSeason,
        all.ids.mentee,
        role,
      )
  }
  async function send(): Promise<readonly Letter[]> {
    const sent: Letter[] = []
    const server = {
      send: async (letter: Letter) => {
        sent.push(letter)
        return { ok: true as const, answered: '250' }
      },
      close: () => {},
    }
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no house')
    const waiting = await rows("select id from outbox_message where state = 'released' and kind = 'manager-ask'")
    // Nothing reaches anybody in the night or on a day off: the letters leave at noon of the next working day.
    const noon = `${nextWorkingDay(addDays(house.today, 1))}T12:00:00.000Z`
    const ctx = { ...asProgram(house, 'test'), clock: { now: () => noon } }
    for (const { id } of waiting) await sendMessage(ctx, server, id)
    return sent
  }
  const linkIn = (letter: Letter | undefined) => /answer-manager\?link=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''

  it('whoever applies for both asks once; the letter says what it takes and nothing else; one press confirms', async () => {
    await applyAsBoth()
    expect((await get(WHO, `${base}/application`)).body).toContain('Ask my manager for me')
    for (const _ of [1, 2]) await post(WHO, `${base}/application/manager`)
    const [letter, ...more] = await send()
    expect(more).toEqual([])
    expect(letter?.email).toBe(BOSS)
    expect(letter?.body).toContain('60 minutes in every two weeks')
    expect(letter?.body).toContain('a mentor and a mentee')
    const link = `/answer-manager?link=${linkIn(letter)}`
    const page = (await get('anybody', link)).body
    expect(page).toContain('60 minutes in every two weeks')
    expect(await rows('select answer from manager_ask')).toEqual([{ answer: null }])
    expect((await get(WHO, `${base}/application`)).body).toContain('has our letter')
    expect((await post('anybody', '/answer-manager', { link: linkIn(letter), say: 'confirmed' })).location).toBe(link)
    await post('anybody', '/answer-manager', { link: linkIn(letter), say: 'talk-first' })
    expect(await rows('select answer from manager_ask')).toEqual([{ answer: 'confirmed' }])
    expect((await get('anybody', link)).body).toContain('Thank you, that is answered')
    expect((await get(WHO, `${base}/application`)).body).toContain('has confirmed that they know')
    // The link opened nothing else, and the manager sees nothing when signed in.
    expect((await get('manager of the mentee', `${base}/application`)).body).not.toContain('confirmed')
  })

  it('“please talk to me first” is told without a reason, and it can be asked anew', async () => {
    await applyAsBoth()
    await post(WHO, `${base}/application/manager`)
    const first = linkIn((await send())[0])
    await post('anybody', '/answer-manager', { link: first, say: 'talk-first' })
    expect((await get(WHO, `${base}/application`)).body).toContain('would like to talk with you first')
    await post(WHO, `${base}/application/manager`)
    const second = linkIn((await send())[0])
    expect(second).not.toBe('')
    expect((await get('anybody', `/answer-manager?link=${first}`)).status).toBe(404)
    expect((await get('anybody', `/answer-manager?link=${second}`)).status).toBe(200)
  })

  it('once the application is taken back, the link says that no answer is needed', async () => {
    await applyAsBoth()
    await post(WHO, `${base}/application/manager`)
    const link = linkIn((await send())[0])
    await rows('update application set superseded_by = id where season_id = $1', all.ids.otherSeason)
    expect((await get('anybody', `/answer-manager?link=${link}`)).body).toContain('no longer needed')
    await post('anybody', '/answer-manager', { link, say: 'confirmed' })
    expect(await rows('select answer from manager_ask')).toEqual([{ answer: null }])
  })

  it('whoever applies gets one receipt: what came, when everyone hears, how to change it or take it back', async () => {
    const { headers, formToken } = all.callers.colleague
    const body = new URLSearchParams({ token: formToken ?? '' })
    for (const [name, value] of Object.entries(COMPLETE)) for (const one of [value].flat()) body.append(name, one)
    for (const _ of [1, 2])
      await site.request(`${base}/apply/mentee`, {
        method: 'POST',
        headers: { ...headers, origin: 'http://localhost' },
        body,
      })
    const [letter, ...more] = await rows("select subject, body from outbox_message where kind = 'receipt'")
    expect(more).toEqual([])
    for (const says of ['as a mentee', 'everyone hears on', 'You can change it until', `${base}/application`])
      expect(letter.body).toContain(says)
    // What was written stands in no letter.
    expect(letter.body).not.toContain('I run the rota')
  })

  it('who has not applied, or is in no line of the directory, is told so and nobody gets a letter', async () => {
    expect((await post(WHO, `${base}/application/manager`)).status).toBe(409)
    expect((await post('colleague', `${base}/application/manager`)).status).toBe(409)
    expect(await send()).toEqual([])
  })
})
