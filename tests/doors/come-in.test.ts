import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../src/rehearsal/demo.ts'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from '../make/browsing.ts'
import { freshInstallation } from '../make/installation.ts'
import { MIA, signInSite } from '../make/signing-in.ts'

describe('the demo’s way in', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  const browser = (set: { host?: string; publicUrl?: string } = {}) =>
    browsing(makeSite({ ...installation, config: { ...installation.config, ...set } }), {
      origin: installation.config.publicUrl,
    })
  beforeAll(async () => {
    installation = await freshInstallation()
    await loadDemo(installation)
  })

  it('offers one of each kind, linked from the front page, and whoever is chosen is in with their second step taken', async () => {
    const visitor = browser()
    expect((await visitor.get('/')).text).toContain('href="/demo/come-in"')
    const page = await visitor.get('/demo/come-in')
    const offered = [...page.text.matchAll(/<p class="text-dense text-muted">(.*?)<\/p>/g)].map(([, as]) => as)
    expect(offered.slice(1)).toEqual([
      'Runs the program: owner and coordinator',
      'A mentor',
      'A mentee',
      'Applied as both, and serves as a mentor',
      'A mentee without a place',
    ])
    await visitor.submit('/demo/come-in')
    expect((await visitor.get('/office')).status).toBe(200)
    expect((await visitor.get('/me/sign-ins')).text).toContain('in the demo')
    const second = [...page.text.matchAll(/name="person" value="([^"]+)"/g)][1]?.[1] ?? ''
    await visitor.get('/demo/come-in')
    await visitor.submit('/demo/come-in', { person: second })
    expect((await visitor.get('/office')).status).toBe(404)
  })

  it('also by a letter: it is in the mailbox, and its link works', async () => {
    const mentee = (await installation.pool.query("select email from person where kind = 'directory' limit 1")).rows[0]
    const visitor = browser()
    await visitor.get('/sign-in')
    expect((await visitor.submit('/sign-in', { email: mentee.email })).text).toContain('href="/demo/mailbox"')
    const list = await visitor.get('/demo/mailbox?q=sign+in')
    const letter = await visitor.get(/href="(\/demo\/mailbox\/[\w-]+)"/.exec(list.text)?.[1] ?? '')
    const link = /href="http:\/\/127\.0\.0\.1:3000(\/sign-in\/confirm\?token=[\w-]+)"/.exec(letter.text)?.[1] ?? ''
    await visitor.get(link)
    expect((await visitor.submit('/sign-in/confirm')).status).toBe(303)
    expect((await visitor.get('/me/sign-ins')).status).toBe(200)
  })

  it('its mailbox looks for signs as they are written', async () => {
    for (const sign of ['%', '_', '\\'])
      expect((await browser().get(`/demo/mailbox?${new URLSearchParams({ q: sign })}`)).text, sign).toContain(
        'No messages here',
      )
  })

  it('is not there away from loopback, nor where a real organisation is', async () => {
    for (const path of ['/demo/come-in', '/demo/mailbox'])
      for (const away of [{ host: '0.0.0.0' }, { publicUrl: 'https://mentoring.example.com' }])
        expect((await browser(away).get(path)).status, path).toBe(404)
    const real = await signInSite()
    expect((await real.browser().get('/demo/come-in')).status).toBe(404)
    const person = (await real.pool.query('select id from person where email = $1', [MIA])).rows[0].id
    const refused = await real.browser().post('/demo/come-in', { person })
    expect(refused.status).toBe(404)
    expect((await real.pool.query('select count(*)::int as many from sign_in')).rows[0].many).toBe(0)
  })
})
