import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../../calendar/days.ts'
import { closableOn, DAYS_TO_REOPEN, decideClosing, decideReopening } from './closing.ts'

describe('when a season is closed', () => {
  it.each([
    ['2026-04-23', 'season-runs'],
    ['2026-04-24', 'season-runs'],
    ['2026-04-25', 'ok'],
    ['2027-01-01', 'ok'],
  ])('on %s it is %s for one that ends on 24 April', (today, answer) => {
    const decided = decideClosing({ endsOn: '2026-04-24' }, today)
    expect(decided.ok ? 'ok' : decided.code).toBe(answer)
  })

  it.each([
    [null, '2026-05-01', 'season-not-closed'],
    ['2026-05-01', '2026-05-01', 'ok'],
    ['2026-05-01', '2026-05-15', 'ok'],
    ['2026-05-01', '2026-05-16', 'closed-for-good'],
  ])('closed on %s it is opened again on %s: %s', (closedOn, today, answer) => {
    const decided = decideReopening(closedOn, today)
    expect(decided.ok ? 'ok' : decided.code).toBe(answer)
  })

  it('nobody is asked to close it while a meeting of its last day can still be denied', () => {
    fc.assert(
      fc.property(fc.nat(3_000), (days) => {
        const endsOn = addDays('2026-01-01', days)
        const day = closableOn({ endsOn })
        expect(day > addDays(endsOn, 5)).toBe(true)
        expect(day <= addDays(endsOn, 9)).toBe(true)
        expect(weekdayOf(addDays(day, -1))).toBeLessThanOrEqual(5)
        expect(decideClosing({ endsOn }, day).ok).toBe(true)
        expect(decideReopening(day, addDays(day, DAYS_TO_REOPEN)).ok).toBe(true)
      }),
    )
  })
})
