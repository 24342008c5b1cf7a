import type { Respondent } from '../../../model/respondent.ts'
import type { INSTRUMENT_KINDS, Question } from '../../../model/surveys.ts'

export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number]
/** A question written for mentorship programs: whom and when it suits, what it measures, and where the idea is published. */
export type BankQuestion = {
  /** Whom it is for. */
  readonly of: readonly Respondent[]
  /** The instruments it suits. */
  readonly at: readonly InstrumentKind[]
  readonly question: Question & { readonly about: string }
}
