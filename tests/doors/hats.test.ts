import { beforeAll, describe, expect, it } from 'vitest'
import { takeHat } from '../../src/office/actions/hats.ts'
import { foundedOffice, type Office, OWNER } from '../make/office.ts'

const text = (html: string) =>
  html
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const inMain = (html: string) => text(html)

describe('giving and taking hats', () => {
  let office: Office
  let owner: Awaited<ReturnType<Office['as']>>
  beforeAll(async () => {
    office = await foundedOffice()
    owner = await office.as(OWNER)
    await office.run('design', 'load', 'programs/women-2021.yaml')
  })

  const give = async (fields: Record<string, string>) => {
    await owner.get('/office/hats')
    return owner.submit('/office/hats', { email: 'ada@example.com', hat: 'reviewer', season: '', until: '', ...fields })
  }
  const hatIdOf = async (email: string, hat: string) =>
    (
      await office.pool.query(
        'select h.id from hat h join person p on p.id = h.person_id where p.email = $1 and h.hat = $2 order by h.id desc',
        [email, hat],
      )
    ).rows[0]?.id

  it('a hat counts from the next request, the person is written to, and the audit names who gave it', async () => {
    const ada = await office.as('ada@example.com')
    expect((await ada.get('/office/hats')).status).toBe(404)
    const given = await give({ hat: 'auditor' })
    expect(given.status).toBe(303)
    expect(inMain((await owner.get(given.location)).text)).toContain('Ada is auditor now.')
    expect((await ada.get('/office/hats')).status).toBe(200)
    const letter = (await office.letters('hat')).at(-1)
    expect(letter).toMatchObject({ email: 'ada@example.com', subject: 'You are auditor at Example' })
    expect((await office.audited('office.giveHat')).at(-1)).toMatchObject({ actor: OWNER, ground: 'owner' })
  })

  it('taken off it opens nothing at the next request, and can be given again from where it was taken', async () => {
    const ada = await office.as('ada@example.com')
    await owner.get('/office/hats')
    const id = await hatIdOf('ada@example.com', 'auditor')
    const taken = await owner.submit(`/office/hats/${id}/take`)
    expect((await ada.get('/office/hats')).status).toBe(404)
    const page = await owner.get(taken.location)
    expect(inMain(page.text)).toContain('Ada is not auditor any more.')
    await owner.submit('/office/hats')
    expect((await ada.get('/office/hats')).status).toBe(200)
    expect((await office.letters('hat')).map((it) => it.subject)).toContain('You are no longer auditor at Example')
  })

  it('a hat with a last day is taken off and given again with the same last day', async () => {
    await give({ email: 'dan@example.com', until: '2026-12-24' })
    const id = await hatIdOf('dan@example.com', 'reviewer')
    await owner.get('/office/hats')
    const taken = await owner.submit(`/office/hats/${id}/take`)
    await owner.get(taken.location)
    await owner.submit('/office/hats')
    const { rows } = await office.pool.query('select until_on::text from hat where id = $1', [
      await hatIdOf('dan@example.com', 'reviewer'),
    ])
    expect(rows[0].until_on).toBe('2026-12-24')
  })

  it('a coordinator does not become people team, in one step or in two, and what was entered is still there', async () => {
    expect((await give({ email: 'bo@example.com', hat: 'coordinator', season: 'women-2021' })).status).toBe(303)
    const refused = await give({ email: 'bo@example.com', hat: 'people-team', until: '2026-12-24' })
    expect(refused.status).toBe(422)
    expect(inMain(refused.text)).toContain('One person is not coordinator and people team at once')
    expect(refused.text).toContain('value="bo@example.com"')
    expect(refused.text).toContain('value="2026-12-24"')
    expect((await give({ email: 'cleo@example.com', hat: 'people-team' })).status).toBe(303)
    expect((await give({ email: 'cleo@example.com', hat: 'coordinator', season: 'women-2021' })).status).toBe(422)
  })

  it('by the owner’s recorded decision they may, and it cannot be taken back while somebody is both', async () => {
    await owner.get('/office/organisation')
    const form = { name: 'Example', privacyContact: 'privacy@example.com' }
    expect((await owner.submit('/office/organisation', { ...form, onePerson: 'yes' })).status).toBe(303)
    expect((await give({ email: 'bo@example.com', hat: 'people-team' })).status).toBe(303)
    await owner.get('/office/organisation')
    const refused = await owner.submit('/office/organisation', form)
    expect(refused.status).toBe(422)
    expect(inMain(refused.text)).toContain('Somebody is coordinator and people team now')
    await owner.get('/office/hats')
    await owner.submit(`/office/hats/${await hatIdOf('bo@example.com', 'people-team')}/take`)
    await owner.get('/office/organisation')
    expect((await owner.submit('/office/organisation', form)).status).toBe(303)
    const decisions = (await office.audited('office.changeOrganisation')).map((it) => it.about)
    expect(decisions).toEqual(['one person may be both', 'one person may not be both any more'])
  })

  it('the last owner cannot be taken off, nor by two who take each other off at once', async () => {
    await owner.get('/office/hats')
    const own = await hatIdOf(OWNER, 'owner')
    const refused = await owner.submit(`/office/hats/${own}/take`)
    expect(refused.status).toBe(409)
    expect(inMain(refused.text)).toContain('This is the last owner.')
    await give({ email: 'dan@example.com', hat: 'owner' })
    const other = await hatIdOf('dan@example.com', 'owner')
    const [one, two] = [await owner.ctx(), await (await office.as('dan@example.com')).ctx()]
    const both = await atTheSameMoment(office, [
      () => takeHat(one, { hatId: other }),
      () => takeHat(two, { hatId: own }),
    ])
    expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((it) => it.status === 'rejected')?.reason).toMatchObject({ code: 'last-owner' })
    const { rows } = await office.pool.query(
      "select count(*)::int as owners from hat where hat = 'owner' and until_on is null",
    )
    expect(rows[0].owners).toBe(1)
  })

  it('an owner who gives a hat to themself is written about to the other owners and the auditors', async () => {
    const boss =
      (await office.as(OWNER).then((it) => it.get('/office/hats'))).status === 200 ? OWNER : 'dan@example.com'
    const keeper = await office.as(boss)
    await keeper.get('/office/hats')
    await keeper.submit('/office/hats', { email: boss, hat: 'named-contact', season: '', until: '' })
    const told = (await office.letters('hat')).filter((it) => it.subject.endsWith('is now named contact at Example'))
    expect(told.map((it) => it.email)).toEqual(['ada@example.com'])
  })
})

