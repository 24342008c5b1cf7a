import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import { countOpen, type OpenReview, planReviewReminders, reviewsDueOn } from './reviews-due.ts'

const program = { announcement: { on: '2026-08-25' }, zone: 'Europe/Dublin' }
const open = (reviewerId: string, day = '2026-08-05'): OpenReview => ({ reviewerId, givenAt: `${day}T10:00:00Z` })
const remind = (reviews: readonly OpenReview[], today: string, told: readonly string[] = []) => [
  ...planReviewReminders(reviews, { program, today, told }),
]

describe('when reviews are due', () => {
  it('they are in when it is decided, four days before everyone hears', () =>
    expect(reviewsDueOn(program)).toBe('2026-08-21'))

  it.each([
    ['not four days before', '2026-08-17', []],
    ['from three days before, with all that is open', '2026-08-18', [['ana', 2]]],
    ['on the day itself, where no day before was there', '2026-08-21', [['ana', 2]]],
    ['never after it', '2026-08-22', []],
  ])('a reviewer is reminded %s', (_, today, expected) =>
    expect(remind([open('ana'), open('ana', '2026-08-06')], today)).toEqual(expected),
  )

  it('nobody is reminded twice, nor of what they were given in the last days alone', () => {
    expect(remind([open('ana')], '2026-08-19', ['ana'])).toEqual([])
    expect(remind([open('bo', '2026-08-18')], '2026-08-19')).toEqual([])
    expect(remind([open('bo', '2026-08-18'), open('bo')], '2026-08-19')).toEqual([['bo', 2]])
  })

  it('whoever has nothing open is written to by neither letter', () => {
    expect([...countOpen([open('ana')], ['ana', 'bo'])]).toEqual([['ana', 1]])
    expect(remind([], '2026-08-19')).toEqual([])
  })

  const who = fc.constantFrom('ana', 'bo', 'cy')
  const day = fc.integer({ min: -30, max: 10 }).map((days) => addDays('2026-08-18', days))
  it('over all days of a season each is reminded at most once, and of no more than they have open', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(who, day).map(([id, on]) => open(id, on)),
          { maxLength: 8 },
        ),
        (reviews) => {
          const told: string[] = []
          for (let days = -40; days < 20; days += 1) {
            const today = addDays('2026-08-18', days)
            const there = reviews.filter((it) => it.givenAt.slice(0, 10) <= today)
            for (const [id, many] of remind(there, today, told)) {
              expect(told).not.toContain(id)
              expect(many).toBe(there.filter((it) => it.reviewerId === id).length)
              told.push(id)
            }
          }
        },
      ),
    )
  })
})
