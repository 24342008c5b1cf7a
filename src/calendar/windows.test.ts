import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './days.ts'
import { isWindowDue, planWindows, windowIndexOf } from './windows.ts'

const season = { until: '2021-12-31', everyDays: 14 }
function dueOn(asOf: string, from: string, pairEndedOn: string | null = null) {
  return planWindows({ ...season, from }).filter((window) =>
    isWindowDue(window, { asOf, until: season.until, pairEndedOn }),
  )
}

describe('windows', () => {
  it.each([
    ['2021-07-08', '2021-09-29'],
    ['2021-07-14', '2021-10-05'],
  ])('a pair that begins on %s has six due windows on 7 October 2021', (from, last) => {
    expect(dueOn('2021-10-07', from)).toHaveLength(6)
    expect(dueOn('2021-10-07', from).at(-1)?.lastDay).toBe(last)
    expect(planWindows({ from, until: '2021-10-07', everyDays: 14 })).toHaveLength(6)
  })

  it('a window is not due on its last day, and is the day after', () => {
    expect(dueOn('2021-07-21', '2021-07-08')).toHaveLength(0)
    expect(dueOn('2021-07-22', '2021-07-08')).toHaveLength(1)
  })

  it('an ended pair counts the windows it completed', () => {
    expect(dueOn('2021-10-07', '2021-07-08', '2021-08-04')).toHaveLength(2)
    expect(dueOn('2021-10-07', '2021-07-08', '2021-08-03')).toHaveLength(1)
  })

  it('windows touch, have one length, stay inside and find their days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -5, max: 400 }),
        (start, everyDays, days) => {
          const from = addDays('2024-02-29', start)
          const until = addDays(from, days)
          const windows = planWindows({ from, until, everyDays })
          expect(windows).toHaveLength(Math.max(0, Math.floor((days + 1) / everyDays)))
          for (const window of windows) {
            expect(window.firstDay).toBe(addDays(from, window.index * everyDays))
            expect(daysBetween(window.firstDay, window.lastDay)).toBe(everyDays - 1)
            expect(window.lastDay <= until).toBe(true)
            expect(windowIndexOf(from, everyDays, window.lastDay)).toBe(window.index)
          }
        },
      ),
    )
  })

  it('a day before the first window is in none', () => expect(windowIndexOf('2021-07-08', 14, '2021-07-07')).toBeNull())
})
