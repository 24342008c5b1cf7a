import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/calendar/days.ts'
import { showResults } from '../../src/journey/results/screens.ts'
import { closeSurveys } from '../../src/journey/survey/actions/close-surveys.ts'
import { importAnswers } from '../../src/journey/survey/actions/import-answers.ts'
import { remindOfSurveys } from '../../src/journey/survey/actions/remind.ts'
import { erasePerson } from '../../src/people/actions/erase-person.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { actAs } from '../make/acting.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { openSurvey } from '../make/open-survey.ts'

const PATH = '/seasons/women-2021/surveys/now'
const ASKED = [
  { kind: 'yes-no' as const, key: 'helps', text: 'Does the program help your team?' },
  { kind: 'goal' as const, key: 'goal', text: 'What became of it?', required: true },
]
const MORE = { questions: { mentee: ASKED, supervisor: ASKED, leaver: ASKED } }

describe('surveys that ask supervisors and people whose pair ended early', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
    await rows("update season set loaded_on = '2021-05-01'")
    await openSurvey(all, { opens: 2, closes: 9 }, MORE)
  })

  const ask = async (name: CallerName, method: string, path: string, form?: Readonly<Record<string, string>>) => {
    const { headers, formToken } = all.callers[name]
    const body = form ? new URLSearchParams({ ...form, token: formToken ?? '' }) : undefined
    const answer = await site.request(path, { method, headers: { ...headers, origin: 'http://localhost' }, body })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const get = (name: CallerName, path = PATH) => ask(name, 'GET', path)
  const post = (name: CallerName, path: string, form: Readonly<Record<string, string>>) => ask(name, 'POST', path, form)
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const program = async () => {
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no house')
    return asProgram(house, 'test')
  }
  const agree = (agrees: 'yes' | 'no') => post('mentee of the pair', `${PATH}/supervisor`, { agrees })
  const managerId = async () => (await rows("select id from person where email = 'boss@staff.example'"))[0]?.id

  it('one’s manager is asked only if one agrees, by name, and that stands on one’s own page until the survey opens', async () => {
    const page = await get('mentee of the pair', `${PATH}/supervisor`)
    expect(page.text).toContain('May we ask your manager about the program?')
    expect(page.text).toContain('Does the program help your team?')
    expect((await get('mentee of the pair', '/my')).text).toContain('could also ask your manager')
    expect((await agree('yes')).location).toBe(`${PATH}/supervisor?done=yes`)
    const [manager] = await rows('select s.name from supervisor_agreement a join person s on s.id = a.supervisor_id')
    expect((await get('mentee of the pair', `${PATH}/supervisor`)).text).toContain(
      `${manager.name} is asked, as you agreed`,
    )
    expect((await get('mentee of the pair', '/my')).text).toContain(`also asks ${manager.name}`)
    expect((await get('manager of the mentee', '/my')).text).not.toContain('How it goes')
    await agree('no')
    expect(await rows('select 1 from supervisor_agreement')).toEqual([])
    await agree('yes')
  })

  it('is no door for the mentor whose supervisors it does not ask, nor for anybody outside the pairs', async () => {
    await openSurvey(all, { opens: 2, closes: 9 }, { ...MORE, supervisorsOf: ['mentee'] })
    for (const name of [
      'mentor of the pair',
      'coordinator',
      'manager of the mentee',
      'mentee of an ended pair',
    ] as const) {
      expect((await get(name, `${PATH}/supervisor`)).status, name).toBe(404)
      expect((await post(name, `${PATH}/supervisor`, { agrees: 'yes' })).status, name).toBe(404)
    }
  })

  it('once it is open the choice stands, and the manager can answer and nobody else’s', async () => {
    await openSurvey(all, { opens: -1, closes: 9 }, MORE)
    expect((await agree('no')).status).toBe(409)
    expect((await get('mentee of the pair', `${PATH}/supervisor`)).text).toContain('cannot be called back any more')
    const { status, text } = await get('manager of the mentee', `${PATH}?role=supervisor`)
    expect(status).toBe(200)
    expect(text).toContain('never about a person or their work')
    expect((await get('manager of the mentee', '/my')).text).toContain('How it goes')
    expect((await get('owner', `${PATH}?role=supervisor`)).status).toBe(404)
    expect((await get('mentee of the pair', `${PATH}?role=supervisor`)).status).toBe(404)
  })

  it('whoever left early is asked, kindly, and whoever is still in a pair is not', async () => {
    const { status, text } = await get('mentee of an ended pair')
    expect(status).toBe(200)
    expect(text).toContain('leaving it is fine')
    expect((await get('mentee of the pair', `${PATH}?role=leaver`)).status).toBe(404)
  })

  it('an answer that is needed is asked for before anything is sent; nothing entered is lost', async () => {
    const refused = await post('manager of the mentee', PATH, { role: 'supervisor', 'q-helps': 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('This one is needed before anything can be sent')
    expect(refused.text).toMatch(/value="yes" checked/)
    const kept = await post('manager of the mentee', `${PATH}/draft`, { role: 'supervisor', 'q-helps': 'yes' })
    expect(kept.location).toBe(`${PATH}?role=supervisor&done=kept`)
  })

  it('the letters name who agreed and ask about the program; whoever left gets one', async () => {
    await remindOfSurveys(await program())
    const letters = await rows(
      "select person_id, about, body from outbox_message where kind = 'survey-opens' and about like 'now %' order by about",
    )
    const toManager = letters.find((it) => it.about.startsWith('now supervisor'))
    expect(toManager).toMatchObject({ person_id: await managerId(), about: `now supervisor ${all.ids.mentee}` })
    expect(toManager.body).toContain('agreed that we ask you about it')
    const toLeavers = letters.filter((it) => it.about === 'now leaver')
    expect(toLeavers).toHaveLength(2)
    for (const it of toLeavers) expect(it.body).toContain('leaving it is fine')
    expect(await remindOfSurveys(await program())).toEqual({ written: 0 })
    await openSurvey(all, { opens: -9, closes: 1 }, MORE)
    await remindOfSurveys(await program())
    const closing = await rows("select about from outbox_message where kind = 'survey-closes' and about like 'now %'")
    expect(closing.map((it) => it.about)).toContain(`now supervisor ${all.ids.mentee}`)
    expect(closing.map((it) => it.about)).not.toContain('now leaver')
  })

  it('changed twice it counts once, and each kind of respondent is a base of its own', async () => {
    const answer = { role: 'supervisor', 'q-goal': 'reached' }
    expect((await post('manager of the mentee', PATH, answer)).location).toContain('done=sent')
    for (const goal of ['neared', 'not'])
      await post('manager of the mentee', PATH, { role: 'supervisor', 'q-goal': goal, change: 'yes' })
    await post('mentee of an ended pair', PATH, { role: 'leaver', 'q-goal': 'reframed' })
    await post('mentee of the pair', PATH, { role: 'mentee', 'q-goal': 'reached' })
    await openSurvey(all, { opens: -9, closes: -1 }, MORE)
    expect(await closeSurveys(await program())).toEqual({ closed: 1 })
    expect(
      await rows(`select role, "values" from survey_answer where survey = 'now' and question = 'goal' order by role`),
    ).toEqual([
      { role: 'leaver', values: ['reframed'] },
      { role: 'mentee', values: ['reached'] },
      { role: 'supervisor', values: ['not'] },
    ])
    const answered = await rows(
      "select role, count(*)::int as n from survey_answered where survey = 'now' group by role order by role",
    )
    expect(answered).toEqual(['leaver', 'mentee', 'supervisor'].map((role) => ({ role, n: 1 })))
    const { results } = await showResults(await actAs(all, 'coordinator'), { season: 'women-2021' })
    const shown = results.surveys.filter((it) => it.survey === 'now').map((it) => [it.role, it.answers, it.invited])
    expect(shown).toHaveLength(3)
    expect(shown).toContainEqual(['supervisor', 1, 1])
    expect(shown).toContainEqual(['leaver', 1, 2])
  })

  it('answers of supervisors held elsewhere are taken only from those whose people agreed', async () => {
    const today = new Date().toISOString().slice(0, 10)
    await rows(
      "update season set program = jsonb_set(program, '{surveys,held}', program -> 'surveys' -> 'now') where id = $1",
      all.ids.season,
    )
    await rows("update supervisor_agreement set survey = 'held', closes_on = $1", addDays(today, -1))
    const ctx = await actAs(all, 'coordinator')
    const row = (email: string, at: number) => ({ row: at, email, answers: { goal: ['reached'] } })
    const input = { season: 'women-2021', survey: 'held', role: 'supervisor' as const }
    const report = await importAnswers(ctx, {
      ...input,
      rows: [row('boss@staff.example', 2), row('colleague@staff.example', 3)],
    })
    expect(report).toMatchObject({ accepted: 1, rejected: [{ row: 3, code: 'not-invited' }] })
    expect(report.rejected[0]?.remedy).toContain('people agreed')
  })

  it('an erasure empties the letters to a manager that name who is erased', async () => {
    const [{ email }] = await rows('select email from person where id = $1', all.ids.mentee)
    const named = () =>
      rows(
        "select body <> '' as says from outbox_message where kind like 'survey%' and about like $1",
        `now supervisor ${all.ids.mentee}`,
      )
    expect(await named()).toContainEqual({ says: true })
    await erasePerson(await actAs(all, 'owner'), { person: all.ids.mentee, address: email })
    expect(await named()).not.toContainEqual({ says: true })
  })
})
