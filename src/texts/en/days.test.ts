import { describe, expect, it } from 'vitest'
import type { When } from '../../model/program.ts'
import { dayRange, instantInWords, lengthInWords, longDay, whenInWords, windowName } from './days.ts'

describe('days in words', () => {
  it('a day is said with its weekday and year', () => {
    expect(longDay('2021-07-08')).toBe('Thursday 8 July 2021')
    expect(longDay('2021-07-08', '2021')).toBe('Thursday 8 July')
  })

  it('a range says month and year only once where it can', () => {
    expect(dayRange('2021-06-07', '2021-06-23')).toBe('7 to 23 June 2021')
    expect(dayRange('2021-05-20', '2021-06-07')).toBe('20 May to 7 June 2021')
    expect(dayRange('2021-12-20', '2022-01-07')).toBe('20 December 2021 to 7 January 2022')
    expect(dayRange('2021-12-20', '2022-01-07', '2021')).toBe('20 December to 7 January 2022')
  })

  const forms: readonly (readonly [When, string])[] = [
    [{ day: '2021-06-29' }, 'Tuesday 29 June 2021'],
    [{ days: ['2021-07-07', '2021-07-08'] }, '7 and 8 July 2021'],
    [{ days: ['2021-06-30', '2021-07-07', '2021-07-08'] }, '30 June, 7 and 8 July 2021'],
    [{ from: '2021-06-29', until: '2021-07-07' }, '29 June to 7 July 2021'],
    [{ weekOf: '2021-07-12' }, 'Week of 12 July 2021'],
    [{ weekOf: '2021-08-16', dayOpen: true }, 'Week of 16 August 2021, day to be decided'],
    [{ month: '2021-09' }, 'September 2021'],
    [{ quarter: '2021-Q3' }, 'Third quarter of 2021'],
    [{ by: '2021-07-08' }, 'By Thursday 8 July 2021'],
    [{ relative: 'After the kickoff' }, 'After the kickoff'],
    [{ toBeDecided: true }, 'To be decided'],
  ]
  it.each(forms)('a milestone of form %j is said in words', (when, words) => {
    expect(whenInWords(when)).toBe(words)
  })

  it('a cadence is said in weeks where it is one or two of them, else in days', () => {
    expect([7, 14, 10].map(lengthInWords)).toEqual(['week', 'two weeks', '10 days'])
    expect([7, 14, 10].map(windowName)).toEqual(['week', 'two-week window', '10-day window'])
  })

  it('an instant is said with its hour in UTC', () => {
    expect(instantInWords('2021-07-08T09:05:00.000Z')).toBe('Thursday 8 July 2021, 09:05 UTC')
  })
})
