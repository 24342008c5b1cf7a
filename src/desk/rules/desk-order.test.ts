import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskLine, Need } from './desk-line.ts'
import { compareLines, ORDER } from './plan-desk.ts'

type Kind = Need['kind']
/** A line of a kind as far as its place on the desk goes. */
const line = (kind: Kind, dueOn: string, key = kind as string) => ({ kind, dueOn, key }) as DeskLine
const inOrder = (lines: readonly DeskLine[]) => lines.toSorted(compareLines).map((it) => it.key)

describe('what costs most to wait', () => {
  const cases: readonly (readonly [string, Kind, Kind])[] = [
    ['letters that hold everybody up come before a match', 'announce', 'match'],
    ['a match comes before shortlists: everybody waits for it', 'match', 'shortlists'],
    ['shortlists give people days to choose, reviews only inform', 'shortlists', 'reviews'],
    ['what decisions read comes before the decisions', 'reviews', 'decide'],
    ['a decision for all comes before one who asks for help', 'decide', 'help'],
    ['somebody who asked for help comes before a pair that went quiet', 'help', 'quiet-pair'],
    ['a quiet pair may be lost; another match is only wanted', 'quiet-pair', 'another-match'],
    ['who has no pair comes before who remembers it differently', 'another-match', 'disagree'],
    ['a disagreement blocks a figure, a certificate only a person', 'disagree', 'certificate'],
    ['what is due by the rules comes before a promised answer', 'certificate', 'look-again'],
    ['a promise to one comes before an hour for some', 'look-again', 'seats'],
    ['an hour for some comes before one wrong address', 'seats', 'undelivered'],
    ['a wrong address loses letters each day, a late application none', 'undelivered', 'late'],
    ['who is undecided comes before who could be asked', 'late', 'free-place'],
    ['whoever is free and not asked yet comes before whoever is in reserve anyway', 'free-place', 'place'],
    ['a pair that could be comes before a training', 'place', 'training'],
    ['people are written to before questions are read', 'training', 'questions'],
    ['what is asked comes before what is counted', 'questions', 'survey'],
    ['what is counted comes before what is decided by it', 'survey', 'season-decision'],
    ['what is decided comes before what is closed', 'season-decision', 'season-closing'],
  ]
  it.each(cases)('%s', (_, first, second) => {
    expect(inOrder([line(second, '2026-10-12'), line(first, '2026-10-12')])).toEqual([first, second])
  })

  it('has a place for every kind, once', () => {
    expect(cases.map(([, first]) => first)).toEqual(ORDER.slice(0, -1))
    expect(new Set(ORDER).size).toBe(ORDER.length)
  })

  it('an earlier day comes first, whatever the kind', () => {
    expect(inOrder([line('announce', '2026-10-13'), line('survey', '2026-10-12')])).toEqual(['survey', 'announce'])
  })

  const anyLine = fc
    .tuple(fc.constantFrom(...ORDER), fc.integer({ min: 10, max: 14 }), fc.constantFrom('a', 'b', 'c'))
    .map(([kind, day, key]) => line(kind, `2026-10-${day}`, `${kind} ${key}`))

  it('is one order: the same lines in any order come out the same, days ascending', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (lines, numbers) => {
        const mixed = lines
          .map((it) => ({ it, at: numbers.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ it }) => it)
        expect(inOrder(mixed)).toEqual(inOrder(lines))
        const days = lines.toSorted(compareLines).map((it) => it.dueOn)
        expect(days).toEqual(days.toSorted())
      }),
    )
  })

  it('says of any two which comes first, and of three the same thing', () => {
    fc.assert(
      fc.property(anyLine, anyLine, anyLine, (a, b, c) => {
        expect(Math.sign(compareLines(a, b))).toBe(-Math.sign(compareLines(b, a)) || 0)
        if (compareLines(a, b) <= 0 && compareLines(b, c) <= 0) expect(compareLines(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
