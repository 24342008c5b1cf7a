import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { API_OPERATIONS } from '../../src/api/operations.ts'
import { PROBLEMS } from '../../src/api/shapes/problems.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'
import { report } from '../make/returned-mail.ts'
import { playSmallSeason } from '../make/small-season.ts'

const SEASON = 'women-2021'
const FILE = readFileSync(`programs/${SEASON}.yaml`, 'utf8')
const LETTER = '8d1b4f6e-63a4-4d53-9d3b-0b7f6f0f3a11'
const APPLICATION =
  'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity'

const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['query', 'path']),
  required: z.boolean(),
  description: z.string().min(1),
  schema: z.looseObject({ type: z.enum(['string', 'integer', 'boolean']) }),
})
const ref = z.strictObject({ $ref: z.string().regex(/^#\/components\/(schemas|responses)\/\w+$/) })
const response = z.strictObject({
  description: z.string().min(1),
  content: z.strictObject({ 'application/json': z.strictObject({ schema: ref }) }),
})
const describedOperation = z.strictObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string().min(1),
  security: z.array(z.strictObject({ token: z.array(z.string()) })),
  parameters: z.array(parameter),
  requestBody: z
    .strictObject({
      required: z.literal(true),
      description: z.string().min(1),
      content: z.record(z.string(), z.strictObject({ schema: z.strictObject({ type: z.literal('string') }) })),
    })
    .optional(),
  responses: z.record(z.string().regex(/^[245]\d\d$/), z.union([response, ref])),
})
/** The parts of the OpenAPI 3.1 specification we use, and nothing beside them. */
const document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  components: z.strictObject({
    securitySchemes: z.strictObject({
      token: z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer') }),
    }),
    schemas: z.record(z.string().regex(/^\w+$/), z.looseObject({ title: z.string() })),
    responses: z.record(z.string().regex(/^\w+$/), response),
  }),
  paths: z.record(
    z.string().regex(/^\/api\/v1\//),
    z.strictObject({ get: describedOperation.optional(), post: describedOperation.optional() }),
  ),
})
type Document = z.infer<typeof document>

function inThirtyDays(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
}

/** What a season without shortlists refuses; `shortlists.test.ts` holds what they answer where there are some. */
const REFUSED_HERE: Readonly<Record<string, string>> = {
  'match.makeShortlists': 'no-shortlists',
  'match.sendShortlists': 'no-shortlists',
}

