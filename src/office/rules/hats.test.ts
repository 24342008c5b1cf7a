import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import { HATS } from '../../model/hats.ts'
import {
  decideGive,
  decideLend,
  decideTake,
  decideWithdrawOnePerson,
  GIVEN_HATS,
  type Giving,
  type HatBook,
  LONGEST_LENT_DAYS,
  type Wearing,
} from './hats.ts'

const TODAY = '2026-10-01'
const worn = (personId: string, hat: Wearing['hat'], more: Partial<Wearing> = {}): Wearing => ({
  id: `${personId} ${hat} ${more.seasonId ?? ''}`,
  personId,
  hat,
  seasonId: null,
  fromOn: '2026-09-01',
  untilOn: null,
  lentBy: null,
  isDeputy: false,
  ...more,
})
const book = (wearings: readonly Wearing[], onePersonDecided = false): HatBook => ({
  wearings,
  today: TODAY,
  onePersonDecided,
})
const giving = (personId: string, hat: Wearing['hat'], more: Partial<Giving> = {}): Giving => ({
  personId,
  hat,
  seasonId: null,
  untilOn: null,
  isDeputy: false,
  ...more,
})
const code = (decided: { ok: boolean; code?: string }) => (decided.ok ? 'yes' : decided.code)

describe('giving a hat', () => {
  const there = [
    worn('ada', 'owner'),
    worn('ada', 'coordinator', { seasonId: 'spring' }),
    worn('bo', 'people-team', { untilOn: '2026-12-31' }),
    worn('cleo', 'named-contact'),
    worn('dan', 'people-team', { fromOn: '2026-11-01' }),
  ]
  it.each<[string, Giving, string]>([
    ['a coordinator for all seasons', giving('eva', 'coordinator'), 'yes'],
    ['a coordinator until today', giving('eva', 'coordinator', { untilOn: TODAY }), 'yes'],
    [
      'a coordinator until yesterday',
      giving('eva', 'coordinator', { untilOn: '2026-09-30' }),
      'hat-ends-before-it-begins',
    ],
    ['people team to a coordinator of one season', giving('ada', 'people-team'), 'coordinator-and-people-team'],
    [
      'people team of another season to a coordinator',
      giving('ada', 'people-team', { seasonId: 'autumn' }),
      'coordinator-and-people-team',
    ],
    ['coordinator to the people team', giving('bo', 'coordinator'), 'coordinator-and-people-team'],
    [
      'coordinator to who joins the people team later',
      giving('dan', 'coordinator', { untilOn: '2026-11-01' }),
      'coordinator-and-people-team',
    ],
    [
      'coordinator until the day before somebody joins the people team',
      giving('dan', 'coordinator', { untilOn: '2026-10-31' }),
      'yes',
    ],
    ['a second owner', giving('bo', 'owner'), 'yes'],
    ['an owner of one season', giving('bo', 'owner', { seasonId: 'spring' }), 'hat-of-the-whole-organisation'],
    ['a manager', giving('bo', 'manager'), 'hat-not-given'],
    [
      'a season’s hat to who has it for that season, longer',
      giving('ada', 'coordinator', { seasonId: 'spring', untilOn: TODAY }),
      'hat-already-worn',
    ],
    [
      'a season’s hat to who wears it for all seasons',
      giving('cleo', 'named-contact', { seasonId: 'spring' }),
      'hat-already-worn',
    ],
    ['a second named contact', giving('bo', 'named-contact'), 'named-contact-is-taken'],
    ['a deputy beside the named contact', giving('bo', 'named-contact', { isDeputy: true }), 'yes'],
    ['a named contact of one season', giving('bo', 'named-contact', { seasonId: 'spring' }), 'yes'],
  ])('%s: %s', (_title, it, expected) => {
    expect(code(decideGive(book(there), it))).toBe(expected)
  })

  it('the same hat once more is the same request, retried', () => {
    expect(decideGive(book(there), giving('bo', 'people-team', { untilOn: '2026-12-31' }))).toEqual({
      ok: true,
      value: 'unchanged',
    })
  })

  it('by the owner’s recorded decision one person may be coordinator and people team', () => {
    expect(code(decideGive(book(there, true), giving('ada', 'people-team')))).toBe('yes')
  })

  it('a hat that was lent may be given for good', () => {
    const lent = worn('eva', 'coordinator', { lentBy: 'ada', untilOn: '2026-10-20' })
    expect(code(decideGive(book([...there, lent]), giving('eva', 'coordinator')))).toBe('yes')
  })
})

