import { beforeAll, describe, expect, it } from 'vitest'
import { remindOfSurveys } from '../../src/journey/survey/actions/remind.ts'
import { surveysDue } from '../../src/journey/survey/screens.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { actAs } from '../make/acting.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { openSurvey } from '../make/open-survey.ts'

const PATH = '/seasons/women-2021/surveys/now'
const SECRET = 'Words that nobody may find by name.'

describe('a survey, at the door', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    await openSurvey(all)
    site = makeSite(all.installation)
  })

  const ask = async (name: CallerName, method: string, path: string, form?: readonly (readonly [string, string])[]) => {
    const { headers, formToken } = all.callers[name]
    const fields = [...(form ?? []), ...(formToken ? [['token', formToken] as const] : [])]
    const body = form ? new URLSearchParams(fields.map(([key, value]) => [key, value])) : undefined
    const answer = await site.request(path, { method, headers: { ...headers, origin: 'http://localhost' }, body })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const get = (name: CallerName, path = PATH) => ask(name, 'GET', path)
  const post = (name: CallerName, path: string, ...form: (readonly [string, string])[]) => ask(name, 'POST', path, form)
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const answers = () => rows('select question, "values", id from survey_answer where survey = \'now\'')

  it('says what it takes and who sees what, before anybody answers', async () => {
    const { status, text } = await get('mentee of the pair')
    expect(status).toBe(200)
    for (const says of [
      '6 questions, about 3 minutes',
      'Nobody reads your answers by name',
      'Confidential, not anonymous',
    ])
      expect(text).toContain(says)
    expect(text).toContain('at least 5 people')
    expect(text).toContain('cannot be changed or taken back')
  })

  it('is not there for whoever is not invited, in the same words as one that does not exist', async () => {
    const nowhere = await get('coordinator', '/seasons/women-2021/surveys/none')
    expect(nowhere.status).toBe(404)
    for (const name of ['coordinator', 'colleague', 'owner', 'mentee of an ended pair'] as const) {
      expect((await get(name)).status, name).toBe(404)
      expect((await post(name, PATH, ['q-on_track', 'yes'])).status, name).toBe(404)
      expect((await post(name, `${PATH}/draft`, ['q-on_track', 'yes'])).status, name).toBe(404)
    }
    expect((await get('coordinator')).text).toBe(nowhere.text)
    expect((await get('mentee of the pair', `${PATH}?role=mentor`)).status).toBe(404)
  })

  it('keeps a draft, sealed, and gives it back on any device', async () => {
    const draft = [
      ['q-words', SECRET],
      ['q-skills', 'asking'],
      ['q-skills', 'listening'],
      ['q-goal', 'half'],
    ] as const
    expect((await post('mentee of the pair', `${PATH}/draft`, ...draft)).location).toBe(`${PATH}?role=mentee&done=kept`)
    expect((await post('mentee of the pair', `${PATH}/draft`, ...draft, ['quiet', 'yes'])).status).toBe(204)
    const { text } = await get('mentee of the pair')
    expect(text).toContain(SECRET)
    expect(text).toContain('value="half"')
    expect(text.match(/checked/g)?.length).toBe(4)
    const kept = await rows('select sealed, intake_id, survey_draft::text as it from survey_draft')
    expect(kept).toHaveLength(1)
    expect(kept[0].it).not.toContain(Buffer.from(SECRET).toString('hex').slice(0, 20))
    expect((await get('mentor of the pair')).text).not.toContain(SECRET)
    expect(await surveysDue(await actAs(all, 'mentee of the pair'))).toMatchObject([
      { survey: 'now', role: 'mentee', minutes: 3, isBegun: true, path: `${PATH}?role=mentee` },
    ])
    const moved = kept[0].sealed
    await post('mentor of the pair', `${PATH}/draft`, ['q-on_track', 'yes'])
    await rows('update survey_draft set sealed = $1 where person_id = $2', moved, all.ids.mentor)
    expect((await get('mentor of the pair')).status).toBe(500)
    await rows('delete from survey_draft where person_id = $1', all.ids.mentor)
  })

  it('gives back what cannot be used, with the question named', async () => {
    const wrong = await post('mentee of the pair', PATH, ['q-goal', 'half'], ['q-words', SECRET])
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#q-goal"')
    expect(wrong.text).toContain('Enter a whole number from 0 to 100')
    expect(wrong.text).toContain(SECRET)
    const nothing = await post('mentee of the pair', PATH, ['q-goal', ' '])
    expect(nothing.text).toContain('Answer at least one question')
    expect(await answers()).toEqual([])
    const long = await post('mentee of the pair', `${PATH}/draft`, ['q-words', 'x'.repeat(5001)])
    expect(long.status).toBe(422)
  })

  it('sent twice at once is sent once: the rows of an import, no draft, and nothing more to do', async () => {
    const form = [
      ['q-skills', 'asking'],
      ['q-on_track', 'yes'],
      ['q-words', SECRET],
    ] as const
    const both = await Promise.all([1, 2, 3].map(() => post('mentee of the pair', PATH, ...form)))
    expect(both.map((it) => it.location).sort()).toEqual(
      ['sent', 'sent-before', 'sent-before'].map((became) => `${PATH}?role=mentee&done=${became}`),
    )
    const sent = await answers()
    expect(Object.fromEntries(sent.map((it) => [it.question, it.values]))).toEqual({
      skills: ['asking'],
      on_track: ['yes'],
      fit: [],
      recommend: [],
      goal: [],
      words: [SECRET],
    })
    for (const { id } of sent) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(await rows("select role, person_id from survey_answered where survey = 'now'")).toEqual([
      { role: 'mentee', person_id: all.ids.mentee },
    ])
    expect(await rows('select 1 from survey_draft')).toEqual([])
    const { text } = await get('mentee of the pair')
    expect(text).toContain('Your answers are in')
    expect(text).not.toContain(SECRET)
    expect(await surveysDue(await actAs(all, 'mentee of the pair'))).toEqual([])
  })

  it('a draft that was on its way when the answers were sent is refused, whichever comes first', async () => {
    expect((await post('mentee of the pair', `${PATH}/draft`, ['q-words', SECRET])).status).toBe(409)
    const name = 'mentee of another pair'
    const tries = Array.from({ length: 6 }, () => post(name, `${PATH}/draft`, ['q-words', 'draft'], ['quiet', 'yes']))
    const [sent, ...drafts] = await Promise.all([post(name, PATH, ['q-on_track', 'no']), ...tries])
    expect(sent?.status).toBe(303)
    for (const it of drafts) expect([204, 409]).toContain(it.status)
    expect(await rows('select 1 from survey_draft')).toEqual([])
  })

  it('no trace in the database joins an answer to whoever sent it, once another has answered', async () => {
    const joined = await rows(
      `select a.question from survey_answer a join survey_answered w on w.xmin = a.xmin and w.role = a.role
       where a.survey = 'now' and w.person_id = $1`,
      all.ids.mentee,
    )
    expect(joined).toEqual([])
    const laid = await rows(
      "select distinct xmin::text as it from survey_answer where survey = 'now' and role = 'mentee'",
    )
    expect(laid).toHaveLength(1)
  })

  it('nobody’s audit pages say who answered', async () => {
    for (const name of ['owner', 'auditor'] as const)
      expect((await get(name, '/upkeep/audit?what=survey')).text).not.toMatch(/survey\.(send|keep|read)/)
  })

  it('reminders are written once, to those who have not answered, and stop', async () => {
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no house')
    const program = asProgram(house, 'test')
    await rows("update season set loaded_on = '2021-05-01'")
    await Promise.all([remindOfSurveys(program), remindOfSurveys(program)])
    const letters = await rows("select person_id, kind, about, body from outbox_message where kind like 'survey%'")
    expect(letters.length).toBeGreaterThan(3)
    expect(letters.map((it) => it.person_id)).not.toContain(all.ids.mentee)
    expect(new Set(letters.map((it) => it.kind))).toEqual(new Set(['survey-opens']))
    expect(letters[0].body).toContain(`${PATH}?role=`)
    expect(letters.filter((it) => it.person_id === all.ids.mentor)).toHaveLength(1)
    expect(await remindOfSurveys(program)).toEqual({ written: 0 })
    await openSurvey(all, { opens: -8, closes: 2 })
    await post('mentor of the pair', PATH, ['q-on_track', 'yes'])
    const { written } = await remindOfSurveys(program)
    expect(written).toBe(letters.length - 1)
  })

  it('before it opens it says when, and after the close that nothing can be sent any more', async () => {
    await openSurvey(all, { opens: 3, closes: 9 })
    expect((await get('mentee of another pair')).text).toContain('How it goes: opens on')
    await openSurvey(all, { opens: -9, closes: -2 })
    const { rows: people } = await all.installation.pool.query("select 1 from survey_answered where survey = 'now'")
    expect((await get('coordinator in another pair')).text).toContain('This survey has closed')
    expect((await post('coordinator in another pair', PATH, ['q-on_track', 'no'])).status).toBe(409)
    expect(await rows("select 1 from survey_answered where survey = 'now'")).toHaveLength(people.length)
  })
})
