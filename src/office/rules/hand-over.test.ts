import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideHandOver } from './hand-over.ts'
import type { HatBook, Wearing } from './hats.ts'

const TODAY = '2026-03-04'
const worn = (id: string, personId: string, more: Partial<Wearing> = {}): Wearing => ({
  id,
  personId,
  hat: 'coordinator',
  seasonId: 'one',
  fromOn: '2026-01-01',
  untilOn: null,
  lentBy: null,
  isDeputy: false,
  ...more,
})
const book = (...wearings: Wearing[]): HatBook => ({ wearings, today: TODAY, onePersonDecided: false })
const asked = { fromId: 'ada', toId: 'bo', seasonId: 'one', takesPart: false }

test('a hat of the season goes over, with what was lent from it', () => {
  const lent = worn('l', 'cy', { lentBy: 'ada', untilOn: '2026-03-20' })
  const decided = decideHandOver(book(worn('a', 'ada'), lent), asked)
  expect(decided).toMatchObject({ ok: true, value: { give: { personId: 'bo', seasonId: 'one', untilOn: null } } })
  expect(decided.ok && decided.value.end.map((it) => it.id)).toEqual(['a', 'l'])
})

test('a hat for every season stays, and only a new one is given', () => {
  const decided = decideHandOver(book(worn('a', 'ada', { seasonId: null })), asked)
  expect(decided).toMatchObject({ ok: true, value: { end: [], give: { personId: 'bo' } } })
})

test('whoever coordinates the season already gets no second hat', () => {
  expect(decideHandOver(book(worn('a', 'ada'), worn('b', 'bo')), asked)).toMatchObject({
    ok: true,
    value: { give: null, end: [{ id: 'a' }] },
  })
})

test.each([
  { title: 'who wears no hat of the season', wearings: [worn('a', 'ada', { seasonId: 'two' })], code: 'hat-not-worn' },
  { title: 'whose hat begins tomorrow', wearings: [worn('a', 'ada', { fromOn: '2026-03-05' })], code: 'hat-not-worn' },
  {
    title: 'whose hat was lent',
    wearings: [worn('a', 'ada', { lentBy: 'cy', untilOn: '2026-03-20' })],
    code: 'lent-hat-not-handed-over',
  },
  { title: 'to oneself', wearings: [worn('a', 'ada')], to: 'ada', code: 'handed-to-oneself' },
  {
    title: 'to the people team',
    wearings: [worn('a', 'ada'), worn('b', 'bo', { hat: 'people-team', seasonId: null })],
    code: 'coordinator-and-people-team',
  },
  {
    title: 'to somebody who takes part, alone',
    wearings: [worn('a', 'ada')],
    takesPart: true,
    code: 'no-second-coordinator',
  },
])('a season is not handed over by or $title', ({ wearings, code, to = 'bo', takesPart = false }) => {
  expect(decideHandOver(book(...wearings), { ...asked, toId: to, takesPart })).toMatchObject({ ok: false, code })
})

test('after a hand-over the season has a coordinator for good, whoever wore what', () => {
  const wearing = fc.record({
    personId: fc.constantFrom('ada', 'bo', 'cy'),
    seasonId: fc.constantFrom('one', 'two', null),
    untilOn: fc.constantFrom(null, '2026-03-20', '2027-01-01'),
    lentBy: fc.constantFrom(null, 'ada', 'cy'),
    fromOn: fc.constantFrom('2026-01-01', '2026-03-04', '2026-05-01'),
  })
  fc.assert(
    fc.property(fc.array(wearing, { maxLength: 6 }), fc.boolean(), (all, takesPart) => {
      const wearings = all.map((it, at) => worn(String(at), it.personId, it))
      const decided = decideHandOver(book(...wearings), { ...asked, takesPart })
      if (!decided.ok) return
      const { give, end } = decided.value
      const left = wearings.filter((it) => !end.includes(it))
      const stays = left.some(
        (it) => it.personId === 'bo' && it.seasonId !== 'two' && it.untilOn === null && it.lentBy === null,
      )
      expect(give !== null || stays).toBe(true)
      for (const it of end) expect(it.seasonId).toBe('one')
    }),
  )
})
