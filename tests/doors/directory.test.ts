import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exitFor } from '../../src/cli/exit.ts'
import type { Hat } from '../../src/model/hats.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { type SignedIn, signInAs } from '../make/sign-in.ts'

const HEAD = 'name,email,division,department,start_date'
const folder = mkdtempSync(join(tmpdir(), 'alongside-directory-'))
const file = (content: string) => {
  const path = join(folder, `${newId()}.csv`)
  writeFileSync(path, content)
  return path
}

/** An organisation of its own whose operator is owner and coordinator, and what its people see. */
async function organisation() {
  const installation = await freshInstallation()
  const run = commandLineOf(installation)
  await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
  const site = makeSite(installation)
  const json = async (...words: string[]) => JSON.parse((await run(...words, '--json'))[0] ?? '')
  const give = (email: string, hat: Hat) =>
    installation.pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on)
       select organisation_id, $1, id, $2, '2021-01-01' from person where email = $3`,
      [newId(), hat, email],
    )
  const see = async (who: SignedIn, path: string) => {
    const answer = await site.request(path, { headers: { cookie: who.cookie } })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  const send = async (who: SignedIn, path: string, fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ token: who.formToken, ...fields })) body.append(name, value)
    const origin = 'http://localhost'
    const answer = await site.request(path, { method: 'POST', body, headers: { cookie: who.cookie, origin } })
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
  }
  const signIn = (email: string) => signInAs(installation, email, { stepped: true })
  return { ...installation, run, json, give, see, send, signIn }
}
type Organisation = Awaited<ReturnType<typeof organisation>>

const exitOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return exitFor(error)
}

describe('a spreadsheet of the directory on the command line', () => {
  let org: Organisation
  beforeAll(async () => {
    org = await organisation()
    await org.run(
      'people',
      'import',
      file(`${HEAD}\nAnn,ann@x.org,Sales,S,2015-01-01\nBea,bea@x.org,Legal,L,2015-01-01\n`),
    )
  })

  it('is previewed person by person and field by field, and nothing is taken', async () => {
    const sheet = file(
      `${HEAD}\nAnn Lee,ann@x.org,Legal,S,2015-01-01\nCarl,carl@x.org,Sales,S,\nBad,not-an-address,,,\n`,
    )
    const lines = (await org.run('people', 'preview', sheet, '--whole')).join('\n')
    expect(lines).toContain('Nothing was taken. 1 new, 1 changed, 1 leaving, 0 coming back, 0 unchanged')
    expect(lines).toContain('changed: Ann Lee, ann@x.org, row 2\n  name: Ann → Ann Lee\n  division: Sales → Legal')
    expect(lines).toContain('LEAVES: Bea, bea@x.org, not in the file\n  left on: nothing → ')
    expect(lines).toContain('row 4, email: "not-an-address" is not an e-mail address')
    expect(await org.json('people', 'preview', sheet)).toMatchObject({ leaving: 0, added: 1, rejected: [{ row: 4 }] })
    const { rows } = await org.pool.query("select name from person where email like '%@x.org' order by name")
    expect(rows).toEqual([{ name: 'Ann' }, { name: 'Bea' }])
  })

  it('is listed by the same command, found as on the page', async () => {
    expect(await org.run('people', 'list', '--search', 'BEA')).toEqual([
      '1 found, 1 shown',
      'Bea <bea@x.org>; L, Legal',
    ])
    expect((await org.json('people', 'list', '--kind', 'guest')).people).toMatchObject([{ email: 'owner@example.com' }])
    expect(await org.run('people', 'left-alone')).toEqual(['No pair is left alone.'])
  })

  it('as the whole directory is taken only when every row can be read, and never when it is empty', async () => {
    const faulty = file(`${HEAD}\nAnn,ann@x.org,,,\nBea,bea-at-x.org,,,\n`)
    expect(await exitOf(org.run('people', 'import', faulty, '--whole'))).toMatchObject({ code: 2 })
    expect(await exitOf(org.run('people', 'import', file(`${HEAD}\n`), '--whole'))).toMatchObject({ code: 2 })
    const { rows } = await org.pool.query('select count(*)::int as many from person where left_on is not null')
    expect(rows).toEqual([{ many: 0 }])
  })

  it('with the fingerprint of a preview does what was previewed, or nothing', async () => {
    const sheet = file('name,email,title\nAnn,ann@x.org,Lead\n')
    const { fingerprint } = await org.json('people', 'preview', sheet)
    await org.run('people', 'import', file('name,email,title\nAnn,ann@x.org,Chief\n'))
    const stale = await exitOf(org.run('people', 'import', sheet, '--fingerprint', fingerprint))
    expect(stale).toMatchObject({ code: 5 })
    expect(stale.lines[0]).toContain('preview-out-of-date')
    const again = await org.json('people', 'preview', sheet)
    const report = await org.json('people', 'import', sheet, '--fingerprint', again.fingerprint)
    expect(report).toMatchObject({ accepted: 1 })
  })

  it('says hours, days and holidays, and what cannot be read of them', async () => {
    const columns = 'name,email,works_from,works_until,works_on,holidays,time_zone'
    const sheet = file(`${columns}\nAnn,ann@x.org,7:30,15.00,Mon-Thu,Dublin,Europe/Dublin\nBea,bea@x.org,,,1;3,,\n`)
    expect(await org.json('people', 'import', sheet)).toMatchObject({ accepted: 2, rejected: [] })
    const { rows } = await org.pool.query(
      `select distinct on (p.name) p.name, works_from::text, works_until::text, works_on, holidays from directory_entry e
       join person p on p.id = e.person_id where p.email like '%@x.org' order by p.name, from_on desc`,
    )
    expect(rows).toEqual([
      { name: 'Ann', works_from: '07:30:00', works_until: '15:00:00', works_on: [1, 2, 3, 4], holidays: 'Dublin' },
      { name: 'Bea', works_from: null, works_until: null, works_on: [1, 3], holidays: null },
    ])
    expect(await org.json('people', 'import', sheet)).toMatchObject({ accepted: 0, unchanged: 2 })
    const odd = file(`${columns}\nAnn,ann@x.org,25:00,noon,Funday,,\n`)
    expect((await org.json('people', 'import', odd)).rejected).toMatchObject([
      { column: 'works_from', code: 'not-a-time' },
      { column: 'works_until', code: 'not-a-time' },
      { column: 'works_on', code: 'not-weekdays' },
    ])
  })

  it('calendars of holidays are added to, and replaced where the file says that it has them whole', async () => {
    const first = file(
      'calendar,date,name\nDublin,2026-12-25,Christmas\nDublin,2026-12-26,Old name\nDublin,2026-12-26,Twice\n',
    )
    expect(await org.json('people', 'holidays', first)).toMatchObject({
      accepted: 2,
      rejected: [{ row: 4, code: 'repeated-holiday' }],
    })
    const second = file('calendar,date,name\nDublin,2026-12-26,St. Stephen’s Day\n')
    expect(await org.json('people', 'holidays', second)).toMatchObject({ accepted: 1 })
    expect(await org.json('people', 'holidays', second)).toMatchObject({ accepted: 0, unchanged: 1 })
    expect(await org.json('people', 'holidays', second, '--whole')).toMatchObject({ facts: { removed: 1 } })
    const { rows } = await org.pool.query('select name from holiday')
    expect(rows).toEqual([{ name: 'St. Stephen’s Day' }])
  })
})

describe('who applies and is not in the directory', () => {
  const APPLICATION = 'submitted_at,email,role,topics\n2021-05-21T09:00:00Z,self@y.org,mentor,coaching\n'

  it('is marked self-declared where the program accepts that, and is sent back where it does not', async () => {
    const org = await organisation()
    const text = readFileSync('programs/women-2021.yaml', 'utf8')
    const program = join(folder, 'open.yaml')
    writeFileSync(program, text)
    await org.run('design', 'load', program)
    expect(await org.json('apply', 'import', file(APPLICATION))).toMatchObject({
      accepted: 0,
      rejected: [{ row: 2, code: 'unknown-person' }],
    })
    writeFileSync(program, `${text}\nacceptsSelfDeclared: true\n`)
    await org.run('design', 'load', program)
    expect(await org.json('apply', 'import', file(APPLICATION))).toMatchObject({
      accepted: 1,
      rejected: [],
      notes: [{ row: 2, column: 'email' }],
    })
    expect(await org.json('apply', 'import', file(APPLICATION))).toMatchObject({ accepted: 0, unchanged: 1, notes: [] })
    const kindOf = async () => (await org.pool.query("select kind, name from person where email = 'self@y.org'")).rows
    expect(await kindOf()).toEqual([{ kind: 'self-declared', name: 'self@y.org' }])
    await org.run('people', 'import', file('name,email\nSelma Elf,self@y.org\n'))
    expect(await kindOf()).toEqual([{ kind: 'directory', name: 'Selma Elf' }])
  })
})

describe('the directory on its pages', () => {
  let org: Organisation
  let owner: SignedIn
  let coordinator: SignedIn
  let team: SignedIn

  beforeAll(async () => {
    org = await organisation()
    const many = Array.from(
      { length: 60 },
      (_, at) =>
        `Person ${String(at).padStart(2, '0')},p${at}@x.org,${at % 2 ? 'Sales' : 'Legal'},D,2015-01-0${1 + (at % 9)}`,
    )
    await org.run('people', 'import', file([HEAD, ...many].join('\n')))
    await org.run(
      'people',
      'import',
      file(
        'name,email,title,manager_email,employee_id,time_zone\nAnn,ann@x.org,=1+1,bea@x.org,E1,Europe/Dublin\nBea,bea@x.org,Head,carl@x.org,E2,\nCarl,carl@x.org,Chief,ann@x.org,E3,\n',
      ),
    )
    await org.pool.query(
      "insert into person (organisation_id, id, email, name, kind, created_at) select organisation_id, $1, 'self@y.org', 'self@y.org', 'self-declared', now() from person where email = 'owner@example.com'",
      [newId()],
    )
    await org.run('people', 'leave', 'p59@x.org')
    await org.give('p0@x.org', 'coordinator')
    await org.give('p1@x.org', 'people-team')
    owner = await org.signIn('owner@example.com')
    coordinator = await org.signIn('p0@x.org')
    team = await org.signIn('p1@x.org')
    await org.pool.query("delete from hat where person_id = $1 and hat = 'coordinator'", [owner.personId])
  })

  const names = (text: string) =>
    [...text.matchAll(/<a class="a" href="\/people\/[0-9a-f-]{36}">([^<]*)<\/a>/g)].map((it) => it[1])

  it('shows 50 people of a page with the number found, and the rest on the next', async () => {
    const first = await org.see(coordinator, '/people')
    expect(first.text).toContain('64 people, 1 to 50')
    expect(names(first.text)).toHaveLength(50)
    const second = await org.see(coordinator, '/people?page=2')
    expect(names(second.text)).toHaveLength(14)
    expect((await org.see(coordinator, '/people?page=9')).headers.get('location')).toBe('/people')
  })

  it('is searched, filtered and sorted by the address', async () => {
    const find = async (query: string) => names((await org.see(coordinator, `/people?${query}`)).text)
    expect(await find('q=PERSON+07')).toEqual(['Person 07'])
    expect(await find('q=bea%40x')).toEqual(['Bea'])
    expect(await find('q=e3')).toEqual(['Carl'])
    expect(await find('q=%25')).toEqual([])
    expect(await find('kind=self-declared')).toEqual(['self@y.org'])
    expect(await find('kind=guest')).toEqual(['owner@example.com'])
    expect(await find('presence=left')).toEqual(['Person 59'])
    expect((await find('division=Legal&page=1')).length).toBe(30)
    expect((await find('order=newest'))[0]).toBe('Person 08')
    expect(await find('division=nowhere&order=odd&page=x&kind=y')).toEqual([])
  })

  it('marks who is not in the directory and who has left', async () => {
    expect((await org.see(coordinator, '/people?kind=self-declared')).text).toContain('Self-declared')
    expect((await org.see(coordinator, '/people?kind=guest')).text).toContain('Guest')
    expect((await org.see(coordinator, '/people?presence=left')).text).toMatch(/Left on \w+day/)
  })

  it('one person has their history by day and their reporting line, though the directory is a circle', async () => {
    await org.run('people', 'import', file('name,email,title\nAnn,ann@x.org,Lead\n'))
    const { rows } = await org.pool.query("select id from person where email = 'ann@x.org'")
    const { text } = await org.see(coordinator, `/people/${rows[0].id}`)
    expect(text).toContain('Title: Lead, before that =1+1')
    expect(text).toContain('From the beginning')
    expect(names(text)).toEqual(['Bea', 'Carl', 'Carl'])
    expect(text).toContain('09:00 to 17:00, Mon to Fri, Europe/Dublin (the usual hours)')
    expect((await org.see(coordinator, `/people/${newId()}`)).status).toBe(404)
    expect((await org.see(coordinator, '/people/odd')).status).toBe(404)
  })

  it('each hat reads what the privacy entries give it, on pages and in the download', async () => {
    const { rows } = await org.pool.query("select id from person where email = 'ann@x.org'")
    // The token of the form may hold anything.
    const page = async (who: SignedIn) =>
      (await org.see(who, `/people/${rows[0].id}`)).text.replaceAll(/name="token" value="[^"]*"/g, '')
    const columns = async (who: SignedIn) => (await org.see(who, '/people.csv')).text.split('\r\n')[0]?.split(',')
    expect(await page(team)).not.toMatch(/Reporting line|Working hours|E1|manager/)
    expect(await page(owner)).not.toMatch(/Reporting line|Working hours|manager/)
    expect(await page(owner)).toContain('E1')
    expect(await columns(team)).toEqual(['name', 'email', 'title', 'division', 'department', 'team', 'left_on', 'kind'])
    expect(await columns(coordinator)).toContain('manager_email')
    expect(await columns(owner)).not.toContain('manager_email')
  })

  it('the download holds who was found, neutralised, and imports again without a change', async () => {
    const { text, headers } = await org.see(coordinator, '/people.csv?q=x.org')
    expect(headers.get('content-type')).toContain('text/csv')
    expect(headers.get('cache-control')).toBe('no-store')
    await org.run('people', 'import', file('name,email,title\nBea,bea@x.org,=HYPERLINK(1)\n'))
    const again = (await org.see(coordinator, '/people.csv?q=bea')).text
    expect(again).toContain(`'=HYPERLINK`)
    expect(again).not.toMatch(/(^|,)"?=/m)
    expect(await org.json('people', 'preview', file(again))).toMatchObject({ read: 1, people: [] })
    expect(text.split('\r\n')).toHaveLength(64)
  })

  it('is there for nobody else, and asks for the second step', async () => {
    const colleague = await org.signIn('p7@x.org')
    const { rows } = await org.pool.query("select id from person where email = 'ann@x.org'")
    for (const path of ['/people', '/people.csv', '/people/import', '/people/left-alone', `/people/${rows[0].id}`]) {
      const answer = await org.see(colleague, path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.text).not.toContain('x.org')
    }
    expect((await org.see(team, '/people/import')).status).toBe(404)
    const waiting = await signInAs(org, 'p0@x.org')
    expect((await org.see(waiting, '/people')).headers.get('location')).toBe('/sign-in/step?next=%2Fpeople')
  })

  describe('a spreadsheet through the form', () => {
    const upload = (content: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
      org.send(coordinator, '/people/import/preview', { file: new File([content], 'people.csv'), ...more })
    const hidden = (text: string) =>
      Object.fromEntries(
        [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((it) => [
          it[1] ?? '',
          it[2] ?? '',
        ]),
      )

    it('is looked at, page by page, and taken as it was looked at', async () => {
      const rows = Array.from({ length: 70 }, (_, at) => `New ${at},n${at}@x.org,"two\nlines"`)
      const preview = await upload(['name,email,expertise', ...rows].join('\n'))
      expect(preview.status).toBe(200)
      expect(preview.text).toContain('70 people would change')
      const { token: _, ...carried } = hidden(preview.text)
      const second = await org.send(coordinator, '/people/import/preview', { ...carried, page: '2' })
      expect(second.text).toContain('Page 2 of 2')
      expect(second.text).toContain('n69@x.org')
      const { rows: none } = await org.pool.query("select 1 from person where email = 'n1@x.org'")
      expect(none).toEqual([])
      const taken = await org.send(coordinator, '/people/import', carried)
      expect(taken.status).toBe(303)
      expect(taken.to).toMatch(/^\/people\?taken=yes&accepted=70&left=0&import=[\w-]{36}$/)
      const notice = (await org.see(coordinator, taken.to ?? '')).text
      expect(notice).toContain('Taken: 70 people of the file were added or changed')
      const [, past = ''] = /href="(\/imports\/past\/[\w-]+)">See it, or undo it/.exec(notice) ?? []
      expect((await org.see(coordinator, past)).text).toContain('Undo this import')
      const { rows: kept } = await org.pool.query(
        "select distinct expertise from directory_entry e join person p on p.id = e.person_id where email like 'n%@x.org'",
      )
      expect(kept).toEqual([{ expertise: 'two\nlines' }])
    })

    it('shows again what it would change when the directory has changed in between, and takes nothing', async () => {
      const { token: _, ...carried } = hidden((await upload('name,email,title\nBea,bea@x.org,First\n')).text)
      await org.run('people', 'import', file('name,email,title\nBea,bea@x.org,Second\n'))
      const stale = await org.send(coordinator, '/people/import', carried)
      expect(stale.status).toBe(409)
      expect(stale.text).toContain('has changed since you looked')
      expect(stale.text).toContain('Title: First, before that Second')
      const { token: __, ...anew } = hidden(stale.text)
      expect((await org.send(coordinator, '/people/import', anew)).status).toBe(303)
    })

    it('names who would leave first, and takes no whole directory with a row that cannot be read', async () => {
      const everybody = (await org.see(coordinator, '/people.csv?kind=directory')).text
      const without = everybody.split('\r\n').filter((line) => !line.includes('n5@x.org'))
      const preview = await upload(without.join('\r\n'), { whole: 'yes' })
      expect(preview.text).toContain('1 person would change, 1 of them would leave')
      expect(preview.text).toContain('n5@x.org, not in the file')
      expect(preview.text).toContain('let one person go')
      const faulty = await upload([...without, without[1]?.replace('@', ' at ')].join('\r\n'), { whole: 'yes' })
      expect(faulty.text).toContain('Some rows cannot be read yet')
      expect(faulty.text).not.toMatch(/let \w+ (person|people) go/)
    })

    it('says what is wrong with a file, and gives back everything else that was chosen', async () => {
      for (const [content, says] of [
        ['', 'not empty'],
        ['nothing,here\n1,2\n', 'no column name, email'],
        [new Uint8Array([0x50, 0x4b, 3, 4]), 'is a workbook, not a CSV'],
        ['x'.repeat(8 * 1024 * 1024 + 1), 'larger than 8 MB'],
      ] as const) {
        const answer = await upload(content, { whole: 'yes', dates: 'dmy', 'map.title': 'Job' })
        expect([says, answer.status]).toEqual([says, 422])
        expect(answer.text).toContain(says)
        expect(answer.text).not.toContain('--map')
        expect(answer.text).toMatch(/id="whole"[^>]* checked/)
        expect(answer.text).toMatch(/<option value="dmy" selected/)
        expect(answer.text).toContain('value="Job"')
      }
      const mapped = await upload('Who,Mail\nBea,bea@x.org\n', { 'map.name': 'Who', 'map.email': 'Mail' })
      expect(mapped.text).toContain('1</dd>')
      expect(mapped.text).toContain('would change')
    })

    it('a carried file that was tampered with is no file', async () => {
      for (const carried of ['AAAA', 'x', 'H4sIAAAAAAAA'])
        expect((await org.send(coordinator, '/people/import', { carried, fingerprint: 'x' })).status).toBe(422)
    })

    it('a form of another browser, and the people team, are not let through', async () => {
      const form = { file: new File(['name,email\nZed,zed@x.org\n'], 'people.csv') }
      expect(
        (await org.send({ ...coordinator, formToken: owner.formToken }, '/people/import/preview', form)).status,
      ).toBe(404)
      expect((await org.send(team, '/people/import/preview', form)).status).toBe(404)
    })
  })

  it('an empty directory says what to do', async () => {
    const fresh = await organisation()
    await fresh.pool.query("delete from hat where hat <> 'owner'")
    const empty = (await fresh.see(await fresh.signIn('owner@example.com'), '/people')).text
    expect(empty).toContain('The directory is empty')
    expect(names(empty)).toEqual(['owner@example.com'])
    expect(empty).toContain('Import a spreadsheet')
  })
})
