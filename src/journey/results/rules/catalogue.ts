import type { MeasureFigure } from '../../../model/measure-figure.ts'
import type { Definition } from '../../../model/measures.ts'
import { planForecast } from './forecast.ts'
import type { Asked, Counted } from './measured.ts'
import {
  measureAgreement,
  measureChange,
  measureFeedback,
  measureGoals,
  measureRecommend,
  measureSkills,
} from './measures-of-answers.ts'
import {
  measureAttendance,
  measureCadence,
  measureCompletion,
  measureDepartments,
  measureDivisions,
  measureEngagement,
  measureParticipation,
  measureRetention,
} from './measures-of-pairs.ts'
import { measurePromotion, measureStaying, measureTraining, measureTransfer } from './measures-of-people.ts'

/** Every figure a program can name, and the one place where it is counted; `texts` says each in words. PRODUCT.md, results. */
const CATALOGUE: Readonly<Record<Definition, (asked: Asked) => readonly Counted[]>> = {
  participation: measureParticipation,
  departments: measureDepartments,
  divisions: measureDivisions,
  retention: measureRetention,
  attendance: measureAttendance,
  engagement: measureEngagement,
  training: measureTraining,
  cadence: measureCadence,
  completion: measureCompletion,
  goals: measureGoals,
  skills: measureSkills,
  agreement: measureAgreement,
  recommend: measureRecommend,
  change: measureChange,
  feedback: measureFeedback,
  staying: measureStaying,
  promotion: measurePromotion,
  transfer: measureTransfer,
}

/** The figures that the program asks for, each beside its target and with what can still come of it. PRODUCT.md, results. */
export function countMeasures(facts: Omit<Asked, 'measure'>): readonly MeasureFigure[] {
  return facts.program.measures.flatMap((measure) =>
    CATALOGUE[measure.definition]({ ...facts, measure }).map(({ isAimed, ...it }) => {
      const target = isAimed ? (measure.targetPercent ?? null) : null
      const forecast = target !== null && it.standing !== null ? planForecast(it.standing, target) : null
      return { measure: measure.key, definition: measure.definition, ...it, target, forecast }
    }),
  )
}
