import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '../../src/api/operations.ts'
import { letterId } from '../../src/journey/announce/actions/plan-letters.ts'
import { PERMISSIONS } from '../../src/permissions/all.ts'
import { makeSite } from '../../src/web/site.tsx'
import { CALLERS, type DoorWay, everyWay, outcomeOf, pathsOf, requestAs, type Things } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { undoneStore } from '../make/undone.ts'
import { EXPECTED } from './matrix-expected.ts'
import { FORMS, OFFERED } from './matrix-forms.ts'

/** Who got in, by way and by what it was tried on. */
type Seen = Record<string, readonly CallerName[]>

const nameOf = (way: DoorWay) => `${way.method} ${way.path}`

describe('who gets in where, everybody at every door', () => {
  let all: Everybody
  let seen: Seen = {}
  const failures: string[] = []

  beforeAll(async () => {
    all = await everybody()
    const things = await makeThings(all)
    const store = await undoneStore(all.installation.pool)
    const site = makeSite({ ...all.installation, db: store.db })
    for (const way of everyWay())
      for (const [at, path] of pathsOf(way, all, things).entries()) {
        const inside: CallerName[] = []
        for (const caller of CALLERS) {
          const form = FORMS[nameOf(way)]?.(all.ids) ?? {}
          const answer = await store.undone(() => requestAs(site, all.callers[caller], way.method, path, form))
          if (answer.status >= 500) failures.push(`${caller}: ${way.method} ${path} answers ${answer.status}`)
          if (outcomeOf(answer) === 'in') inside.push(caller)
        }
        seen = { ...seen, [`${nameOf(way)} #${at + 1}`]: inside }
      }
    store.close()
    if (process.env.SEEN) writeFileSync(process.env.SEEN, JSON.stringify(seen, null, 1))
  }, 400_000)

  it('no request of anybody ends in a fault of ours', () => {
    expect(failures).toEqual([])
  })

  it('every way in has its row in the reviewed table, and every row its way', () => {
    expect(Object.keys(seen).sort()).toEqual(Object.keys(EXPECTED).sort())
  })

  it('who gets in is who the reviewed table says, and nobody else', () => {
    const unexpected = Object.entries(seen).flatMap(([way, inside]) => {
      const expected = EXPECTED[way] ?? []
      const more = inside.filter((it) => !expected.includes(it)).map((it) => `${way}: ${it} gets in`)
      const fewer = expected.filter((it) => !inside.includes(it)).map((it) => `${way}: ${it} is kept out`)
      return [...more, ...fewer]
    })
    expect(unexpected).toEqual([])
  })

  it('no command and no operation does what is for a sign-in of one’s own', () => {
    const declared = OPERATIONS.filter((it) => PERMISSIONS[it.action]?.signedIn)
    expect(declared.map((it) => it.action)).toEqual([])
  })

  it('the leaver, the token of another organisation and the hat that has ended open no more than anybody does', () => {
    for (const [way, inside] of Object.entries(seen))
      for (const caller of ['leaver', 'token of another organisation'] as const)
        if (inside.includes(caller)) expect(inside, `${way} lets the ${caller} in`).toContain('anybody')
  })
})

