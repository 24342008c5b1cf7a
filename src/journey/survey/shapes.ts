import type { Respondent } from '../../model/respondent.ts'
import type { Question, Survey } from '../../model/surveys.ts'

/** What somebody entered, by the key of its question; an unanswered one is an empty list. */
export type Entered = Readonly<Record<string, readonly string[]>>

/** What is wrong with the answer to one question. */
export type AnswerFault = {
  readonly question: string
  readonly code: 'too-long' | 'not-an-option' | 'not-a-percentage' | 'one-answer-only' | 'must-be-answered'
}

/** `sent` may still be changed or taken back; `answered` and `closed` are after the close, with and without answers of theirs. */
export type Standing = 'coming' | 'open' | 'sent' | 'answered' | 'closed'

/** A survey as whoever answers it has it before them. */
export type SurveyForm = {
  readonly season: string
  readonly seasonName: string
  readonly seasonEndsOn: string
  readonly key: string
  readonly role: Respondent
  readonly roles: readonly Respondent[]
  readonly survey: Survey
  readonly questions: readonly Question[]
  readonly minutes: number
  readonly standing: Standing
  readonly entered: Entered
  /** When the draft was kept last; null where there is none. */
  readonly keptAt: string | null
}
