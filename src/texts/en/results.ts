import type { CadenceStates, Results, Shown, SurveyResult, WindowState } from '../../model/figures.ts'
import type { Respondent } from '../../model/respondent.ts'
import { lengthInWords, windowName } from './days.ts'
import { percentOf, targetInWords } from './percent.ts'

type Cadence = Results['cadence']
type Attendance = Results['attendance'][number]

const STATES: Readonly<Record<WindowState, string>> = {
  met: 'both say they met',
  one: 'one says so',
  disagree: 'they disagree',
  unknown: 'no answer',
  due: 'running, nothing yet',
  excused: 'excused',
  coming: 'to come',
  ended: 'pair ended',
}

export function stateInWords(state: WindowState): string {
  return STATES[state]
}

/** "1 pair", "32 pairs". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The answer a results page opens with. */
export function cadenceAnswer(cadence: Cadence, everyDays: number): string {
  if (cadence.pairs === 0) return 'No pair can be counted yet'
  if (cadence.windowsDue === 0) return `No ${windowName(everyDays)} has ended yet`
  return `${cadence.pairsEveryWindow} of ${countOf(cadence.pairs, 'pair')} met every ${lengthInWords(everyDays)}`
}

/** The share behind the answer, beside its aim. */
export function cadenceShare(cadence: Cadence): string {
  if (cadence.pairs === 0 || cadence.windowsDue === 0) return 'Figures appear here once there is something to count.'
  const share = `That is ${percentOf(cadence.pairsEveryWindow, cadence.pairs)}`
  return cadence.target === null ? `${share}.` : `${share}; the aim is ${targetInWords(cadence.target)}.`
}

export function windowsSentence(cadence: Cadence, everyDays: number): string {
  const windows = countOf(cadence.windowsDue, windowName(everyDays))
  return `${cadence.windowsMet} of ${windows} that ended ${cadence.windowsDue === 1 ? 'was' : 'were'} met`
}

export function excusedSentence(cadence: Cadence): string {
  if (cadence.windowsExcused === 0) return 'None was excused.'
  const verb = cadence.windowsExcused === 1 ? 'was' : 'were'
  const count = cadence.windowsExcused === 1 ? 'One' : cadence.windowsExcused
  return `${count} ${verb} excused and ${verb} not counted.`
}

/** The windows that ended, by what is known of them: four states, kept apart. */
export function statesSentence(states: CadenceStates): string {
  const { both, one, disagree, unknown, open } = states
  const said = [
    `both say they met in ${both}`,
    `one says so in ${one}`,
    `the two disagree in ${disagree}`,
    `nobody said anything in ${unknown}`,
    ...(open > 0 ? [`an answer may still come in ${open}`] : []),
  ]
  return `Of those that ended, ${said.slice(0, -1).join(', ')}, and ${said.at(-1)}.`
}

/** What not knowing leaves open: the worst and the best case. */
export function bestCaseSentence({ pairsEveryWindow, pairs, states }: Cadence): string {
  if (!states || states.pairsAtBest === pairsEveryWindow)
    return 'Nothing is unknown that could change the number of pairs that met every time.'
  return `Where nobody said anything, a window counts as not met. That is the worst case, ${pairsEveryWindow} of ${pairs}; had all of those been met, it would be ${states.pairsAtBest} of ${pairs}.`
}

export function peopleSentence(people: Results['participation']): string {
  return `${countOf(people.people, 'person', 'people')} took part in ${countOf(people.pairs, 'pair')}. Mentees came from ${countOf(people.menteeDepartments, 'department')}, mentors from ${countOf(people.mentorDepartments, 'department')}.`
}

export function pairsSentence(people: Results['participation']): string {
  const active = `${countOf(people.activePairs, 'pair')} ${people.activePairs === 1 ? 'is' : 'are'} active`
  return people.endedPairs === 0 ? `${active}; none ended early.` : `${active}; ${people.endedPairs} ended.`
}

/** What stands beside the bar of one event. */
export function attendanceInWords(event: Attendance): string {
  if (event.calledOff) return event.people > 0 ? `called off; ${event.people} came before` : 'called off'
  if (event.roster === 0) return 'nobody invited yet'
  if (event.percent === null) return `${countOf(event.roster, 'person', 'people')} invited, still to come`
  return `${event.people} of ${event.roster}, ${percentOf(event.people, event.roster)}`
}

/** One option's share, or the words that stand in for a withheld figure. */
export function shownInWords(shown: Shown, base: number): string {
  if (shown.people !== null) return `${shown.people} of ${base}, ${percentOf(shown.people, base)}`
  return shown.shown === 'too few' ? 'too few to show' : shown.shown
}

export function responseSentence(survey: SurveyResult): string {
  if (survey.invited === 0) return 'Nobody was invited yet.'
  const who = countOf(survey.invited, respondentInWords(survey.role), respondentsInWords(survey.role))
  return `${survey.answers} of ${who} answered, ${percentOf(survey.answers, survey.invited)}.`
}

/** Somebody of a kind that a survey asks. */
export function respondentInWords(respondent: Respondent): string {
  return respondent === 'leaver' ? 'person whose pair ended early' : respondent
}

/** Several of them. */
export function respondentsInWords(respondent: Respondent): string {
  return respondent === 'leaver' ? 'people whose pair ended early' : `${respondent}s`
}

/** A heading's word for the people a survey asks. */
export function respondentHeading(respondent: Respondent): string {
  const words = respondentsInWords(respondent)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const OUTCOMES: Readonly<Record<string, string>> = {
  reached: 'Reached',
  neared: 'Came nearer',
  reframed: 'Became another goal',
  not: 'Not reached',
}

/** What became of a goal. */
export function outcomeInWords(outcome: string): string {
  return OUTCOMES[outcome] ?? outcome
}
