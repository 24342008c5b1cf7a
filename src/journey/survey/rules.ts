import type { Day } from '../../model/day.ts'
import type { PairFact, Shown, SurveyFact, SurveyResult } from '../../model/figures.ts'
import { percent } from '../../model/percent.ts'
import type { Program } from '../../model/program.ts'
import { RESPONDENTS, type Respondent } from '../../model/respondent.ts'
import type { Role } from '../../model/role.ts'
import { GOAL_OUTCOMES, type Question, type Survey } from '../../model/surveys.ts'

/** The smallest groups shown, in people who answered: one percentage, a distribution, free text. PRODUCT.md, who sees what. */
export const SMALLEST_BASE = { percentage: 5, distribution: 8, freeText: 10 } as const

/** How many people of a base may be at an end of the scale, or one short of it, before a figure stands there instead of a word. */
const AT_THE_END = 1

/** What keeps answers from being told by figures. The product knows one; tests switch parts off to see the attacker win. */
export type Guard = {
  readonly smallest: Readonly<Record<keyof typeof SMALLEST_BASE, number>>
  readonly atTheEnd: number
  /** How many people two published bases differ by at least, if they do: also those who are in a group of none that is shown. */
  readonly difference: number
  /** How many people of a group may say otherwise than all others before anything exact is told of it. */
  readonly alike: number
}
export const GUARD: Guard = {
  smallest: SMALLEST_BASE,
  atTheEnd: AT_THE_END,
  difference: SMALLEST_BASE.percentage,
  alike: AT_THE_END,
}

/** A goal's percentage is counted in bands, so that no unusual number stands there by itself. */
const BANDS = [
  { name: '0', until: 0 },
  { name: '1 to 24', until: 24 },
  { name: '25 to 49', until: 49 },
  { name: '50 to 74', until: 74 },
  { name: '75 to 99', until: 99 },
  { name: '100', until: 100 },
] as const

const HIGHEST_RECOMMENDATION = 10
type Given = SurveyFact['answers'][number]

/** People of the role in a published, not ended pair on any day from the survey's opening to its close. */
export function planInvited(
  survey: Pick<Survey, 'opens' | 'closes'>,
  role: Role,
  pairs: readonly PairFact[],
): ReadonlySet<string> {
  const on = pairs.filter(
    (pair) => pair.publishedOn <= survey.closes && (pair.endedOn === null || pair.endedOn >= survey.opens),
  )
  return new Set(on.map((pair) => (role === 'mentor' ? pair.mentorId : pair.menteeId)))
}

/** The questions whose answers are counted by a day: those of closed surveys, without free text. Figures appear the day after the survey closes, all at once, since closing days run to their end: figures that grow would show who answered last. PRODUCT.md, figures. */
export function planCounted(
  surveys: Program['surveys'],
  asOf: Day,
): readonly { readonly survey: string; readonly role: Respondent; readonly question: string }[] {
  return Object.entries(surveys)
    .filter(([, survey]) => isClosed(survey, asOf))
    .flatMap(([survey, { questions }]) =>
      RESPONDENTS.flatMap((role) =>
        countedOf(questions[role] ?? []).map((question) => ({ survey, role, question: question.key })),
      ),
    )
}

/** Whether a survey's last day has passed. PRODUCT.md, figures. */
export function isClosed(survey: Pick<Survey, 'closes'>, asOf: Day): boolean {
  return survey.closes < asOf
}

/** The questions of which figures are made: all but those answered in one's own words. */
export function countedOf(questions: readonly Question[]): readonly Question[] {
  return questions.filter((question) => question.kind !== 'free-text')
}

/**
 * The figures of one survey and role. A base below its threshold is withheld; a figure at an end of its scale, or one person from
 * it, is a word, so that a word never means everybody. PRODUCT.md, who sees what.
 */
export function countSurvey(
  key: string,
  survey: Survey,
  fact: SurveyFact,
  invited: number,
  guard: Guard = GUARD,
): SurveyResult {
  return {
    survey: key,
    role: fact.role,
    invited,
    answers: fact.answered,
    questions: countedOf(survey.questions[fact.role] ?? []).map((question) => countQuestion(question, fact, guard)),
  }
}

function countQuestion(question: Question, fact: SurveyFact, guard: Guard): SurveyResult['questions'][number] {
  const given = fact.answers.filter((answer) => answer.question === question.key && answer.values.length > 0)
  const base = given.length
  const counted = optionsOf(question).map((option) => ({
    option,
    ...shownOf(question, given.filter((it) => isChosen(question, it, option)).length, base, guard),
  }))
  if (['agreement', 'recommend', 'percent', 'goal'].includes(question.kind))
    return { key: question.key, base, options: counted }
  // In the order of what is shown, so that the order tells nothing more.
  return {
    key: question.key,
    base,
    options: counted.sort((a, b) => shareOf(b) - shareOf(a) || (a.option < b.option ? -1 : 1)),
  }
}

function isChosen(question: Question, { values }: Given, option: string): boolean {
  return values.some((it) => asShown(question, it) === option)
}

/** An answer as the tables name it: a goal's percentage by its band. */
export function asShown(question: Pick<Question, 'kind'>, value: string): string {
  if (question.kind !== 'percent') return value
  return BANDS.find(({ until }) => Number(value) <= until)?.name ?? value
}

/** The options of a question, the same whatever was answered. */
export function optionsOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'skills':
      return [...new Set(question.options)]
    case 'yes-no':
      return ['yes', 'no']
    case 'agreement':
      return Array.from({ length: question.points }, (_, at) => String(at + 1))
    case 'recommend':
      return Array.from({ length: HIGHEST_RECOMMENDATION + 1 }, (_, at) => String(at))
    case 'percent':
      return BANDS.map(({ name }) => name)
    case 'goal':
      return GOAL_OUTCOMES
    case 'free-text':
      return []
  }
}

/** How so many people of a base are shown. */
export function shownOf(question: Pick<Question, 'kind'>, people: number, base: number, guard: Guard = GUARD): Shown {
  if (base < smallestBaseOf(question, guard)) return { people: null, percent: null, shown: 'too few' }
  if (people <= guard.atTheEnd) return { people: null, percent: null, shown: 'nearly none' }
  if (people >= base - guard.atTheEnd) return { people: null, percent: null, shown: 'nearly all' }
  return { people, percent: percent(people, base) ?? 0 }
}

/** How many people have to have answered before anything of a question is shown. */
export function smallestBaseOf(question: Pick<Question, 'kind'>, guard: Guard = GUARD): number {
  return question.kind === 'yes-no' ? guard.smallest.percentage : guard.smallest.distribution
}

function shareOf(it: Shown): number {
  if (it.people !== null) return it.people
  return it.shown === 'nearly all' ? Number.POSITIVE_INFINITY : 0
}
