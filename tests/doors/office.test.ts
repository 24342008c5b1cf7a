import { beforeAll, describe, expect, it } from 'vitest'
import { mailServer } from '../make/mail-server.ts'
import { foundedOffice, inMain, type Office, OWNER } from '../make/office.ts'

type Browser = Awaited<ReturnType<Office['as']>>

describe('the owner’s board', () => {
  let office: Office
  let owner: Browser
  let post: Awaited<ReturnType<typeof mailServer>>
  beforeAll(async () => {
    post = await mailServer()
    office = await foundedOffice([], { smtpUrl: post.url })
    owner = await office.as(OWNER)
  })
  const board = async () => inMain((await owner.get('/office')).text)

  it('says how many things are left to set up, and what each asks', async () => {
    const page = await board()
    expect(page).toContain('Seven things are left to set up')
    for (const says of [
      'Name who answers questions about privacy',
      'Set up your second step',
      'Download the backup of the keys',
      'Send a test letter to yourself',
      'Bring in the people',
      'Give the hats that nobody wears',
      'Load the first program',
    ])
      expect(page).toContain(says)
  })

  it('the privacy contact is an address or a link, and what was entered is given back', async () => {
    await owner.get('/office/organisation')
    const faulty = await owner.submit('/office/organisation', { name: 'Example Health', privacyContact: 'ask Ada' })
    expect(faulty.status).toBe(422)
    expect(inMain(faulty.text)).toContain('Enter an address such as privacy@example.com')
    expect(faulty.text).toContain('value="ask Ada"')
    await owner.get('/office/organisation')
    await owner.submit('/office/organisation', {
      name: 'Example Health',
      privacyContact: 'https://example.com/privacy',
    })
    expect(await board()).toContain('Questions about privacy go to https://example.com/privacy.')
    expect((await owner.get('/')).text).toContain('Example Health')
  })

  it('a test letter goes through the mail server, whose answer is shown', async () => {
    await owner.get('/office')
    const page = inMain((await owner.submit('/office/test-mail')).text)
    expect(page).toContain('The mail server took the letter')
    expect(page).toMatch(/250/)
    expect(post.received.map((it) => it.to)).toEqual([OWNER])
    expect(await board()).toContain('The mail server took a test letter on Thursday 1 October 2026.')
  })

  it('a letter that the mail server refuses is not tried again, and its answer is shown', async () => {
    const other = await foundedOffice([], { smtpUrl: post.url })
    const its = await other.as(OWNER)
    post.answerWith(() => ({ code: 550, text: 'no such mailbox here' }))
    await its.get('/office')
    const page = inMain((await its.submit('/office/test-mail')).text)
    post.answerWith(() => null)
    expect(page).toContain('The mail server did not take the letter')
    expect(page).toContain('550 no such mailbox here')
    expect((await other.letters('test')).map((it) => it.state)).toEqual(['failed'])
    expect(inMain((await its.get('/office')).text)).toContain('Send a test letter to yourself')
  })

  it('without a mail server the board says who sets one up', async () => {
    const other = await foundedOffice([])
    const its = await other.as(OWNER)
    expect(inMain((await its.get('/office')).text)).toContain('Whoever runs the server sets SMTP_URL')
    await its.get('/office/hats')
    const refused = await its.post('/office/test-mail', { token: 'guessed' })
    expect(refused.status).toBe(404)
  })

  it('the first program is loaded from a template that ships', async () => {
    const page = await owner.get('/office')
    const template = /<option value="([^"]+\.yaml)"/.exec(page.text)?.[1] ?? ''
    const loaded = await owner.submit('/office/program', { template })
    expect(inMain((await owner.get(loaded.location)).text)).toContain('The program is loaded as a season.')
    expect(await board()).toContain('1 season')
    await owner.get('/office')
    const { rows } = await office.pool.query('select count(*)::int as seasons from season')
    expect(rows[0].seasons).toBe(1)
  })

  it('an owner who is no coordinator reads who may load one', async () => {
    const other = await foundedOffice(['Ada'])
    await other.run('office', 'give-hat', 'ada@example.com', 'coordinator')
    await other.run('office', 'take-hat', OWNER, 'coordinator')
    const its = await other.as(OWNER)
    const page = inMain((await its.get('/office')).text)
    expect(page).toContain('A coordinator loads it: Ada.')
    const ada = await other.as('ada@example.com')
    const token = /name="token" value="([^"]+)"/.exec((await its.get('/office/organisation')).text)?.[1] ?? ''
    expect((await its.post('/office/program', { token, template: 'women-2021.yaml' })).status).toBe(404)
    expect((await ada.get('/office')).status).toBe(404)
  })

  it('when everything is done it is a calm page with what stands', async () => {
    await office.pool.query("update organisation set keys_backed_up_at = '2026-10-01T09:00:00Z'")
    await office.pool.query(
      `insert into one_time_code (organisation_id, person_id, sealed_secret, made_at, confirmed_at)
       select organisation_id, id, 'x', '2026-10-01', '2026-10-01' from person where email = $1`,
      [OWNER],
    )
    await office.pool.query(
      `insert into person (organisation_id, id, email, name, kind, created_at)
       select organisation_id, gen_random_uuid(), n || '@example.com', n, 'directory', '2026-10-01'
       from person, unnest(array['ada', 'bo', 'cleo']) n where email = $1`,
      [OWNER],
    )
    await office.run('office', 'give-hat', 'ada@example.com', 'people-team')
    await office.run('office', 'give-hat', 'bo@example.com', 'named-contact')
    expect(await board()).toContain('One thing is left to set up')
    await office.run('office', 'give-hat', 'cleo@example.com', 'named-contact', '--deputy')
    const page = await board()
    expect(page).toContain('Everything is set up')
    expect(page).toContain('3 people in the directory')
    expect(page).toMatch(/Deputy of the named contact +cleo/)
    expect(page).not.toContain('To do')
  })

  it('asks the database as often when everything is done as when nothing is', async () => {
    const counted: number[] = []
    for (const names of [[], ['Ada', 'Bo', 'Cleo', 'Dan']]) {
      const other = await foundedOffice(names)
      for (const name of names) await other.run('office', 'give-hat', `${name.toLowerCase()}@example.com`, 'auditor')
      const { queriesOf } = await other.counting()
      counted.push(await queriesOf('/office'), await queriesOf('/office/hats'))
    }
    expect(counted.slice(0, 2)).toEqual(counted.slice(2))
    expect(Math.max(...counted)).toBeLessThanOrEqual(9)
  })
})

