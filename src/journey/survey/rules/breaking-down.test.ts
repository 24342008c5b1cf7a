import { describe, expect, it } from 'vitest'
import type { Question } from '../../../model/surveys.ts'
import { decideBreakdown, type Grouped } from './breaking-down.ts'

const AGAIN: Question = { kind: 'yes-no', key: 'again', text: 'a' }
const TIME: Question = { kind: 'agreement', key: 'time', text: 't', points: 5 }
const SKILLS: Question = { kind: 'skills', key: 'skills', text: 's', options: ['asking', 'listening'] }
type By = 'division' | 'department'

/** So many people of a department in a division; two of three say yes. */
const group = (division: string | null, department: string | null, many: number, yes = Math.ceil((many * 2) / 3)) =>
  Array.from(
    { length: many },
    (_, at): Grouped<By> => ({
      values: [at < yes ? 'yes' : 'no'],
      groups: { division, department },
    }),
  )
const shown = (question: Question, by: readonly By[], ...groups: readonly (readonly Grouped<By>[])[]) =>
  [...new Set(decideBreakdown(question, by, groups.flat()).map((it) => `${it.by} ${it.group}`))].sort()

describe('which groups of a breakdown are laid down', () => {
  it.each<[string, string[], (readonly Grouped<By>[])[]]>([
    ['two groups of six', ['department a', 'department b'], [group('N', 'a', 6), group('N', 'b', 6)]],
    [
      'a group of four goes with the smallest that is shown',
      ['department b'],
      [group('N', 'a', 6), group('N', 'b', 7), group('N', 'c', 4)],
    ],
    [
      'five who are in no group shown stay with nobody',
      ['department a', 'department b'],
      [group('N', 'a', 6), group('N', 'b', 7), group('N', 'c', 5, 3).map((it) => ({ ...it, groups: {} }))],
    ],
    [
      'three and two together are five',
      ['department a', 'department b'],
      [group('N', 'a', 6), group('N', 'b', 7), group('N', 'c', 3), group('N', 'd', 2, 0)],
    ],
    ['nothing where only one group is left', [], [group('N', 'a', 6), group('N', 'c', 4)]],
    ['nothing where one group said the same but for one', [], [group('N', 'a', 6), group('N', 'b', 6, 5)]],
    [
      'nothing where those in no group said the same',
      [],
      [group('N', 'a', 6), group('N', 'b', 7), group('N', null, 5, 5)],
    ],
    ['nothing where everybody is in one group', [], [group('N', 'a', 12)]],
  ])('%s', (_, expected, groups) => {
    expect(shown(AGAIN, ['department'], ...groups)).toEqual(expected)
  })

  it('a spread needs eight', () => {
    const spread = (department: string, many: number) =>
      group('N', department, many).map((it, at) => ({ ...it, values: [String((at % 3) + 1)] }))
    expect(shown(TIME, ['department'], spread('a', 8), spread('b', 9))).toEqual(['department a', 'department b'])
    expect(shown(TIME, ['department'], spread('a', 7), spread('b', 9))).toEqual(['department b'])
  })

  it('of two breakdowns whose groups differ by two people only the first is shown', () => {
    const people = [group('N', 'a', 8), group('N', 'c', 2, 1), group('S', 'c', 10)]
    expect(shown(AGAIN, ['division', 'department'], ...people)).toEqual(['division N', 'division S'])
    expect(shown(AGAIN, ['department', 'division'], ...people)).toEqual(['department a', 'department c'])
  })

  it('a department and the rest of its division are shown beside the division where each is large enough', () => {
    const people = [group('N', 'a', 6), group('N', 'b', 6), group('S', 'c', 7)]
    expect(shown(AGAIN, ['division', 'department'], ...people)).toEqual([
      'department a',
      'department b',
      'department c',
      'division N',
      'division S',
    ])
  })

  it('of several answers each is decided by itself, and laid down by itself', () => {
    const people = (department: string) =>
      Array.from(
        { length: 9 },
        (_, at): Grouped<By> => ({
          values: at % 2 ? ['asking'] : ['asking', 'listening'],
          groups: { department },
        }),
      )
    const laid = decideBreakdown(SKILLS, ['department'] as const, [...people('a'), ...people('b')])
    // Everybody names asking: it is told of no group.
    expect(new Set(laid.map((it) => it.option))).toEqual(new Set(['listening']))
    expect(laid.filter((it) => it.value === 'yes')).toHaveLength(10)
  })

  it('who left the question out is in no group', () => {
    const people = [
      ...group('N', 'a', 6),
      ...group('N', 'b', 6),
      ...group('N', 'b', 3).map((it) => ({ ...it, values: [] })),
    ]
    expect(decideBreakdown(AGAIN, ['department'] as const, people)).toHaveLength(12)
  })
})
