import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { OPENED_COLUMNS } from '../../src/store/glass.ts'
import { ROUTES } from '../../src/web/routes.ts'
import { foundedOffice, inMain, type Office, OWNER } from '../make/office.ts'

type Browser = Awaited<ReturnType<Office['as']>>
const REASON = 'The works council asked whether the topics were read.'

/** An office with a season, an applicant whose every answer is known by its word, an auditor and a second owner. */
async function withApplication() {
  const office = await foundedOffice(['Ada', 'Bo', 'Cleo', 'Dan', 'Mia'])
  await office.run('design', 'load', 'programs/women-2021.yaml')
  await office.run('office', 'give-hat', 'ada@example.com', 'auditor')
  await office.run('office', 'give-hat', 'bo@example.com', 'owner')
  await office.pool.query(
    `insert into application (organisation_id, id, season_id, person_id, role, submitted_at, submitted_on, late, commits,
       trainings, identity, topics, mentored_before, about, recorded_at)
     select p.organisation_id, gen_random_uuid(), s.id, p.id, 'mentee', '2021-06-01', '2021-06-01', false, true, true, true,
       array['word-of-topics'], 'word-of-before', 'word-of-about', '2021-06-01'
     from person p, season s where p.email = 'mia@example.com'`,
  )
  return office
}

const ask = async (owner: Browser, fields: Record<string, string> = {}) => {
  await owner.get('/office/glass')
  return owner.submit('/office/glass', { email: 'mia@example.com', season: 'women-2021', reason: REASON, ...fields })
}
const idIn = (html: string, verb: string) => new RegExp(`action="/office/glass/([^"/]+)/${verb}"`).exec(html)?.[1] ?? ''

describe('opening an application', () => {
  let office: Office
  let owner: Browser
  let auditor: Browser
  let glassId = ''
  beforeAll(async () => {
    office = await withApplication()
    owner = await office.as(OWNER)
    auditor = await office.as('ada@example.com')
  })

  it('needs a reason in a sentence, a person and a season, and gives back what was entered', async () => {
    const short = await ask(owner, { reason: 'just curious' })
    expect(short.status).toBe(422)
    expect(inMain(short.text)).toContain('of 20 characters at least')
    expect(short.text).toContain('just curious')
    expect(inMain((await ask(owner, { email: 'nobody@example.com' })).text)).toContain('Nobody in the directory')
    expect(inMain((await ask(owner, { email: OWNER })).text)).toContain('It cannot be about yourself')
    expect((await office.audited('office.askToBreakGlass')).length).toBe(0)
  })

  it('says the same whether there is an application or not', async () => {
    const with_ = await ask(owner)
    const without = await ask(owner, { email: 'cleo@example.com' })
    expect([with_.status, with_.location]).toEqual([without.status, without.location])
  })

  it('opens nothing before another person agrees, and never by who asked or by whom it is about', async () => {
    const page = await owner.get('/office/glass')
    glassId = idIn((await auditor.get('/office/glass')).text, 'agree')
    expect(idIn(page.text, 'agree')).toBe('')
    expect((await owner.get(`/office/glass/${glassId}`)).status).toBe(409)
    await owner.get('/office/glass')
    const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const own = await owner.post(`/office/glass/${glassId}/agree`, { token })
    expect(inMain(own.text)).toContain('Another owner or an auditor has to agree')
    await office.run('office', 'give-hat', 'mia@example.com', 'auditor')
    const mia = await office.as('mia@example.com')
    const { rows } = await office.pool.query(
      "select g.id from glass g join person p on p.id = g.subject_id where p.email = 'mia@example.com'",
    )
    glassId = rows[0].id
    const seen = await mia.get('/office/glass')
    expect(seen.text).not.toContain(`/office/glass/${glassId}/agree`)
    const hers = /name="token" value="([^"]+)"/.exec(seen.text)?.[1] ?? ''
    expect(inMain((await mia.post(`/office/glass/${glassId}/agree`, { token: hers })).text)).toContain(
      'This was not done',
    )
    await office.run('office', 'take-hat', 'mia@example.com', 'auditor')
  })

  it('when another agrees, the subject is written to at once, with who, why and until when', async () => {
    await auditor.get('/office/glass')
    expect((await auditor.submit(`/office/glass/${glassId}/agree`)).status).toBe(303)
    const [letter] = await office.letters('glass')
    expect(letter?.email).toBe('mia@example.com')
    for (const says of [OWNER, 'Ada', REASON, 'Thursday 1 October 2026, 10:00 UTC'])
      expect(letter?.body).toContain(says)
  })

  it('the owner reads the answers a coordinator could read, and nothing of class S4, scores or clearance', async () => {
    const page = await owner.get(`/office/glass/${glassId}`)
    for (const word of ['word-of-topics', 'word-of-before', 'word-of-about']) expect(page.text).toContain(word)
    expect(inMain(page.text)).not.toMatch(/identi|clear|score|priority|survey answer/i)
    expect(OPENED_COLUMNS).not.toContain('identity')
    expect(OPENED_COLUMNS).toEqual(expect.arrayContaining(['topics', 'about', 'role']))
  })

  it('every look is in the audit with whom it was about, and every page of the owner says it is open', async () => {
    await owner.get(`/office/glass/${glassId}`)
    const looks = await office.audited('office.lookThroughGlass')
    expect(looks).toHaveLength(2)
    expect(looks[0]).toMatchObject({ actor: OWNER, ground: 'owner', subjects: ['mia@example.com'] })
    for (const path of ['/office', '/office/hats', '/', '/me/hats', '/nothing-here'])
      expect((await owner.get(path)).text, path).toContain('One application is open to you until')
    expect((await auditor.get('/office/hats')).text).not.toContain('One application is open to you')
  })

  it('no other owner reads through it, nor the second person', async () => {
    const other = await office.as('bo@example.com')
    expect((await other.get(`/office/glass/${glassId}`)).status).toBe(404)
    expect((await auditor.get(`/office/glass/${glassId}`)).status).toBe(404)
    expect(await office.audited('office.lookThroughGlass')).toHaveLength(2)
  })

  it('it ends by itself after the hour, with its banner, and nobody opens it again', async () => {
    office.clock.forward({ minutes: 59 })
    expect((await owner.get(`/office/glass/${glassId}`)).status).toBe(200)
    office.clock.forward({ minutes: 1 })
    const over = await owner.get(`/office/glass/${glassId}`)
    expect(over.status).toBe(409)
    expect(inMain(over.text)).toContain('This is over and does not open again')
    expect((await owner.get('/office')).text).not.toContain('One application is open to you')
    const page = await auditor.get('/office/glass')
    expect(inMain(page.text)).toContain('Was open for an hour, until Thursday 1 October 2026, 10:00 UTC')
    expect(page.text).not.toContain(`/office/glass/${glassId}/agree`)
    const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const other = await office.as('bo@example.com')
    const theirs = /name="token" value="([^"]+)"/.exec((await other.get('/office/glass')).text)?.[1] ?? ''
    expect((await other.post(`/office/glass/${glassId}/agree`, { token: theirs })).status).toBe(409)
    // The same consent once more changes nothing: it is the same request, retried.
    await auditor.post(`/office/glass/${glassId}/agree`, { token })
    expect((await owner.get(`/office/glass/${glassId}`)).status).toBe(409)
    expect(await office.letters('glass')).toHaveLength(1)
  })

  it('either of the two closes it before, and an asking nobody agrees to lapses', async () => {
    await ask(owner)
    await auditor.get('/office/glass')
    const id = idIn((await auditor.get('/office/glass')).text, 'agree')
    await auditor.submit(`/office/glass/${id}/agree`)
    await auditor.get('/office/glass')
    expect((await auditor.submit(`/office/glass/${id}/end`)).status).toBe(303)
    expect((await owner.get(`/office/glass/${id}`)).status).toBe(409)
    await ask(owner)
    office.clock.forward({ hours: 11 })
    office.clock.forward({ hours: 24 * 7 })
    const later = await office.as('ada@example.com')
    const page = await later.get('/office/glass')
    expect(idIn(page.text, 'agree')).toBe('')
    expect(inMain(page.text)).toContain('Nobody agreed within a week')
  })

  it('somebody without one of the two hats finds nothing of it', async () => {
    const dan = await office.as('dan@example.com')
    for (const path of ['/office/glass', `/office/glass/${glassId}`]) expect((await dan.get(path)).status).toBe(404)
  })
})

