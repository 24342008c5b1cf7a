import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Hat } from '../../src/model/hats.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { hashOf } from '../../src/runtime/new-id.ts'
import { commandLineOf } from './command-line.ts'
import { clonedOnce, freshKeys } from './database.ts'
import { freshInstallation } from './installation.ts'
import { signInAs } from './sign-in.ts'
import { playSmallSeason } from './small-season.ts'

/** How somebody comes to the door: what their requests carry, and the token their forms carry. */
export type Caller = { readonly headers: Readonly<Record<string, string>>; readonly formToken: string | null }

export type Everybody = {
  readonly installation: Installation & { readonly pool: pg.Pool; readonly keys: pg.Pool }
  readonly callers: Readonly<Record<CallerName, Caller>>
  readonly ids: {
    readonly organisation: string
    readonly season: string
    readonly otherSeason: string
    readonly pair: string
    readonly otherPair: string
    readonly endedPair: string
    readonly mentee: string
    readonly mentor: string
    readonly outsider: string
    readonly otherOrganisation: string
    readonly otherOrganisationPerson: string
  }
  /** The link that opens the results of the first season. */
  readonly resultsLink: string
}

export const CALLERS = [
  'anybody',
  'colleague',
  'mentee of the pair',
  'mentor of the pair',
  'mentee of another pair',
  'mentee of an ended pair',
  'manager of the mentee',
  'coordinator',
  'coordinator before the second step',
  'coordinator of the season',
  'coordinator of another season',
  'coordinator in another pair',
  'coordinator whose hat has ended',
  'lent coordinator',
  'reviewer',
  'people team',
  'named contact',
  'deputy',
  'auditor',
  'owner',
  'leaver',
  'token of a coordinator',
  'token of a colleague',
  'token of another organisation',
  'directory service',
] as const
export type CallerName = (typeof CALLERS)[number]

const SEASON = 'women-2021'
const OTHER_SEASON = 'women-2022'

/** Two organisations in one database, two seasons, and everybody who may stand before a door, each with their own key. */
export async function everybody(): Promise<Everybody> {
  const rootKey = randomBytes(32)
  const { pool, keys, kept } = await clonedOnce('everybody', async () => {
    const installation = await freshInstallation({}, undefined, { keys: await freshKeys(), rootKey })
    const { pool, keys } = installation
    const folder = installation.config.dataFolder
    return { pool, keys, kept: { ...(await letIn(installation)), folder, rootKey: rootKey.toString('base64') } }
  })
  const own = { keys, rootKey: Buffer.from(kept.rootKey, 'base64') }
  const installation = await freshInstallation({}, pool, own)
  // Letters that nobody sent lie beside the database.
  cpSync(kept.folder, installation.config.dataFolder, { recursive: true })
  return { ...kept, installation }
}

async function letIn(installation: Everybody['installation']): Promise<Omit<Everybody, 'installation'>> {
  const { pool } = installation
  const run = commandLineOf(installation)
  await playSmallSeason(run, `programs/${SEASON}.yaml`, { mentors: 5, mentees: 6 })
  await run('design', 'load', `programs/${OTHER_SEASON}.yaml`)
  const { path: resultsLink } = JSON.parse((await run('results', 'link', '--season', SEASON, '--json'))[0] ?? '')
  const one = async (statement: string, ...values: unknown[]) => (await pool.query(statement, values)).rows[0] ?? {}
  const { id: organisation } = await one('select id from organisation')
  const { id: season } = await one('select id from season where key = $1', SEASON)
  const { id: otherSeason } = await one('select id from season where key = $1', OTHER_SEASON)
  const { rows: pairs } = await pool.query(
    `select p.id, p.mentor_id, p.mentee_id, mentor.email as mentor, mentee.email as mentee from pair p
     join person mentor on mentor.id = p.mentor_id join person mentee on mentee.id = p.mentee_id order by mentee.email`,
  )
  const [pair, otherPair, endedPair, ledPair] = pairs
  await addStaff(run, pair.mentee)
  await run('meet', 'end', '--season', SEASON, '--mentee', endedPair.mentee, '--on', '2021-08-20')
  const hats = hatsIn(pool, organisation)
  await hats('coordinator@staff.example', 'coordinator')
  await hats('waiting@staff.example', 'coordinator')
  await hats('season@staff.example', 'coordinator', { seasonId: season })
  await hats('elsewhere@staff.example', 'coordinator', { seasonId: otherSeason })
  await hats(ledPair.mentor, 'coordinator')
  await hats('former@staff.example', 'coordinator', { untilOn: '2021-12-31' })
  await hats('lent@staff.example', 'coordinator', { untilOn: '2999-12-31', lentBy: 'coordinator@staff.example' })
  await hats('reviewer@staff.example', 'reviewer', { seasonId: season })
  await hats('people-team@staff.example', 'people-team')
  await hats('contact@staff.example', 'named-contact', { seasonId: season })
  await hats('deputy@staff.example', 'named-contact', { seasonId: season, isDeputy: true })
  await hats('auditor@staff.example', 'auditor')
  await hats('owner@staff.example', 'owner')
  const person = async (email: string, stepped = true): Promise<Caller> => {
    const { cookie, formToken } = await signInAs(installation, email, { stepped })
    return { headers: { cookie }, formToken }
  }
  const leaver = await person('leaver@staff.example')
  await pool.query("update person set left_on = '2021-07-01' where email = 'leaver@staff.example'")
  const other = await anotherOrganisation(pool)
  const callers: Record<CallerName, Caller> = {
    anybody: { headers: {}, formToken: null },
    colleague: await person('colleague@staff.example'),
    'mentee of the pair': await person(pair.mentee),
    'mentor of the pair': await person(pair.mentor),
    'mentee of another pair': await person(otherPair.mentee),
    'mentee of an ended pair': await person(endedPair.mentee),
    'manager of the mentee': await person('boss@staff.example'),
    coordinator: await person('coordinator@staff.example'),
    'coordinator before the second step': await person('waiting@staff.example', false),
    'coordinator of the season': await person('season@staff.example'),
    'coordinator of another season': await person('elsewhere@staff.example'),
    'coordinator in another pair': await person(ledPair.mentor),
    'coordinator whose hat has ended': await person('former@staff.example'),
    'lent coordinator': await person('lent@staff.example'),
    reviewer: await person('reviewer@staff.example'),
    'people team': await person('people-team@staff.example'),
    'named contact': await person('contact@staff.example'),
    deputy: await person('deputy@staff.example'),
    auditor: await person('auditor@staff.example'),
    owner: await person('owner@staff.example'),
    leaver,
    'token of a coordinator': await tokenOf(pool, organisation, 'coordinator@staff.example'),
    'token of a colleague': await tokenOf(pool, organisation, 'colleague@staff.example'),
    'token of another organisation': await tokenOf(pool, other.organisation, 'theirs@other.example'),
    'directory service': await directoryService(pool, organisation),
  }
  const { id: outsider } = await one("select id from person where email = 'colleague@staff.example'")
  return {
    callers,
    resultsLink,
    ids: {
      organisation,
      season,
      otherSeason,
      pair: pair.id,
      otherPair: otherPair.id,
      endedPair: endedPair.id,
      mentee: pair.mentee_id,
      mentor: pair.mentor_id,
      outsider,
      otherOrganisation: other.organisation,
      otherOrganisationPerson: other.person,
    },
  }
}