/** How each operation is asked once, after a small season was played: its query, and its file if it takes one. */
const ASKED: Readonly<Record<string, { query?: Record<string, string>; file?: string }>> = {
  'office.seeHats': {},
  'office.takeBounce': { file: report() },
  'office.seeImports': {},
  'office.undoImport': {},
  'people.importPeople': {
    file: 'name,email,manager_id,division,start_date\nNew,new@example.com,nobody@example.com,Legal,2015-01-01\nNew,new@example.com,,,\n',
  },
  'people.previewPeople': {
    file: 'name,email,manager_id\nNew,new@example.com,nobody@example.com\nOdd,odd,\n',
    query: { whole: 'false' },
  },
  'people.importHolidays': { file: 'calendar,date,name\nDublin,2021-12-25,Christmas\nDublin,25/12/2021,Again\n' },
  'people.leave': { query: { person: 'new@example.com' } },
  'people.returnPerson': { query: { person: 'new@example.com' } },
  'people.seePairsLeftAlone': {},
  'people.seeDirectory': { query: { search: 'mentee', presence: 'all', page: '1' } },
  'design.loadProgram': { file: FILE },
  'design.checkProgram': { file: FILE },
  'design.compareProgram': { file: FILE },
  'design.showProgram': {},
  'design.startDraft': { query: { from: 'running', of: SEASON } },
  'design.seeDrafts': {},
  'design.seeDraft': {},
  'design.saveDraft': { file: FILE.replace('lede: ', 'lede: Now, '), query: { seen: '1' } },
  'design.putDraftAside': { query: { back: 'true' } },
  'design.publishDraft': { query: { seen: '2', because: 'We say it in other words.' } },
  'design.seeVersions': {},
  'gather.seeEvents': {},
  'gather.saveEvent': {
    file: JSON.stringify({
      key: 'circle',
      name: 'Circle',
      when: { toBeDecided: true },
      minutes: 30,
      sessions: [{ key: '1' }],
    }),
  },
  'gather.removeEvent': { query: { event: 'circle', because: 'Nobody has the time.' } },
  'gather.callOffEvent': { query: { event: 'celebration', because: 'Nobody has the time.' } },
  'gather.holdAfterAll': { query: { event: 'celebration', because: 'Somebody has the time.' } },
  'gather.planTimes': { query: { event: 'kickoff', from: '2021-07-07', until: '2021-07-08', sessions: '1' } },
  'gather.seeSignUps': { query: { event: 'kickoff' } },
  'gather.markAttendance': { query: { event: 'kickoff', session: '1' } },
  'desk.seeGroup': { query: { to: 'pairs', who: 'mentors' } },
  'desk.writeToGroup': {
    file: 'Please look at your training.',
    query: { to: 'pairs', who: 'mentors', subject: 'Your training', letter: LETTER },
  },
  'desk.testGroupLetter': { file: 'Please look at your training.', query: { to: 'pairs', subject: 'Your training' } },
  'desk.seeWritten': {},
  'desk.takeBackLetters': { query: { letter: LETTER } },
  'apply.importApplications': {
    file: `${APPLICATION},extra\n2021-06-20T10:00:00Z,new@example.com,mentee,yes,yes,yes,yes,yes,coaching,1,\n5/6/2021,new@example.com,mentr,,,,,,,-1,\n`,
  },
  'review.clearApplications': { file: 'email\n', query: { on: '2021-06-28' } },
  'review.importReviews': {
    file: 'email,role,reviewer,track,performance\nmentee1@example.com,mentee,rev@example.com,4,5\nnew@example.com,mentee,rev@example.com,4,5\n',
  },
  'review.assignReviewers': { query: { each: '1' } },
  'review.decideByHand': { query: { email: 'mentee1@example.com', role: 'mentee', outcome: 'reserve' } },
  'review.decideApplications': { query: { late: 'false', on: '2021-06-28' } },
  'match.makeShortlists': {},
  'match.seeShortlists': {},
  'match.sendShortlists': {},
  'match.proposeMatch': { query: { on: '2021-07-01' } },
  'match.showMatch': {},
  'match.checkReadiness': { query: { on: '2021-07-01' } },
  'match.listRuns': {},
  'match.followRun': {},
  'match.priceRule': {
    query: { kind: 'forbid', mentee: 'new@example.com', mentor: 'mentor9@example.com', on: '2021-07-01' },
  },
  'match.setRule': {
    query: { kind: 'forbid', mentee: 'new@example.com', mentor: 'mentor8@example.com', on: '2021-07-01' },
  },
  'match.seeRules': {},
  'match.liftRule': { query: { on: '2021-07-01' } },
  'match.publishMatch': { query: { on: '2021-07-01' } },
  'announce.readDrafts': {},
  'announce.planRelease': { query: { day: inThirtyDays(), time: '09:00' } },
  'announce.withdrawRelease': {},
  'announce.seeProgress': {},
  'announce.sendAgain': {},
  'announce.releaseDecisions': { query: { send: 'false' } },
  'learn.importTraining': { file: 'email,course\nmentee1@example.com,course\nmentee1@example.com,nothing\n' },
  'gather.importAttendance': {
    file: 'event,session,who\nkickoff,1,mentee1@example.com\nkickoff,9,mentee2@example.com\nparty,1,mentee2@example.com\n',
    query: { 'map.email': 'who' },
  },
  'meet.importMeetings': {
    file: 'mentee_email,held_on,confirmed_by\nmentee1@example.com,22/07/2021,both\nmentee1@example.com,23/07/2021,bot\n',
    query: { dates: 'dmy', strict: 'false' },
  },
  'meet.logMeeting': {
    query: { mentee: 'mentee2@example.com', on: '2021-08-01', minutes: '45', confirmed: 'mentee' },
  },
  'meet.endPair': { query: { mentee: 'mentee3@example.com', on: '2021-09-01' } },
  'meet.seekAgain': { query: { mentee: 'mentee3@example.com', who: 'mentee', on: '2021-09-02' } },
  'meet.suggestExtension': { query: { mentee: 'mentee4@example.com', until: '2022-01-31', on: '2021-09-01' } },
  'meet.pausePair': { query: { mentee: 'mentee4@example.com', on: '2021-08-01', until: '2021-08-20' } },
  'meet.excusePair': { query: { mentee: 'mentee5@example.com', on: '2021-08-01' } },
  'meet.seeQuietPairs': { query: { on: '2021-08-12' } },
  'survey.importAnswers': {
    query: { survey: 'end', role: 'mentee' },
    file: `email,skills,will_keep_meeting\n${[1, 2, 3, 4, 5, 6].map((at) => `mentee${at}@example.com,,${at === 1 ? 'no' : 'yes'}`).join('\n')}\nnew@example.com,,yes\n`,
  },
  'survey.seeParaphrases': {},
  'results.compareSeasons': { query: { at: 'same', on: '2021-12-01' } },
  'results.seeParticipation': {},
  'results.showResults': { query: { on: '2021-12-01' } },
  'upkeep.verifyAudit': {},
  'upkeep.seeDoctor': {},
  'results.makeLink': {},
  'results.attackResults': {},
  'results.freezeResults': {},
  'results.recordDecision': { query: { decision: 'continue', reasons: 'It works.' } },
  'results.writeSummary': { query: { survey: 'end', words: 'Most would do it again.' } },
}

