import { beforeAll, describe, expect, it } from 'vitest'
import { sendMessage } from '../../src/journey/announce/sending.ts'
import type { Switch } from '../../src/model/letter-kinds.ts'
import type { Letter } from '../../src/outbox/email.ts'
import { within } from '../../src/runtime/context.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { type NewLetter, queueLetters } from '../../src/runtime/queue-letters.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const WEDNESDAY = '2021-07-07T10:00:00.000Z'

describe('each person chooses which letters come by e-mail, and when', () => {
  let all: Everybody
  let now = WEDNESDAY
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    const made = await everybody()
    const config = { ...made.installation.config, smtpUrl: 'smtp://unused' }
    all = { ...made, installation: { ...made.installation, machineClock: { now: () => now }, config } }
    site = makeSite(all.installation)
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  /** A form as a browser sends it: a box for each value. */
  const choose = async (email: readonly string[], quiet: readonly string[]) => {
    const { headers, formToken } = all.callers['mentee of the pair']
    const form = new URLSearchParams([
      ...email.map((it) => ['email', it]),
      ...quiet.map((it) => ['quiet', it]),
      ['token', formToken ?? ''],
    ])
    const asked = { method: 'POST', headers: { ...headers, origin: 'http://localhost' }, body: form }
    return site.request('/me/letters', asked)
  }
  const program = async () => {
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no organisation')
    return asProgram(house, 'test')
  }
  let written = 0
  const queue = async (kind: NewLetter['kind']) => {
    written += 1
    const text = { subject: `About ${kind}`, body: 'Words.', why: 'You get this because.' }
    const letter = { personId: all.ids.mentee, kind, about: `a ${written}`, ...text }
    const ctx = await program()
    await within(ctx, (tx) => queueLetters(ctx, tx, [letter]))
    return (await rows('select id, state, try_at from outbox_message where about = $1', letter.about))[0]
  }
  const send = async (id: string) => {
    const sent: Letter[] = []
    const post = {
      send: async (letter: Letter) => {
        sent.push(letter)
        return { ok: true, answered: 'ok' } as const
      },
      close: () => {},
    }
    await sendMessage(await program(), post, id)
    return sent[0]
  }
  const offLinkOf = (letter: Letter | undefined) => /\/letters\/off\?link=\S+/.exec(letter?.body ?? '')?.[0] ?? ''
  const stateOf = async (id: string) => (await rows('select state, try_at from outbox_message where id = $1', id))[0]

  it('a letter says why it comes, and has its switch in its words and for the mail program', async () => {
    const { id } = await queue('survey-opens')
    const letter = await send(id)
    expect(letter?.body).toMatch(/You get this because\.\n\nLetters like this can stay on your page/)
    expect(letter?.offLink).toBe(`${all.installation.config.publicUrl}${offLinkOf(letter)}`)
    const needed = await send((await queue('pair-ended')).id)
    expect(needed?.offLink).toBeNull()
    expect(needed?.body).toContain('the program needs it')
  })

  it('opening the switch turns nothing off, its button does, and it can do no more', async () => {
    const letter = await send((await queue('survey-closes')).id)
    const path = offLinkOf(letter)
    expect((await get('anybody', path)).body).toContain('No e-mail for these')
    expect((await queue('survey-opens')).state).toBe('released')
    const link = new URL(path, 'https://x').searchParams.get('link') ?? ''
    // A mail program presses the button itself: no origin, no cookie, the words of RFC 8058.
    const pressed = () =>
      site.request(path, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      })
    expect((await pressed()).status).toBe(200)
    expect((await pressed()).status).toBe(200)
    expect(await rows('select page_only from letter_choice')).toEqual([{ page_only: ['surveys'] }])
    for (const wrong of [
      link.slice(0, -1),
      link.replace('surveys', 'meetings'),
      link.replace(/^[^.]+/, all.ids.mentor),
    ])
      expect((await get('anybody', `/letters/off?link=${wrong}`)).status).toBe(404)
    expect((await queue('survey-opens')).state).toBe('page')
    expect((await queue('pair-news')).state).toBe('released')
  })

  it('what is chosen while a letter waits holds for it', async () => {
    const { id } = await queue('pair-news')
    expect((await choose(['meetings', 'plans', 'surveys', 'calls'], [])).status).toBe(303)
    expect(await send(id)).toBeUndefined()
    expect((await stateOf(id)).state).toBe('page')
    expect((await get('mentee of the pair', `/me/letters/${id}`)).body).toContain('Here only, as you chose.')
  })

  it('on quiet days nothing comes, neither what the program needs; on the next day it does', async () => {
    expect((await choose(['pairs'], ['3', '4'])).status).toBe(303)
    const { id } = await queue('pair-ended')
    expect(await send(id)).toBeUndefined()
    expect((await stateOf(id)).try_at.toISOString()).toBe('2021-07-09T08:00:00.000Z')
    now = '2021-07-09T08:00:00.000Z'
    expect((await send(id))?.subject).toBe('About pair-ended')
    now = WEDNESDAY
  })

  it('nothing that was not asked for leaves in the night; what was asked for leaves at once', async () => {
    await choose([], [])
    now = '2021-07-07T23:00:00.000Z'
    for (const kind of ['pair', 'hat', 'report', 'glass', 'left-alone', 'look-again'] as const)
      expect(await send((await queue(kind)).id), kind).toBeUndefined()
    for (const kind of ['test', 'erased'] as const)
      expect((await send((await queue(kind)).id))?.subject, kind).toBe(`About ${kind}`)
    now = WEDNESDAY
  })

  it('at least one working day is left, and what was entered is given back', async () => {
    const answer = await choose(['calls'], ['1', '2', '3', '4', '5'])
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Leave at least one of the days you work on')
    expect(page).toMatch(/value="5" checked/)
    expect(page).toMatch(/value="calls" checked/)
    expect(page).not.toMatch(/value="surveys" checked/)
  })

  it('the page says for each kind whether it comes by e-mail', async () => {
    const all_: readonly Switch[] = ['meetings', 'plans', 'pairs', 'surveys', 'calls']
    const page = (await get('mentor of the pair', '/me/letters')).body
    for (const name of all_) expect(page).toMatch(new RegExp(`value="${name}" checked`))
  })
})
