import { randomUUID } from 'node:crypto'
import type { Survey } from '../../src/model/surveys.ts'
import type { Everybody } from './everybody.ts'

const QUESTIONS: NonNullable<Survey['questions']['mentee']> = [
  { kind: 'agreement', key: 'fit', text: 'I know what I want to get better at.', points: 5 },
  { kind: 'yes-no', key: 'sure', text: 'Do you have somebody to ask?' },
  { kind: 'skills', key: 'skills', text: 'I can do this:', options: ['say no to work', 'lead a meeting', 'negotiate'] },
]
const ONCE: NonNullable<Survey['questions']['mentee']> = [
  { kind: 'yes-no', key: 'again', text: 'Would you do it again?' },
  { kind: 'agreement', key: 'time', text: 'I had the time for it.', points: 5 },
]
const DAYS = {
  start: { name: 'First survey', opens: '2021-06-29', closes: '2021-07-07' },
  close: { name: 'Closing survey', opens: '2021-09-20', closes: '2021-10-01' },
}

/** A series of two surveys that is over, and the groups of its last: what lies there afterwards. */
export async function layDownSeries({ installation, ids }: Pick<Everybody, 'installation' | 'ids'>): Promise<void> {
  const { pool } = installation
  const shared = { required: false, series: 'growth' }
  const surveys: Record<string, Survey> = {
    start: { ...shared, ...DAYS.start, questions: { mentee: QUESTIONS, mentor: QUESTIONS } },
    close: {
      ...shared,
      ...DAYS.close,
      breakdowns: ['division', 'department'],
      questions: { mentee: [...QUESTIONS, ...ONCE], mentor: QUESTIONS },
    },
  }
  await pool.query('update season set program = jsonb_set(program, $1, (program->$3) || $2) where id = $4', [
    ['surveys'],
    JSON.stringify(surveys),
    'surveys',
    ids.season,
  ])
  const change = (question: string, option: string, before: number, after: number) =>
    pool.query(
      `insert into survey_change (organisation_id, id, season_id, series, role, question, option, before, after)
       values ($1, $2, $3, 'growth', 'mentee', $4, $5, $6, $7)`,
      [ids.organisation, randomUUID(), ids.season, question, option, before, after],
    )
  for (let at = 0; at < 24; at += 1) {
    await change('fit', '', (at % 3) + 1, (at % 3) + (at % 4 ? 2 : 1))
    await change('sure', '', at % 2 ? 100 : 0, at % 3 ? 100 : 0)
    await change('skills', 'say no to work', at % 4 ? 0 : 100, at % 4 === 1 ? 0 : 100)
    await change('skills', 'negotiate', at % 3 ? 0 : 100, at % 3 === 1 ? 100 : 0)
  }
  for (const [by, groups] of [['division', ['Engineering', 'People and a rather long name of a division']]] as const)
    for (const group of groups)
      for (let at = 0; at < 9; at += 1)
        for (const [question, value] of [
          ['again', at % 3 ? 'yes' : 'no'],
          ['time', String((at % 4) + 2)],
        ])
          await pool.query(
            `insert into survey_breakdown (organisation_id, id, season_id, survey, role, by_what, group_name, question, option, value)
             values ($1, $2, $3, 'close', 'mentee', $4, $5, $6, '', $7)`,
            [ids.organisation, randomUUID(), ids.season, by, group, question, value],
          )
}

/** What eleven mentees wrote before the program, to be paraphrased by the coordinator. */
export async function layDownWords({ installation, ids }: Pick<Everybody, 'installation' | 'ids'>): Promise<void> {
  const { pool } = installation
  await pool.query(
    'update season set program = jsonb_set(program, \'{surveys,pre,words}\', \'{"paraphrasedFor": "organisation"}\') where id = $1',
    [ids.season],
  )
  for (let at = 0; at < 11; at += 1)
    await pool.query(
      `insert into survey_answer (organisation_id, id, season_id, survey, role, question, "values")
       values ($1, $2, $3, 'pre', 'mentee', 'hope', array[$4])`,
      [ids.organisation, randomUUID(), ids.season, `I hope for ${'somewhat more '.repeat(at * 2)}time.`],
    )
}
