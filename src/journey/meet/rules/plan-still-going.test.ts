import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { PairFact } from '../../../model/figures.ts'
import { planStillGoing } from './plan-still-going.ts'

const RHYTHM = { from: '2026-01-05', until: '2026-06-30', everyDays: 14, minutes: 30 }
const PAIR: PairFact = {
  id: 'pair',
  mentorId: 'mentor',
  menteeId: 'mentee',
  publishedOn: '2026-01-01',
  endedOn: null,
  pauses: [],
  excusedOn: [],
}
const days = fc.integer({ min: 0, max: 250 }).map((n) => addDays('2025-12-20', n))

describe('“still going?” once a month', () => {
  it.each([
    ['nothing in the first month', '2026-02-03', null],
    ['the first after thirty days', '2026-02-04', 1],
    ['the same for six days more', '2026-02-10', 1],
    ['nothing after that', '2026-02-11', null],
    ['the second after sixty days', '2026-03-06', 2],
    ['nothing in the last two weeks', '2026-06-17', null],
  ])('says %s', (_, today, month) => expect(planStillGoing(RHYTHM, PAIR, today)).toBe(month))

  it('counts a pair that was made later from its own first window', () => {
    expect(planStillGoing(RHYTHM, { ...PAIR, publishedOn: '2026-02-01' }, '2026-02-04')).toBe(null)
    expect(planStillGoing(RHYTHM, { ...PAIR, publishedOn: '2026-02-01' }, '2026-03-03')).toBe(1)
  })

  it('asks no pair that has ended or is paused on the day', () => {
    fc.assert(
      fc.property(days, days, (today, from) => {
        const paused = { ...PAIR, pauses: [{ from, until: addDays(from, 20) }] }
        const isPaused = from <= today && today <= addDays(from, 20)
        if (isPaused) expect(planStillGoing(RHYTHM, paused, today)).toBe(null)
        if (from <= today) expect(planStillGoing(RHYTHM, { ...PAIR, endedOn: from }, today)).toBe(null)
      }),
    )
  })

  it('has one number for each month, so that nobody is asked twice', () => {
    const asked = Array.from({ length: 200 }, (_, n) => planStillGoing(RHYTHM, PAIR, addDays('2026-01-05', n)))
    const numbers = asked.filter((it) => it !== null)
    expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5])
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })
})