/** A note, a report, a request to look again, an asked glass: each made by whoever may, through the site itself. */
async function makeThings({ installation, callers, ids }: Everybody): Promise<Things> {
  const site = makeSite(installation)
  const made = async (caller: CallerName, path: string, form: Record<string, string>) => {
    const answer = await requestAs(site, callers[caller], 'POST', path, form)
    expect([200, 303], `${caller} at ${path}: ${answer.body.slice(0, 2000)}`).toContain(answer.status)
  }
  const words = 'Words that are long enough to say why this is needed today.'
  await made('mentee of the pair', `/pairs/${ids.pair}/notes`, { text: 'My own words' })
  await made('mentee of the pair', `/pairs/${ids.pair}/report`, { words })
  const page = randomUUID()
  await made('mentee of the pair', `/pairs/${ids.pair}/workbook/${page}`, { seen: '0', title: 'A page', text: words })
  await made('mentee of the pair', '/me/look-again/women-2021', { words })
  await made('mentee of the pair', '/seasons/women-2021/questions', { words: 'May we meet more often?' })
  await made('coordinator', '/desk/design/change', { season: 'women-2021' })
  await made('coordinator', '/desk/design/start', FORMS['POST /desk/design/start']?.(ids) ?? {})
  await made('owner', '/office/glass', { email: 'colleague@staff.example', season: 'women-2021', reason: words })
  await made('mentor of the pair', '/offer', OFFERED)
  await made('mentee of the pair', `/mentors/${ids.mentor}`, { words })
  await made('coordinator', '/desk/write', await letterOf(site, callers.coordinator))
  await installation.pool.query(
    "update season set program = jsonb_set(program, '{surveys,mid,questions,supervisor}', $1) where id = $2",
    [JSON.stringify([{ kind: 'yes-no', key: 'helps', text: 'Does the program help?' }]), ids.season],
  )
  await installation.pool.query(
    `insert into review_assignment (organisation_id, application_id, reviewer_id, step_id, assigned_by, assigned_at)
      select a.organisation_id, a.id, p.id, a.id, p.id, now() from application a, person p
      where a.person_id = $1 and p.email = 'reviewer@staff.example'`,
    [ids.mentee],
  )
  // The first season gives certificates, and the mentee of the pair shows theirs.
  await installation.pool.query('update season set program = program || \'{"certificate": {}}\' where id = $1', [
    ids.season,
  ])
  await made('mentee of the pair', '/seasons/women-2021/certificate', { role: 'mentee', lines: 'name' })
  const own = await requestAs(site, callers['mentee of the pair'], 'GET', '/seasons/women-2021/certificate', {})
  const id = async (statement: string) => (await installation.pool.query(statement)).rows[0]?.id
  const of = (email: string) => `(select id from person where email = '${email}')`
  // The letter of somebody who comes to no door waits again, so that there is something to read and to change.
  const waits = await id(
    `delete from outbox_message where kind = 'pair' and person_id = (select mentor_id from pair where id = '${ids.otherPair}') returning person_id as id`,
  )
  const draft = letterId(ids.season, { kind: 'pair', personId: waits, about: ids.otherPair })
  await offerTheMentor(installation.pool, ids)
  const handOver = await id(
    `insert into season_hand_over (organisation_id, id, season_id, from_person_id, to_person_id, ended_hats, handed_on, handed_at)
      values ('${ids.organisation}', gen_random_uuid(), '${ids.season}', ${of('season@staff.example')}, ${of('elsewhere@staff.example')}, '[]',
        '2021-07-01', '2021-07-01T10:00:00Z') returning id`,
  )
  return {
    certificate: /certificates\/([\w-]+)/.exec(own.body)?.[1] ?? '',
    handOver,
    draft,
    groupLetter: await id("select about as id from outbox_message where kind = 'from-coordinator'"),
    note: await id('select id from private_note'),
    page,
    report: await id('select id from report'),
    request: await id('select id from look_again'),
    glass: await id('select id from glass'),
    letter: await id(`select id from outbox_message where person_id = '${ids.mentee}' and kind = 'pair'`),
    signIn: await id(`select id from sign_in where person_id = '${ids.mentee}'`),
    token: await id(`select id from api_token where person_id = ${of('coordinator@staff.example')}`),
    hat: await id(`select id from hat where person_id = ${of('coordinator@staff.example')}`),
    lentHat: await id(`select id from hat where person_id = ${of('lent@staff.example')}`),
    question: await id('select id from board_question'),
    asked: await id('select id from mentor_request'),
    program: await id('select id from program_draft where season_id is not null'),
    newProgram: await id('select id from program_draft where season_id is null'),
    version: await id(`select id from season_version where season_id = '${ids.season}'`),
    import: await id("select id from sheet_import where sheet = 'meetings'"),
    service: await id('select id from directory_token'),
    application: await id(`select id from application where person_id = '${ids.mentee}'`),
  }
}

/** A letter to everybody in a pair, as the page gives it to be sent. */
async function letterOf(site: ReturnType<typeof makeSite>, caller: Everybody['callers'][CallerName]) {
  const { body } = await requestAs(site, caller, 'GET', '/desk/write?season=women-2021&to=pairs', {})
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  const group = { season: 'women-2021', to: 'pairs', id: hidden('id'), seen: hidden('seen') }
  return { ...group, subject: 'News', words: 'Words', do: 'send' }
}

/** The first season lets its mentees choose, and one mentee has a list that was sent. */
async function offerTheMentor(pool: Everybody['installation']['pool'], ids: Everybody['ids']): Promise<void> {
  await pool.query(
    `update season set program = jsonb_set(program, '{matching,shortlist}', '{"size": 3, "chooseBy": "2999-01-01"}') where id = $1`,
    [ids.season],
  )
  const lists = await pool.query(
    `insert into shortlist (organisation_id, id, season_id, size, input_hash, made_on, made_at, sent_on, sent_at)
      values ($1, gen_random_uuid(), $2, 3, '', '2021-06-25', '2021-06-25T10:00:00Z', '2021-06-25', '2021-06-25T10:00:00Z') returning id`,
    [ids.organisation, ids.season],
  )
  await pool.query(
    `insert into shortlist_entry (organisation_id, id, shortlist_id, mentee_id, mentor_id) values ($1, gen_random_uuid(), $2, $3, $4)`,
    [ids.organisation, lists.rows[0].id, ids.mentee, ids.mentor],
  )
}
