import { expect, it } from 'vitest'
import { certaintyInWords, changeInWords, meanInWords } from './change.ts'

const shown = { base: 24, before: 2, after: 2.75, change: 0.75, low: 0.02, high: 1.26 }

it('a mean has one decimal, half away from zero', () => {
  expect(meanInWords(2.75, false)).toBe('2.8')
  expect(meanInWords(-0.05, false)).toBe('\u22120.1')
  expect(meanInWords(66.67, true)).toBe('66.7\u00a0%')
})

it('a change says whether it went up or down, or not at all', () => {
  expect(changeInWords(shown, false)).toBe('up 0.8, from 2.0 to 2.8')
  expect(changeInWords({ ...shown, before: 60, after: 50, change: -10 }, true)).toBe(
    'down 10.0 points, from 60.0\u00a0% to 50.0\u00a0%',
  )
  expect(changeInWords({ ...shown, change: 0, after: 2 }, false)).toBe('as before: from 2.0 to 2.0')
})

it('says whether a change may be chance, and never rounds the interval inward', () => {
  expect(certaintyInWords(shown)).toBe('Up beyond chance: in a larger group like this one between +0.02 and +1.3.')
  expect(certaintyInWords({ ...shown, low: -0.01, high: 0.31 })).toMatch(
    /between \u22120.1 and \+0.4: it may also be chance/,
  )
  expect(certaintyInWords({ ...shown, low: -1.2, high: -0.04 })).toBe(
    'Down beyond chance: in a larger group like this one between \u22121.2 and \u22120.04.',
  )
})
