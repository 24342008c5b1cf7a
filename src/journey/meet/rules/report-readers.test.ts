import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contact, decideReaders, isOverdue, mayOpen } from './report-readers.ts'

const pair = { mentorId: 'mentor', menteeId: 'mentee' }
const contact = (personId: string, more: Partial<Contact> = {}): Contact => ({
  personId,
  seasonId: null,
  isDeputy: false,
  ...more,
})

describe('who reads a report', () => {
  const cases: readonly [says: string, worn: readonly Contact[], contacts: readonly string[], deputies: string[]][] = [
    ['the contact, and the deputy in reserve', [contact('a'), contact('b', { isDeputy: true })], ['a'], ['b']],
    ['the contact of this season', [contact('a', { seasonId: 's1' }), contact('b', { seasonId: 's2' })], ['a'], []],
    ['nobody who is in the pair', [contact('mentor'), contact('a')], ['a'], []],
    ['the deputy, where the contact is in the pair', [contact('mentee'), contact('b', { isDeputy: true })], ['b'], []],
    ['a contact who is also deputy, once', [contact('a'), contact('a', { isDeputy: true })], ['a'], []],
  ]
  for (const [says, worn, contacts, deputies] of cases)
    it(says, () => {
      expect(decideReaders(worn, 's1', pair)).toEqual({ ok: true, value: { contacts, deputies } })
    })

  it('nobody, where all are in the pair or of another season, and the form can say so', () => {
    const worn = [contact('mentor'), contact('mentee', { isDeputy: true }), contact('a', { seasonId: 's2' })]
    expect(decideReaders(worn, 's1', pair)).toEqual({ ok: false, code: 'no-reader', facts: {} })
    expect(decideReaders([], 's1', pair).ok).toBe(false)
  })

  it('whoever wears what, nobody of the pair and nobody without the hat ever reads it', () => {
    const someone = fc.constantFrom('mentor', 'mentee', 'a', 'b', 'c')
    const worn = fc.record({ personId: someone, seasonId: fc.constantFrom(null, 's1', 's2'), isDeputy: fc.boolean() })
    fc.assert(
      fc.property(fc.array(worn), someone, fc.boolean(), (all, who, overdue) => {
        const readers = decideReaders(all, 's1', pair)
        if (!readers.ok) return
        const report = { madeOn: '2026-10-05', openedBy: null }
        const opens = mayOpen(who, readers.value, report, overdue ? '2026-10-07' : '2026-10-06')
        const hat = all.filter((it) => it.personId === who && it.seasonId !== 's2')
        if (who === 'mentor' || who === 'mentee' || hat.length === 0) expect(opens).toBe(false)
        else if (hat.some((it) => !it.isDeputy)) expect(opens).toBe(true)
      }),
    )
  })
})

describe('the deputy may open it when the contact did not', () => {
  const readers = { contacts: ['a'], deputies: ['b'] }

  it('after the end of the next working day, and a weekend is none', () => {
    expect(isOverdue('2026-10-05', '2026-10-06')).toBe(false)
    expect(isOverdue('2026-10-05', '2026-10-07')).toBe(true)
    expect(isOverdue('2026-10-09', '2026-10-12')).toBe(false)
    expect(isOverdue('2026-10-09', '2026-10-13')).toBe(true)
  })

  it('not before, and not when the contact has opened it since', () => {
    const report = { madeOn: '2026-10-05', openedBy: null }
    expect(mayOpen('b', readers, report, '2026-10-06')).toBe(false)
    expect(mayOpen('b', readers, report, '2026-10-07')).toBe(true)
    expect(mayOpen('b', readers, { ...report, openedBy: 'a' }, '2026-10-30')).toBe(false)
    expect(mayOpen('b', readers, { ...report, openedBy: 'b' }, '2026-10-30')).toBe(true)
    expect(mayOpen('a', readers, { ...report, openedBy: 'b' }, '2026-10-30')).toBe(true)
  })
})
