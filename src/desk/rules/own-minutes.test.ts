import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import { countWeeks, MINUTES_PARTS, partOf } from './own-minutes.ts'

test.each([
  { path: '/desk', part: 'today' },
  { path: '/desk/closed', part: 'today' },
  { path: '/desk/pairs/123', part: 'pairs' },
  { path: '/desk/letters', part: 'letters' },
  { path: '/people/import', part: 'people' },
  { path: '/my', part: null },
  { path: '/pairs/123', part: null },
  { path: '/desks', part: null },
  { path: '', part: null },
])('minutes on $path count as $part', ({ path, part }) => {
  expect(partOf(path)).toBe(part)
})

test('no minute is lost or made between days and weeks', () => {
  const day = fc.record({
    onDay: fc.nat(400).map((it) => addDays('2026-01-01', it)),
    part: fc.constantFrom(...MINUTES_PARTS),
    minutes: fc.integer({ min: 1, max: 600 }),
  })
  fc.assert(
    fc.property(fc.array(day, { maxLength: 40 }), (days) => {
      const weeks = countWeeks(days)
      const all = days.reduce((sum, it) => sum + it.minutes, 0)
      expect(weeks.reduce((sum, it) => sum + it.minutes, 0)).toBe(all)
      for (const week of weeks) expect(week.parts.reduce((sum, it) => sum + it.minutes, 0)).toBe(week.minutes)
      expect(weeks.map((it) => it.monday)).toEqual([...new Set(weeks.map((it) => it.monday))].sort().reverse())
    }),
  )
})
