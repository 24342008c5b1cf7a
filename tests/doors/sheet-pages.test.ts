import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const SEASON = 'women-2021'

describe('a spreadsheet in pages: chosen, looked at, taken, taken back', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let caller: { headers: Record<string, string>; formToken: string }

  beforeAll(async () => {
    installation = await freshInstallation()
    await playSmallSeason(commandLineOf(installation), 'programs/women-2021.yaml', { mentors: 3, mentees: 4 })
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    for (const table of ['meeting', 'sheet_change', 'sheet_import'])
      await installation.pool.query(`delete from ${table}`)
    site = makeSite({ ...installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } })
    const { cookie, formToken } = await signInAs(installation, 'coordinator@example.com', { stepped: true })
    caller = { headers: { cookie }, formToken }
  })

  const get = (path: string) => requestAs(site, caller, 'GET', path, {})
  const upload = async (sheet: string, file: string | Uint8Array, more: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ season: SEASON, token: caller.formToken, ...more }))
      form.set(name, value)
    form.set('file', new File([typeof file === 'string' ? file : (file.slice() as Uint8Array<ArrayBuffer>)], 'a.csv'))
    const answer = await site.request(`/imports/${sheet}`, {
      method: 'POST',
      headers: { ...caller.headers, origin: 'http://localhost' },
      body: form,
    })
    return { status: answer.status, body: await answer.text() }
  }
  /** Presses a button of the page that shows what a file would do, with everything the page holds. */
  const press = (sheet: string, body: string, more: Record<string, string>) =>
    requestAs(site, caller, 'POST', `/imports/${sheet}`, { ...fieldsOf(body), ...more })
  const many = async (table: string) =>
    (await installation.pool.query(`select count(*)::int as many from ${table}`)).rows[0].many

  const MEETINGS = 'Mentee;Date;Duration\nmentee1@example.com;20/07/2021;30\nmentee2@example.com;21/07/2021;45\n'

  it('guesses the headers, shows every change, takes them, and takes them back', async () => {
    const looked = await upload('meetings', MEETINGS, { dates: 'dmy' })
    expect(looked.body).toContain('2 meetings would be added')
    expect(looked.body).toContain('mentee1@example.com, 2021-07-20')
    expect(await many('meeting')).toBe(0)
    const taken = await press('meetings', looked.body, { step: 'take' })
    expect(taken.status).toBe(303)
    expect(await many('meeting')).toBe(2)
    const past = await get(taken.location)
    expect(past.body).toContain('Meetings: 2 meetings added')
    const undone = await requestAs(site, caller, 'POST', `${taken.location.split('?')[0]}/undo`, {})
    expect((await get(undone.location)).body).toContain('everything is as it was before')
    expect(await many('meeting')).toBe(0)
    expect((await get(`/imports?season=${SEASON}`)).body).toContain('taken back on')
  })

  it('remembers which header holds what, for the next file of this kind in any season', async () => {
    const file = 'Wer,Wann\nmentee1@example.com,2021-07-20\n'
    const asked = await upload('meetings', file)
    expect(asked.body).toContain('Say which header of the file holds mentee_email and held_on')
    const looked = await press('meetings', asked.body, {
      'map.mentee_email': 'Wer',
      'map.held_on': 'Wann',
      step: 'look',
    })
    expect(looked.body).toContain('1 meeting would be added')
    await press('meetings', looked.body, { step: 'take' })
    expect((await upload('meetings', file)).body).toContain('This file would change nothing')
    const { rows } = await installation.pool.query('select id from season')
    expect(rows).toHaveLength(1)
    await commandLineOf(installation)('design', 'load', 'programs/women-2022.yaml')
    expect((await upload('meetings', file, { season: 'women-2022' })).body).toContain('1 meeting would be added')
    await installation.pool.query(
      "delete from season_version where season_id = (select id from season where key = 'women-2022')",
    )
    await installation.pool.query("delete from season where key = 'women-2022'")
  })

  it('says of each faulty row where, why and what to do, and gives the rows back to be mended', async () => {
    const file =
      'mentee_email,held_on,minutes\nmentee1@example.com,2021-07-22,30\nnobody@example.com,2021-07-22,30\nmentee2@example.com,22 July,=1+1\n'
    const looked = await upload('meetings', file)
    expect(looked.body).toContain('2 rows cannot be read')
    expect(looked.body).toContain('Row 3, mentee_email: nobody@example.com is not in the directory')
    expect(looked.body).toContain('Row 4, held_on')
    expect(looked.body).toContain('Take what can be read')
    const mend = await press('meetings', looked.body, { step: 'faulty' })
    expect(mend.headers).toContain('meetings-to-mend.csv')
    expect(mend.body.split('\r\n')[0]).toBe('mentee_email,held_on,minutes,what_to_do')
    expect(mend.body).toContain("mentee2@example.com,22 July,'=1+1")
    expect(mend.body).not.toContain('mentee1@example.com')
    const mended = mend.body.replace('22 July', '2021-07-22').replace("'=1+1", '20').replace('nobody@', 'mentee3@')
    expect((await upload('meetings', mended)).body).toContain('2 meetings would be added')
  })

  it('does not take what has changed since it was looked at: it shows it anew', async () => {
    const looked = await upload('meetings', 'mentee_email,held_on\nmentee4@example.com,2021-07-23\n')
    await commandLineOf(installation)('meet', 'log', '--mentee', 'mentee1@example.com', '--on', '2021-07-24')
    const first = await press('meetings', looked.body, { step: 'take' })
    expect(first.status).toBe(303)
    const second = await press('meetings', looked.body, { step: 'take' })
    expect(second.status).toBe(409)
    expect(second.body).toContain('has changed since you looked')
    expect(second.body).toContain('This file would change nothing')
  })

  it('of two who take the same file at once one import is made', async () => {
    const looked = await upload('meetings', 'mentee_email,held_on\nmentee4@example.com,2021-07-27\n')
    const before = await many('sheet_import')
    const both = await Promise.all([1, 2].map(() => press('meetings', looked.body, { step: 'take' })))
    expect(both.map((it) => it.status).toSorted()).toEqual([303, 409])
    expect(await many('sheet_import')).toBe(before + 1)
  })

  it('reads what spreadsheets save: UTF-16, Windows-1252, tabs; and says how to save a workbook', async () => {
    const text = 'calendar\tdate\tname\nNord\t2021-12-24\tHöstlov\n'
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    expect((await upload('holidays', utf16)).body).toContain('Höstlov')
    const latin = await upload('holidays', new Uint8Array(Buffer.from(text, 'latin1')))
    expect(latin.body).toContain('Höstlov')
    expect(latin.body).toContain('read as Windows-1252')
    const workbook = await upload('holidays', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))
    expect(workbook.status).toBe(422)
    expect(workbook.body).toContain('The file is a workbook, not a CSV')
    expect(workbook.body).toContain('CSV UTF-8')
  })

  it('refuses more rows than a page takes, and says what to do', async () => {
    const rows = Array.from({ length: 20_001 }, (_, at) => `North,2021-01-01,${at}`).join('\n')
    const answer = await upload('holidays', `calendar,date,name\n${rows}`)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('The file has 20001 rows; split it')
  })

  it('shows nobody who answered a survey, counts only, and says that it cannot be taken back', async () => {
    const header = await get(`/imports/survey?season=${SEASON}`)
    expect(header.body).toContain('Which survey')
    const example = await get(`/imports/survey/example.csv?season=${SEASON}&survey=mid&role=mentee`)
    const columns = (example.body.split('\r\n')[0] ?? '').split(',')
    const file = `${columns.join(',')}\nmentee1@example.com${',4'.repeat(columns.length - 1)}\n`
    const looked = await upload('survey', file, { survey: 'mid', role: 'mentee' })
    expect(looked.body).toContain('1 set of answers would be added')
    expect(looked.body).not.toContain('mentee1@example.com')
    const taken = await press('survey', looked.body, { step: 'take' })
    expect((await get(taken.location)).body).toContain('Survey answers lose who gave them')
  })

  it('a sheet of clearance is looked at by the people team, name by name, and taken whole', async () => {
    await installation.pool.query('delete from clearance')
    await installation.pool.query('delete from decision')
    const faulty = await upload('clearance', 'email\nmentee1@example.com\nnot an address\n')
    expect(faulty.body).toContain('1 row cannot be read')
    expect(faulty.body).toContain('taken whole or not at all')
    const looked = await upload('clearance', 'email\nmentee1@example.com\nstranger@example.com\n')
    expect(looked.body).toContain('1 row names nobody who waits for your answer')
    expect(await many('clearance')).toBe(0)
    const taken = await press('clearance', looked.body, { step: 'take' })
    const { rows } = await installation.pool.query(
      'select cleared, count(*)::int as many from clearance group by 1 order by 1',
    )
    expect(rows).toEqual([
      { cleared: false, many: 1 },
      { cleared: true, many: 6 },
    ])
    const past = await get(taken.location)
    expect(past.body).toContain('Who is not cleared: taken')
    expect(past.body).not.toMatch(/[17] answers? added/)
  })

  it('every example that a page offers is read without a fault of its own', async () => {
    for (const sheet of ['applications', 'clearance', 'reviews', 'training', 'attendance', 'meetings', 'holidays']) {
      const { body, status } = await get(`/imports/${sheet}/example.csv?season=${SEASON}`)
      expect(status, sheet).toBe(200)
      const looked = await upload(sheet, body)
      const faults = [...looked.body.matchAll(/Row \d+[^<]*<\/li>/g)].map((it) => it[0])
      expect(
        faults.filter((it) => !/not in the directory|has no session|has no application|has no course/.test(it)),
        sheet,
      ).toEqual([])
    }
  })

  it('asks for a file that is there, and keeps what was chosen', async () => {
    const answer = await upload('meetings', '', { dates: 'mdy' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Choose a file that is not empty')
    expect(answer.body).toContain('value="mdy" selected')
  })
})

function fieldsOf(body: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    found[name] = value
  for (const [, name = '', inside = ''] of body.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    found[name] = /value="([^"]*)" selected/.exec(inside)?.[1] ?? ''
  return found
}
