import { describe, expect, it } from 'vitest'
import type { Question, Survey } from '../../../model/surveys.ts'
import { type AnswerPair, countChanges, decideChange } from './changes.ts'
import { planPairing } from './pairing.ts'

const FIT: Question = { kind: 'agreement', key: 'fit', text: 'f', points: 5 }
const SURE: Question = { kind: 'yes-no', key: 'sure', text: 's' }
const SKILLS: Question = { kind: 'skills', key: 'skills', text: 's', options: ['asking', 'listening'] }

const survey = (opens: string, questions: Survey['questions'], series = 'x'): Survey => ({
  name: 's',
  opens,
  closes: opens,
  required: false,
  series,
  questions,
})
const pairsOf = (...moves: readonly (readonly [string, string])[]): AnswerPair[] =>
  moves.map(([before, after]) => ({ before: [before], after: [after] }))
const allOf = (pairs: readonly AnswerPair[], before: readonly string[] = [], after: readonly string[] = []) => ({
  before: [...pairs.map((it) => it.before), ...before.map((it) => [it])],
  after: [...pairs.map((it) => it.after), ...after.map((it) => [it])],
})
const laid = (pairs: readonly AnswerPair[], all = allOf(pairs), question: Question = FIT) =>
  decideChange({ question }, pairs, all).length

const FIVE = pairsOf(['1', '2'], ['2', '2'], ['1', '3'], ['2', '4'], ['3', '3'])

describe('which surveys are compared', () => {
  it('a question is compared where the first and the last survey of a series ask it alike', () => {
    const surveys = {
      end: survey('2026-06-01', { mentee: [FIT, SURE], mentor: [SURE] }),
      pre: survey('2026-01-01', { mentee: [FIT, { ...FIT, key: 'sure' }], mentor: [FIT] }),
      mid: survey('2026-03-01', { mentee: [FIT] }),
      other: survey('2026-02-01', { mentee: [SURE] }, 'y'),
    }
    expect(planPairing(surveys)).toEqual([{ series: 'x', role: 'mentee', question: FIT, first: 'pre', last: 'end' }])
  })

  it('another scale is another question', () => {
    const pre = survey('2026-01-01', { mentee: [{ ...FIT, points: 7 }] })
    expect(planPairing({ pre, end: survey('2026-06-01', { mentee: [FIT] }) })).toEqual([])
  })
})

describe('what is laid down of a change', () => {
  it.each([
    ['five people who differ', FIVE, allOf(FIVE), 5],
    ['four people', FIVE.slice(0, 4), allOf(FIVE.slice(0, 4)), 0],
    ['one more who answered only before', FIVE, allOf(FIVE, ['1']), 0],
    ['four more who answered only after', FIVE, allOf(FIVE, [], ['1', '2', '3', '4']), 0],
    ['five more who answered only after', FIVE, allOf(FIVE, [], ['1', '2', '3', '4', '4']), 5],
    ['five more who all said the same', FIVE, allOf(FIVE, [], ['4', '4', '4', '4', '4']), 0],
    ['five more of whom all but one said the same', FIVE, allOf(FIVE, ['4', '4', '4', '4', '1']), 0],
  ])('%s', (_, pairs, all, expected) => {
    expect(laid(pairs, all)).toBe(expected)
  })

  it.each([
    ['all but one said the same before', pairsOf(['1', '1'], ['1', '2'], ['1', '3'], ['1', '4'], ['2', '5'])],
    ['all but one said the same after', pairsOf(['1', '5'], ['2', '5'], ['3', '5'], ['4', '5'], ['4', '4'])],
    ['all moved by as much', pairsOf(['1', '2'], ['2', '3'], ['3', '4'], ['4', '5'], ['1', '2'])],
  ])('nothing where %s', (_, pairs) => {
    expect(laid(pairs)).toBe(0)
  })

  it('of several answers each by itself, from 8 people on', () => {
    const of = (many: number) =>
      Array.from({ length: many }, (_, at) => ({
        before: at % 2 ? ['asking'] : ['listening'],
        after: ['listening', ...(at % 3 ? ['asking'] : [])],
      }))
    expect(laid(of(7), allOf(of(7)), SKILLS)).toBe(0)
    const rows = decideChange({ question: SKILLS }, of(9), allOf(of(9)))
    // Everybody names listening afterwards, so only the other is told of.
    expect(new Set(rows.map((it) => it.option))).toEqual(new Set(['asking']))
    expect(rows).toHaveLength(9)
  })
})

describe('how a change is counted', () => {
  const surveys = {
    pre: survey('2026-01-01', { mentee: [FIT, SURE] }),
    end: survey('2026-06-01', { mentee: [FIT, SURE] }),
  }
  const facts = decideChange({ question: FIT }, FIVE, allOf(FIVE)).map((it) => {
    return { ...it, series: 'x', role: 'mentee' as const, question: 'fit' }
  })

  it('means and their difference in two decimals, with the interval around them', () => {
    const [fit, sure] = countChanges(surveys, facts, '2026-06-02')
    expect(fit).toMatchObject({ first: 'pre', last: 'end', from: 1, to: 5 })
    expect(fit?.shown).toMatchObject({ base: 5, before: 1.8, after: 2.8, change: 1 })
    expect(fit?.shown?.low).toBeLessThan(1)
    expect(fit?.shown?.high).toBeGreaterThan(1)
    expect(sure?.shown).toBeNull()
  })

  it('a loss is rounded as the gain of the same size is', () => {
    const turned = facts.map((it) => ({ ...it, before: it.after, after: it.before }))
    const third = (some: typeof facts) => [...some, { ...some[0], before: 3, after: 3 } as (typeof facts)[number]]
    const [up] = countChanges(surveys, third(facts), '2026-06-02')
    const [down] = countChanges(surveys, third(turned), '2026-06-02')
    expect(up?.shown?.change).toBe(0.83)
    expect(down?.shown?.change).toBe(-0.83)
    expect(down?.shown?.low).toBe(-(up?.shown?.high ?? 0))
  })

  it('nothing before the day after the last close', () => {
    expect(countChanges(surveys, facts, '2026-06-01')).toEqual([])
  })
})
