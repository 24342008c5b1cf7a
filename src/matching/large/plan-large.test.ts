import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPolicy, crowds } from '../../../tests/make/drawn-crowds.ts'
import { drawProblem, STRUCTURED } from '../../../tests/make/structured-people.ts'
import { aimsByName } from '../aims.ts'
import { planMatch, runToEnd } from '../plan-match.ts'
import { type LargeCertificate, planLarge } from './plan-large.ts'
import { verifyLarge } from './verify-large.ts'

const DEEP = process.env.DEPTH === 'full' ? 20 : 1
const pinned = fc.array(
  fc.record({ mentorId: fc.constantFrom('p0', 'p1', 'p2'), menteeId: fc.constantFrom('p3', 'p4', 'p5') }),
  { maxLength: 2 },
)

describe('a large plan', () => {
  it('reaches aims 1 to 4 as the small one does, and its certificate holds', () => {
    let proven = 0
    fc.assert(
      fc.property(crowds(18), anyPolicy, pinned, (problem, rules, pins) => {
        const policy = { ...rules, pinned: pins }
        const small = planMatch(problem, policy)
        const large = runToEnd(planLarge(problem, policy))
        const aims = (answer: typeof large | typeof small) => {
          const { worstOff: _, ...rest } = aimsByName(problem, policy, answer.pairs)
          return rest
        }
        if (!large.proven || !large.certificate) return
        proven++
        expect(aims(large)).toEqual(aims(small))
        expect(large.waitingList.length).toBe(small.waitingList.length)
        expect(large.refusedPins).toEqual(small.refusedPins)
        expect(verifyLarge(problem, policy, large.certificate)).toEqual([])
      }),
      { numRuns: 120 * DEEP },
    )
    expect(proven).toBeGreaterThan(90)
  })

  it('a certificate that says something else is refused: another price, another seat, another group', () => {
    const changed = (list: readonly number[], at: number, by: number) => list.map((it, i) => (i === at ? it + by : it))
    let tried = 0
    fc.assert(
      fc.property(crowds(18), anyPolicy, fc.nat(), fc.constantFrom(-1, 1, 7), (problem, policy, at, by) => {
        const { certificate } = runToEnd(planLarge(problem, policy))
        if (!certificate) return
        const { prices, mentorOf } = certificate
        const seated = mentorOf.flatMap((column, row) => (column >= 0 ? [row] : []))
        const row = seated[at % Math.max(1, seated.length)]
        if (row === undefined) return
        tried++
        const wrong: readonly LargeCertificate[] = [
          { ...certificate, prices: { ...prices, mentees: changed(prices.mentees, row, by) } },
          { ...certificate, mentorOf: mentorOf.map((it, i) => (i === row ? -1 : it)) },
          { ...certificate, mentees: [...certificate.mentees, 'somebody'] },
          { ...certificate, full: [...certificate.full, { mentees: [row], mentors: [] }] },
        ]
        for (const it of wrong) expect(verifyLarge(problem, policy, it)).not.toEqual([])
      }),
      { numRuns: 60 * DEEP },
    )
    expect(tried).toBeGreaterThan(20)
  })

  it('a certificate that leaves somebody out beside a free place is refused, though its prices add up', () => {
    const problem = drawProblem(1, 2, 1, 5)
    const policy = { ...STRUCTURED, otherDivision: false, overlapHours: null }
    const { certificate } = runToEnd(planLarge(problem, policy))
    expect(certificate?.mentorOf[0]).not.toBe(-1)
    const forged: LargeCertificate = {
      mentees: ['e0'],
      mentors: ['m0', 'm1'],
      mentorOf: [-1],
      full: [{ mentees: [0], mentors: [] }],
      spare: [],
      prices: { mentees: [-10_001], mentors: [0, 0] },
    }
    expect(verifyLarge(problem, policy, forged)).toEqual(['Somebody left out has another way.'])
  })

  it('a wish that makes a pair worth more than its lines say is never overlooked', () => {
    const drawn = drawProblem(40, 60, 1, 9)
    const policy = { ...STRUCTURED, worth: { weights: { language: 1, wishes: 9 } } }
    const mentees = drawn.mentees.map((one, at) => ({ ...one, wishes: [`m${(at * 7) % 60}`] }))
    const problem = { ...drawn, mentees }
    const worth = (answer: ReturnType<typeof planMatch>['totals']) => [answer.pairs, answer.worth]
    expect(worth(runToEnd(planLarge(problem, policy)).totals)).toEqual(worth(planMatch(problem, policy).totals))
  })
})