const STAFF = [
  ...['colleague', 'boss', 'coordinator', 'waiting', 'season', 'elsewhere', 'former', 'lent', 'reviewer'],
  ...['people-team', 'contact', 'deputy', 'auditor', 'owner', 'leaver'],
]

/** People of a third division, and the manager of one mentee. */
async function addStaff(run: ReturnType<typeof commandLineOf>, mentee: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-everybody-'))
  const staff = STAFF.map((name) => `${name},${name}@staff.example,Staff,Staff team,2015-01-01,`)
  const managed = `${mentee.split('@')[0]},${mentee},Finance,Finance team,2015-01-01,boss@staff.example`
  const lines = ['name,email,division,department,start_date,manager_email', ...staff, managed]
  writeFileSync(join(folder, 'staff.csv'), `${lines.join('\n')}\n`)
  await run('people', 'import', join(folder, 'staff.csv'))
}

function hatsIn(pool: pg.Pool, organisation: string) {
  return async (
    email: string,
    hat: Hat,
    more: { seasonId?: string; untilOn?: string; lentBy?: string; isDeputy?: boolean } = {},
  ) => {
    await pool.query(
      `insert into hat (organisation_id, id, person_id, season_id, hat, from_on, until_on, lent_by, is_deputy)
       select $1, $2, p.id, $3, $4, '2021-01-01', $5, (select id from person where email = $6), $7 from person p
       where p.organisation_id = $1 and p.email = $8`,
      [
        organisation,
        randomUUID(),
        more.seasonId ?? null,
        hat,
        more.untilOn ?? null,
        more.lentBy ?? null,
        more.isDeputy === true,
        email,
      ],
    )
  }
}

async function tokenOf(pool: pg.Pool, organisation: string, email: string): Promise<Caller> {
  const token = `als_${randomUUID()}`
  await pool.query(
    `insert into api_token (organisation_id, id, person_id, hash, created_at, until_at)
     select $1, $2, id, $3, now(), '2100-01-01' from person where organisation_id = $1 and email = $4`,
    [organisation, randomUUID(), hashOf(token), email],
  )
  return { headers: { authorization: `Bearer ${token}` }, formToken: null }
}

async function directoryService(pool: pg.Pool, organisation: string): Promise<Caller> {
  const token = `als_${randomUUID()}`
  await pool.query(
    `insert into directory_token (organisation_id, id, name, hash, made_at) values ($1, $2, 'test', $3, now())`,
    [organisation, randomUUID(), hashOf(token)],
  )
  return { headers: { authorization: `Bearer ${token}` }, formToken: null }
}

/** A second organisation in the same database, whose coordinator has a token. */
async function anotherOrganisation(pool: pg.Pool): Promise<{ organisation: string; person: string }> {
  const [organisation, person] = [randomUUID(), randomUUID()]
  await pool.query(
    "insert into organisation (id, name, kind, operator_person_id, created_at) values ($1, 'Theirs', 'real', $2, now())",
    [organisation, person],
  )
  await pool.query(
    "insert into person (organisation_id, id, email, name, kind, created_at) values ($1, $2, 'theirs@other.example', 'Theirs', 'directory', now())",
    [organisation, person],
  )
  await hatsIn(pool, organisation)('theirs@other.example', 'coordinator')
  await hatsIn(pool, organisation)('theirs@other.example', 'owner')
  return { organisation, person }
}
