import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readProgram } from '../../journey/design/load-program.ts'
import type { PairFact } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import type { Survey } from '../../model/surveys.ts'
import { type OwnSurveys, planOwnSurveys, planSupervisorLines } from './plan-own-surveys.ts'

const read = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
const YES_NO = [{ kind: 'yes-no' as const, key: 'a', text: 'A?' }]
const survey = (opens: string, closes: string, questions: Survey['questions']): Survey => ({
  name: `From ${opens}`,
  opens,
  closes,
  required: false,
  questions,
})
function program(surveys: Program['surveys']): Program {
  if (!read.ok) throw new Error('the file is faulty')
  return { ...read.value, surveys }
}
const pair = (more: Partial<PairFact> = {}): PairFact => ({
  id: 'p',
  mentorId: 'm',
  menteeId: 'me',
  publishedOn: '2021-07-05',
  endedOn: null,
  pauses: [],
  excusedOn: [],
  ...more,
})
const NOTHING: OwnSurveys = { answered: [], supervisors: [], supervises: [] }
const SURVEYS = {
  mid: survey('2021-08-16', '2021-08-27', { mentee: YES_NO, supervisor: YES_NO }),
  early: survey('2021-07-08', '2021-10-07', { leaver: YES_NO }),
  later: survey('2022-04-04', '2022-04-15', { mentee: YES_NO }),
}
const at = (today: string, own: PairFact, known: Partial<OwnSurveys> = {}) =>
  planOwnSurveys('me', [{ id: 's', program: program(SURVEYS), pairs: [own] }], { ...NOTHING, ...known }, today).map(
    (it) => it.href,
  )
const PATH = '/seasons/women-2021/surveys'

describe('surveys on one’s own page', () => {
  it.each([
    ['in the season', '2021-08-20', pair(), [`${PATH}/mid?role=mentee`]],
    ['between surveys', '2021-09-20', pair(), []],
    ['months after the season', '2022-04-10', pair(), [`${PATH}/later?role=mentee`]],
    ['after an early end', '2021-09-20', pair({ endedOn: '2021-08-01' }), [`${PATH}/early?role=leaver`]],
    ['long after an early end', '2022-04-10', pair({ endedOn: '2021-08-01' }), []],
  ])('%s, what is open for them is there', (_, today, own, hrefs) => {
    expect(at(today, own)).toEqual(hrefs)
  })

  it('what was answered is gone, in that role alone', () => {
    const answered = [{ seasonId: 's', survey: 'mid', role: 'mentee' as const }]
    expect(at('2021-08-20', pair(), { answered })).toEqual([])
    expect(at('2021-08-20', pair(), { answered: [{ seasonId: 's', survey: 'mid', role: 'mentor' }] })).toHaveLength(1)
  })

  it('whoever is asked as a supervisor has it there while it is open', () => {
    const supervises = [{ seasonId: 'other', program: program(SURVEYS), survey: 'mid' }]
    const own = (today: string) => planOwnSurveys('boss', [], { ...NOTHING, supervises }, today).map((it) => it.href)
    expect(own('2021-08-15')).toEqual([])
    expect(own('2021-08-16')).toEqual([`${PATH}/mid?role=supervisor`])
    expect(own('2021-08-28')).toEqual([])
  })

  it('until a survey opens, whether it may ask one’s manager stands there with whom one agreed to', () => {
    const lines = (today: string, known: Partial<OwnSurveys> = {}, surveys: Program['surveys'] = SURVEYS) =>
      planSupervisorLines(
        'me',
        [{ id: 's', program: program(surveys), pairs: [pair()] }],
        { ...NOTHING, ...known },
        today,
      )
    expect(lines('2021-08-15')).toMatchObject([{ href: `${PATH}/mid/supervisor`, agreedTo: null }])
    const supervisors = [{ seasonId: 's', survey: 'mid', name: 'Ada' }]
    expect(lines('2021-08-15', { supervisors })).toMatchObject([{ agreedTo: 'Ada' }])
    expect(lines('2021-08-16', { supervisors })).toEqual([])
    expect(lines('2021-08-15', {}, { mid: { ...SURVEYS.mid, supervisorsOf: ['mentor'] } })).toEqual([])
  })
})
