import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../src/runtime/new-id.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

type Json = Record<string, unknown>

describe('the door of the directory service', () => {
  let site: ReturnType<typeof makeSite>
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let run: ReturnType<typeof commandLineOf>
  let token = ''

  beforeAll(async () => {
    installation = await freshInstallation()
    run = commandLineOf(installation)
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
    const made = JSON.parse((await run('office', 'directory-token', '--name', 'Test', '--json'))[0] ?? '')
    token = made.token
    expect(made.address).toBe(`${installation.config.publicUrl}/scim/v2`)
    site = makeSite(installation)
  })

  const ask = async (method: string, path: string, body?: unknown, bearer = token) => {
    const answer = await site.request(`/scim/v2${path}`, {
      method,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/scim+json' },
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? {} : JSON.parse(text) }
  }
  const find = (filter: string) => ask('GET', `/Users?${new URLSearchParams({ filter })}`)
  const add = async (name: string, more: Json = {}) => {
    const added = await ask('POST', '/Users', {
      schemas: [CORE],
      userName: `${name}@example.com`,
      displayName: name,
      ...more,
    })
    expect([name, added.status]).toEqual([name, 201])
    return added.body
  }
  const patch = (id: string, ...Operations: Json[]) => ask('PATCH', `/Users/${id}`, { schemas: [PATCH], Operations })
  const stored = async (email: string) =>
    (await installation.pool.query('select * from person where email = $1', [email])).rows[0]

  describe('as Okta speaks', () => {
    it('looks whether somebody is there, adds them, changes them by put and ends them without a path', async () => {
      const before = await find('userName eq "okta.user@example.com"')
      expect(before.body).toEqual({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
        totalResults: 0,
        startIndex: 1,
        itemsPerPage: 0,
        Resources: [],
      })
      const user = {
        schemas: [CORE],
        userName: 'okta.user@example.com',
        name: { givenName: 'Okta', familyName: 'User' },
        emails: [{ primary: true, value: 'okta.user@example.com', type: 'work' }],
        displayName: 'Okta User',
        locale: 'en-US',
        externalId: '00ujl29u0le5T6Aj10h7',
        groups: [],
        password: 'not-kept',
        active: true,
      }
      const added = await ask('POST', '/Users', user)
      expect(added.status).toBe(201)
      expect(added.headers.get('content-type')).toContain('application/scim+json')
      expect(added.headers.get('location')).toBe(`${installation.config.publicUrl}/scim/v2/Users/${added.body.id}`)
      expect(added.body).toMatchObject({
        userName: user.userName,
        externalId: user.externalId,
        active: true,
        name: user.name,
      })
      expect(JSON.stringify(added.body)).not.toMatch(/locale|groups|password/)
      const put = await ask('PUT', `/Users/${added.body.id}`, {
        ...user,
        id: added.body.id,
        displayName: 'Okta Changed',
      })
      expect([put.status, put.body.displayName]).toEqual([200, 'Okta Changed'])
      const ended = await patch(added.body.id, { op: 'replace', value: { active: false } })
      expect([ended.status, ended.body.active]).toEqual([200, false])
      const found = await find('userName eq "okta.user@example.com"')
      expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ active: false }] })
      const back = await ask('PUT', `/Users/${added.body.id}`, { ...user, active: true })
      expect(back.body.active).toBe(true)
    })
  })

  describe('as Entra speaks', () => {
    it('finds by names in odd letters, changes attribute by attribute and ends with a text', async () => {
      const boss = await add('entra.boss')
      const added = await add('entra.user', {
        userName: 'entra.user@tenant.example.com',
        externalId: '58342554-38d6-4ec8-948c-50044d0a33fd',
        emails: [{ primary: true, type: 'work', value: 'Entra.User@Example.com' }],
        meta: { resourceType: 'User' },
        name: { formatted: 'Entra User', familyName: 'User', givenName: 'Entra' },
        roles: [],
        active: true,
      })
      for (const filter of [
        'userName Eq "Entra.User@Tenant.Example.com"',
        'EXTERNALID eq "58342554-38d6-4ec8-948c-50044d0a33fd"',
        'emails[type eq "work"].value eq "entra.user@example.com"',
        'Emails.Value eq "entra.user@example.com" and active eq True',
      ])
        expect((await find(filter)).body, filter).toMatchObject({ totalResults: 1, Resources: [{ id: added.id }] })
      const changed = await patch(
        added.id,
        { op: 'Replace', path: 'displayName', value: 'Entra Changed' },
        { op: 'Add', path: `${ENTERPRISE}:manager`, value: boss.id },
        { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Research' },
        { op: 'Replace', path: `${ENTERPRISE}:division`, value: 'Science' },
        { op: 'Add', path: 'title', value: 'Analyst' },
        { op: 'Replace', path: 'emails[type eq "work"].value', value: 'entra.changed@example.com' },
        { op: 'Add', path: 'roles[primary eq "True"].value', value: 'owner' },
      )
      expect(changed.body).toMatchObject({
        displayName: 'Entra Changed',
        title: 'Analyst',
        emails: [{ value: 'entra.changed@example.com', type: 'work', primary: true }],
        [ENTERPRISE]: {
          department: 'Research',
          division: 'Science',
          manager: { value: boss.id, displayName: 'entra.boss' },
        },
      })
      const gone = await patch(added.id, { op: 'Remove', path: `${ENTERPRISE}:manager` })
      expect(gone.body[ENTERPRISE]).toEqual({ department: 'Research', division: 'Science' })
      const ended = await patch(added.id, { op: 'Replace', path: 'active', value: 'False' })
      expect([ended.status, ended.body.active]).toEqual([200, false])
      expect((await patch(added.id, { op: 'Replace', path: 'active', value: 'True' })).body.active).toBe(true)
    })
  })

  describe('each way of ending somebody ends every way in', () => {
    const ways: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
      ['Okta, no path', (id) => patch(id, { op: 'replace', value: { active: false } })],
      ['Entra, a text', (id) => patch(id, { op: 'Replace', path: 'active', value: 'False' })],
      [
        'the older Entra, a list',
        (id) => patch(id, { op: 'Add', path: 'active', value: [{ $ref: null, value: 'False' }] }),
      ],
      ['RFC 7644, a truth value', (id) => patch(id, { op: 'replace', path: 'active', value: false })],
      ['with the urn', (id) => patch(id, { op: 'replace', path: `${CORE}:active`, value: false })],
      ['a put', (id) => ask('PUT', `/Users/${id}`, { schemas: [CORE], userName: 'x@example.com', active: false })],
      ['a put with a text', (id) => ask('PUT', `/Users/${id}`, { active: 'false' })],
      ['a delete', (id) => ask('DELETE', `/Users/${id}`)],
    ]
    for (const [at, [name, end]] of ways.entries())
      it(name, async () => {
        const { id } = await add(`leaver${at}`)
        const email = `leaver${at}@example.com`
        await installation.pool.query(
          `insert into hat (organisation_id, id, person_id, hat, from_on)
           select organisation_id, $2, id, unnest(array['coordinator']), '2021-01-01' from person where id = $1`,
          [id, randomUUID()],
        )
        const { cookie } = await signInAs(installation, email, { stepped: true })
        const apiToken = JSON.parse((await run('office', 'token', '--as', email, '--json'))[0] ?? '').token
        const page = () => site.request('/people', { headers: { cookie } })
        const api = () =>
          site.request('/api/v1/people/left-alone', { headers: { authorization: `Bearer ${apiToken}` } })
        expect([(await page()).status, (await api()).status]).toEqual([200, 200])
        await end(id)
        expect((await page()).headers.get('location')).toMatch(/^\/sign-in/)
        expect((await api()).status).toBe(404)
        const { rows } = await installation.pool.query(
          `select (select count(*)::int from sign_in where person_id = $1 and ended_at is null) as sign_ins,
             (select count(*)::int from api_token where person_id = $1 and revoked_at is null) as tokens,
             (select count(*)::int from hat where person_id = $1 and until_on is null) as hats,
             (select count(*)::int from audit where action = 'people.leave' and about = $1::text and outcome = 'done') as lines`,
          [id],
        )
        expect(rows).toEqual([{ sign_ins: 0, tokens: 0, hats: 0, lines: 1 }])
      })

    it('somebody who comes back may sign in anew, and has no hat', async () => {
      const { id } = await add('returner')
      await patch(id, { op: 'replace', path: 'active', value: false })
      await patch(id, { op: 'replace', path: 'active', value: true })
      expect((await stored('returner@example.com')).left_on).toBeNull()
      const { ctx } = await signInAs(installation, 'returner@example.com')
      expect((await ctx()).actor).toMatchObject({ hats: [] })
    })
  })

  describe('whose token opens what', () => {
    it('a token nobody made, none and an API token are 401, in the shape of SCIM', async () => {
      const apiToken = JSON.parse((await run('office', 'token', '--json'))[0] ?? '').token
      for (const bearer of ['ald_guessed', '', apiToken]) {
        const answer = await ask('GET', '/Users', undefined, bearer)
        expect(answer.status).toBe(401)
        expect(answer.headers.get('www-authenticate')).toBe('Bearer')
        expect(answer.body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' })
      }
    })

    it('a token of another organisation gets 404 everywhere, and changes nobody', async () => {
      const [organisation, other] = [randomUUID(), `ald_${randomUUID()}`]
      await installation.pool.query(
        "insert into organisation (id, name, kind, operator_person_id, created_at) values ($1, 'Theirs', 'real', $1, '2100-01-01')",
        [organisation],
      )
      await installation.pool.query(
        "insert into directory_token (organisation_id, id, name, hash, made_at) values ($1, $2, 'theirs', $3, now())",
        [organisation, randomUUID(), hashOf(other)],
      )
      const { id } = await add('ours')
      for (const [method, path, body] of [
        ['GET', '/Users', undefined],
        ['GET', `/Users/${id}`, undefined],
        ['POST', '/Users', { userName: 'z@example.com' }],
        ['PATCH', `/Users/${id}`, { Operations: [{ op: 'replace', value: { active: false } }] }],
        ['DELETE', `/Users/${id}`, undefined],
        ['GET', '/ServiceProviderConfig', undefined],
      ] as const)
        expect([path, (await ask(method, path, body, other)).status]).toEqual([path, 404])
      expect((await ask('GET', `/Users/${id}`)).body.active).toBe(true)
    })

    it('a revoked token opens nothing from the next request on', async () => {
      const made = JSON.parse((await run('office', 'directory-token', '--name', 'Old', '--json'))[0] ?? '')
      expect((await ask('GET', '/Users?count=0', undefined, made.token)).status).toBe(200)
      const { tokens } = JSON.parse((await run('office', 'directory-tokens', '--json'))[0] ?? '')
      expect(tokens).toMatchObject([{ name: 'Old', usedAt: expect.any(String), revokedAt: null }, { name: 'Test' }])
      await run('office', 'revoke-directory-token', made.id)
      expect((await ask('GET', '/Users', undefined, made.token)).status).toBe(401)
      await expect(run('office', 'revoke-directory-token', 'no-such')).rejects.toThrow(/no such token/)
    })

    it('every change is in the audit under the token that made it', async () => {
      const { id } = await add('audited')
      await patch(id, { op: 'replace', path: 'title', value: 'x' })
      const { rows } = await installation.pool.query(
        'select a.action, a.actor_kind, t.name from audit a join directory_token t on t.id::text = a.via where a.about = $1 order by a.id',
        [id],
      )
      const line = { action: 'people.savePerson', actor_kind: 'directory-service', name: 'Test' }
      expect(rows).toEqual([line, line])
    })
  })

  describe('whom it sees', () => {
    it('people of the directory, and neither guests nor who declared themselves', async () => {
      const owner = await stored('owner@example.com')
      expect(owner.kind).toBe('guest')
      expect((await find('userName eq "owner@example.com"')).body.totalResults).toBe(0)
      for (const method of ['GET', 'PATCH', 'DELETE'])
        expect((await ask(method, `/Users/${owner.id}`, method === 'PATCH' ? ACTIVE_FALSE : undefined)).status).toBe(
          404,
        )
    })

    it('a guest whom it adds becomes part of the directory, as the person they were', async () => {
      await installation.pool.query(
        "insert into person (organisation_id, id, email, name, kind, created_at) select organisation_id, $1, 'self@example.com', 'self@example.com', 'self-declared', now() from person where email = 'owner@example.com'",
        [randomUUID()],
      )
      const before = await stored('self@example.com')
      const added = await add('self', { displayName: 'Selma Elf' })
      expect(added.id).toBe(before.id)
      expect(await stored('self@example.com')).toMatchObject({ kind: 'directory', name: 'Selma Elf' })
    })

    it('whom it deleted is not there any more, and comes back as the same person when added anew', async () => {
      const { id } = await add('deleted', { externalId: 'del-1' })
      expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204)
      for (const method of ['GET', 'DELETE']) expect((await ask(method, `/Users/${id}`)).status).toBe(404)
      expect((await find('externalId eq "del-1"')).body.totalResults).toBe(0)
      expect((await stored('deleted@example.com')).left_on).not.toBeNull()
      expect((await add('deleted', { externalId: 'del-2' })).id).toBe(id)
      expect((await stored('deleted@example.com')).left_on).toBeNull()
    })

    it('a userName that is another’s address, and an address that is another’s userName, is 409', async () => {
      await add('address')
      await add('called', { userName: 'is-called@example.com', emails: [{ value: 'called@example.com' }] })
      const { id } = await add('somebody')
      const emails = [{ value: 'somebody.new@example.com' }]
      for (const answer of [
        await ask('POST', '/Users', { userName: 'Address@example.com', emails }),
        await ask('POST', '/Users', { userName: 'somebody.new', emails: [{ value: 'is-called@example.com' }] }),
        await ask('PUT', `/Users/${id}`, { userName: 'address@example.com', emails }),
        await ask('PUT', `/Users/${id}`, { userName: 'somebody', emails: [{ value: 'is-called@example.com' }] }),
      ]) {
        expect(answer.status).toBe(409)
        expect(answer.body).toMatchObject({ scimType: 'uniqueness' })
      }
      expect((await ask('PUT', `/Users/${id}`, { userName: 'somebody@example.com', emails })).status).toBe(200)
    })

    it('somebody twice is 409, by address, userName or externalId', async () => {
      await add('twice', { userName: 'twice.upn', emails: [{ value: 'twice@example.com' }], externalId: 'twice-1' })
      for (const user of [
        { userName: 'TWICE@example.com' },
        { userName: 'Twice.UPN', emails: [{ value: 'other@example.com' }] },
        { userName: 'third@example.com', externalId: 'twice-1' },
      ]) {
        const answer = await ask('POST', '/Users', user)
        expect(answer.status).toBe(409)
        expect(answer.body).toMatchObject({ scimType: 'uniqueness', status: '409' })
      }
      const { id } = await add('fourth')
      expect((await patch(id, { op: 'replace', path: 'externalId', value: 'twice-1' })).status).toBe(409)
      expect((await patch(id, { op: 'replace', path: 'userName', value: 'twice@example.com' })).status).toBe(409)
    })
  })

  describe('what it may say', () => {
    it('a put and a patch of the same leave the same', async () => {
      const said = {
        userName: 'same@example.com',
        externalId: 'same',
        displayName: 'Same Person',
        name: { givenName: 'Same', familyName: 'Person', formatted: 'Same Person' },
        title: 'Lead',
        timezone: 'Europe/Dublin',
        active: true,
        [ENTERPRISE]: { department: 'Wards', division: 'Care', employeeNumber: '42', manager: { value: 'nobody' } },
      }
      const one = await add('put')
      const two = await add('patch')
      const asPut = await ask('PUT', `/Users/${one.id}`, { ...said, userName: 'put2@example.com', externalId: 'put' })
      const asPatch = await patch(two.id, {
        op: 'Replace',
        value: { ...said, userName: 'patch2@example.com', externalId: 'patch' },
      })
      const plain = ({ id, meta, userName, externalId, emails, ...rest }: Json) => rest
      expect(plain(asPatch.body)).toEqual(plain(asPut.body))
      expect(asPut.body).toMatchObject({
        title: 'Lead',
        timezone: 'Europe/Dublin',
        [ENTERPRISE]: { employeeNumber: '42' },
      })
    })

    it('no hat comes of anything it says', async () => {
      const { id } = await add('climber', { roles: [{ value: 'owner' }], entitlements: ['owner'], groups: ['owner'] })
      await patch(
        id,
        { op: 'add', path: 'roles', value: [{ value: 'owner', primary: true }] },
        { op: 'Add', path: 'entitlements', value: 'coordinator' },
        { op: 'replace', value: { roles: 'owner', hats: ['owner'], userType: 'owner', groups: [{ value: 'owner' }] } },
      )
      await ask('PUT', `/Users/${id}`, { userName: 'climber@example.com', roles: ['owner'], groups: ['owner'] })
      const { rows } = await installation.pool.query('select hat from hat where person_id = $1', [id])
      expect(rows).toEqual([])
    })

    it('what a spreadsheet said beside it stays: hours, skills and the day somebody started', async () => {
      const file = join(mkdtempSync(join(tmpdir(), 'alongside-scim-')), 'people.csv')
      const header = 'name,email,start_date,works_from,works_until,works_on,team,department'
      writeFileSync(file, `${header}\nMix,mix@example.com,2015-01-01,07:00,15:00,Mon-Thu,Blue,Old\n`)
      await run('people', 'import', file)
      const found = (await find('userName eq "mix@example.com"')).body.Resources[0]
      await patch(found.id, { op: 'Replace', path: `${ENTERPRISE}:department`, value: 'New' })
      const { rows } = await installation.pool.query(
        'select department, team, works_from, works_on, started_on::text from directory_entry where person_id = $1 order by from_on',
        [found.id],
      )
      const stays = { team: 'Blue', works_from: '07:00:00', works_on: [1, 2, 3, 4], started_on: '2015-01-01' }
      expect(rows).toEqual([
        { department: 'Old', ...stays },
        { department: 'New', ...stays },
      ])
    })

    it('what cannot be used is said in the shape of SCIM, and nothing is changed', async () => {
      const { id } = await add('steady')
      for (const [method, path, body, status, scimType] of [
        ['POST', '/Users', '{', 400, 'invalidSyntax'],
        ['POST', '/Users', [], 400, 'invalidSyntax'],
        ['POST', '/Users', { displayName: 'No Name' }, 400, 'invalidValue'],
        ['POST', '/Users', { userName: 'no-address' }, 400, 'invalidValue'],
        [
          'PATCH',
          `/Users/${id}`,
          { Operations: [{ op: 'replace', path: 'active', value: 'maybe' }] },
          400,
          'invalidValue',
        ],
        ['PATCH', `/Users/${id}`, { Operations: [{ op: 'remove' }] }, 400, 'noTarget'],
        ['GET', '/Users?filter=title%20gt%205', undefined, 400, 'invalidFilter'],
        ['GET', '/Users/not-an-id', undefined, 404, undefined],
        ['GET', `/Users/${randomUUID()}`, undefined, 404, undefined],
        ['GET', '/Groups', undefined, 404, undefined],
        ['POST', '/Bulk', {}, 501, undefined],
        ['POST', '/Users', { userName: 'x@example.com', title: 'x'.repeat(300_000) }, 413, undefined],
      ] as const) {
        const answer = await ask(method, path, body)
        expect([method, path, answer.status, answer.body.scimType]).toEqual([method, path, status, scimType])
        expect(answer.body).toMatchObject({ status: String(status), detail: expect.any(String) })
      }
      expect((await ask('GET', `/Users/${id}`)).body.active).toBe(true)
    })
  })

  describe('lists', () => {
    beforeAll(async () => {
      for (const at of [3, 1, 4, 2, 5]) await add(`list${at}`)
    })

    it('come in pages that begin at 1, by userName, and say how many there are', async () => {
      const page = async (more: Record<string, string>) =>
        (await ask('GET', `/Users?${new URLSearchParams({ filter: 'userName sw "list"', ...more })}`)).body
      const names = (it: Json) => (it.Resources as Json[]).map((one) => String(one.userName).slice(4, 5)).join('')
      expect(await page({ count: '2' })).toMatchObject({ totalResults: 5, startIndex: 1, itemsPerPage: 2 })
      expect(names(await page({ count: '2', startIndex: '3' }))).toBe('34')
      expect(names(await page({ startIndex: '5', count: '10' }))).toBe('5')
      expect(names(await page({ startIndex: '-1', count: '1' }))).toBe('1')
      expect(await page({ startIndex: '9' })).toMatchObject({ totalResults: 5, itemsPerPage: 0, Resources: [] })
      expect(await page({ count: '0' })).toMatchObject({ totalResults: 5, itemsPerPage: 0, Resources: [] })
      expect(names(await page({ sortBy: 'userName', sortOrder: 'descending' }))).toBe('54321')
    })

    it('hold only the attributes asked for, and the id', async () => {
      const only = await ask('GET', '/Users?filter=userName%20sw%20"list1"&attributes=userName,name.givenName')
      expect(Object.keys(only.body.Resources[0]).sort()).toEqual(['id', 'name', 'schemas', 'userName'])
      const without = await ask('GET', '/Users?filter=userName%20sw%20"list1"&excludedAttributes=emails,meta')
      expect(Object.keys(without.body.Resources[0])).not.toContain('emails')
    })

    it('a sign in a filter finds only itself', async () => {
      for (const odd of ['%', '_', "l'ist"]) expect((await find(`userName co "${odd}"`)).body.totalResults, odd).toBe(0)
    })
  })

  it('what is not offered is said to be absent', async () => {
    const config = (await ask('GET', '/ServiceProviderConfig')).body
    expect(config).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      changePassword: { supported: false },
      etag: { supported: false },
      filter: { supported: true, maxResults: 200 },
    })
    const types = (await ask('GET', '/ResourceTypes')).body
    expect(types).toMatchObject({ totalResults: 1, Resources: [{ id: 'User', endpoint: '/Users' }] })
    const { body } = await ask('GET', '/Schemas')
    expect(body.Resources.map((it: Json) => it.id)).toEqual([CORE, ENTERPRISE])
    expect((await ask('GET', `/Schemas/${CORE}`)).body.attributes.map((it: Json) => it.name)).not.toContain('roles')
    expect((await ask('GET', '/Schemas/none')).status).toBe(404)
  })
})

const ACTIVE_FALSE = { Operations: [{ op: 'replace', value: { active: false } }] }