describe('taking a hat off', () => {
  it('the last owner for good stays, whoever else is owner for a while', () => {
    const owners = [worn('ada', 'owner'), worn('bo', 'owner', { untilOn: '2027-01-01' })]
    expect(code(decideTake(book(owners), 'ada owner '))).toBe('last-owner')
    expect(code(decideTake(book(owners), 'bo owner '))).toBe('yes')
    expect(code(decideTake(book([...owners, worn('cleo', 'owner')]), 'ada owner '))).toBe('yes')
  })

  it('what was lent from it goes with it, unless the lender still wears one as long', () => {
    const lent = worn('eva', 'coordinator', { seasonId: 'spring', lentBy: 'ada', untilOn: '2026-11-01' })
    const own = worn('ada', 'coordinator', { seasonId: 'spring' })
    const both = (other: readonly Wearing[]) => decideTake(book([own, lent, ...other]), own.id)
    expect(both([])).toEqual({ ok: true, value: [own.id, lent.id] })
    expect(both([worn('ada', 'coordinator')])).toEqual({ ok: true, value: [own.id] })
    expect(both([worn('ada', 'coordinator', { untilOn: '2026-10-20' })])).toEqual({
      ok: true,
      value: [own.id, lent.id],
    })
    expect(both([worn('ada', 'coordinator', { seasonId: 'autumn' })])).toEqual({ ok: true, value: [own.id, lent.id] })
  })

  it('one that is off already changes nothing', () => {
    expect(decideTake(book([]), 'gone')).toEqual({ ok: true, value: [] })
  })
})

describe('lending a hat', () => {
  const there = [
    worn('ada', 'owner'),
    worn('ada', 'coordinator', { untilOn: '2026-10-31' }),
    worn('bo', 'people-team'),
    worn('cleo', 'coordinator'),
    worn('dan', 'reviewer', { lentBy: 'cleo', untilOn: '2026-10-20' }),
    worn('eva', 'reviewer', { fromOn: '2026-10-02' }),
  ]
  it.each<[string, string, string, string, string]>([
    ['until the lender’s own last day', 'ada coordinator ', 'fay', '2026-10-31', 'yes'],
    ['longer than the lender wears it', 'ada coordinator ', 'fay', '2026-11-01', 'lent-too-long'],
    ['for sixty days', 'cleo coordinator ', 'fay', '2026-11-30', 'yes'],
    ['for sixty-one days', 'cleo coordinator ', 'fay', '2026-12-01', 'lent-too-long'],
    ['until yesterday', 'cleo coordinator ', 'fay', '2026-09-30', 'hat-ends-before-it-begins'],
    ['the owner’s', 'ada owner ', 'fay', '2026-10-10', 'hat-not-lent'],
    ['one that was lent', 'dan reviewer ', 'fay', '2026-10-10', 'lent-hat-not-lent-on'],
    ['one that begins tomorrow', 'eva reviewer ', 'fay', '2026-10-10', 'hat-not-worn'],
    ['a coordinator’s to the people team', 'cleo coordinator ', 'bo', '2026-10-10', 'coordinator-and-people-team'],
    ['the people team’s to a coordinator', 'bo people-team ', 'cleo', '2026-10-10', 'coordinator-and-people-team'],
    ['to who wears it', 'cleo coordinator ', 'ada', '2026-10-10', 'hat-already-worn'],
    ['to oneself', 'cleo coordinator ', 'cleo', '2026-10-10', 'lent-to-oneself'],
  ])('%s', (_title, wearingId, toPersonId, untilOn, expected) => {
    const lenderId = wearingId.split(' ')[0] ?? ''
    expect(code(decideLend(book(there), { lenderId, wearingId, toPersonId, untilOn }))).toBe(expected)
  })

  it('somebody else’s hat is not theirs to lend', () => {
    const asked = { lenderId: 'bo', wearingId: 'cleo coordinator ', toPersonId: 'fay', untilOn: TODAY }
    expect(code(decideLend(book(there), asked))).toBe('hat-not-worn')
  })
})

it('the decision that one person may be both stays while somebody is both', () => {
  const both = [worn('ada', 'coordinator'), worn('ada', 'people-team')]
  expect(code(decideWithdrawOnePerson(book(both, true)))).toBe('one-person-in-use')
  expect(code(decideWithdrawOnePerson(book(both.slice(1), true)))).toBe('yes')
})

