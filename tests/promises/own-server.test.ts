import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { type Config, readConfig } from '../../src/runtime/config.ts'
import { openInstallation } from '../../src/runtime/installation.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { makeDataFolder } from '../make/data-folder.ts'
import { type OwnServer, ownServer } from '../make/own-server.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const TEST_SERVER = { role: 'command', settings: ['fsync=off'] } as const

describe('on a PostgreSQL of one’s own, with a user for the site that owns nothing', () => {
  let server: OwnServer
  let config: Config
  let installation: Awaited<ReturnType<typeof openInstallation>>

  beforeAll(async () => {
    server = await ownServer()
    const env = { DATABASE_URL: server.plain, DATABASE_OWNER_URL: server.holder, ALONGSIDE_DATA: makeDataFolder('own') }
    config = readConfig(env, '/')
    const holder = new pg.Pool({ connectionString: server.holder })
    const { rows } = await holder.query('select current_database() as name')
    await holder.query(`alter database "${rows[0].name}" set timezone to 'Pacific/Kiritimati'`)
    await holder.end()
    installation = await openInstallation(config, TEST_SERVER)
  })
  afterAll(async () => {
    await installation?.close()
    rmSync(config.dataFolder, { recursive: true, force: true })
  })

  it('everything works: setting up, a season to its results, pages, and the check of the audit', async () => {
    const run = commandLineOf(installation)
    const season = await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 4 })
    expect((await run('results', 'show')).join('\n')).toContain(`people in ${season.pairs} pairs`)
    expect((await run('upkeep', 'verify-audit')).join('\n')).toMatch(/\d+:[0-9a-f]{64}$/)
    const site = makeSite(installation)
    const asHolder = new pg.Pool({ connectionString: server.holder })
    const owner = await signInAs({ ...installation, db: openStore(asHolder) }, 'coordinator@example.com', {
      stepped: true,
    })
    await asHolder.end()
    const { token } = JSON.parse((await run('office', 'token', '--json'))[0] ?? '')
    for (const [path, headers] of [
      ['/', {}],
      ['/seasons/women-2021', { cookie: owner.cookie }],
      ['/api/v1/results/show', { authorization: `Bearer ${token}` }],
    ] as const)
      expect((await site.request(path, { headers })).status, path).toBe(200)
  })

  it('days are cut in UTC, whatever the server is set to', async () => {
    const { rows } = await sql`select current_setting('timezone') as zone`.execute(installation.db)
    expect(rows).toEqual([{ zone: 'UTC' }])
  })

  it('what needs more rights is done as the owner: a backup, retention, the keys; and the doctor sees the two apart', async () => {
    const run = commandLineOf(installation)
    const house = await openHouse(installation)
    if (!house) throw new Error('no organisation')
    const owner = { organisationId: house.organisation.id, kind: 'person', id: newId() } as const
    const place = { table: 'private_note', column: 'sealed', row: 'a' }
    const sealed = await installation.keyring.seal(owner, place, 'mine')
    expect(await installation.keyring.open(owner, place, sealed)).toBe('mine')
    expect((await run('upkeep', 'back-up', join(config.dataFolder, 'backup'))).join('\n')).toMatch(
      /read back and whole/,
    )
    expect((await run('upkeep', 'rotate-keys')).join('\n')).toMatch(/1 key was wrapped anew/)
    await doWhatIsDue(house)
    const doctor = await run('upkeep', 'doctor').catch((error: unknown) => error)
    expect(doctor).toMatchObject({
      facts: {
        'append-only': expect.stringMatching(/^holds: Neither actions nor the site’s user \(plain\)/),
        'second-wall': expect.stringMatching(/^holds/),
        retention: expect.stringMatching(/^holds/),
        backup: expect.stringMatching(/^holds/),
      },
    })
  })

  it('before it has said for which organisation it acts, the site’s user sees no application and no letter', async () => {
    expect(await server.ask(server.holder, 'select count(*)::int as many from application')).toEqual([{ many: 7 }])
    for (const statement of [
      'select 1 from application',
      'select body from outbox_message',
      "update person set name = ''",
    ])
      await expect(server.ask(server.plain, statement), statement).rejects.toThrow(/permission denied/)
    expect(await server.ask(server.plain, 'set role alongside_app; select 1 from application')).toEqual([])
  })

  it.each([
    "update audit set action = 'meet.logMeeting'",
    'delete from audit',
    'delete from audit_subject',
    'delete from audit_seal',
    "update audit_seal set hash = ''",
    'truncate audit',
    'alter table audit disable row level security',
    'drop table audit_seal',
    'set role alongside_app; delete from audit',
    'set role holder; delete from audit',
  ])('the site’s user cannot change or empty the audit: %s', async (statement) => {
    await expect(server.ask(server.plain, statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('without the owner’s address a first start says what is missing', async () => {
    const other = await ownServer()
    const without = readConfig({ DATABASE_URL: other.plain, ALONGSIDE_DATA: config.dataFolder }, '/')
    await expect(openInstallation(without, TEST_SERVER)).rejects.toMatchObject({
      name: 'Invalid',
      fields: [{ place: 'DATABASE_OWNER_URL' }],
    })
  })

  it('a database that forgets what it acknowledged is refused at the start', async () => {
    await expect(openInstallation(config, { role: 'command' })).rejects.toThrow(/fsync is off/)
  })
})
