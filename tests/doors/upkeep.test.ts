import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exitFor } from '../../src/cli/exit.ts'
import { readKeysBackup } from '../../src/runtime/keys-backup.ts'
import { newRootKey } from '../../src/runtime/root-key.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { makeDataFolder } from '../make/data-folder.ts'
import { freshInstallation } from '../make/installation.ts'
import { type SignedIn, signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

type At = Awaited<ReturnType<typeof freshInstallation>>
type Site = ReturnType<typeof makeSite>

const get = (site: Site, path: string, who: SignedIn) => site.request(path, { headers: { cookie: who.cookie } })
const post = (site: Site, path: string, who: SignedIn) =>
  site.request(path, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: who.formToken }).toString(),
  })

async function wear(at: At, email: string, hat: string): Promise<void> {
  await at.pool.query(
    `insert into hat (organisation_id, id, person_id, hat, from_on)
     select organisation_id, gen_random_uuid(), id, $2, '2020-01-01' from person where email = $1`,
    [email, hat],
  )
}

describe('the page of the audit', () => {
  let at: At
  let site: Site
  let owner: SignedIn
  let auditor: SignedIn
  let mentee: SignedIn
  const text = async (path: string, who = auditor) => (await get(site, path, who)).text()

  beforeAll(async () => {
    at = await freshInstallation()
    await playSmallSeason(commandLineOf(at), 'programs/women-2021.yaml', { mentors: 3, mentees: 4 })
    await wear(at, 'mentor1@example.com', 'auditor')
    site = makeSite(at)
    owner = await signInAs(at, 'coordinator@example.com', { stepped: true })
    auditor = await signInAs(at, 'mentor1@example.com', { stepped: true })
    mentee = await signInAs(at, 'mentee1@example.com', { stepped: true })
  })

  it('is for owner and auditor, after the second step; to everybody else it is not there', async () => {
    expect((await get(site, '/upkeep/audit', owner)).status).toBe(200)
    expect((await get(site, '/upkeep/audit', auditor)).status).toBe(200)
    for (const path of ['/upkeep/audit', '/upkeep/audit.csv', '/upkeep/doctor'])
      expect((await get(site, path, mentee)).status, path).toBe(404)
    const before = await signInAs(at, 'mentor1@example.com', { stepped: false })
    expect((await get(site, '/upkeep/audit', before)).headers.get('location')).toMatch(/^\/sign-in\/step/)
  })

  it('says who did what, on what ground, and that it was refused where it was', async () => {
    const page = await text('/upkeep/audit?what=publish')
    expect(page).toContain('match.publishMatch')
    expect(page).toContain('coordinator@example.com, at the machine, as coordinator, season women-2021')
    const refused = await text('/upkeep/audit?refused=yes')
    expect(refused).toContain('Refused')
    expect(refused).toContain('mentee1')
    expect(refused).not.toMatch(/>Done</)
  })

  it('finds by person, by what was done and by days, and keeps all of it in the address', async () => {
    const found = async (query: string) => Number(/(\d+) lines? /.exec(await text(`/upkeep/audit?${query}`))?.[1] ?? 0)
    const all = await found('')
    expect(all).toBeGreaterThan(10)
    expect(await found('person=mentee1')).toBeLessThan(all)
    expect(await found('what=sheet+of+applications')).toBeLessThan(all)
    expect(await found('from=2099-01-01')).toBe(0)
    expect(await found('until=2000-01-01')).toBe(0)
    const page = await text('/upkeep/audit?person=mentee1&what=audit&from=2020-01-01&refused=yes')
    for (const kept of ['value="mentee1"', 'value="audit"', 'value="2020-01-01"', 'checked'])
      expect(page).toContain(kept)
    expect(page).toContain('person=mentee1&amp;what=audit&amp;from=2020-01-01&amp;refused=yes')
  })

  it('an odd filter finds nothing or everything, and is no fault', async () => {
    for (const query of [
      'person=%25',
      'person=%5C',
      'what=%00',
      'from=yesterday',
      'page=-1',
      'page=1e9',
      'refused=perhaps',
      'person=a&person=b',
    ])
      expect((await get(site, `/upkeep/audit?${query}`, auditor)).status, query).toBe(200)
    expect(await text('/upkeep/audit?person=%25')).toContain('No line fits')
  })

  it('the spreadsheet holds the same lines, and no cell of it is a formula', async () => {
    await at.pool.query(`update person set name = '=HYPERLINK("http://evil")' where email = 'mentee2@example.com'`)
    await get(site, '/upkeep/audit', await signInAs(at, 'mentee2@example.com', { stepped: true }))
    const answer = await get(site, '/upkeep/audit.csv?person=mentee2', auditor)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const csv = await answer.text()
    expect(csv.split('\r\n')[0]).toBe(
      'recorded_at,day,action,what,outcome,ground,actor,name,email,season,about,people_shown',
    )
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`)
  })

  it('never holds content: not a word that somebody wrote', async () => {
    const csv = await (await get(site, '/upkeep/audit.csv', owner)).text()
    for (const word of ['coaching', 'listening', 'Hello mentee']) expect(csv).not.toContain(word)
  })

  it('checks the chain at a click, and says what it found', async () => {
    expect(await text('/upkeep/audit')).toContain('Not checked yet.')
    expect((await post(site, '/upkeep/audit/verify', auditor)).headers.get('location')).toBe('/upkeep/audit#chain')
    expect(await text('/upkeep/audit')).toMatch(/Every line from number 1 to \d+ was as it was written\./)
    await at.pool.query(
      "update audit set action = 'meet.endPair' where id = (select audit_id from audit_seal where number = 3)",
    )
    await post(site, '/upkeep/audit/verify', auditor)
    expect(await text('/upkeep/audit')).toMatch(/not as it was written, at number 3 \(line-changed\)/)
    expect((await post(site, '/upkeep/audit/verify', mentee)).status).toBe(404)
  })

  it('an owner takes the keys away, wrapped, and the board knows', async () => {
    expect(await text('/office/keys', owner)).toContain('not backed up yet')
    const answer = await post(site, '/office/keys/download', owner)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="alongside-keys-\d{4}-\d\d-\d\d\.jsonl"$/,
    )
    expect(readKeysBackup(await answer.text(), 'keys').erasures).toEqual([])
    expect(await text('/office/keys', owner)).toContain('The keys were backed up')
    for (const who of [auditor, mentee]) expect((await post(site, '/office/keys/download', who)).status).toBe(404)
  })
})

describe('the doctor', () => {
  it('prints how every promise stands here, ends with a summary, and exits with 5 where one is broken', async () => {
    const at = await freshInstallation()
    const run = commandLineOf(at)
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
    // The tests' own database is fast and forgetful, and its root key lies in no file: the doctor must see both.
    const seen = await run('upkeep', 'doctor').catch((error: unknown) => error)
    expect(seen).toMatchObject({
      name: 'Refused',
      code: 'promise-broken',
      facts: {
        'written-to-disk': expect.stringMatching(/^broken: fsync is off/),
        'root-key': expect.stringMatching(/^broken/),
        'second-wall': expect.stringMatching(/^holds/),
        audit: expect.stringMatching(/^holds/),
        retention: expect.stringMatching(/^holds|^look/),
        versions: expect.stringMatching(/^unchecked/),
      },
    })
    expect(exitFor(seen).code).toBe(5)
  })

  it('has a page for owner and auditor, with the same', async () => {
    const at = await freshInstallation()
    await commandLineOf(at)('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
    const owner = await signInAs(at, 'owner@example.com', { stepped: true })
    const page = await (await get(makeSite(at), '/upkeep/doctor', owner)).text()
    expect(page).toMatch(/things are broken here/)
    expect(page).toContain('Row-level security covers every table')
    expect(page).toContain('tests/promises/audit.test.ts')
  })
})

describe('a start that would not be safe is refused, with what to do', () => {
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'a default secret',
      { ALONGSIDE_ROOT_KEY: `1:${Buffer.alloc(32, 'change-me').toString('base64')}` },
      /openssl rand/,
    ],
    ['a typed secret', { ALONGSIDE_ROOT_KEY: 'secret' }, /32 random bytes/],
    ['plain HTTP on a public address', { HOST: '0.0.0.0' }, /Put a proxy with https/],
    ['plain HTTP by its own address', { ALONGSIDE_URL: 'http://mentoring.example.com' }, /Put a proxy with https/],
    ['an owner of the tables without a user for the site', { DATABASE_OWNER_URL: 'postgres://a@b/c' }, /DATABASE_URL/],
  ])('%s', async (_, env, says) => {
    for (const command of ['serve', 'cli'] as const) {
      const { code, error } = await start([command, 'upkeep', 'doctor'], {
        ALONGSIDE_DATA: makeDataFolder('start'),
        ...env,
      })
      expect(error).toMatch(says)
      expect(code).toBe(2)
    }
  })

  it('a root key that others on the machine can read, and one that is gone', async () => {
    const ALONGSIDE_DATA = makeDataFolder('start')
    mkdirSync(join(ALONGSIDE_DATA, 'keys'))
    const file = join(ALONGSIDE_DATA, 'keys', 'root.key')
    writeFileSync(file, `1:${newRootKey().toString('base64')}\n`)
    chmodSync(file, 0o644)
    const { code, error } = await start(['serve'], { ALONGSIDE_DATA })
    expect(error).toContain(`chmod 600 ${file}`)
    expect(code).toBe(2)
  })
})

/** The real program, in a process of its own, to its end. */
async function start(words: readonly string[], env: Readonly<Record<string, string>>) {
  const main = ['--import', './src/runtime/tsx.ts', 'src/main.ts', ...words]
  const child = spawn(process.execPath, main, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  let error = ''
  child.stderr.on('data', (text) => {
    error += text
  })
  const code = await new Promise<number | null>((ended) => child.once('close', ended))
  return { code, error }
}
