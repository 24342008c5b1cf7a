import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planWhoHears } from './who-hears.ts'

const NOBODY: ReadonlySet<string> = new Set()
const [DECIDED, OPEN] = [
  { personId: 'ada', isDecided: true },
  { personId: 'ada', isDecided: false },
]

test.each([
  { title: 'was matched', applications: [DECIDED], placed: new Set(['ada']), noPlace: [], later: [] },
  {
    title: 'is on the waiting list or was refused',
    applications: [DECIDED],
    placed: NOBODY,
    noPlace: ['ada'],
    later: [],
  },
  { title: 'applied late and is undecided', applications: [OPEN], placed: NOBODY, noPlace: [], later: ['ada'] },
  {
    title: 'was refused in one role and is undecided in the other',
    applications: [OPEN, DECIDED],
    placed: NOBODY,
    noPlace: ['ada'],
    later: [],
  },
  {
    title: 'was matched in one role and is undecided in the other',
    applications: [DECIDED, OPEN],
    placed: new Set(['ada']),
    noPlace: [],
    later: [],
  },
])('of those without a place, whoever $title', ({ applications, placed, noPlace, later }) => {
  expect(planWhoHears(applications, placed)).toEqual({ noPlace, later })
})

const applications = fc.array(
  fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), isDecided: fc.boolean() }),
  { maxLength: 12 },
)
const placed = fc.subarray(['a', 'b', 'c', 'd', 'e']).map((it) => new Set(it))

test('whoever applied has a place, hears that there is none, or is left for later, and just one of these', () => {
  fc.assert(
    fc.property(applications, placed, (of, seats) => {
      const { noPlace, later } = planWhoHears(of, seats)
      const heard = [...noPlace, ...later, ...seats].filter((id) => of.some((it) => it.personId === id))
      expect(heard.sort()).toEqual([...new Set(of.map((it) => it.personId))].sort())
    }),
  )
})

test('nobody hears that there is no place about whom nothing was decided', () => {
  fc.assert(
    fc.property(applications, placed, (of, seats) => {
      for (const id of planWhoHears(of, seats).noPlace)
        expect(of.some((it) => it.personId === id && it.isDecided)).toBe(true)
    }),
  )
})
