import type { Respondent } from '../../../model/respondent.ts'
import { OF_OTHERS } from './bank-of-others.ts'
import { OF_THE_PAIRS } from './bank-of-pairs.ts'
import { OF_SKILLS_AND_GOALS } from './bank-of-skills-and-goals.ts'
import type { BankQuestion, InstrumentKind } from './bank-question.ts'

/**
 * Every question of the bank. The words are our own; where the idea, or a scale of it, is published, `source` names it: figures of these
 * questions are not those of a published scale. Issue 7, instruments.
 */
export const QUESTION_BANK: readonly BankQuestion[] = [...OF_THE_PAIRS, ...OF_SKILLS_AND_GOALS, ...OF_OTHERS]

/** The questions for somebody, those that suit the instrument before the rest. */
export function questionsFor(respondent: Respondent, at: InstrumentKind | undefined): readonly BankQuestion[] {
  const theirs = QUESTION_BANK.filter((it) => it.of.includes(respondent))
  const suits = (it: BankQuestion) => at === undefined || it.at.includes(at)
  return [...theirs.filter(suits), ...theirs.filter((it) => !suits(it))]
}

/** A question by its short name. */
export function bankQuestion(key: string): BankQuestion['question'] | undefined {
  return QUESTION_BANK.find((it) => it.question.key === key)?.question
}
