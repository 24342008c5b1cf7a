import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planWaiting } from './plan-waiting.ts'
import {
  APPLICATION_SORTS,
  APPLICATION_STATES,
  type ApplicationsFilter,
  type Listed,
  neighboursOf,
  selectApplications,
  stateOf,
} from './select-applications.ts'

const ALL: ApplicationsFilter = { q: '', role: null, division: null, state: null, sort: 'priority' }
const one = (id: string, more: Partial<Listed> = {}): Listed => ({
  id,
  name: `Name ${id}`,
  email: `${id}@example.com`,
  role: 'mentee',
  division: 'Sales',
  submittedAt: '2021-06-10T09:00:00.000Z',
  priority: null,
  outcome: 'pool',
  isPaired: false,
  mayWait: false,
  ...more,
})
const listed = fc
  .array(
    fc.record({
      role: fc.constantFrom('mentor', 'mentee' as const),
      division: fc.constantFrom('Sales', null),
      priority: fc.option(fc.integer({ min: 1, max: 5 })),
      outcome: fc.constantFrom('pool', 'reserve', 'declined', null),
      isPaired: fc.boolean(),
      mayWait: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((it, at) => one(String(at), it)))

describe('the list of applications', () => {
  it.each([
    [{ outcome: null }, 'open'],
    [{}, 'admitted'],
    [{ mayWait: true }, 'waiting'],
    [{ outcome: 'reserve' as const }, 'waiting'],
    [{ outcome: 'declined' as const, mayWait: true }, 'declined'],
    [{ isPaired: true, mayWait: true }, 'placed'],
  ])('an application with %j is %s', (more, state) => {
    expect(stateOf(one('a', more))).toBe(state)
  })

  it('finds by part of a name or an address, and those without a division', () => {
    const all = [one('anna'), one('bea', { division: null })]
    expect(selectApplications(all, { ...ALL, q: 'NNA@' }).map((it) => it.id)).toEqual(['anna'])
    expect(selectApplications(all, { ...ALL, division: '' }).map((it) => it.id)).toEqual(['bea'])
  })

  it('every application is in exactly one state, and every order keeps them all', () => {
    fc.assert(
      fc.property(listed, fc.constantFrom(...APPLICATION_SORTS), (all, sort) => {
        const found = APPLICATION_STATES.flatMap((state) => selectApplications(all, { ...ALL, state, sort }))
        const ids = (of: readonly Listed[]) => of.map((it) => it.id).toSorted()
        expect(ids(found)).toEqual(ids(all))
        expect(ids(selectApplications(all, { ...ALL, sort }))).toEqual(ids(all))
      }),
    )
  })

  it('leads from one to the next and back', () => {
    const list = [one('a'), one('b'), one('c')]
    expect(neighboursOf(list, 'a')).toEqual({ at: 1, of: 3, before: null, after: 'b' })
    expect(neighboursOf(list, 'c')).toEqual({ at: 3, of: 3, before: 'b', after: null })
    expect(neighboursOf(list, 'z')).toEqual({ at: 0, of: 3, before: null, after: null })
  })
})

describe('who waits', () => {
  it('is in the order in which seats are given, whoever put them there', () => {
    const all = [
      one('late', { outcome: 'reserve', priority: 5 }),
      one('early', { mayWait: true, priority: 4 }),
      one('unreviewed', { mayWait: true }),
      one('placed', { mayWait: true, isPaired: true }),
    ].map((it) => ({ ...it, capacity: null }))
    expect(planWaiting(all, 1).mentees.map((it) => it.id)).toEqual(['late', 'early', 'unreviewed'])
  })

  it('is everybody in that state once, and places are those of admitted mentors', () => {
    fc.assert(
      fc.property(listed, fc.integer({ min: 1, max: 3 }), (all, most) => {
        const each = all.map((it) => ({ ...it, capacity: null }))
        const { mentees, mentors, places } = planWaiting(each, most)
        expect(mentees.length + mentors.length).toBe(selectApplications(all, { ...ALL, state: 'waiting' }).length)
        expect(places).toBe(most * all.filter((it) => it.role === 'mentor' && it.outcome === 'pool').length)
      }),
    )
  })
})