describe('tokens of one’s own', () => {
  let office: Office
  let owner: Browser
  beforeAll(async () => {
    office = await foundedOffice(['Ada'])
    owner = await office.as(OWNER)
  })
  const make = async (fields: Record<string, string> = {}) => {
    await owner.get('/me/tokens')
    return /data-secret[^>]*>(als_[\w-]+)</.exec((await owner.submit('/me/tokens', fields)).text)?.[1] ?? ''
  }
  const asks = (token: string) =>
    office.site.request('/api/v1/office/hats', { headers: { authorization: `Bearer ${token}` } })

  it('a token is shown once, opens what its person may, and opens nothing once it is revoked', async () => {
    const token = await make()
    expect((await asks(token)).status).toBe(200)
    const page = await owner.get('/me/tokens')
    expect(page.text).not.toContain(token)
    const action = /action="(\/me\/tokens\/[^"]+\/revoke)"/.exec(page.text)?.[1] ?? ''
    const revoked = await owner.submit(action)
    expect(inMain((await owner.get(revoked.location)).text)).toContain('Revoked. It opens nothing any more.')
    expect((await asks(token)).status).toBe(404)
  })

  it('its last use is written down, once a minute at most', async () => {
    const token = await make()
    const usedAt = async () =>
      (await office.pool.query('select used_at from api_token order by created_at desc, id desc limit 1')).rows[0]
        .used_at
    expect(await usedAt()).toBeNull()
    await asks(token)
    const first = await usedAt()
    expect(inMain((await owner.get('/me/tokens')).text)).toContain('Last used Thursday 1 October 2026, 09:00 UTC')
    office.clock.forward({ minutes: 1 })
    await asks(token)
    expect(await usedAt()).toEqual(first)
    office.clock.forward({ minutes: 1 })
    await asks(token)
    expect(await usedAt()).not.toEqual(first)
  })

  it('a token opens as long as was chosen, a year unless it was, and is listed with its end', async () => {
    const short = await make({ days: '30' })
    const long = await make()
    expect(inMain((await owner.get('/me/tokens')).text)).toMatch(/Opens until \w+ 31 October 2026/)
    office.clock.forward({ hours: 24 * 30 })
    expect([(await asks(short)).status, (await asks(long)).status]).toEqual([404, 200])
    owner = await office.as(OWNER)
    expect(inMain((await owner.get('/me/tokens')).text)).toMatch(/Opens nothing since \w+ 31 October 2026/)
    office.clock.forward({ hours: 24 * 335 })
    expect((await asks(long)).status).toBe(404)
    owner = await office.as(OWNER)
    await owner.get('/me/tokens')
    expect((await owner.submit('/me/tokens', { days: '9999' })).status).toBe(422)
    await expect(office.run('office', 'token', '--days', '366')).rejects.toThrow(/1 to 365 days/)
    const { opensUntil } = JSON.parse((await office.run('office', 'token', '--days', '7', '--json'))[0] ?? '')
    expect(Date.parse(opensUntil) - Date.parse(office.clock.now())).toBe(7 * 86_400_000)
  })

  it('what a token does is in the audit under its own id', async () => {
    const token = await make()
    await asks(token)
    const { rows } = await office.pool.query(
      `select t.id = a.via::uuid as is_its from audit a, (select id from api_token order by created_at desc, id desc limit 1) t
       where a.actor_kind = 'token' order by a.id desc limit 1`,
    )
    expect(rows).toEqual([{ is_its: true }])
  })

  it('nobody revokes a token of somebody else, and who wears no hat makes none', async () => {
    await make()
    const action = /action="(\/me\/tokens\/[^"]+\/revoke)"/.exec((await owner.get('/me/tokens')).text)?.[1] ?? ''
    const ada = await office.as('ada@example.com')
    const page = await ada.get('/me/tokens')
    expect(inMain(page.text)).toContain('Owners and coordinators make tokens.')
    const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    expect((await ada.post(action, { token })).status).toBe(404)
    expect((await ada.post('/me/tokens', { token })).status).toBe(404)
  })

  it('a coordinator of one season makes one too', async () => {
    await office.run('design', 'load', 'programs/women-2021.yaml')
    await office.run('office', 'give-hat', 'ada@example.com', 'coordinator', '--season', 'women-2021')
    const ada = await office.as('ada@example.com')
    await ada.get('/me/tokens')
    expect((await ada.submit('/me/tokens')).text).toMatch(/data-secret[^>]*>als_/)
  })
})

describe('tokens of the directory service', () => {
  it('are named, shown once and revoked', async () => {
    const office = await foundedOffice()
    const owner = await office.as(OWNER)
    await owner.get('/office/directory')
    const faulty = await owner.submit('/office/directory', { name: ' ' })
    expect(faulty.status).toBe(422)
    expect(inMain(faulty.text)).toContain('Name the directory service')
    await owner.get('/office/directory')
    const made = await owner.submit('/office/directory', { name: 'Entra ID' })
    expect(made.text).toMatch(/data-secret[^>]*>ald_/)
    const page = await owner.get('/office/directory')
    expect(inMain(page.text)).toContain('Entra ID')
    expect(page.text).not.toContain('data-secret')
    const action = /action="(\/office\/directory\/[^"]+\/revoke)"/.exec(page.text)?.[1] ?? ''
    const revoked = await owner.submit(action)
    expect(inMain((await owner.get(revoked.location)).text)).toContain('No directory service is connected')
  })
})