describe('nobody ever signs in as somebody else', () => {
  it('only the ways of signing in make a sign-in, and in the demo, coming in as one of its people', () => {
    const makers = globSync('src/**/*.{ts,tsx}')
      .filter((file) => /\b(giveSignIn|addSignIn)\(/.test(readFileSync(file, 'utf8')))
      .filter((file) => !/^src\/(store\/sign-ins|web\/visitor)\.ts$/.test(file))
      .map((file) => file.replace(/\.tsx?$/, ''))
    for (const file of makers)
      expect(file).toMatch(
        /^src\/(people\/actions|web\/(sign-in|passkey|provider|second-step|first|demo)|office\/actions\/set-up|rehearsal\/)/,
      )
  })

  it('no form that an owner sends gives them a cookie of somebody else, or any other', async () => {
    const office = await withApplication()
    const owner = await office.as(OWNER)
    const mia = await office.as('mia@example.com')
    const before = owner.jar.get('alongside')
    const { text } = await owner.get('/office/organisation')
    const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const forms = ROUTES.filter((it) => it.method === 'POST' && !it.demoOnly && it.path !== '/sign-out')
    expect(forms.length).toBeGreaterThan(15)
    for (const it of forms) {
      const path = it.path.replaceAll(/:\w+/g, mia.personId)
      const given = {
        token,
        email: 'mia@example.com',
        person: mia.personId,
        personId: mia.personId,
        as: 'mia@example.com',
      }
      const answer = await owner.post(path, given)
      const cookie = answer.headers.getSetCookie().find((line) => /^(__Host-)?alongside=/.test(line)) ?? ''
      const actor = cookie === '' ? null : await actorOf(office, cookie)
      expect(actor === null || actor === owner.personId, path).toBe(true)
      if (before) owner.jar.set('alongside', before)
    }
  })
})

/** Whose sign-in a cookie opens; null where it opens none. */
async function actorOf(office: Office, cookie: string): Promise<string | null> {
  const secret = /alongside=([^;]*)/.exec(cookie)?.[1] ?? ''
  const { rows } = await office.pool.query(
    "select person_id from sign_in where hash = encode(sha256($1::bytea), 'hex')",
    [secret],
  )
  return rows[0]?.person_id ?? null
}
