import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { type SignedIn, signInAs } from '../make/sign-in.ts'

const HOLDS_NOTHING_OF_ANYBODY = ['/health', '/program.schema.json', '/favicon.ico']

describe('what a browser is told with every answer', () => {
  let site: ReturnType<typeof makeSite>
  let owner: SignedIn
  let token = ''
  const answers = async () => {
    const cookie = { cookie: owner.cookie }
    const bearer = { authorization: `Bearer ${token}` }
    const all: readonly (readonly [string, Record<string, string>])[] = [
      ...['/', '/sign-in', '/office', '/upkeep/audit', '/upkeep/audit.csv', '/me', '/nothing-here'].map(
        (path) => [path, cookie] as const,
      ),
      ...['/api/v1/openapi.json', '/api/v1/upkeep/verify-audit', '/api/v1/nothing'].map(
        (path) => [path, bearer] as const,
      ),
      ['/scim/v2/Users', {}],
      ...HOLDS_NOTHING_OF_ANYBODY.map((path) => [path, {}] as const),
    ]
    return Promise.all(all.map(async ([path, headers]) => ({ path, answer: await site.request(path, { headers }) })))
  }

  beforeAll(async () => {
    const at = await freshInstallation()
    const run = commandLineOf(at)
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
    token = JSON.parse((await run('office', 'token', '--json'))[0] ?? '').token
    owner = await signInAs(at, 'owner@example.com', { stepped: true })
    site = makeSite(at)
  })

  it('no script or style but the site’s own, no frame, no plugin, no form elsewhere', async () => {
    for (const { path, answer } of await answers()) {
      const policy = answer.headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy, path).toContain(part)
      expect(policy, path).not.toMatch(/unsafe|\*|data:(?!;| *;|$)[^;]*script/)
    }
  })

  it('an answer is what it says it is, and no address goes to another site', async () => {
    for (const { path, answer } of await answers()) {
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(answer.headers.get('referrer-policy'), path).toBe('same-origin')
      expect(answer.headers.get('strict-transport-security'), path).toMatch(/^max-age=63072000; includeSubDomains$/)
    }
  })

  it('nothing about anybody stays in a browser or on the way', async () => {
    for (const { path, answer } of await answers())
      if (!HOLDS_NOTHING_OF_ANYBODY.includes(path))
        expect(answer.headers.get('cache-control'), path).toMatch(/no-store/)
  })

  it('no answer says which software made it', async () => {
    for (const { path, answer } of await answers())
      for (const name of ['server', 'x-powered-by']) expect(answer.headers.get(name), `${path} ${name}`).toBeNull()
  })

  it('no other site’s script reads an answer, whatever it says of itself', async () => {
    for (const path of ['/', '/me', '/api/v1/upkeep/verify-audit', '/scim/v2/Users']) {
      const headers = { cookie: owner.cookie, authorization: `Bearer ${token}`, origin: 'https://evil.example' }
      const answer = await site.request(path, { headers })
      expect(answer.headers.get('access-control-allow-origin'), path).toBeNull()
    }
  })
})

describe('what is not meant to be read is not there', () => {
  let at: Awaited<ReturnType<typeof freshInstallation>>
  let open: Awaited<ReturnType<typeof serveSite>>
  beforeAll(async () => {
    at = await freshInstallation()
    await commandLineOf(at)('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
    open = await serveSite(at)
  })
  afterAll(() => open?.close())

  it('no file of the program, of git or of the data, and no list of a folder', async () => {
    const paths = [
      '/.git/config',
      '/package.json',
      '/src/main.ts',
      '/assets/',
      '/assets/..%2f..%2fpackage.json',
      '/data/keys/root.key',
    ]
    for (const path of paths) expect((await fetch(new URL(path, open.address))).status, path).toBe(404)
  })

  it('what a browser sent is not sent back to it', async () => {
    const { hostname, port } = new URL(open.address)
    const status = await new Promise((done) => {
      request({ hostname, port, method: 'TRACE', path: '/' }, (answer) => done(answer.resume().statusCode)).end()
    })
    expect(status).not.toBe(200)
  })

  it('a fault of ours says nothing of the inside, and the next page is served', async () => {
    await at.pool.query('alter table season rename to season_elsewhere')
    const answer = await fetch(open.address)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/season_elsewhere|relation|select|at .*\.ts/)
    await at.pool.query('alter table season_elsewhere rename to season')
    expect((await fetch(open.address)).status).toBe(200)
  })

  it('a form larger than it may be is refused before it is read', async () => {
    const body = new URLSearchParams({ email: 'a'.repeat(400_000) })
    const answer = await fetch(new URL('/sign-in', open.address), {
      method: 'POST',
      body,
      headers: { origin: new URL(open.address).origin },
    })
    expect(answer.status).toBe(413)
  })
})

describe('nothing that was sent is read before its sender may send it', () => {
  let site: ReturnType<typeof makeSite>
  let owner: SignedIn
  let token = ''
  beforeAll(async () => {
    const at = await freshInstallation()
    const run = commandLineOf(at)
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com', '--one-person')
    await run('design', 'load', 'programs/women-2021.yaml')
    token = JSON.parse((await run('office', 'token', '--json'))[0] ?? '').token
    owner = await signInAs(at, 'owner@example.com', { stepped: true })
    site = makeSite(at)
  })

  /** Sends 100 MB bit by bit without saying how much there is: what it is answered, and how much was taken. */
  async function sendWithoutEnd(path: string, headers: Record<string, string>) {
    let megabytes = 0
    const pull = (into: ReadableStreamDefaultController<Uint8Array>) => {
      if (megabytes === 100) return into.close()
      megabytes += 1
      into.enqueue(new Uint8Array(1024 * 1024))
    }
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const { status } = await site.request(path, init as RequestInit)
    return { status, megabytes }
  }

  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }
  const forged = { ...form, origin: 'https://evil.example' }

  it('no form of a visitor, nor of another site', async () => {
    expect(await sendWithoutEnd('/people/import', form)).toEqual({ status: 303, megabytes: 0 })
    expect(await sendWithoutEnd('/people/import', { ...forged, cookie: owner.cookie })).toEqual({
      status: 403,
      megabytes: 0,
    })
  })

  it('of a form too large, no more than it may have', async () => {
    const sent = await sendWithoutEnd('/people/import', { ...form, cookie: owner.cookie })
    expect(sent.status).toBe(413)
    expect(sent.megabytes).toBeLessThan(20)
  })

  it('no file at the API without a token, and of one too large no more than it may have', async () => {
    const path = '/api/v1/people/import'
    expect(await sendWithoutEnd(path, {})).toEqual({ status: 404, megabytes: 0 })
    const bearer = { authorization: `Bearer ${token}` }
    const sent = await sendWithoutEnd(path, bearer)
    expect(sent.status).toBe(422)
    expect(sent.megabytes).toBeLessThan(70)
    const said = await sendWithoutEnd(path, { ...bearer, 'content-length': '100000000' })
    expect(said).toEqual({ status: 422, megabytes: 0 })
  })

  it('no user of a directory service without its token', async () => {
    expect(await sendWithoutEnd('/scim/v2/Users', {})).toEqual({ status: 401, megabytes: 0 })
  })
})
