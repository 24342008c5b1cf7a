import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from '../model/day.ts'
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayIn,
  daysBetween,
  endOfDay,
  fridayOf,
  isWorkingDay,
  mondayOf,
  nextWorkingDay,
  startOfDay,
  weekdayOf,
} from './days.ts'

const day = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('1990-01-01', n))
const zone = fc.constantFrom(
  'UTC',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
)

describe('calendar days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2000-02-29', 1, '2000-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2021-01-01', -1, '2020-12-31'],
    ['2021-07-08', 84, '2021-09-30'],
  ])('%s and %i days is %s', (from, n, then) => expect(addDays(from, n)).toBe(then))

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2021-06-15', 6, '2021-12-15'],
  ])('%s and %i months is %s', (from, n, then) => expect(addMonths(from, n)).toBe(then))

  it('adding days and counting them agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
        const then = addDays(d, n)
        expect(isDay(then)).toBe(true)
        expect(daysBetween(d, then)).toBe(n)
      }),
    )
  })

  it.each([
    ['2021-10-07T06:59:59Z', 'America/Los_Angeles', '2021-10-06'],
    ['2021-10-07T07:00:00Z', 'America/Los_Angeles', '2021-10-07'],
    ['2021-12-07T07:59:59Z', 'America/Los_Angeles', '2021-12-06'],
    ['2021-10-07T23:30:00+02:00', 'Asia/Tokyo', '2021-10-08'],
  ])('at %s it is in %s the day %s', (instant, place, then) => expect(dayIn(instant, place)).toBe(then))

  it.each([
    ['2021-11-07', 'America/Los_Angeles', '2021-11-08T07:59:59.999Z'],
    ['2021-03-14', 'America/Los_Angeles', '2021-03-15T06:59:59.999Z'],
    ['2024-02-29', 'UTC', '2024-02-29T23:59:59.999Z'],
  ])('%s in %s ends at %s', (d, place, then) => expect(endOfDay(d, place)).toBe(then))

  it('a day begins and ends on itself in every zone, and the next instant is the next day', () => {
    fc.assert(
      fc.property(
        day.filter((d) => d !== '2011-12-30' && d !== '2011-12-29'),
        zone,
        (d, place) => {
          expect(dayIn(startOfDay(d, place), place)).toBe(d)
          expect(dayIn(endOfDay(d, place), place)).toBe(d)
          expect(startOfDay(addDays(d, 1), place) > endOfDay(d, place)).toBe(true)
        },
      ),
    )
  })
})

describe('working days', () => {
  it.each([
    ['2021-07-09', 1, '2021-07-12'],
    ['2021-07-10', 1, '2021-07-12'],
    ['2021-07-08', 5, '2021-07-15'],
    ['2021-07-12', -1, '2021-07-09'],
    ['2021-07-11', 0, '2021-07-11'],
  ])('%s and %i working days is %s', (from, n, then) => expect(addWorkingDays(from, n)).toBe(then))

  it('the next working day is at most three days away, and five are a week from a working day', () => {
    fc.assert(
      fc.property(day, (d) => {
        const next = nextWorkingDay(d)
        expect(isWorkingDay(next)).toBe(true)
        expect(daysBetween(d, next)).toBeLessThanOrEqual(3)
        expect(addWorkingDays(next, 5)).toBe(addDays(next, 7))
      }),
    )
  })

  it('a week runs from its Monday to its Friday', () => {
    fc.assert(
      fc.property(day, (d) => {
        expect(weekdayOf(mondayOf(d))).toBe(1)
        expect(weekdayOf(fridayOf(d))).toBe(5)
        expect(daysBetween(mondayOf(d), fridayOf(d))).toBe(4)
        expect(daysBetween(mondayOf(d), d)).toBe(weekdayOf(d) - 1)
      }),
    )
  })
})
