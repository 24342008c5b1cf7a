import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counted, countSelection } from './count-selection.ts'

const one = (role: 'mentor' | 'mentee', personId: string, outcome: string | null = null, late = false): Counted => ({
  role,
  personId,
  late,
  outcome,
})

describe('the numbers of selecting', () => {
  it('count each role, those who are late, and people in both', () => {
    const counts = countSelection([one('mentor', 'a'), one('mentee', 'a'), one('mentee', 'b', null, true)], [])
    expect(counts.roles.map((it) => [it.role, it.applied, it.late])).toEqual([
      ['mentor', 1, 0],
      ['mentee', 2, 1],
    ])
    expect(counts.duals).toBe(1)
  })

  it('say nothing of who does not proceed before anything is decided', () => {
    expect(countSelection([one('mentor', 'a')], [{ role: 'mentee', late: false, people: 3 }]).notProceeding).toBe(0)
  })

  it('put the declined and the withdrawn into one number', () => {
    const counts = countSelection(
      [one('mentor', 'a', 'pool'), one('mentee', 'b', 'declined')],
      [{ role: 'mentee', late: false, people: 2 }],
    )
    expect(counts.notProceeding).toBe(3)
  })

  it('are the same whether somebody withdrew, was declined or is not cleared', () => {
    const stayed = [one('mentor', 'a', 'pool'), one('mentee', 'c', 'pool')]
    const withdrew = countSelection(stayed, [{ role: 'mentee', late: false, people: 1 }])
    const declined = countSelection([...stayed, one('mentee', 'b', 'declined')], [])
    const undecided = countSelection([...stayed, one('mentee', 'b')], [])
    expect(withdrew).toEqual(declined)
    expect(undecided).toEqual(declined)
  })

  it('never count somebody twice among pool, reserve and not proceeding', () => {
    const any = fc.record({
      role: fc.constantFrom('mentor' as const, 'mentee' as const),
      personId: fc.uuid(),
      late: fc.boolean(),
      outcome: fc.constantFrom('pool', 'reserve', 'declined'),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1 }), (all) => {
        const { roles, notProceeding } = countSelection(all, [])
        const placed = roles.reduce((sum, it) => sum + it.pool + it.reserve, 0)
        expect(placed + notProceeding).toBe(all.length)
      }),
    )
  })
})
