import type { Day } from '../../model/day.ts'
import type { PairFact, Shown, SurveyFact, SurveyResult } from '../../model/figures.ts'
import { percent } from '../../model/percent.ts'
import type { Program, Question, Survey } from '../../model/program.ts'
import { ROLES, type Role } from '../../model/role.ts'

/** The smallest groups shown, in people who answered: one percentage, a distribution, free text. PRODUCT.md, who sees what. */
export const SMALLEST_BASE = { percentage: 5, distribution: 8, freeText: 10 } as const

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
): readonly { readonly survey: string; readonly role: Role; readonly question: string }[] {
  return Object.entries(surveys)
    .filter(([, survey]) => isClosed(survey, asOf))
    .flatMap(([survey, { questions }]) =>
      ROLES.flatMap((role) =>
        countedOf(questions[role] ?? []).map((question) => ({ survey, role, question: question.key })),
      ),
    )
}

/** Whether a survey's last day has passed. PRODUCT.md, figures. */
export function isClosed(survey: Pick<Survey, 'closes'>, asOf: Day): boolean {
  return survey.closes < asOf
}

function countedOf(questions: readonly Question[]): readonly Question[] {
  return questions.filter((question) => question.kind !== 'free-text')
}

/** The figures of one survey and role. A base below its threshold is withheld; a figure at the end of its scale is a word. */
export function countSurvey(key: string, survey: Survey, fact: SurveyFact, invited: number): SurveyResult {
  return {
    survey: key,
    role: fact.role,
    invited,
    answers: fact.answered,
    questions: countedOf(survey.questions[fact.role] ?? []).map((question) => countQuestion(question, fact)),
  }
}

function countQuestion(question: Question, fact: SurveyFact): SurveyResult['questions'][number] {
  const given = fact.answers.filter((answer) => answer.question === question.key && answer.values.length > 0)
  const base = given.length
  const smallest = question.kind === 'yes-no' ? SMALLEST_BASE.percentage : SMALLEST_BASE.distribution
  const options = optionsOf(question, given, base >= smallest)
  const counted = options.map((option) => ({ option, people: given.filter((it) => it.values.includes(option)).length }))
  // Below the threshold the order must not tell what the figures would, so it is by name alone.
  const ordered = counted.sort((a, b) => (base < smallest ? 0 : b.people - a.people) || (a.option < b.option ? -1 : 1))
  return {
    key: question.key,
    base,
    options: ordered.map((it) => ({ option: it.option, ...shown(it.people, base, smallest) })),
  }
}

/** The options of the program's own scale; only a percentage has none, so its values appear once enough people answered. */
function optionsOf(question: Question, given: readonly Given[], isShown: boolean): readonly string[] {
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
      return isShown ? [...new Set(given.flatMap((answer) => answer.values))] : []
    case 'free-text':
      return []
  }
}

function shown(people: number, base: number, smallest: number): Shown {
  if (base < smallest) return { people: null, percent: null, shown: 'too few' }
  if (people === 0) return { people: null, percent: null, shown: 'nearly none' }
  if (people === base) return { people: null, percent: null, shown: 'nearly all' }
  return { people, percent: percent(people, base) ?? 0 }
}
