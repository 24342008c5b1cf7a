import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Survey } from '../../src/model/surveys.ts'
import { makeSite } from '../../src/web/site.tsx'
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
  const paraphrase = (name: CallerName, text: string, version: number, more: Record<string, string> = {}) =>
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

  it('where the named contact paraphrases, the coordinator reads nothing', async () => {
    await setWords({ paraphrasedFor: 'organisation', reader: 'named-contact' }, 'organisation')
    const { text } = await get('coordinator', WORDS)
    expect(text).not.toContain('Hope number')
    expect(text).toContain('The named contact reads this and paraphrases it')
    expect((await get('named contact', WORDS)).text).toContain('Hope number 3.')
    expect((await paraphrase('coordinator', 'Mine.', 0)).status).toBe(404)
  })

  it('a paraphrase is kept, and of two who write the second is told and loses nothing', async () => {
    await setWords({ paraphrasedFor: 'organisation' }, 'organisation')
    expect((await paraphrase('coordinator', 'Many hope for time.', 0)).location).toBe(`${WORDS}?done=kept`)
    const second = await paraphrase('coordinator of the season', 'They want courage.', 0)
    expect(second.status).toBe(409)
    expect(second.text).toContain('Many hope for time.')
    expect(second.text).toContain('They want courage.')
    expect((await paraphrase('coordinator of the season', 'Time and courage.', 1)).status).toBe(303)
    expect((await get('mentee of the pair', RESULTS)).text).not.toContain('Time and courage.')
  })

  it('is published only by somebody who says so twice; then what people wrote is gone', async () => {
    const hasty = await paraphrase('coordinator', 'Time and courage.', 2, { publish: 'yes' })
    expect(hasty.status).toBe(422)
    expect(hasty.text).toContain('nobody can bring it back')
    expect(await rows("select 1 from survey_answer where survey = 'pre'")).toHaveLength(10)
    const done = await paraphrase('coordinator', 'Time and courage.', 2, { publish: 'yes', sure: 'yes' })
    expect(done.location).toBe(`${WORDS}?done=published`)
    expect(await rows("select 1 from survey_answer where survey = 'pre'")).toEqual([])
    const { text } = await get('mentee of the pair', RESULTS)
    expect(text).toContain('Time and courage.')
    expect(text).toContain('10 people wrote something')
    expect((await get('coordinator', WORDS)).text).not.toContain('Hope number')
    // What is published can be mended, and keeps its base.
    await paraphrase('coordinator', 'Time, and courage.', 3)
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
