import type { Program } from '../../../model/program.ts'
import { RESPONDENTS } from '../../../model/respondent.ts'
import type { Survey } from '../../../model/surveys.ts'
import { roundsOf } from './expand-rounds.ts'
import { type Fault, fault } from './fault.ts'

/** What contradicts itself in the surveys of a program. */
export function checkSurveys(program: Program): Fault[] {
  return Object.entries(program.surveys).flatMap(([key, survey]) => [
    ...checkDays(program, key, survey),
    ...checkRounds(program, key, survey),
    ...checkQuestions(key, survey),
  ])
}

function checkDays({ meetings, endsOn }: Program, key: string, survey: Survey): Fault[] {
  if (survey.closes < survey.opens)
    return [
      fault(
        ['surveys', key, 'closes'],
        'close-before-open',
        `the survey ${key} closes on ${survey.closes}, before it opens on ${survey.opens}`,
        'Give a close after the opening.',
      ),
    ]
  if (survey.kind === 'pre' && survey.opens > meetings.until)
    return [
      fault(
        ['surveys', key, 'opens'],
        'not-its-kind',
        `the survey ${key} is a pre survey and opens on ${survey.opens}, after the last meetings`,
        'Open it before or as meetings begin, or give it another kind.',
      ),
    ]
  if (survey.kind === 'later' && survey.opens <= endsOn)
    return [
      fault(
        ['surveys', key, 'opens'],
        'not-its-kind',
        `the survey ${key} is a later survey and opens on ${survey.opens}, in the season`,
        `Open it after ${endsOn}, or give it another kind.`,
      ),
    ]
  return []
}

function checkRounds(program: Program, key: string, survey: Survey): Fault[] {
  const { repeat } = survey
  if (!repeat) return []
  const at = ['surveys', key, 'repeat']
  if ((repeat.opensOn === undefined) === (repeat.everyWindows === undefined))
    return [
      fault(
        at,
        'repeat-unclear',
        `the survey ${key} does not say once when it repeats`,
        'Write either opensOn or everyWindows.',
      ),
    ]
  const rounds = roundsOf(program, key, survey)
  const taken = rounds.slice(1).find(([round]) => round in program.surveys)
  if (taken)
    return [
      fault(
        at,
        'repeated-key',
        `a round of ${key} would be called "${taken[0]}", as another survey is`,
        'Give one of the two another short name.',
      ),
    ]
  const meets = rounds.find(([, it], one) => it.opens <= (rounds[one - 1]?.[1].closes ?? ''))
  return meets
    ? [
        fault(
          at,
          'rounds-overlap',
          `a round of ${key} opens on ${meets[1].opens}, before the one before has closed`,
          'Leave more days between the rounds, or close each sooner.',
        ),
      ]
    : []
}

function checkQuestions(key: string, { questions, supervisorsOf }: Survey): Fault[] {
  const at = ['surveys', key, 'questions']
  if (!RESPONDENTS.some((it) => questions[it]?.length))
    return [
      fault(
        at,
        'nobody-asked',
        `the survey ${key} asks nobody`,
        'Add questions for mentor, mentee, supervisor or leaver.',
      ),
    ]
  const repeated = RESPONDENTS.flatMap((it) => {
    const keys = (questions[it] ?? []).map((one) => one.key)
    const twice = keys.findIndex((one, where) => keys.indexOf(one) < where)
    if (twice < 0) return []
    const says = `the survey ${key} asks ${it}s two questions "${keys[twice]}"`
    return [fault([...at, it, twice, 'key'], 'repeated-key', says, 'Give each question a short name of its own.')]
  })
  const unused = supervisorsOf && !questions.supervisor?.length
  const nobodyOf = `the survey ${key} says whose supervisors it asks, and has no questions for them`
  return unused
    ? [
        ...repeated,
        fault(
          ['surveys', key, 'supervisorsOf'],
          'nobody-asked',
          nobodyOf,
          'Add questions for supervisor, or take this out.',
        ),
      ]
    : repeated
}
