import { beforeAll, describe, expect, it } from 'vitest'
import { addWorkingDays } from '../../src/calendar/days.ts'
import { makeSite } from '../../src/web/site.tsx'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { fillRows } from '../make/full-rows.ts'

describe('what everybody may do with what is held about them, at the door', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>
  const NOTES = () => `/pairs/${all.ids.pair}/notes`
  const REPORT = () => `/pairs/${all.ids.pair}/report`

  beforeAll(async () => {
    all = await everybody()
    await fillRows(all)
    site = makeSite(all.installation)
  })

  async function get(name: CallerName, path: string) {
    const answer = await site.request(path, { headers: all.callers[name].headers })
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      headers: answer.headers,
      text: await answer.text(),
    }
  }
  async function post(name: CallerName, path: string, form: Readonly<Record<string, string>>) {
    const { headers, formToken } = all.callers[name]
    const body = new URLSearchParams({ ...form, ...(formToken ? { token: formToken } : {}) })
    const answer = await site.request(path, {
      method: 'POST',
      headers: { ...headers, origin: 'http://localhost' },
      body,
    })
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      headers: answer.headers,
      text: await answer.text(),
    }
  }

  it('“my data” says what is held, why, who reads it, how long, and who could still read it', async () => {
    const { status, text } = await get('mentee of the pair', '/me')
    expect(status).toBe(200)
    for (const says of [
      'records are about you',
      'Each application with its answers',
      'Kept',
      'a year after the season’s end',
      'people who run the server’s software could',
      'are not sealed',
      'href="/me/export.json"',
      `href="${NOTES()}"`,
      'href="/me/look-again/women-2021"',
      'href="/me/sign-ins"',
    ])
      expect(text, says).toContain(says)
    expect((await get('anybody', '/me')).location).toBe('/sign-in?next=%2Fme')
  })

  it('the export comes as a file, as JSON and as a page that reads by itself', async () => {
    const json = await get('mentee of the pair', '/me/export.json')
    expect(json.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"')
    expect(json.headers.get('cache-control')).toBe('no-store')
    const { tables, about } = JSON.parse(json.text)
    expect(about.id).toBe(all.ids.mentee)
    const html = await get('mentee of the pair', '/me/export.html')
    expect(html.headers.get('content-disposition')).toBe('attachment; filename="my-data.html"')
    for (const table of tables) expect(html.text).toContain(table.holds.replaceAll("'", '&#39;'))
    expect(html.text).not.toMatch(/<script|src=|[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  it('a note is kept, changed and deleted by form, and what was written is never lost', async () => {
    const kept = await post('mentee of the pair', NOTES(), { text: '<b>first</b> note' })
    expect(kept.location).toBe(`${NOTES()}?done=new`)
    const page = (await get('mentee of the pair', NOTES())).text
    expect(page).toContain('&lt;b>first&lt;/b> note')
    const path = `${NOTES()}/${/notes\/([0-9a-f-]{36})/.exec(page)?.[1]}`
    const changed = await post('mentee of the pair', path, { text: 'second', version: '1' })
    expect(changed.location).toBe(`${NOTES()}?done=changed`)
    const both = await post('mentee of the pair', path, { text: 'third', version: '1' })
    expect(both.location).toBe(`${NOTES()}?done=both`)
    const empty = await post('mentee of the pair', path, { text: ' ', version: '2' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Write something first')
    const long = await post('mentee of the pair', NOTES(), { text: 'word '.repeat(5000) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('word word word')
    expect((await post('mentee of the pair', `${path}/delete`, {})).location).toBe(`${NOTES()}?done=deleted`)
    const left = (await get('mentee of the pair', NOTES())).text
    expect(left).toContain('third')
    expect(left).not.toContain('second')
  })

  it('of notes and reports of a pair the others see nothing, as if they were not there', async () => {
    const nowhere = await get('coordinator', '/pairs/00000000-0000-4000-8000-000000000000/notes')
    expect(nowhere.status).toBe(404)
    for (const name of [
      'coordinator',
      'owner',
      'auditor',
      'people team',
      'mentee of another pair',
      'named contact',
    ] as const)
      for (const path of [NOTES(), REPORT()]) {
        const { status, text } = await get(name, path)
        expect(`${name} ${status}`).toBe(`${name} 404`)
        if (name === 'coordinator') expect(text).toBe(nowhere.text)
      }
    expect((await get('coordinator', '/pairs/not-an-id/notes')).status).toBe(404)
  })

  it('a report says who will read it before anybody writes, and reaches them alone', async () => {
    const form = (await get('mentee of the pair', REPORT())).text
    expect(form).toMatch(/contact.* reads? what you write/s)
    expect(form).toContain('deputy, if nobody has opened it by the end of the next working day')
    expect((await post('mentee of the pair', REPORT(), { words: '' })).status).toBe(422)
    expect((await post('mentee of the pair', REPORT(), { words: 'words of a report' })).location).toBe(
      `${REPORT()}?done=yes`,
    )
    const list = (await get('named contact', '/reports')).text
    expect(list).toContain('One report waits to be opened')
    const path = `/reports/${/reports\/([0-9a-f-]{36})/.exec(list)?.[1]}`
    for (const name of ['coordinator', 'owner', 'auditor', 'deputy', 'mentor of the pair'] as const) {
      expect((await get(name, path)).status, name).toBe(404)
      expect((await get(name, '/reports')).text, name).not.toContain('report waits')
    }
    expect((await get('named contact', path)).text).toContain('words of a report')
    expect((await get('mentee of the pair', REPORT())).text).toContain('Opened ')
    const looked = (await get('mentee of the pair', '/me/who-looked')).text
    expect(looked).toContain('The named contact')
    expect((await get('mentor of the pair', '/me/who-looked')).text).not.toContain('The named contact')
  })

  it('the pages of the audit tell nobody that there is a report or a note', async () => {
    for (const name of ['owner', 'auditor'] as const)
      for (const path of [
        '/upkeep/audit',
        '/upkeep/audit.csv',
        '/upkeep/audit?what=report',
        '/upkeep/audit?what=meet.',
      ]) {
        const { status, text } = await get(name, path)
        expect(status).toBe(200)
        const said = text.match(
          /meet\.(report|read|see|write|delete)\w*|that this is not working|private note|was reported/gi,
        )
        expect(said ?? [], `${name} ${path}`).toEqual([])
      }
  })

  it('without a named contact the form says so, and who else to turn to', async () => {
    const { pool } = all.installation
    await pool.query("update organisation set privacy_contact = 'privacy@example.com'")
    await pool.query("update hat set until_on = '2021-12-31' where hat = 'named-contact'")
    const { text } = await get('mentee of the pair', REPORT())
    expect(text).toContain('no named contact outside of your pair')
    expect(text).toContain('mailto:privacy@example.com')
    expect(text).not.toContain('<textarea')
    const late = await post('mentee of the pair', REPORT(), { words: 'late' })
    expect(late.status).toBe(409)
  })

  it('somebody asks that a person looks again, and a coordinator answers by letter', async () => {
    const path = '/me/look-again/women-2021'
    expect((await get('mentee of the pair', path)).text).toContain('within 10 working days')
    expect((await get('colleague', path)).status).toBe(404)
    expect((await post('mentee of the pair', path, { words: 'please look' })).location).toBe(`${path}?done=yes`)
    expect((await post('mentee of the pair', path, { words: 'again' })).status).toBe(409)
    expect((await get('mentee of the pair', path)).text).toContain('Somebody is looking again')
    const list = (await get('coordinator', '/look-again')).text
    expect(list).toContain('One person waits for an answer')
    const request = `/look-again/${/look-again\/([0-9a-f-]{36})/.exec(list)?.[1]}`
    for (const name of ['colleague', 'owner', 'reviewer', 'coordinator of another season'] as const)
      expect((await get(name, request)).status, name).toBe(404)
    expect((await post('coordinator', request, { answer: '' })).status).toBe(422)
    expect((await post('coordinator', request, { answer: 'We looked.' })).location).toBe('/look-again?done=kept')
    expect((await post('coordinator', request, { answer: 'Twice.' })).status).toBe(409)
    expect((await get('mentee of the pair', path)).text).toContain('We looked.')
    const { rows } = await all.installation.pool.query("select body from outbox_message where kind = 'look-again'")
    expect(rows).toHaveLength(1)
    expect(rows[0].body).toContain('We looked.')
    const looked = (await get('mentee of the pair', '/me/who-looked')).text
    for (const says of [
      'A coordinator',
      'See who asked that a person looks again',
      'Answer somebody who asked that a person looks again',
    ])
      expect(looked, says).toContain(says)
    const { rows: asked } = await all.installation.pool.query(
      'select asked_on::text, due_on::text from look_again where person_id = $1',
      [all.ids.mentee],
    )
    expect(asked).toEqual([{ asked_on: asked[0].asked_on, due_on: addWorkingDays(asked[0].asked_on, 10) }])
  })

  it('a coordinator’s own request is a locked line, answered by another', async () => {
    const path = '/me/look-again/women-2021'
    expect((await post('coordinator in another pair', path, { words: 'mine' })).status).toBe(303)
    const list = (await get('coordinator in another pair', '/look-again')).text
    expect(list).toContain('Yours: another coordinator answers it')
    for (const sign of ['%25', '_'])
      expect((await get('coordinator', `/look-again?q=${sign}`)).text, sign).toContain('0 requests found')
    const { rows } = await all.installation.pool.query("select id from look_again where words = 'mine'")
    const request = `/look-again/${rows[0].id}`
    expect((await get('coordinator in another pair', request)).status).toBe(404)
    expect((await post('coordinator in another pair', request, { answer: 'yes' })).status).toBe(404)
    expect((await post('coordinator', request, { answer: 'We looked.' })).status).toBe(303)
  })

  it('the record and the runs of retention are for owners and auditors', async () => {
    for (const path of ['/upkeep/record', '/upkeep/record.md', '/upkeep/impact.md', '/upkeep/retention']) {
      for (const name of ['owner', 'auditor'] as const) expect((await get(name, path)).status).toBe(200)
      for (const name of ['coordinator', 'colleague'] as const) expect((await get(name, path)).status).toBe(404)
    }
  })

  it('erasing asks once, by the own address, and shows the certificate once', async () => {
    const page = await get('mentor of the pair', '/me/erase')
    expect(page.text).toContain('What stays, and why')
    const { rows } = await all.installation.pool.query('select email from person where id = $1', [all.ids.mentor])
    const wrong = await post('mentor of the pair', '/me/erase', { address: 'wrong@example.com' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="wrong@example.com"')
    const done = await post('mentor of the pair', '/me/erase', { address: rows[0].email })
    expect(done.status).toBe(200)
    expect(done.text).toContain('Certificate of erasure')
    expect(done.text).toContain('href="data:text/plain')
    expect(done.text).not.toContain('Sign out')
    expect(done.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expect((await get('mentor of the pair', '/me')).location).toMatch(/^\/sign-in/)
    expect((await get('mentee of the pair', NOTES())).text).toContain('Erased person')
  })

  it('an owner erases somebody from their page, and nobody else can', async () => {
    const path = `/people/${all.ids.outsider}/erase`
    expect((await get('owner', path)).text).toContain('Erase colleague?')
    for (const name of ['coordinator', 'auditor', 'mentee of the pair'] as const) {
      expect((await get(name, path)).status).toBe(404)
      expect((await post(name, path, { address: 'colleague@staff.example' })).status).toBe(404)
    }
    expect((await post('owner', path, { address: '' })).status).toBe(422)
    expect((await post('owner', path, { address: 'colleague@staff.example' })).text).toContain('They are erased')
    expect((await get('owner', path)).status).toBe(404)
  })
})
