import { expect, it } from 'vitest'
import { attendanceInWords, cadenceAnswer, shownInWords } from './results.ts'

const cadence = {
  pairsEveryWindow: 30,
  pairs: 32,
  percent: 93.75,
  target: 95,
  windowsMet: 125,
  windowsDue: 128,
  windowsExcused: 1,
}

it('a results page answers first how many pairs kept the cadence', () => {
  expect(cadenceAnswer(cadence, 14)).toBe('30 of 32 pairs met every two weeks')
  expect(cadenceAnswer(cadence, 7)).toBe('30 of 32 pairs met every week')
})

it('before any window has ended, the answer says so instead of a zero', () => {
  expect(cadenceAnswer({ ...cadence, windowsDue: 0 }, 14)).toBe('No two-week window has ended yet')
})

it('a withheld figure is said in words', () => {
  expect(shownInWords({ people: null, percent: null, shown: 'too few' }, 3)).toBe('too few to show')
  expect(shownInWords({ people: 7, percent: 23.333 }, 30)).toBe('7 of 30, 23.3\u00a0%')
})

it('an event still to come shows who is invited and no share', () => {
  const event = { event: 'kickoff', sessions: [], people: 0, roster: 64, percent: null, guests: 0, target: 95 }
  expect(attendanceInWords(event)).toBe('64 people invited, still to come')
})