/** Changes of hats of which each has read what it may, before any of them writes. */
async function atTheSameMoment<T>({ pool }: Office, work: readonly (() => Promise<T>)[]) {
  const holder = await pool.connect()
  await holder.query('begin; lock table hat in exclusive mode')
  const settled = Promise.allSettled(work.map((it) => it()))
  // Asked on another connection: within one transaction the database answers this once and remembers it.
  await expect.poll(() => waitingIn(pool), { timeout: 20_000 }).toBe(work.length)
  await holder.query('commit')
  holder.release()
  return settled
}

async function waitingIn(pool: Office['pool']): Promise<number> {
  const { rows } = await pool.query(
    "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  )
  return rows[0].waiting
}

describe('what a form of hats says back', () => {
  let office: Office
  let owner: Awaited<ReturnType<Office['as']>>
  beforeAll(async () => {
    office = await foundedOffice()
    owner = await office.as(OWNER)
  })

  it.each([
    ['nobody’s address', { email: 'nobody@example.com', hat: 'reviewer' }, 'Nobody in the directory has the address'],
    ['no address', { email: 'ada', hat: 'reviewer' }, 'Enter an address'],
    ['a manager’s hat', { email: 'ada@example.com', hat: 'manager' }, 'Choose a hat.'],
    ['a day that is none', { email: 'ada@example.com', hat: 'reviewer', until: '31/12/2026' }, 'Choose a day'],
    [
      'a day that has passed',
      { email: 'ada@example.com', hat: 'reviewer', until: '2026-09-30' },
      'This last day has passed',
    ],
    ['an owner of one season', { email: 'ada@example.com', hat: 'owner', season: 'nowhere' }, 'There is no season'],
  ])('%s', async (_title, fields, says) => {
    await owner.get('/office/hats')
    const answer = await owner.submit('/office/hats', { season: '', until: '', ...fields })
    expect(answer.status).toBe(422)
    expect(inMain(answer.text)).toContain(says)
    expect(answer.text).toContain(`value="${fields.email}"`)
  })

  it('somebody who has left gets no hat, and a hat of theirs is listed with those of earlier days', async () => {
    await owner.get('/office/hats')
    await owner.submit('/office/hats', { email: 'bo@example.com', hat: 'reviewer', season: '', until: '' })
    await office.pool.query("update person set left_on = '2026-09-20' where email = 'bo@example.com'")
    expect((await owner.get('/office/hats?q=bo')).text).toContain('No hat matches')
    expect(inMain((await owner.get('/office/hats?q=bo&when=past')).text)).toContain('bo@example.com')
    await owner.get('/office/hats')
    const again = await owner.submit('/office/hats', { email: 'bo@example.com', hat: 'auditor', season: '', until: '' })
    expect(again.status).toBe(422)
  })

  it('the list is searched, filtered, sorted and paged in its address', async () => {
    const { rows } = await office.pool.query(
      "select id, (select id from organisation) as org from person where email = 'dan@example.com'",
    )
    for (let at = 0; at < 60; at += 1)
      await office.pool.query(
        `insert into hat (organisation_id, id, person_id, hat, from_on, until_on)
         values ($1, gen_random_uuid(), $2, 'reviewer', '2026-01-01', date '2027-01-01' + $3::int)`,
        [rows[0].org, rows[0].id, at],
      )
    const first = await owner.get('/office/hats?hat=reviewer')
    expect(inMain(first.text)).toContain('60 hats are worn, 1 to 50')
    expect(inMain((await owner.get('/office/hats?hat=reviewer&page=2')).text)).toContain('60 hats are worn, 51 to 60')
    expect((await owner.get('/office/hats?hat=reviewer&page=9')).location).toBe('/office/hats')
    const soonest = inMain((await owner.get('/office/hats?hat=reviewer&order=until')).text)
    expect(soonest.indexOf('until 1 January 2027')).toBeLessThan(soonest.indexOf('until 3 January 2027'))
    expect(inMain((await owner.get('/office/hats?q=%25')).text)).toContain('No hat matches “%”')
  })
})

describe('lending a hat', () => {
  let office: Office
  beforeAll(async () => {
    office = await foundedOffice()
    await office.run('design', 'load', 'programs/women-2021.yaml')
    await office.run('office', 'give-hat', 'ada@example.com', 'coordinator', '--season', 'women-2021')
    await office.run('office', 'give-hat', 'cleo@example.com', 'people-team')
  })

  const lend = async (who: Awaited<ReturnType<Office['as']>>, fields: { email: string; until: string }) => {
    const page = await who.get('/me/hats')
    const action = /action="(\/me\/hats\/[^"]+\/lend)"/.exec(page.text)?.[1] ?? 'no form to lend'
    return who.submit(action, fields)
  }

  it('somebody stands in until a day, is written to, and opens what the lender opens', async () => {
    const ada = await office.as('ada@example.com')
    expect((await lend(ada, { email: 'bo@example.com', until: '2026-10-20' })).status).toBe(303)
    const bo = await office.as('bo@example.com')
    expect(inMain((await bo.get('/me/hats')).text)).toContain('Lent to you by Ada')
    expect((await office.letters('hat')).at(-1)?.body).toContain('Ada lent you a hat')
    expect((await bo.ctx()).actor).toMatchObject({ hats: [{ hat: 'coordinator' }] })
    office.clock.forward({ hours: 24 * 20 })
    const later = await office.as('bo@example.com')
    expect((await later.ctx()).actor).toMatchObject({ hats: [] })
  })

  it('it is not lent on, not too long, and not to the people team', async () => {
    const ada = await office.as('ada@example.com')
    const tooLong = await lend(ada, { email: 'dan@example.com', until: '2027-01-15' })
    expect(inMain(tooLong.text)).toContain('A hat is lent for 60 days at most')
    expect(tooLong.text).toContain('value="2027-01-15"')
    const clash = await lend(ada, { email: 'cleo@example.com', until: '2026-11-20' })
    expect(inMain(clash.text)).toContain('One person is not coordinator and people team at once')
    await lend(ada, { email: 'dan@example.com', until: '2026-11-20' })
    const dan = await office.as('dan@example.com')
    expect((await dan.get('/me/hats')).text).not.toContain('/lend"')
  })

  it('the lender takes it back, and it is off at once', async () => {
    const ada = await office.as('ada@example.com')
    const page = await ada.get('/me/hats')
    const action = /action="(\/me\/hats\/[^"]+\/back)"/.exec(page.text)?.[1] ?? ''
    const dan = await office.as('dan@example.com')
    await dan.get('/me/hats')
    expect((await dan.post(action, {})).status).toBe(404)
    expect((await ada.submit(action)).status).toBe(303)
    expect((await dan.ctx()).actor).toMatchObject({ hats: [] })
  })

  it('what was lent goes when the lender’s own hat is taken off', async () => {
    const ada = await office.as('ada@example.com')
    await lend(ada, { email: 'dan@example.com', until: '2026-11-15' })
    await office.run('office', 'take-hat', 'ada@example.com', 'coordinator', '--season', 'women-2021')
    const dan = await office.as('dan@example.com')
    expect((await dan.ctx()).actor).toMatchObject({ hats: [] })
    expect(inMain((await dan.get('/me/hats')).text)).toContain('You wear no hat')
  })

  it('an owner’s hat and an auditor’s offer no lending', async () => {
    await office.run('office', 'give-hat', 'bo@example.com', 'auditor')
    const bo = await office.as('bo@example.com')
    expect((await bo.get('/me/hats')).text).not.toContain('/lend"')
    const later = await office.as(OWNER)
    expect(inMain((await later.get('/me/hats')).text)).toContain('Owner, every season')
  })
})

describe('hats by the command line', () => {
  it('the machine’s operator gives, lists and takes off', async () => {
    const { run } = await foundedOffice()
    await run('office', 'give-hat', 'ada@example.com', 'owner', '--until', '2026-12-31')
    expect(await run('office', 'hats')).toContain(
      'ada@example.com: owner, every season, since 2026-10-01, until 2026-12-31',
    )
    await run('office', 'take-hat', 'ada@example.com', 'owner')
    expect((await run('office', 'hats')).join()).not.toContain('ada@example.com')
    await expect(run('office', 'take-hat', OWNER, 'owner')).rejects.toThrow('This is the last owner')
    await expect(run('office', 'give-hat', 'ada@example.com')).rejects.toThrow('Name the hat')
    await expect(run('office', 'give-hat', 'ada@example.com', 'king')).rejects.toThrow('--hat is')
  })
})
