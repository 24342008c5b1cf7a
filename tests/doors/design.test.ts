import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from '../make/browsing.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

type Browser = ReturnType<typeof browsing>

describe('designing a program in the browser, without a developer', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let one: Browser
  let two: Browser

  beforeAll(async () => {
    installation = await freshInstallation()
    const run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 4, mentees: 6 })
    const { pool } = installation
    await pool.query("update hat set from_on = '2021-01-01'")
    await pool.query("update season_version set recorded_at = '2021-05-01T10:00:00Z'")
    await pool.query("update person set name = 'Ada One' where email = 'coordinator@example.com'")
    const { id, organisation_id } = (
      await pool.query("select id, organisation_id from person where email = 'mentor4@example.com'")
    ).rows[0]
    await pool.query(
      "insert into hat (organisation_id, id, person_id, hat, from_on) select $1, gen_random_uuid(), $2, 'coordinator', '2021-01-01'",
      [organisation_id, id],
    )
    const site = makeSite({ ...installation, machineClock: { now: () => '2021-07-20T10:00:00.000Z' } })
    const come = async (email: string) => {
      const browser = browsing(site)
      const [name = '', value = ''] = (await signInAs(installation, email, { stepped: true })).cookie.split('=')
      browser.jar.set(name, value)
      return browser
    }
    one = await come('coordinator@example.com')
    two = await come('mentor4@example.com')
  })

  const rows = async (statement: string) => (await installation.pool.query(statement)).rows
  const changeOf = async (browser: Browser) => {
    await browser.get('/desk/design')
    const answer = await browser.submit('/desk/design/change', { season: 'women-2021' })
    return answer.location
  }

  it('a season begins from a template: every date moves, comments stay, and old decisions do not come along', async () => {
    const page = await one.get('/desk/design')
    expect(page.text).toContain('No draft is open')
    expect(page.text).toContain('As Women&#39;s Mentorship Program, July to September 2021'.replace('&#39;', "'"))
    const form = await one.get('/desk/design/start?from=template&of=women-2021')
    expect(form.text).toContain('The rules and words of the template')
    const wrong = await one.submit('/desk/design/start', {
      key: 'Autumn!',
      season: 'Autumn 2027',
      startsOn: '2027-09-01',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Use small letters')
    expect(wrong.text).toContain('value="Autumn 2027"')
    const begun = await one.submit('/desk/design/start', {
      key: 'autumn-2027',
      season: 'Autumn 2027',
      startsOn: '2027-09-01',
    })
    expect(begun.status).toBe(303)
    const draft = await one.get(begun.location)
    expect(draft.text).toContain('key: autumn-2027')
    expect(draft.text).toContain('# The program of 2021, whole')
    expect(draft.text).toContain('startsOn: 2027-09-01')
    expect(draft.text).not.toContain('decisions:')
    expect(draft.text).not.toContain('things to mend')
  })

  it('a season begins from a spreadsheet of dates, and each row that cannot be read is said by its number', async () => {
    await one.get('/desk/design/start?from=dates')
    const given = { of: 'women-2021', key: 'from-dates', season: 'Spring 2028', order: 'iso' }
    const wrong = await one.submit('/desk/design/start', {
      ...given,
      dates: 'Stage\tDay\nCall for mentors\t2028-01-10\nKickoff\tsoon\n',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Row 3: “soon” is not a date')
    expect(wrong.text).toContain('Kickoff\tsoon')
    const plan =
      'Stage\tDay\tUntil\nCall for mentors\t2028-01-10\t2028-01-28\nCall for mentees\t2028-01-24\t2028-02-11\nPairs are made\t2028-02-18\nKickoff\t2028-02-29\nMeetings\t2028-03-01\t2028-05-31\nA picnic\t2028-05-05\nClosing celebration\t2028-06-06\n'
    const begun = await one.submit('/desk/design/start', { ...given, dates: plan })
    const draft = await one.get(begun.location)
    for (const line of [
      'startsOn: 2028-01-10',
      'endsOn: 2028-06-06',
      'opens: 2028-01-24, closes: 2028-02-11',
      'on: 2028-02-18',
      'from: 2028-03-01, until: 2028-05-31',
      'A picnic',
    ])
      expect(draft.text).toContain(line)
  })

  it('the same spreadsheet can be chosen as a file, and what cannot be read of it stands in the field, row by row', async () => {
    await one.get('/desk/design/start?from=dates')
    const given = { of: 'women-2021', key: 'from-a-file', season: 'Spring 2029', order: 'dmy', dates: '' }
    const csv = (text: string) => new File([text], 'plan.csv', { type: 'text/csv' })
    const faulty = await one.upload(
      '/desk/design/start',
      given,
      csv('Stage;Day\r\nCall for mentors;10/01/2029\r\nKickoff;soon\r\n;11/01/2029\r\n'),
    )
    expect(faulty.status).toBe(422)
    for (const said of [
      'Row 3: “soon” is not a date',
      'Row 4: the stage is missing',
      '2 things to mend',
      'Kickoff;soon',
    ])
      expect(faulty.text).toContain(said)
    const workbook = await one.upload('/desk/design/start', given, csv('PK\u0003\u0004 a workbook'))
    expect(workbook.text).toContain('The file is a workbook, not a CSV; open it, choose')
    expect((await one.submit('/desk/design/start', given)).text).toContain('Choose the spreadsheet, or paste its rows')
    // As an older spreadsheet saves it: semicolons, and an accent in an encoding of its own.
    const bytes = new Uint8Array([...'Call for mentors;10/01/2029;28/01/2029\r\nCaf'].map((it) => it.charCodeAt(0)))
    const rest = new TextEncoder().encode(';05/05/2029\r\n')
    const begun = await one.upload(
      '/desk/design/start',
      given,
      new File([bytes, new Uint8Array([0xe9]), rest], 'p.csv'),
    )
    expect(begun.status).toBe(303)
    const draft = await one.get(begun.location)
    expect(draft.text).toContain('startsOn: 2029-01-10')
    expect(draft.text).toContain('Café')
  })

  it('fields and text become one text, whichever was changed, and the undo brings back what was', async () => {
    const at = await changeOf(one)
    await one.get(`${at}?part=about`)
    const saved = await one.submit(`${at}?part=about`, {
      'f/name': 'Across',
      text: await textOf(at),
      'f/hosts': 'The circle\nThe learning team',
    })
    expect(saved.location).toBe(`${at}?part=about&saved=2`)
    const page = await one.get(saved.location)
    expect(page.text).toContain('\nname: Across\n')
    expect(page.text).toContain('Saved as 2.')
    expect(page.text).toContain('# The program of 2021, whole')
    const byText = (await textOf(at)).replace('name: Across', 'name: Along # its name')
    await one.get(`${at}?part=about`)
    await one.submit(`${at}?part=about`, { text: byText })
    const after = await one.get(`${at}?part=about&saved=3`)
    expect(after.text).toContain('value="Along"')
    const undone = await one.submit(`${at}/bring-back`)
    expect((await one.get(undone.location)).text).toContain('value="Across"')
    expect((await one.get(`${at}/saves`)).text).toContain('4 saves')
  })

  it('a faulty draft is saved all the same, with each fault at its line and at its field', async () => {
    const at = await changeOf(one)
    await one.get(`${at}?part=meetings`)
    const saved = await one.submit(`${at}?part=meetings`, {
      'f/meetings/minutes': 'half an hour',
      text: await textOf(at),
    })
    const page = await one.get(saved.location)
    expect(page.text).toMatch(
      /Line 1\d\d: minutes is not a number\. Correct this value\. <a class="a" href="#f\/meetings\/minutes">/,
    )
    expect(page.text).toContain('value="half an hour"')
    expect((await one.get(`${at}/differences`)).text).toContain('It cannot be published yet')
    const broken = await one
      .get(`${at}?part=meetings`)
      .then(async () => one.submit(`${at}?part=meetings`, { 'f/meetings/minutes': '45', text: 'key: [' }))
    expect(broken.status).toBe(422)
    expect(broken.text).toContain('what you changed in the fields cannot be put into it')
    expect(broken.text).toContain('value="45"')
    expect(broken.text).toContain('key: [')
    await one.get(`${at}?part=meetings`)
    await one.submit(`${at}?part=meetings`, { 'f/meetings/minutes': '45', text: await textOf(at) })
  })

  it('of two coordinators the second is told who was first, and both changes end up in the draft', async () => {
    const at = await changeOf(one)
    expect(await changeOf(two)).toBe(at)
    await one.get(`${at}?part=about`)
    await two.get(`${at}?part=about`)
    const text = await textOf(at)
    await one.submit(`${at}?part=about`, { 'f/lede': 'The first of two.', text })
    const told = await two.submit(`${at}?part=about`, {
      'f/purpose': 'The second of two.',
      'f/lede': 'Half an hour',
      text,
    })
    expect(told.status).toBe(409)
    expect(told.text).toContain('Ada One has changed this draft since you opened it')
    expect(told.text).toContain('The second of two.')
    const again = { 'f/purpose': 'The second of two.', 'f/lede': 'The first of two.', text: await textOf(at) }
    await two.submit(`${at}?part=about`, again)
    const both = await textOf(at)
    expect(both).toContain('The first of two.')
    expect(both).toContain('The second of two.')
  })

  it('a text changed by hand is brought onto what the other has saved meanwhile', async () => {
    const at = await changeOf(one)
    const text = await textOf(at)
    for (const browser of [one, two]) await browser.get(`${at}?part=about`)
    await one.submit(`${at}?part=about`, { text: text.replace('season: July', 'season: From July') })
    const told = await two.submit(`${at}?part=about`, {
      text: text.replace('lengthText: 3 months', 'lengthText: about 3 months'),
    })
    expect(told.status).toBe(409)
    expect(told.text).toContain('\nseason: From July to September 2021\n')
    expect(told.text).toContain('\nlengthText: about 3 months\n')
    await one.get(`${at}?part=about`)
    await one.submit(`${at}?part=about`, { text })
  })

  it('what people rely on cannot change any more, with the reason; the rest is published with its reason', async () => {
    const at = await changeOf(one)
    const text = await textOf(at)
    await one.get(`${at}?part=meetings`)
    await one.submit(`${at}?part=meetings`, { 'f/meetings/everyDays': '7', text })
    const stopped = await one.get(`${at}/differences`)
    expect(stopped.text).toContain('Cannot change any more. Pairs’ windows are counted from it already.')
    expect(stopped.text).not.toContain('Publish the change')
    const forced = await one.post(`${at}/publish`, {
      token: await tokenOf(one, at),
      seen: String(await numberOf(at)),
      inForce: await hashInForce(),
      because: 'x',
    })
    expect(forced.status).toBe(409)
    await one.get(`${at}?part=meetings`)
    await one.submit(`${at}?part=meetings`, {
      'f/meetings/everyDays': '14',
      'f/endsOn': '2021-10-14',
      text: await textOf(at),
    })
    const page = await one.get(`${at}/differences`)
    expect(page.text).toContain('8 people in pairs')
    expect((await one.submit(`${at}/publish`, { because: ' ' })).status).toBe(422)
    await one.get(`${at}/differences`)
    const done = await one.submit(`${at}/publish`, { because: 'Half an hour is too short.' })
    expect(done.location).toBe('/desk/design?published=women-2021')
    const [season] = await rows("select program from season where key = 'women-2021'")
    expect(season.program.meetings.minutes).toBe(45)
    const versions = await one.get('/desk/design/versions?season=women-2021')
    expect(versions.text).toContain('2 versions')
    expect(versions.text).toContain('Half an hour is too short.')
    expect(versions.text).toContain('by Ada One')
    expect((await one.get(`${at}/differences`)).text).toContain('This draft was published')
  })

  it('the check says what should be known, with its line and what to do', async () => {
    await installation.pool.query(
      "insert into holiday (organisation_id, calendar, on_day, name) select id, 'Dublin', '2021-06-29', 'A feast' from organisation",
    )
    await installation.pool.query(
      "update directory_entry set holidays = 'Dublin', time_zone = 'Asia/Singapore' where division = 'Sales'",
    )
    const at = await changeOf(one)
    await one.get(`${at}?part=events`)
    const kickoff = (await textOf(at)).replace(
      '      - { key: "1", recording: "https://www.youtube.com/embed/cuRT7nUU10Q" }\n      - { key: "2" }\n      - { key: "3" }\n',
      '      - { key: "1", on: 2021-07-10, startsAt: "15:00" }\n',
    )
    await one.submit(`${at}?part=events`, { text: kickoff })
    const page = await one.get(`${at}/check?mentors=20&mentees=25`)
    expect(page.text).toContain('20 places for 25 mentees: 5 people would wait. Find 5 more mentors')
    expect(page.text).toContain('Saturday 10 July 2021 is a weekend. Take Friday 9 July 2021 or Monday 12 July 2021')
    expect(page.text).toContain(
      'Tuesday 29 June 2021 is a day off for 4 people: A feast (Dublin). Take Wednesday 30 June 2021',
    )
    expect(page.text).toContain('4 people in Asia/Singapore have no session of “Kickoff” between 9:00 and 17:00.')
    expect((await one.get(`${at}/check?mentors=30&mentees=30`)).text).toContain('Every mentee has a place')
  })

  it('a dry run shows days, letters and figures, and the page as it would look', async () => {
    const at = await changeOf(one)
    const counts = async () =>
      (
        await rows(
          'select (select count(*) from organisation) + (select count(*) from person) + (select count(*) from outbox_message) + (select count(*) from season) as many',
        )
      )[0].many
    const before = await counts()
    const page = await one.get(`${at}/dry-run?mentors=12&mentees=15`)
    expect(page.text).toContain('The season runs to its end')
    expect(page.text).toContain('12 mentors and 15 mentees have applied.')
    expect(page.text).toContain('To the two of a pair: ')
    expect(page.text).toContain('met every')
    expect(await counts()).toBe(before)
    expect((await one.get(`${at}/dry-run?mentors=0&mentees=99`)).text).toContain('Try it on invented people')
    expect((await one.get(`${at}/page`)).text).toContain('This is how the page would look.')
  })

  it('a draft is put aside and taken up again', async () => {
    const at = await changeOf(one)
    await one.get(`${at}/differences`)
    const put = await one.submit(`${at}/aside`)
    const page = await one.get(put.location)
    expect(page.text).toContain('The draft is put aside')
    await one.submit(`${at}/take-up`)
    expect(await changeOf(one)).toBe(at)
  })

  it('publishing twice at the same time puts one version in force', async () => {
    const at = await changeOf(one)
    await one.get(`${at}?part=about`)
    await one.submit(`${at}?part=about`, { 'f/lede': 'Another first sentence.', text: await textOf(at) })
    for (const browser of [one, two]) await browser.get(`${at}/differences`)
    const both = await Promise.all([one, two].map((it) => it.submit(`${at}/publish`, { because: 'It reads better.' })))
    expect(both.map((it) => it.status).sort()).toEqual([303, 409])
    expect(await rows('select 1 from season_version')).toHaveLength(3)
  })

  it('the command line shows the same differences', async () => {
    const run = commandLineOf(installation)
    const [said = ''] = await run('design', 'diff', 'programs/women-2021.yaml', '--json')
    const { changes } = JSON.parse(said)
    expect(changes).toContainEqual(
      expect.objectContaining({ place: 'meetings.minutes', before: '45', after: '30', lock: null }),
    )
  })

  async function textOf(at: string): Promise<string> {
    const id = at.split('/').at(-1)
    const [row] = await rows(
      `select file_text from program_draft_save where draft_id = '${id}' order by number desc limit 1`,
    )
    return row.file_text
  }
  async function numberOf(at: string): Promise<number> {
    const [row] = await rows(
      `select max(number)::int as number from program_draft_save where draft_id = '${at.split('/').at(-1)}'`,
    )
    return row.number
  }
  async function hashInForce(): Promise<string> {
    const [row] = await rows('select file_hash from season_version order by recorded_at desc limit 1')
    return row.file_hash
  }
  async function tokenOf(browser: Browser, at: string): Promise<string> {
    return /name="token" value="([^"]+)"/.exec((await browser.get(at)).text)?.[1] ?? ''
  }
})