describe('whatever is given, taken, lent and decided, in whatever order, on whatever days', () => {
  const people = fc.constantFrom('ada', 'bo', 'cleo')
  const season = fc.constantFrom(null, 'spring', 'autumn')
  const days = fc.integer({ min: -2, max: 90 })
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('give' as const),
      personId: people,
      hat: fc.constantFrom(...HATS, 'coordinator' as const, 'people-team' as const, 'named-contact' as const),
      seasonId: season,
      for: fc.option(days),
      isDeputy: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('take' as const), at: fc.nat(30) }),
    fc.record({ kind: fc.constant('lend' as const), at: fc.nat(30), toPersonId: people, for: days }),
    fc.record({ kind: fc.constant('decide' as const), onePerson: fc.boolean() }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  )
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

  const begin: HatBook = {
    wearings: [worn('ada', 'owner'), worn('ada', 'coordinator')],
    today: TODAY,
    onePersonDecided: false,
  }
  let serial = 0
  const newId = () => {
    serial += 1
    return String(serial)
  }

  function after(it: HatBook, next: Step): HatBook {
    const at = (index: number) => it.wearings[index % Math.max(1, it.wearings.length)]
    switch (next.kind) {
      case 'give': {
        const untilOn = next.for === null ? null : addDays(it.today, next.for)
        const { personId, hat, seasonId } = next
        const asked = { personId, hat, seasonId, untilOn, isDeputy: hat === 'named-contact' && next.isDeputy }
        const decided = decideGive(it, asked)
        const given = { ...asked, id: newId(), fromOn: it.today, lentBy: null }
        return decided.ok && decided.value === 'given' ? { ...it, wearings: [...it.wearings, given] } : it
      }
      case 'take': {
        const decided = decideTake(it, at(next.at)?.id ?? '')
        return decided.ok ? { ...it, wearings: it.wearings.filter((one) => !decided.value.includes(one.id)) } : it
      }
      case 'lend': {
        const own = at(next.at)
        if (!own) return it
        const untilOn = addDays(it.today, next.for)
        const asked = { lenderId: own.personId, wearingId: own.id, toPersonId: next.toPersonId, untilOn }
        const decided = decideLend(it, asked)
        return decided.ok ? { ...it, wearings: [...it.wearings, { ...decided.value, id: newId() }] } : it
      }
      case 'decide':
        return next.onePerson || decideWithdrawOnePerson(it).ok ? { ...it, onePersonDecided: next.onePerson } : it
      case 'wait': {
        const today = addDays(it.today, next.days)
        return { ...it, today, wearings: it.wearings.filter((one) => one.untilOn === null || one.untilOn >= today) }
      }
    }
  }

  const books = fc.array(step, { minLength: 30, maxLength: 60 }).map((steps) => {
    const all = [begin]
    for (const one of steps) all.push(after(all.at(-1) ?? begin, one))
    return all
  })
  const runs = { numRuns: Number(process.env.DEPTH ?? 300) }

  it('there is an owner on every day to come', () => {
    fc.assert(
      fc.property(books, (all) =>
        all.every((it) => it.wearings.some((one) => one.hat === 'owner' && one.untilOn === null)),
      ),
      runs,
    )
  })

  it('nobody is coordinator and people team on any day to come, unless that was decided', () => {
    const isBoth = (one: Wearing, other: Wearing) =>
      one.personId === other.personId &&
      one.hat === 'coordinator' &&
      other.hat === 'people-team' &&
      (one.untilOn === null || one.untilOn >= other.fromOn) &&
      (other.untilOn === null || other.untilOn >= one.fromOn)
    fc.assert(
      fc.property(books, (all) =>
        all.every(
          (it) => it.onePersonDecided || !it.wearings.some((one) => it.wearings.some((other) => isBoth(one, other))),
        ),
      ),
      runs,
    )
  })

  it('what is lent ends in time, hangs on a hat of the lender’s own, and is never an owner’s or auditor’s', () => {
    const isCovered = (it: HatBook, lent: Wearing) =>
      it.wearings.some(
        (own) =>
          own.lentBy === null &&
          own.personId === lent.lentBy &&
          own.hat === lent.hat &&
          (own.seasonId === null || own.seasonId === lent.seasonId) &&
          (own.untilOn === null || own.untilOn >= (lent.untilOn ?? '9999')),
      )
    fc.assert(
      fc.property(books, (all) =>
        all.every((it) =>
          it.wearings
            .filter((one) => one.lentBy !== null)
            .every(
              (lent) =>
                lent.untilOn !== null &&
                lent.untilOn <= addDays(lent.fromOn, LONGEST_LENT_DAYS) &&
                lent.hat !== 'owner' &&
                lent.hat !== 'auditor' &&
                isCovered(it, lent),
            ),
        ),
      ),
      runs,
    )
  })

  it('every hat that is on can have been given, and there is one named contact and one deputy for the same seasons', () => {
    const place = (it: Wearing) => `${it.seasonId} ${it.isDeputy}`
    fc.assert(
      fc.property(books, (all) =>
        all.every((it) => {
          const contacts = it.wearings.filter((one) => one.hat === 'named-contact' && one.lentBy === null).map(place)
          const isGiven = it.wearings.every((one) => GIVEN_HATS.includes(one.hat))
          return isGiven && new Set(contacts).size === contacts.length
        }),
      ),
      runs,
    )
  })
})
