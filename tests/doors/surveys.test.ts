import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { showResults } from '../../src/journey/results/screens.ts'
import { closeSurveys } from '../../src/journey/survey/actions/close-surveys.ts'
import { remindOfSurveys } from '../../src/journey/survey/actions/remind.ts'
import { surveysDue } from '../../src/journey/survey/screens.ts'
import { NotFound } from '../../src/runtime/errors.ts'
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
    expect(text).toContain('You may change them or take them back until')
    expect(text).toContain('after that nobody can, since nobody can find them')
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

  it('sent twice at once is sent once: sealed, no draft, no answer in the open, and nothing more to do', async () => {
    const form = [
      ['q-skills', 'asking'],
      ['q-on_track', 'yes'],
      ['q-words', SECRET],
    ] as const
    const both = await Promise.all([1, 2, 3].map(() => post('mentee of the pair', PATH, ...form)))
    expect(both.map((it) => it.location).sort()).toEqual(
      ['sent', 'sent-before', 'sent-before'].map((became) => `${PATH}?role=mentee&done=${became}`),
    )
    expect(await answers()).toEqual([])
    expect(
      await rows('select role, person_id, survey_sent::text like $1 as open from survey_sent', open(SECRET)),
    ).toEqual([{ role: 'mentee', person_id: all.ids.mentee, open: false }])
    expect(await rows("select role, person_id from survey_answered where survey = 'now'")).toEqual([
      { role: 'mentee', person_id: all.ids.mentee },
    ])
    expect(await rows('select 1 from survey_draft')).toEqual([])
    const { text } = await get('mentee of the pair')
    expect(text).toContain('Your answers are in')
    expect(text).toContain('only you can open them')
    expect(text).not.toContain(SECRET)
    expect(await surveysDue(await actAs(all, 'mentee of the pair'))).toEqual([])
  })

  it('may be changed until the close: what was sent counts until the changes are', async () => {
    const changing = ['change', 'yes'] as const
    const before = await rows('select id, sealed from survey_sent')
    const shown = (await get('mentee of the pair', `${PATH}?role=mentee&change=yes`)).text
    expect(shown).toContain(SECRET)
    expect(shown).toContain('What you sent counts until you send the changes')
    const kept = await post('mentee of the pair', `${PATH}/draft`, ['q-words', 'Other words.'], changing)
    expect(kept.location).toBe(`${PATH}?role=mentee&done=kept`)
    expect((await get('mentee of the pair')).text).toContain('have not sent the changes')
    expect(await rows('select id, sealed from survey_sent')).toEqual(before)
    const wrong = await post('mentee of the pair', PATH, ['q-goal', 'half'], changing)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Send the changes')
    const sent = await post('mentee of the pair', PATH, ['q-words', SECRET], ['q-on_track', 'no'], changing)
    expect(sent.location).toBe(`${PATH}?role=mentee&done=changed`)
    expect(await rows('select id from survey_sent')).not.toEqual([{ id: before[0].id }])
    expect(await rows('select 1 from survey_draft')).toEqual([])
  })

  it('may be taken back until the close, and is then as if nothing had been sent', async () => {
    const name = 'mentor of the pair'
    expect((await post(name, `${PATH}/back`)).location).toBe(`${PATH}?role=mentor&done=taken-back`)
    await post(name, PATH, ['q-on_track', 'no'])
    await post(name, `${PATH}/draft`, ['q-on_track', 'yes'], ['change', 'yes'])
    const { text } = await get(name)
    expect(text).toContain('Take my answers back')
    expect((await post(name, `${PATH}/back`)).status).toBe(303)
    for (const table of ['survey_sent', 'survey_draft', 'survey_answered'])
      expect(
        await rows(`select 1 from ${table} where person_id = $1 and survey = 'now'`, all.ids.mentor),
        table,
      ).toEqual([])
    expect((await get(name)).text).toContain('6 questions')
    expect(await surveysDue(await actAs(all, name))).toHaveLength(1)
    for (const outsider of ['coordinator', 'colleague'] as const)
      expect((await post(outsider, `${PATH}/back`)).status, outsider).toBe(404)
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

  it('before it opens it says when, and while it is open nothing of it is closed', async () => {
    const { closed } = await closeSurveys(await program())
    expect(closed).toBe(0)
    await openSurvey(all, { opens: 3, closes: 9 })
    expect((await get('coordinator in another pair')).text).toContain('How it goes: opens on')
  })

  it('closes as one: all answers are laid down together, without person, time or order, and the key is gone', async () => {
    await openSurvey(all, { opens: -9, closes: -2 })
    await post('mentor of the pair', `${PATH}/draft`, ['q-on_track', 'yes'])
    const [sealed] = await rows('select id, sealed, intake_id from survey_sent where person_id = $1', all.ids.mentee)
    const who = await rows("select role, person_id from survey_answered where survey = 'now' order by 1, 2")
    // Between the last day and the close nothing counts yet.
    expect(await shownAnswers()).toEqual([])
    const house = await program()
    expect(await Promise.all([closeSurveys(house), closeSurveys(house)])).toContainEqual({ closed: 1 })
    const laid = await answers()
    const words = laid.filter((it) => it.question === 'words').map((it) => it.values)
    expect(words.filter((it) => it.length > 0)).toEqual([[SECRET]])
    expect(laid).toHaveLength(6 * who.length)
    for (const { id } of laid) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(await rows("select distinct xmin::text from survey_answer where survey = 'now'")).toHaveLength(1)
    expect(await rows("select role, person_id from survey_answered where survey = 'now' order by 1, 2")).toEqual(who)
    for (const table of ['survey_sent', 'survey_draft']) expect(await rows(`select 1 from ${table}`), table).toEqual([])
    expect(await rows("select key_destroyed from survey_closing where survey = 'now'")).toEqual([
      { key_destroyed: true },
    ])
    const intake = { organisationId: all.ids.organisation, kind: 'survey', id: sealed.intake_id } as const
    const place = { table: 'survey_sent', column: 'sealed', row: sealed.id }
    await expect(all.installation.keyring.open(intake, place, sealed.sealed)).rejects.toBeInstanceOf(NotFound)
    expect(await shownAnswers()).toEqual([
      ['mentee', 2],
      ['mentor', 1],
    ])
    expect(await closeSurveys(house)).toEqual({ closed: 0 })
  })

  it('after the close nothing can be sent, changed or taken back, also if the file names a later day', async () => {
    for (const closes of [-2, 5]) {
      await openSurvey(all, { opens: -9, closes })
      expect((await get('mentee of the pair')).text).toContain('cannot be changed or taken back')
      expect((await get('coordinator in another pair')).text).toContain('This survey has closed')
      for (const [path, ...form] of [
        [PATH, ['q-on_track', 'no']],
        [`${PATH}/draft`, ['q-on_track', 'no']],
        [`${PATH}/back`],
      ] as const)
        for (const name of ['coordinator in another pair', 'mentee of the pair'] as const)
          expect((await post(name, path, ...form, ['change', 'yes'])).status, `${name} ${path}`).toBe(409)
    }
    expect(await rows('select 1 from survey_sent')).toEqual([])
  })

  it('a row that somebody changed stops the close of its own survey and nothing else, and is said aloud', async () => {
    await openSurvey(all, { opens: -9, closes: -2 })
    await rows("delete from survey_closing where survey = 'now'")
    await rows(
      `insert into survey_sent (organisation_id, id, season_id, survey, role, person_id, intake_id, sealed)
       values ($1, $2, $3, 'now', 'mentee', $4, $5, 'x')`,
      all.ids.organisation,
      randomUUID(),
      all.ids.season,
      all.ids.mentee,
      randomUUID(),
    )
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await closeSurveys(await program())).toEqual({ closed: 0 })
    expect(said.mock.calls.join()).toContain('The survey "now" could not be closed')
    said.mockRestore()
    expect(await rows('select 1 from survey_sent')).toHaveLength(1)
    await rows('delete from survey_sent')
    await rows(
      "insert into survey_closing (organisation_id, season_id, survey, intake_id, closed_on) values ($1, $2, 'now', $3, '2021-07-20')",
      all.ids.organisation,
      all.ids.season,
      randomUUID(),
    )
  })

  it('a close that was cut off before the key was destroyed is finished', async () => {
    await rows('update survey_closing set key_destroyed = false')
    await closeSurveys(await program())
    expect(await rows('select distinct key_destroyed from survey_closing')).toEqual([{ key_destroyed: true }])
  })

  it('what was sealed with a key that is gone, as after a restore of older data, is lost and stops nothing', async () => {
    await openSurvey(all, { opens: -9, closes: -2 })
    const [{ intake_id }] = await rows("select intake_id from survey_closing where survey = 'now'")
    await rows(
      `insert into survey_sent (organisation_id, id, season_id, survey, role, person_id, intake_id, sealed)
       values ($1, $2, $3, 'now', 'mentee', $4, $5, $6)`,
      all.ids.organisation,
      randomUUID(),
      all.ids.season,
      all.ids.mentee,
      intake_id,
      Buffer.concat([Buffer.from([1, 0, 0, 0, 1]), Buffer.alloc(64)]),
    )
    const before = await answers()
    expect(await closeSurveys(await program())).toEqual({ closed: 1 })
    expect(await answers()).toHaveLength(before.length)
    expect(await rows('select 1 from survey_sent')).toEqual([])
  })

  async function program() {
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no house')
    return asProgram(house, 'test')
  }

  /** How many have answered, by role, as the results say. */
  async function shownAnswers() {
    const { results } = await showResults(await actAs(all, 'coordinator'), { season: 'women-2021' })
    return results.surveys.filter((it) => it.survey === 'now').map((it) => [it.role, it.answers])
  }
})

const open = (text: string) => `%${Buffer.from(text).toString('hex').slice(0, 20)}%`
