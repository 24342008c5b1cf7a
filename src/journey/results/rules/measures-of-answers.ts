import type { Shown, SurveyResult } from '../../../model/figures.ts'
import type { Question } from '../../../model/surveys.ts'
import { GUARD, isClosed } from '../../survey/rules.ts'
import { type Asked, type Counted, noFigure, share } from './measured.ts'

type Kind = Question['kind']
type Table = SurveyResult['questions'][number]

/** Those who answered a survey, of those invited, in each role. PRODUCT.md, figures: invited. */
export function measureFeedback(asked: Asked): readonly Counted[] {
  const found = surveysOf(asked).map((it) => share([it.survey, it.role], it.answers, it.invited))
  return found.length > 0 ? found : [noFigure([], whyNone(asked))]
}

/** Those who say that their goal was reached in full. PRODUCT.md, results. */
export function measureGoals(asked: Asked): readonly Counted[] {
  return tablesOf(asked, ['percent', 'goal'], ({ kind }) => (kind === 'goal' ? ['reached'] : ['100']))
}

/** Each skill by itself. PRODUCT.md, results. */
export function measureSkills(asked: Asked): readonly Counted[] {
  return tablesOf(asked, ['skills'], null)
}

/** Those who said yes, or chose a step above the middle of the scale. Issue 7, measures. */
export function measureAgreement(asked: Asked): readonly Counted[] {
  return tablesOf(asked, ['yes-no', 'agreement'], (question) =>
    question.kind === 'agreement' ? stepsAboveTheMiddle(question.points) : ['yes'],
  )
}

/** Those who gave 9 or 10 of 10. Issue 7, measures. */
export function measureRecommend(asked: Asked): readonly Counted[] {
  return tablesOf(asked, ['recommend'], () => ['9', '10'])
}

/** How the same people's answers moved in a series, as it is published there. Issue 7, measures. */
export function measureChange({ measure, results }: Asked): readonly Counted[] {
  const found = (results.changes ?? []).filter(
    (it) =>
      (measure.survey === undefined || measure.survey === it.first || measure.survey === it.last) &&
      (measure.role === undefined || measure.role === it.role) &&
      (measure.question === undefined || measure.question === it.question) &&
      (measure.option === undefined || measure.option === it.option),
  )
  if (found.length === 0) return [noFigure([], 'not-published')]
  return found.map(({ last, role, question, option, shown }) => {
    const of = [last, role, question, ...(option === '' ? [] : [option])]
    if (shown === null) return { ...noFigure(of, null), shown: 'too few' as const }
    return { ...noFigure(of, null), base: shown.base, change: shown }
  })
}

function stepsAboveTheMiddle(points: number): readonly string[] {
  const steps = Array.from({ length: points }, (_, at) => at + 1)
  return steps.filter((step) => 2 * step > points + 1).map(String)
}

function surveysOf({ measure, results }: Asked): readonly SurveyResult[] {
  return results.surveys.filter(
    (it) =>
      (measure.survey === undefined || it.survey === measure.survey) &&
      (measure.role === undefined || it.role === measure.role),
  )
}

/** Why no survey has figures: none that is meant has closed, or nobody answered. */
function whyNone({ measure, program, asOf }: Asked): 'not-published' | 'no-answers' {
  const meant = Object.entries(program.surveys).filter(
    ([key]) => measure.survey === undefined || measure.survey === key,
  )
  return meant.some(([, it]) => isClosed(it, asOf)) ? 'no-answers' : 'not-published'
}

/** `chosen` are the options that are counted together; null is each by itself. One that the measure names goes before both. */
function tablesOf(asked: Asked, kinds: readonly Kind[], chosen: ((question: Question) => readonly string[]) | null) {
  const { measure, program } = asked
  const surveys = surveysOf(asked)
  const found = surveys.flatMap((it) =>
    it.questions.flatMap((table) => {
      const question = program.surveys[it.survey]?.questions[it.role]?.find((one) => one.key === table.key)
      if (!question || !kinds.includes(question.kind)) return []
      if (measure.question !== undefined && measure.question !== table.key) return []
      const of = [it.survey, it.role, table.key]
      if (measure.option !== undefined) return [together(of, table, [measure.option], measure.option)]
      return chosen
        ? [together(of, table, chosen(question), null)]
        : table.options.map(({ option }) => together(of, table, [option], option))
    }),
  )
  if (found.length > 0) return found
  return [noFigure([], surveys.length === 0 ? whyNone(asked) : 'no-such-question')]
}

/**
 * Some options of a published table as one figure, made from what is published of it and from nothing else, so that it tells nothing
 * more. Where words stand in the table, only the fewest and the most are known. PRODUCT.md, survey answers.
 */
function together(of: readonly string[], table: Table, options: readonly string[], option: string | null): Counted {
  const { base } = table
  const at = option === null ? of : [...of, option]
  const inside = table.options.filter((it) => options.includes(it.option))
  const [first] = inside
  if (!first) return noFigure(at, 'no-such-question')
  const tooFew = inside.some((it) => it.people === null && it.shown === 'too few')
  if (tooFew) return { ...noFigure(at, null), base, shown: 'too few' }
  if (inside.length === 1 && first.people === null) return { ...noFigure(at, null), base, shown: first.shown }
  const bounds = inside.map((it) => boundsOf(it, base))
  const least = bounds.reduce((sum, it) => sum + it.least, 0)
  const most = Math.min(
    base,
    bounds.reduce((sum, it) => sum + it.most, 0),
  )
  if (least === most) return share(at, least, base)
  return {
    ...noFigure(at, null),
    base,
    least,
    most,
    standing: { reached: least, missed: base - most, open: most - least },
  }
}

function boundsOf(it: Shown, base: number): { least: number; most: number } {
  if (it.people !== null) return { least: it.people, most: it.people }
  return it.shown === 'nearly all' ? { least: base - GUARD.atTheEnd, most: base } : { least: 0, most: GUARD.atTheEnd }
}
