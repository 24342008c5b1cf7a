import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import { type Kept, planRetention, type SeasonSpan, selectionClosedOn } from './retention.ts'

const season = (more: Partial<SeasonSpan> = {}): SeasonSpan => ({
  id: 's1',
  today: '2026-06-30',
  endsOn: '2026-03-31',
  announcedOn: '2026-01-10',
  lastReleasedOn: '2026-01-12',
  daysAfterSelection: 30,
  loadedOn: '2025-11-01',
  recordedOn: {},
  ...more,
})
const at = { today: '2026-06-30', machineToday: '2026-06-30', floor: null }
const kept = (rule: Kept['retention'][number], more: Partial<Kept> = {}): Kept => ({
  table: 'table',
  retention: [rule],
  ...more,
})

describe('what is due to go', () => {
  it('nothing of what stays for good', () => {
    expect(planRetention([kept({ forGood: 'it is counted' })], [season()], at)).toEqual([])
  })

  it('rows of a season whose days after the end are over, and of no other', () => {
    const seasons = [season(), season({ id: 's2', endsOn: '2026-04-15' })]
    expect(planRetention([kept({ days: 90, from: 'season-end' })], seasons, at)).toEqual([
      { table: 'table', columns: null, by: 'season', seasons: ['s1'], unlessPlaced: false, before: '2026-04-01' },
    ])
  })

  it('each season goes by the day it is in its own zone', () => {
    const rule = kept({ days: 0, from: 'season-end', columns: ['priority'] })
    expect(planRetention([rule], [season({ endsOn: '2026-06-29', today: '2026-06-29' })], at)).toEqual([])
    expect(planRetention([rule], [season({ endsOn: '2026-06-29' })], at)).toHaveLength(1)
  })

  it('scores after the days that the program itself says', () => {
    const rule = kept({ days: 30, from: 'selection' })
    const seasons = [
      season(),
      season({ id: 's2', daysAfterSelection: 365 }),
      season({ id: 's3', daysAfterSelection: 7 }),
    ]
    const steps = planRetention([rule], seasons, at)
    expect(steps.map((it) => ('seasons' in it ? it.seasons : []))).toEqual([['s1'], ['s3']])
    expect(steps.map((it) => it.before)).toEqual(['2026-05-31', '2026-06-23'])
  })

  it('the selection closes with the later of the announcement and the last release, or with the season', () => {
    expect(selectionClosedOn(season())).toBe('2026-01-12')
    expect(selectionClosedOn(season({ lastReleasedOn: '2026-01-08' }))).toBe('2026-01-10')
    expect(selectionClosedOn(season({ lastReleasedOn: null }))).toBe('2026-03-31')
  })

  it('rows without a time count from when their action was last done, or the season was loaded', () => {
    const rule = kept({ days: 90, from: 'season-end' }, { recordedBy: ['survey.importAnswers'] })
    const due = (more: Partial<SeasonSpan>) => planRetention([rule], [season(more)], at).length
    expect(due({})).toBe(1)
    expect(due({ loadedOn: '2026-05-01' })).toBe(0)
    expect(due({ recordedOn: { 'survey.importAnswers': '2026-05-01' } })).toBe(0)
    expect(due({ recordedOn: { 'apply.importApplications': '2026-05-01' } })).toBe(1)
  })

  it('what expires goes by the clock outside, everything else by the season’s', () => {
    const all = [
      kept({ days: 1, from: 'expired' }),
      kept({ days: 14, from: 'settled' }),
      kept({ days: 730, from: 'recorded' }),
    ]
    const steps = planRetention(all, [], { ...at, machineToday: '2030-01-02' })
    expect(steps.map((it) => `${it.by} ${it.before}`)).toEqual([
      'expired 2030-01-01',
      'settled 2026-06-16',
      'recorded 2024-06-30',
    ])
  })

  it('with a floor nothing goes before the days after it are over', () => {
    const all = [kept({ days: 30, from: 'selection' }), kept({ days: 14, from: 'settled' })]
    expect(planRetention(all, [season()], { ...at, floor: '2026-06-30' })).toEqual([])
    expect(planRetention(all, [season()], { ...at, floor: '2026-06-15' })).toHaveLength(1)
    expect(planRetention(all, [season()], { ...at, floor: '2026-05-30' })).toHaveLength(2)
  })

  it('nothing goes earlier than its days after the later of its day and the day of recording', () => {
    const days = fc.integer({ min: 0, max: 900 })
    const rule = fc.record({ days, from: fc.constantFrom('season-end' as const, 'selection' as const) })
    fc.assert(
      fc.property(rule, days, days, days, (one, ended, announced, program) => {
        const [endsOn, announcedOn] = [addDays('2024-01-01', ended), addDays('2024-01-01', announced)]
        const span = season({ endsOn, announcedOn, lastReleasedOn: null, daysAfterSelection: program })
        for (const step of planRetention([kept(one)], [span], at)) {
          const [from, stays] = one.from === 'selection' ? [selectionClosedOn(span), program] : [endsOn, one.days]
          expect(addDays(from, stays) < at.today).toBe(true)
          expect(addDays(step.before, stays)).toBe(at.today)
        }
      }),
    )
  })
})
