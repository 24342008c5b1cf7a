import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseCommand } from '../../src/cli/parse-command.ts'
import { publishQuote } from '../../src/journey/survey/actions/quotes.ts'
import { paraphrase } from '../../src/journey/survey/actions/words.ts'
import type { Survey } from '../../src/model/surveys.ts'
import { makeSite } from '../../src/web/site.tsx'
import { actAs, operatorAs } from '../make/acting.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const WORDS = '/seasons/women-2021/words'
const QUOTE = '/seasons/women-2021/quote'
const RESULTS = '/seasons/women-2021/results'

describe('what people say in their own words', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  const ask = async (name: CallerName, method: string, path: string, form?: Readonly<Record<string, string>>) => {
    const { headers, formToken } = all.callers[name]
    const fields = { ...form, ...(formToken ? { token: formToken } : {}) }
    const body = form ? new URLSearchParams(fields) : undefined
    const answer = await site.request(path, { method, headers: { ...headers, origin: 'http://localhost' }, body })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const get = (name: CallerName, path: string) => ask(name, 'GET', path)
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const setWords = (words: Survey['words'] | null, audience: string) =>
    rows(
      `update season set program = jsonb_set(jsonb_set(program, '{surveys,pre,words}', $1), '{results}', $2) where id = $3`,
      JSON.stringify(words),
      JSON.stringify({ audience }),
      all.ids.season,
    )
  const write = (text: string) =>
    rows(
      `insert into survey_answer (organisation_id, id, season_id, survey, role, question, "values")
       values ($1, $2, $3, 'pre', 'mentee', 'hope', array[$4])`,
      all.ids.organisation,
      randomUUID(),
      all.ids.season,
      text,
    )
  const sayAgain = (name: CallerName, text: string, version: number, more: Record<string, string> = {}) =>
    ask(name, 'POST', WORDS, { survey: 'pre', role: 'mentee', question: 'hope', text, version: `${version}`, ...more })

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
    await rows("delete from survey_answer where survey = 'pre'")
    await rows("update season set program = program #- '{surveys,pre,words}'")
    for (let at = 1; at <= 9; at += 1) await write(`Hope number ${at}.`)
  })

  it('nine people’s words are read by nobody, ten people’s by the coordinator alone', async () => {
    expect((await get('coordinator', WORDS)).text).toContain('Fewer than ten people wrote something')
    expect((await get('coordinator', WORDS)).text).not.toContain('Hope number')
    await write('Hope number 10.')
    const { text } = await get('coordinator', WORDS)
    expect(text).toContain('Hope number 7.')
    expect(text).toContain('Only coordinators of this season read this')
    for (const name of ['owner', 'mentee of the pair', 'colleague', 'auditor'] as const)
      expect((await get(name, WORDS)).status, name).toBe(404)
    expect((await get('named contact', WORDS)).text).not.toContain('Hope number')
    expect((await get('coordinator', RESULTS)).text).not.toContain('Hope number')
  })

  it('many answers are read fifty at a time, one question by its address, and nothing is read twice', async () => {
    for (let at = 11; at <= 120; at += 1) await write(`Hope number ${at}.`)
    const OF = 'of=pre%2Fmentee%2Fhope'
    const read = async (path: string) => (await get('coordinator', path)).text
    const all = await read(WORDS)
    expect(all).toContain('120 answers')
    expect(all.match(/Hope number/g)).toHaveLength(50)
    expect(all).toContain(`${WORDS}?${OF}`)
    const pages = await Promise.all([1, 2, 3].map((page) => read(`${WORDS}?${OF}&page=${page}`)))
    const words = pages.flatMap((it) => it.match(/Hope number \d+/g) ?? [])
    expect(pages.map((it) => it.match(/Hope number/g)?.length)).toEqual([50, 50, 20])
    expect(new Set(words).size).toBe(120)
    expect(pages[1]).toContain('Page 2 of 3')
    // A page that is not there is the last one, and a question nobody asked is all of them.
    expect(await read(`${WORDS}?${OF}&page=9`)).toContain('Page 3 of 3')
    expect(await read(`${WORDS}?of=pre%2Fmentee%2Fnothing`)).toContain('120 answers')
    for (const name of ['owner', 'mentee of the pair', 'token of a coordinator'] as const)
      expect((await get(name, `${WORDS}?${OF}`)).text, name).not.toContain('Hope number')
    await rows(
      "delete from survey_answer where survey = 'pre' and \"values\"[1] ~ 'number (1[1-9]|[2-9][0-9]|1[0-9][0-9])[.]'",
    )
  })

  it('where the named contact paraphrases, the coordinator reads nothing', async () => {
    await setWords({ paraphrasedFor: 'organisation', reader: 'named-contact' }, 'organisation')
    const { text } = await get('coordinator', WORDS)
    expect(text).not.toContain('Hope number')
    expect(text).toContain('The named contact reads this and paraphrases it')
    expect((await get('named contact', WORDS)).text).toContain('Hope number 3.')
    expect((await sayAgain('coordinator', 'Mine.', 0)).status).toBe(404)
  })

  it('a paraphrase is kept, and of two who write the second is told and loses nothing', async () => {
    await setWords({ paraphrasedFor: 'organisation' }, 'organisation')
    expect((await sayAgain('coordinator', 'Many hope for time.', 0)).location).toBe(`${WORDS}?done=kept`)
    const second = await sayAgain('coordinator of the season', 'They want courage.', 0)
    expect(second.status).toBe(409)
    expect(second.text).toContain('Many hope for time.')
    expect(second.text).toContain('They want courage.')
    const part = { of: 'pre/mentee/hope', page: '1', quotes: '2' }
    expect((await sayAgain('coordinator of the season', 'Time and courage.', 1, part)).location).toBe(
      `${WORDS}?done=kept&of=pre%2Fmentee%2Fhope&quotes=2`,
    )
    expect((await get('mentee of the pair', RESULTS)).text).not.toContain('Time and courage.')
  })

  it('a coordinator’s token sees how far they are paraphrased, and reads none of them', async () => {
    const seen = (await get('token of a coordinator', '/api/v1/survey/words?season=women-2021')).text
    expect(seen).not.toContain('Hope number')
    const found = JSON.parse(seen).questions.find(
      (it: { survey: string; role: string }) => it.survey === 'pre' && it.role === 'mentee',
    )
    expect([found.standing, found.paraphrase.text]).toEqual(['readable', 'Time and courage.'])
  })

  it('nobody paraphrases or publishes a quote in the name of a coordinator, by token or at the machine', async () => {
    const words = { season: 'women-2021', survey: 'pre', role: 'mentee', question: 'hope', text: 'Not mine.' } as const
    const [{ id: quote }] = await rows(
      `insert into quote (organisation_id, id, season_id, person_id, role, text, signed, version, changed_at)
        values ($1, gen_random_uuid(), $2, $3, 'mentee', 'It helped.', 'role', 1, now()) returning id`,
      all.ids.organisation,
      all.ids.season,
      all.ids.mentee,
    )
    const ways = {
      token: await actAs(all, 'token of a coordinator'),
      machine: await operatorAs(all, 'coordinator@staff.example'),
    }
    for (const [way, ctx] of Object.entries(ways)) {
      const said = paraphrase(ctx, { ...words, version: 2, publish: true, isSure: true })
      await expect(said, way).rejects.toMatchObject({ refusal: { code: 'in-person-only' } })
      const put = publishQuote(ctx, { season: 'women-2021', quote, version: 1, publish: true })
      await expect(put, way).rejects.toMatchObject({ refusal: { code: 'in-person-only' } })
    }
    for (const way of ['paraphrase', 'quote']) {
      expect((await ask('token of a coordinator', 'POST', `/api/v1/survey/${way}`)).status).toBe(404)
      expect(() => parseCommand(['survey', way])).toThrow('is not a command')
    }
    expect(await rows('select text, version, published_on from survey_paraphrase')).toEqual([
      { text: 'Time and courage.', version: 2, published_on: null },
    ])
    expect(await rows('select version, published_on from quote')).toEqual([{ version: 1, published_on: null }])
    await rows('delete from quote')
  })

  it('is published only by somebody who says so twice; then what people wrote is gone', async () => {
    const hasty = await sayAgain('coordinator', 'Time and courage.', 2, { publish: 'yes' })
    expect(hasty.status).toBe(422)
    expect(hasty.text).toContain('nobody can bring it back')
    expect(await rows("select 1 from survey_answer where survey = 'pre'")).toHaveLength(10)
    const done = await sayAgain('coordinator', 'Time and courage.', 2, { publish: 'yes', sure: 'yes' })
    expect(done.location).toBe(`${WORDS}?done=published`)
    expect(await rows("select 1 from survey_answer where survey = 'pre'")).toEqual([])
    const { text } = await get('mentee of the pair', RESULTS)
    expect(text).toContain('Time and courage.')
    expect(text).toContain('10 people wrote something')
    expect((await get('coordinator', WORDS)).text).not.toContain('Hope number')
    // What is published can be mended, and keeps its base.
    await sayAgain('coordinator', 'Time, and courage.', 3)
    expect(await rows('select text, base, version from survey_paraphrase')).toEqual([
      { text: 'Time, and courage.', base: 10, version: 4 },
    ])
  })

  it('a paraphrase for the organisation is not for anybody, and one for the team for nobody else', async () => {
    await setWords({ paraphrasedFor: 'organisation' }, 'public')
    expect((await get('anybody', RESULTS)).text).not.toContain('Time, and courage.')
    expect((await get('coordinator', RESULTS)).text).toContain('Time, and courage.')
    await setWords({ paraphrasedFor: 'public' }, 'public')
    expect((await get('anybody', RESULTS)).text).toContain('Time, and courage.')
  })

  it('a quote is offered by its author on a page of its own, and stands nowhere before a coordinator has read it', async () => {
    expect((await get('colleague', QUOTE)).status).toBe(404)
    const empty = await ask('mentee of the pair', 'POST', QUOTE, { text: ' ', signed: 'name' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Write something first.')
    const offered = await ask('mentee of the pair', 'POST', QUOTE, { text: 'In July I simply ran it.', signed: 'role' })
    expect(offered.location).toBe(`${QUOTE}?role=mentee&done=offered`)
    expect((await get('anybody', RESULTS)).text).not.toContain('I simply ran it')
    const { text } = await get('coordinator', WORDS)
    expect(text).toContain('A mentee, released by its author')
    expect((await get('named contact', WORDS)).text).not.toContain('I simply ran it')
  })

  it('is published as it was read, and no more once its author has changed it', async () => {
    const [{ id }] = await rows('select id from quote')
    const put = (version: number, more = {}) =>
      ask('coordinator', 'POST', `${WORDS}/quote`, { quote: id, version: `${version}`, ...more })
    expect((await put(1, { publish: 'yes' })).status).toBe(303)
    expect((await get('anybody', RESULTS)).text).toContain('I simply ran it')
    await ask('mentee of the pair', 'POST', QUOTE, { text: 'In July I ran it.', signed: 'name' })
    expect((await get('anybody', RESULTS)).text).not.toContain('ran it')
    const late = await put(1, { publish: 'yes' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('changed or withdrawn this quote since you opened it')
    await put(2, { publish: 'yes' })
    const offered = JSON.parse((await get('token of a coordinator', '/api/v1/survey/words?season=women-2021')).text)
    expect(offered.quotes.quotes).toMatchObject([{ id, text: 'In July I ran it.', signed: 'name', version: 2 }])
    const [{ name }] = await rows('select name from person where id = $1', all.ids.mentee)
    expect((await get('anybody', RESULTS)).text).toContain(`${name}, mentee`)
    // Taken down it stays with its author.
    await put(2)
    expect((await get('anybody', RESULTS)).text).not.toContain('In July')
    expect((await get('mentee of the pair', QUOTE)).text).toContain('In July I ran it.')
    await put(2, { publish: 'yes' })
  })

  it('is withdrawn by its author at any time, and no edition or file ever held it', async () => {
    await ask('coordinator', 'POST', `${RESULTS}/freeze`, { note: 'x' })
    expect(JSON.stringify(await rows('select content from results_edition'))).not.toContain('In July')
    for (const as of ['csv', 'json', 'md'])
      expect((await get('coordinator', `${RESULTS}/file?as=${as}`)).text).not.toContain('In July')
    expect((await ask('mentee of the pair', 'POST', `${QUOTE}/withdraw`, {})).status).toBe(303)
    expect(await rows('select 1 from quote')).toEqual([])
    expect((await get('anybody', RESULTS)).text).not.toContain('In July')
  })
})
