import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSuperseding, isLate } from './rules.ts'

const zone = 'America/Los_Angeles'

describe('the close of a call', () => {
  it.each([
    ['2021-06-08T06:59:59Z', '2021-06-07', false],
    ['2021-06-08T07:00:00Z', '2021-06-07', true],
    ['2021-06-08T07:00:00Z', undefined, false],
  ])('an application of %s to a call that closes on %s is late: %s', (submittedAt, closes, late) => {
    expect(isLate(submittedAt, closes, zone)).toBe(late)
  })
})

const applied = (id: string, hour: number, late = false) => ({
  id,
  person_id: 'ann',
  role: 'mentee',
  submitted_at: `2021-06-10T${String(hour).padStart(2, '0')}:00:00Z`,
  late,
})

describe('two applications by one person for one role', () => {
  it('the later replaces the earlier, whatever the order of the rows', () => {
    expect([...decideSuperseding([applied('b', 9), applied('a', 8)]).replacedBy]).toEqual([['a', 'b']])
  })

  it('one after the close replaces nothing', () => {
    expect([...decideSuperseding([applied('a', 8), applied('b', 9, true)]).replacedBy]).toEqual([['b', 'a']])
    expect([...decideSuperseding([applied('a', 8, true), applied('b', 9, true)]).replacedBy]).toEqual([['b', 'a']])
  })

  it('applications for two roles both stand', () => {
    expect(decideSuperseding([applied('a', 8), { ...applied('b', 9), role: 'mentor' }]).replacedBy.size).toBe(0)
  })

  it('exactly one stays in force, in time if any was, and row order does not matter', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1 })
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 23 }), (at, close) => {
        const all = at.map((hour) => applied(`a${hour}`, hour, hour > close))
        const { replacedBy } = decideSuperseding(all)
        const [inForce, ...others] = all.filter((one) => !replacedBy.has(one.id))
        expect(others).toEqual([])
        expect(inForce?.late).toBe(all.every((one) => one.late))
        expect(new Set(decideSuperseding([...all].reverse()).replacedBy)).toEqual(new Set(replacedBy))
      }),
    )
  })

  it('one that was taken back is replaced by itself, and whatever came before it by it', () => {
    const back = { ...applied('b', 9), withdrawn_at: '2021-06-10T10:00:00Z' }
    const before = [applied('a', 8), back]
    expect(new Map(decideSuperseding(before).replacedBy)).toEqual(
      new Map([
        ['a', 'b'],
        ['b', 'b'],
      ]),
    )
    expect(decideSuperseding([...before, applied('c', 11, true)]).replacedBy.has('c')).toBe(false)
    // A sheet that comes later with a row of before brings nothing back.
    expect(decideSuperseding([...before, applied('old', 7)]).replacedBy.get('old')).toBe('b')
  })

  it('who took it back is in force again only with what they sent since', () => {
    const hour = fc.integer({ min: 0, max: 22 })
    fc.assert(
      fc.property(fc.uniqueArray(hour, { minLength: 1 }), fc.nat(), hour, (at, which, close) => {
        const all = at.map((one) => applied(`a${one}`, one, one > close))
        const chosen = all[which % all.length]
        if (!chosen) return
        const withdrawn_at = chosen.submitted_at.replace(':00:00', ':30:00')
        const group = all.map((one) => (one === chosen ? { ...one, withdrawn_at } : one))
        const { replacedBy } = decideSuperseding(group)
        const inForce = group.filter((one) => !replacedBy.has(one.id))
        expect(inForce.length).toBe(group.some((one) => one.submitted_at > withdrawn_at) ? 1 : 0)
        for (const one of inForce) expect(one.submitted_at > withdrawn_at).toBe(true)
      }),
    )
  })
})
