import type { Day } from '../../../model/day.ts'
import type { ChangeFact, ChangeResult } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import type { Question } from '../../../model/surveys.ts'
import { GUARD, type Guard } from '../rules.ts'
import { hidesNobody, isAlike, sizeOf, tallyOf, tallyWithout } from './alike.ts'
import { meanInterval } from './mean-interval.ts'
import { isSeriesClosed, type PairedQuestion, planPairing, scaleOf } from './pairing.ts'

/** What one person answered first and last, as it was entered. */
export type AnswerPair = { readonly before: readonly string[]; readonly after: readonly string[] }
/** Everybody's answers to the same question in both surveys: the pairs are among them. */
export type AllAnswers = {
  readonly before: readonly (readonly string[])[]
  readonly after: readonly (readonly string[])[]
}
type Numbers = { readonly option: string; readonly before: number; readonly after: number }

const SHARE = { yes: 100, no: 0 } as const

/** The parts of a question that change by themselves: each answer of several, or the question. */
export function partsOf(question: Question): readonly string[] {
  return question.kind === 'skills' ? [...new Set(question.options)] : ['']
}

/**
 * The pairs of one question that are laid down at the end of a series, as numbers; what may never be shown is not kept either. The
 * base is at least 5 people, and those who answered only once are none or at least 5; of all of these, and of what they said before,
 * after, and in between, at least two differ. PRODUCT.md, who sees what; decision 0017.
 */
export function decideChange(
  { question }: Pick<PairedQuestion, 'question'>,
  pairs: readonly AnswerPair[],
  all: AllAnswers,
  guard: Guard = GUARD,
): readonly Numbers[] {
  const given = pairs.filter((it) => it.before.length > 0 && it.after.length > 0)
  if (given.length < smallestFor(question, guard)) return []
  return partsOf(question).flatMap((option) => {
    const number = (values: readonly string[]) => numberOf(question, option, values)
    const numbers = given.map((it) => ({ option, before: number(it.before), after: number(it.after) }))
    const sides = (['before', 'after'] as const).flatMap((side) => {
      const paired = tallyOf(numbers.map((it) => String(it[side])))
      const everybody = tallyOf(all[side].filter((it) => it.length > 0).map((it) => String(number(it))))
      return [paired, tallyWithout(everybody, paired)]
    })
    const moves = tallyOf(numbers.map((it) => String(it.after - it.before)))
    const isSafe =
      sides.every((it) => hidesNobody(sizeOf(it), guard)) && [...sides, moves].every((it) => !isAlike(it, guard))
    return isSafe ? numbers : []
  })
}

/** The change in every question of the series that are over by a day; withheld where nothing was laid down. PRODUCT.md, results. */
export function countChanges(
  surveys: Program['surveys'],
  facts: readonly ChangeFact[],
  asOf: Day,
): readonly ChangeResult[] {
  return planPairing(surveys)
    .filter(({ series }) => isSeriesClosed(surveys, series, asOf))
    .flatMap((paired) => partsOf(paired.question).map((option) => countChange(paired, option, facts)))
}

function countChange(paired: PairedQuestion, option: string, facts: readonly ChangeFact[]): ChangeResult {
  const { series, role, question, first, last } = paired
  const { from, to } = scaleOf(question) ?? { from: 0, to: 0 }
  const of = facts.filter(
    (it) => it.series === series && it.role === role && it.question === question.key && it.option === option,
  )
  const named = { series, role, question: question.key, option, first, last, from, to }
  const base = of.length
  if (base < smallestFor(question, GUARD)) return { ...named, shown: null }
  const sum = (side: 'before' | 'after') => of.reduce((total, it) => total + it[side], 0)
  const moves = of.map((it) => it.after - it.before)
  const { low, high } = meanInterval(moves, from - to, to - from)
  const mean = (total: number) => hundredths(total, base)
  return {
    ...named,
    shown: {
      base,
      before: mean(sum('before')),
      after: mean(sum('after')),
      change: mean(sum('after') - sum('before')),
      low: Math.floor(low * 100) / 100,
      high: Math.ceil(high * 100) / 100,
    },
  }
}

/** A mean from a whole sum, two decimals, half away from zero, so that a loss is rounded as the gain is. */
function hundredths(sum: number, base: number): number {
  const size = Math.floor((Math.abs(sum) * 200 + base) / (2 * base)) / 100
  return sum < 0 && size > 0 ? -size : size
}

function smallestFor(question: Question, guard: Guard): number {
  return question.kind === 'skills' ? guard.smallest.distribution : guard.smallest.percentage
}

function numberOf(question: Question, option: string, values: readonly string[]): number {
  if (question.kind === 'skills') return SHARE[values.includes(option) ? 'yes' : 'no']
  if (question.kind === 'yes-no') return SHARE[values.includes('yes') ? 'yes' : 'no']
  return Number(values[0])
}