describe('the description of the API tells the whole truth', () => {
  let site: ReturnType<typeof makeSite>
  let token = ''
  let told: Document
  const answered = new Map<string, unknown>()

  beforeAll(async () => {
    const pool = await freshDatabase()
    const run = commandLine(pool)
    await playSmallSeason(run, `programs/${SEASON}.yaml`, { mentors: 9, mentees: 8, quietPairs: 1 })
    await pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on)
        select organisation_id, gen_random_uuid(), id, 'reviewer', '2021-01-01' from person where email = 'mentor1@example.com'`,
    )
    await pool.query(
      `insert into quote (organisation_id, id, season_id, person_id, role, text, signed, version, changed_at)
        select p.organisation_id, gen_random_uuid(), s.id, p.id, 'mentee', 'It helped.', 'name', 1, now()
        from person p cross join season s where p.email = 'mentee1@example.com'`,
    )
    token = JSON.parse((await run('office', 'token', '--json'))[0] ?? '').token
    site = makeSite(await freshInstallation({}, pool))
    told = document.parse(await (await site.request('/api/v1/openapi.json')).json())
  })

  function ask(action: string, more: Readonly<Record<string, string>> = {}) {
    const [path = '', verbs] = Object.entries(told.paths).find(([, it]) => idOf(it) === action) ?? []
    const { query, file } = ASKED[action] ?? {}
    const url = `${path.replace('{key}', SEASON)}?${new URLSearchParams({ ...query, ...more })}`
    const isPublic = (verbs?.get ?? verbs?.post)?.security.length === 0
    const headers: HeadersInit = isPublic ? {} : { authorization: `Bearer ${token}` }
    return site.request(url, { method: verbs?.get ? 'GET' : 'POST', body: file, headers })
  }

  /** What an operation is asked with that an answer said before: the rule that was set, the draft that was begun. */
  async function dependsOn(action: string): Promise<Readonly<Record<string, string>>> {
    if (action === 'match.liftRule') return { change: said('match.setRule', 'change') }
    if (action === 'office.undoImport') return { import: said('office.seeImports', 'imports', 0, 'id') }
    if (action === 'desk.writeToGroup') return { seen: said('desk.seeGroup', 'seen') }
    if (action === 'gather.markAttendance') return { people: said('gather.seeSignUps', 'people', 0, 'id') }
    if (['gather.removeEvent', 'gather.callOffEvent', 'gather.holdAfterAll'].includes(action)) {
      const { events } = await (await ask('gather.seeEvents')).json()
      const key = ASKED[action]?.query?.event
      return { seen: events.find((it: { event: { key: string } }) => it.event.key === key).seen }
    }
    if (!['design.seeDraft', 'design.saveDraft', 'design.putDraftAside', 'design.publishDraft'].includes(action))
      return {}
    const draft = said('design.startDraft', 'draft')
    return action === 'design.publishDraft' ? { draft, 'in-force': said('design.seeDraft', 'inForce') } : { draft }
  }

  /** A text of an answer, by the steps that lead to it. */
  function said(action: string, ...steps: readonly (string | number)[]): string {
    const at = (value: unknown, step: string | number) =>
      (value as Record<string | number, unknown> | undefined)?.[step]
    return String(steps.reduce(at, answered.get(action)))
  }

  it('it is OpenAPI 3.1, and all it points at is there', () => {
    const known = [
      ...Object.keys(told.components.schemas).map((name) => `#/components/schemas/${name}`),
      ...Object.keys(told.components.responses).map((name) => `#/components/responses/${name}`),
    ]
    const pointed = [...JSON.stringify(told).matchAll(/"\$ref":"([^"]+)"/g)].map(([, at]) => at)
    expect(pointed.filter((at) => !known.includes(at ?? ''))).toEqual([])
    expect(known.filter((at) => !pointed.includes(at))).toEqual([])
    for (const [path, verbs] of Object.entries(told.paths)) {
      expect(Object.keys(verbs)).toHaveLength(1)
      const { parameters = [] } = verbs.get ?? verbs.post ?? {}
      expect(parameters.filter((it) => it.in === 'path').map((it) => `{${it.name}}`)).toEqual(
        path.match(/\{\w+\}/g) ?? [],
      )
      expect(new Set(parameters.map((it) => it.name)).size).toBe(parameters.length)
    }
  })

  it('every operation a token can do is in it and none else', () => {
    const described = Object.values(told.paths).map(idOf)
    expect([...described].sort()).toEqual(API_OPERATIONS.map((it) => it.action).sort())
    expect(Object.keys(ASKED).sort()).toEqual([...described].sort())
  })

  it('only the public program page needs no token', async () => {
    const open = Object.entries(told.paths).filter(([, it]) => (it.get ?? it.post)?.security.length === 0)
    expect(open.map(([path]) => path)).toEqual(['/api/v1/public/seasons/{key}'])
    for (const [path, verbs] of Object.entries(told.paths)) {
      const answer = await site.request(path.replace('{key}', SEASON), { method: verbs.get ? 'GET' : 'POST' })
      expect([path, answer.status]).toEqual([path, path.includes('{key}') ? 200 : 404])
    }
  })

  for (const operation of API_OPERATIONS)
    it(`${operation.action} answers what it declares, no key more and no key less`, async () => {
      const answer = await ask(operation.action, await dependsOn(operation.action))
      const body = await answer.json()
      // The databases of tests do not write to the disk, and the doctor says so: a promise is broken here.
      if (operation.action in REFUSED_HERE) return expect(body).toMatchObject({ code: REFUSED_HERE[operation.action] })
      if (operation.action === 'upkeep.seeDoctor') return expect(body).toMatchObject({ code: 'promise-broken' })
      expect([answer.status, answer.status === 200 ? null : body]).toEqual([200, null])
      answered.set(operation.action, body)
      expect(operation.result.safeParse(body).error?.issues ?? []).toEqual([])
      expect(faultsOf(told, operation.result.meta()?.title ?? '', body)).toEqual([])
    })

  it('none of the lists in these answers was empty, so every key was looked at', () => {
    const lists: readonly (readonly [action: string, ...lists: readonly string[]])[] = [
      ['people.importPeople', 'rejected', 'notes'],
      ['people.previewPeople', 'people', 'rejected', 'notes'],
      ['people.importHolidays', 'rejected'],
      ['office.seeImports', 'imports'],
      ['apply.importApplications', 'rejected', 'extraColumns', 'absentColumns'],
      ['match.proposeMatch', 'pairs'],
      ['match.listRuns', 'runs'],
      ['match.seeRules', 'rules'],
      ['match.priceRule', 'pairs'],
      ['design.seeDrafts', 'drafts'],
      ['design.seeDraft', 'changes'],
      ['design.seeVersions', 'versions'],
      ['gather.seeEvents', 'events'],
      ['gather.planTimes', 'times', 'instead'],
      ['gather.seeSignUps', 'people'],
      ['desk.seeGroup', 'people'],
      ['desk.seeWritten', 'letters'],
      ['announce.readDrafts', 'drafts'],
      ['survey.seeParaphrases', 'questions'],
      ['results.compareSeasons', 'rows', 'seasons'],
      ['results.seeParticipation', 'timeline', 'events', 'measures', 'commonQuestions'],
      ['results.showResults', 'attendance', 'strips', 'surveys'],
    ]
    for (const [action, ...names] of lists)
      for (const name of names) expect(answered.get(action)).toHaveProperty([name, 0])
  })

  it('each problem has the body it declares', async () => {
    const problems = {
      404: await ask('meet.endPair', { mentee: 'nobody@example.com' }),
      409: await ask('meet.logMeeting', { on: '2199-01-01' }),
      422: await ask('survey.importAnswers', { role: 'guest' }),
    }
    for (const [status, answer] of Object.entries(problems)) {
      const { shape } = PROBLEMS.find((it) => String(it.status) === status) ?? {}
      expect(String(answer.status)).toBe(status)
      expect(faultsOf(told, shape?.meta()?.title ?? '', await answer.json())).toEqual([])
    }
  })

  it('a value outside a declared choice, a day that is none and a half-said switch are 422 and name their parameter', async () => {
    const wrong: readonly (readonly [action: string, name: string, value: string])[] = [
      ['meet.logMeeting', 'confirmed', 'denied'],
      ['meet.logMeeting', 'minutes', '-1'],
      ['meet.pausePair', 'until', 'soon'],
      ['meet.importMeetings', 'dates', 'ymd'],
      ['meet.importMeetings', 'strict', 'yes'],
      ['results.showResults', 'on', '2021-02-30'],
    ]
    for (const [action, name, value] of wrong) {
      const answer = await ask(action, { [name]: value })
      expect([name, answer.status]).toEqual([name, 422])
      expect((await answer.json()).fields[0].place).toBe(name)
    }
  })

  it('the public program page as data keeps the rules of the match, the requirements and the surveys inside', async () => {
    const body = await (await ask('results.seeParticipation')).json()
    expect(body).toMatchObject({ key: SEASON, participation: { pairs: 9 } })
    expect(JSON.stringify(body)).not.toMatch(/"(matching|seed|considerations|surveys|requirements|retention|messages)"/)
  })

  it('a sheet is described with its columns', () => {
    const { requestBody } = told.paths['/api/v1/meet/import']?.post ?? {}
    expect(requestBody?.description).toContain('`mentee_email` (required): an e-mail address')
    expect(requestBody?.description).toContain('`minutes` (optional): a whole number from 0 to 1440')
  })
})

function idOf(it: Document['paths'][string]): string | undefined {
  return (it.get ?? it.post)?.operationId
}

/** What a JSON Schema of the description finds wrong with a body; the description itself is read, not our own schemas. */
function faultsOf(told: Document, title: string, body: unknown): readonly unknown[] {
  const schema = told.components.schemas[title]
  if (!schema) return [`no schema ${title}`]
  return z.fromJSONSchema(schema).safeParse(body).error?.issues ?? []
}
