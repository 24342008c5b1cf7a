import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/calendar/days.ts'
import { attackResults } from '../../src/journey/results/screens/attack-results.ts'
import { readResults } from '../../src/journey/results/screens.ts'
import { closeSurveys } from '../../src/journey/survey/actions/close-surveys.ts'
import { seriesKeyOf } from '../../src/journey/survey/actions/find-survey.ts'
import type { Entered } from '../../src/journey/survey/shapes.ts'
import type { Question, Survey } from '../../src/model/surveys.ts'
import { NotFound } from '../../src/runtime/errors.ts'
import { asOperator, asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { sealAnswers } from '../make/sealed-answers.ts'
import { playSmallSeason } from '../make/small-season.ts'

const TODAY = new Date().toISOString().slice(0, 10)
const PEOPLE = 24
const PAIRED: Question[] = [
  { kind: 'agreement', key: 'fit', text: 'We fit each other.', points: 5 },
  { kind: 'yes-no', key: 'sure', text: 'Do you know what you want?' },
]
const ONCE: Question[] = [
  { kind: 'agreement', key: 'time', text: 'I had the time for it.', points: 5 },
  { kind: 'yes-no', key: 'again', text: 'Would you do it again?' },
]
const SURVEYS: Record<string, Survey> = {
  pre: { name: 'Before', ...days(-60, -50), required: false, series: 'growth', questions: { mentee: PAIRED } },
  end: {
    name: 'After',
    ...days(-9, 4),
    required: false,
    series: 'growth',
    breakdowns: ['division', 'department'],
    questions: { mentee: [...PAIRED, ...ONCE] },
  },
}

function days(opens: number, closes: number) {
  return { opens: addDays(TODAY, opens), closes: addDays(TODAY, closes) }
}

describe('surveys of one series, and their groups', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let organisationId = ''
  let seasonId = ''
  let mentees: readonly string[] = []

  const rows = async (statement: string, ...values: unknown[]) =>
    (await installation.pool.query(statement, values)).rows
  const counts = async (...tables: string[]) =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (it) => [it, (await rows(`select count(*)::int as many from ${it}`))[0].many] as const),
      ),
    )
  const house = async () => {
    const found = await openHouse(installation)
    if (!found) throw new Error('no house')
    return found
  }
  const close = async () => closeSurveys(asProgram(await house(), 'test'))
  const read = async (on?: string) => readResults(await asOperator(await house(), undefined, null), on ? { on } : {})
  const setSurvey = (survey: string, it: Survey) =>
    rows('update season set program = jsonb_set(program, $2, $1)', JSON.stringify(it), ['surveys', survey])
  const answer = async (survey: 'pre' | 'end', at: number, entered: Entered) => {
    const own = { seasonId, survey, role: 'mentee', personId: mentees[at] ?? '' } as const
    await sealAnswers(installation, organisationId, SURVEYS[survey]?.questions.mentee ?? [], own, entered)
  }

  beforeAll(async () => {
    installation = await freshInstallation()
    await playSmallSeason(commandLineOf(installation), 'programs/women-2021.yaml', { mentors: PEOPLE, mentees: PEOPLE })
    ;[{ organisation_id: organisationId, id: seasonId }] = await rows('select organisation_id, id from season')
    mentees = (await rows("select id from person where email like 'mentee%' order by email")).map((it) => it.id)
    await rows("update season set program = jsonb_set(program, '{surveys}', $1)", JSON.stringify(SURVEYS))
    // Two divisions, and within the first a department of three.
    for (const [at, id] of mentees.entries())
      await rows(
        'update directory_entry set division = $2, department = $3 where person_id = $1',
        id,
        at < 12 ? 'North' : 'South',
        at < 3 ? 'Tiny' : at < 12 ? 'Large' : 'Sea',
      )
  })

  it('the first survey closes as ever: its answers lie by themselves, and once more under tokens of each question', async () => {
    for (let at = 0; at < PEOPLE; at += 1)
      await answer('pre', at, { fit: [String((at % 3) + 1)], sure: [at % 2 ? 'yes' : 'no'] })
    expect(await close()).toEqual({ closed: 1 })
    expect(await counts('survey_answer', 'survey_paired', 'survey_change')).toEqual({
      survey_answer: 2 * PEOPLE,
      survey_paired: 2 * PEOPLE,
      survey_change: 0,
    })
    const tokens = await rows('select distinct token from survey_paired')
    expect(tokens).toHaveLength(2 * PEOPLE)
    const text = JSON.stringify(await rows('select * from survey_paired'))
    for (const id of mentees) expect(text).not.toContain(id)
    expect((await read()).changes).toEqual([])
  })

  it('while the last is open nothing is set against one another, whoever runs the close', async () => {
    for (let at = 0; at < PEOPLE; at += 1)
      await answer('end', at, {
        fit: [String((at % 3) + (at % 4 ? 2 : 1))],
        sure: [at % 4 === 0 ? 'no' : 'yes'],
        time: [String((at % 4) + 1)],
        again: [at % 3 ? 'yes' : 'no'],
      })
    expect(await close()).toEqual({ closed: 0 })
    expect(await counts('survey_paired', 'survey_change', 'survey_breakdown')).toEqual({
      survey_paired: 2 * PEOPLE,
      survey_change: 0,
      survey_breakdown: 0,
    })
  })

  it('when the last has closed the change is laid down without a token, and the key is destroyed', async () => {
    await setSurvey('end', { ...(SURVEYS.end as Survey), ...days(-9, -1) })
    const [first, second] = await Promise.all([close(), close()])
    expect(first.closed + second.closed).toBeGreaterThan(0)
    expect(await counts('survey_paired', 'survey_change', 'survey_sent')).toEqual({
      survey_paired: 0,
      survey_change: 2 * PEOPLE,
      survey_sent: 0,
    })
    expect(await rows('select series, key_destroyed from survey_series_end')).toEqual([
      { series: 'growth', key_destroyed: true },
    ])
    const owner = seriesKeyOf({ organisationId }, seasonId, 'growth')
    await expect(installation.keyring.codes(owner, ['x'])).rejects.toBeInstanceOf(NotFound)
    expect(await rows('select distinct xmin::text from survey_change')).toHaveLength(1)
  })

  it('each person is set against themselves, and nobody else', async () => {
    const { changes } = await read()
    const fit = changes?.find((it) => it.question === 'fit')
    // Three of four went up by one, the fourth stayed.
    expect(fit?.shown).toMatchObject({ base: PEOPLE, before: 2, after: 2.75, change: 0.75 })
    expect(fit?.shown?.low).toBeLessThan(0.75)
    expect(fit?.shown?.high).toBeGreaterThan(0.75)
    const sure = changes?.find((it) => it.question === 'sure')
    expect(sure?.shown).toMatchObject({ before: 50, after: 75, change: 25 })
    const pairs = await rows("select before, after from survey_change where question = 'fit'")
    expect(pairs.every((it) => [0, 1].includes(it.after - it.before))).toBe(true)
  })

  it('appears on the day after the last close, and not a day before', async () => {
    expect((await read(addDays(TODAY, -1))).changes).toEqual([])
    expect((await read(addDays(TODAY, 0))).changes).toHaveLength(2)
  })

  it('divisions are shown; a department of three is not, and neither is what would give it away', async () => {
    const { breakdowns } = await read()
    const shown = (by: string, question: string) =>
      breakdowns?.find((it) => it.by === by && it.question === question)?.groups.map((it) => [it.group, it.base])
    expect(shown('division', 'time')).toEqual([
      ['North', 12],
      ['South', 12],
    ])
    expect(breakdowns?.map((it) => it.question)).not.toContain('fit')
    // Large is North without Tiny: shown, it would tell of three people.
    expect(shown('department', 'time')).toEqual([['Sea', 12]])
    expect(await rows("select distinct group_name from survey_breakdown where by_what = 'department'")).toEqual([
      { group_name: 'Sea' },
    ])
  })

  it('an end that was cut off before the key was destroyed is finished, and nothing is laid down twice', async () => {
    await rows('update survey_series_end set key_destroyed = false')
    await close()
    expect(await rows('select key_destroyed from survey_series_end')).toEqual([{ key_destroyed: true }])
    expect(await counts('survey_change')).toEqual({ survey_change: 2 * PEOPLE })
  })

  it('all of it lets nobody make an answer certain', async () => {
    const attacked = await attackResults(await asOperator(await house(), undefined, null))
    expect(attacked).toMatchObject({ certain: [], small: [], changes: 2 })
    expect(attacked.groups).toBeGreaterThan(0)
  })
})
