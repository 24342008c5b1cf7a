import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideRetry, MOST_TRIES } from './rules.ts'

test.each([
  { tries: 0, minutes: 1 },
  { tries: 1, minutes: 2 },
  { tries: 5, minutes: 32 },
  { tries: 8, minutes: 240 },
  { tries: 14, minutes: 240 },
])('a letter that failed $tries times before is tried again after $minutes minutes', ({ tries, minutes }) => {
  expect(decideRetry(tries, false)).toEqual({ ok: true, value: minutes })
})

test('a letter that the mail server refuses for good is not tried again', () => {
  fc.assert(fc.property(fc.nat(100), (tries) => !decideRetry(tries, true).ok))
})

test('a letter is given up after so many tries, and never before a day has passed', () => {
  const waits: number[] = []
  for (let tries = 0; ; tries += 1) {
    const again = decideRetry(tries, false)
    if (!again.ok) break
    waits.push(again.value)
  }
  expect(waits).toHaveLength(MOST_TRIES - 1)
  expect(waits.reduce((sum, minutes) => sum + minutes, 0)).toBeGreaterThan(24 * 60)
})

test('a later try never comes sooner than an earlier one would', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST_TRIES - 3 }), (tries) => {
      const now = decideRetry(tries, false)
      const next = decideRetry(tries + 1, false)
      return now.ok && next.ok && next.value >= now.value
    }),
  )
})
