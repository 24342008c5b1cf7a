import { beforeAll, describe, expect, it } from 'vitest'
import { sendLetters } from '../../src/jobs/tick.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const NOW = '2021-07-28T10:00:00.000Z'

describe('a letter to each in a group', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    const made = await everybody()
    const config = { ...made.installation.config, smtpUrl: 'smtp://unused' }
    all = { ...made, installation: { ...made.installation, machineClock: { now: () => NOW }, config } }
    site = makeSite(all.installation)
    await all.installation.pool.query('delete from meeting where mentee_id = $1', [all.ids.mentee])
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, form: Record<string, string>) =>
    requestAs(site, all.callers[name], 'POST', '/desk/write', form)
  const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  async function begin(name: CallerName, group: Record<string, string>) {
    const query = new URLSearchParams({ season: 'women-2021', ...group })
    const { body } = await get(name, `/desk/write?${query}`)
    const form = { season: 'women-2021', ...group, id: hidden(body, 'id'), seen: hidden(body, 'seen') }
    return { body, form: { ...form, subject: 'Your training', words: 'Please look at it\nbefore Friday.' } }
  }
  const copies = (id: string) =>
    rows('select person_id, state, subject, body from outbox_message where about = $1 order by person_id', id)

  it('says who is in the group by the filter of its address, and asks for words', async () => {
    const { body } = await begin('coordinator', { to: 'quiet' })
    expect(body).toContain('A letter to 2 people')
    const mentors = await begin('coordinator', { to: 'quiet', who: 'mentors' })
    const [mentor] = await rows('select name from person where id = $1', all.ids.mentor)
    expect(mentors.body).toContain(mentor.name)
    const empty = await post('coordinator', { ...mentors.form, words: ' ', do: 'look' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Write what you want to say.')
    expect(empty.body).toContain('value="Your training"')
    expect((await get('coordinator', '/desk/write?season=women-2021&to=certificate')).body).toContain('A letter to')
    expect((await get('coordinator', '/desk/write?season=women-2021&to=seats&of=nothing')).body).toContain(
      'Nobody is in',
    )
  })

  it('shows a copy as it is read, sends a test to the writer alone, and only then to the group, once', async () => {
    const { form } = await begin('coordinator', { to: 'quiet' })
    const look = (await post('coordinator', { ...form, do: 'look' })).body
    expect(look).toContain('As it is read')
    expect(look).toContain('Hello ')
    expect(await copies(form.id)).toEqual([])
    expect((await post('coordinator', { ...form, do: 'test' })).body).toContain('A test is on its way to you')
    const tests = await rows("select subject, state from outbox_message where kind = 'test'")
    expect(tests).toEqual([{ subject: 'Test: Your training', state: 'released' }])
    const sent = await post('coordinator', { ...form, do: 'send' })
    expect(sent.status).toBe(303)
    await post('coordinator', { ...form, do: 'send' })
    const found = await copies(form.id)
    expect(found.map((it) => it.person_id)).toEqual([all.ids.mentee, all.ids.mentor].toSorted())
    expect(found[0].body).toContain('before Friday.')
    const audit = await rows("select about from audit where action = 'desk.writeToGroup' and outcome = 'done'")
    expect(audit.map((it) => it.about)).toContain(form.id)
    const page = (await get('coordinator', sent.location)).body
    expect(page).toContain('to 2 people')
    expect((await get('mentee of the pair', '/me/letters')).body).toContain('Your training')
    expect((await get('mentee of the pair', '/me/who-looked')).body).toContain('A coordinator')
  })

  it('stops where the group has changed since it was looked at, and loses nothing', async () => {
    const { form } = await begin('coordinator', { to: 'pairs', standing: 'running' })
    await rows("update person set left_on = '2021-07-01' where id = $1", all.ids.mentor)
    const stopped = await post('coordinator', { ...form, do: 'send' })
    expect(stopped.status).toBe(422)
    expect(stopped.body).toContain('has changed since you looked')
    expect(stopped.body).toContain('Please look at it')
    expect(await copies(form.id)).toEqual([])
    await rows('update person set left_on = null where id = $1', all.ids.mentor)
  })

  it('waits for quiet hours and stays on the page where its reader chose that', async () => {
    await rows(
      "insert into letter_choice (organisation_id, person_id, page_only, changed_at) values ($1, $2, '{groups}', now())",
      all.ids.organisation,
      all.ids.mentee,
    )
    const { form } = await begin('coordinator', { to: 'quiet' })
    await post('coordinator', { ...form, do: 'send' })
    expect((await copies(form.id)).map((it) => it.state).toSorted()).toEqual(['page', 'released'])
    const night = { ...all.installation, machineClock: { now: () => '2021-07-28T23:00:00.000Z' } }
    const house = await openHouse(night)
    if (!house) throw new Error('no house')
    await sendLetters(house, asProgram(house, 'test'))
    expect((await copies(form.id)).map((it) => it.state).toSorted()).toEqual(['page', 'released'])
  })

  it('is taken back as far as it has not left', async () => {
    const { form } = await begin('coordinator', { to: 'quiet' })
    await post('coordinator', { ...form, subject: 'Taken back', do: 'send' })
    await rows(
      "update outbox_message set state = 'sent', sent_at = now() where about = $1 and person_id = $2",
      form.id,
      all.ids.mentor,
    )
    const back = `/desk/written/${form.id}/back`
    const answer = await requestAs(site, all.callers['lent coordinator'], 'POST', back, { season: 'women-2021' })
    expect((await get('coordinator', answer.location)).body).toContain('1 copy was taken back')
    expect((await copies(form.id)).map((it) => it.state).toSorted()).toEqual(['sent', 'withdrawn'])
    expect((await get('mentee of the pair', '/me/letters')).body).not.toContain('Taken back')
    expect((await get('coordinator', '/desk/written?season=women-2021')).body).toContain('Taken back')
  })

  it('leaves out the writer’s own pair, and is not there for others', async () => {
    const { body } = await begin('coordinator in another pair', { to: 'pairs' })
    expect(body).toContain('Your own pair is left out')
    const { form } = await begin('coordinator', { to: 'pairs' })
    expect((await post('coordinator of another season', { ...form, do: 'send' })).status).toBe(404)
    expect((await post('mentee of the pair', { ...form, do: 'send' })).status).toBe(404)
    expect((await get('coordinator', '/desk/write?season=women-2021&to=everybody')).status).toBe(404)
    expect(await copies(form.id)).toEqual([])
  })
})
