import { expect, it } from 'vitest'
import { open } from '../../../tests/make/drawn-runs.ts'
import { planMatch } from '../../matching/plan-match.ts'
import type { Mentee, Problem } from '../../matching/problem.ts'
import { checkWithoutWaiting, plansWithoutWaiting, readinessWithoutWaiting } from './board-apart.ts'
import { planLean } from './rules/plan-lean.ts'
import { planReadiness } from './rules/plan-readiness.ts'

const somebody = (side: string, at: number): Mentee => ({
  id: `${side}${at}`,
  division: `${side} ${at % 7}`,
  lineAbove: [],
  topics: [['SQL', 'Law', 'Talks'][at % 3] ?? ''],
  priority: { score: at % 4, appliedAt: '2026-05-01T00:00:00Z' },
})
/** So many that they are answered apart. */
const many: Problem = {
  mentors: Array.from({ length: 70 }, (_, at) => ({ ...somebody('m', at), minimum: 1, maximum: 1 })),
  mentees: Array.from({ length: 80 }, (_, at) => somebody('e', at)),
}

it('what is answered in a thread of its own is what this thread answers', async () => {
  const pinned = { ...open, pinned: [{ mentorId: 'm3', menteeId: 'e5' }] }
  const plans = await plansWithoutWaiting({ problem: many, policies: [open, pinned] })
  expect(plans).toEqual([planLean(many, open), planLean(many, pinned)])
  expect(await readinessWithoutWaiting(many, open)).toEqual(planReadiness(many, open))
  const { certificate } = planMatch(many, open)
  if (!certificate) throw new Error('There is no certificate.')
  expect(await checkWithoutWaiting({ problem: many, policy: open, certificate })).toEqual([])
  const worse = { ...certificate, totals: { ...certificate.totals, worth: certificate.totals.worth + 1 } }
  expect(await checkWithoutWaiting({ problem: many, policy: open, certificate: worse })).toHaveLength(1)
})

it('what cannot be answered there fails here, and leaves no thread', async () => {
  const broken = { ...many, mentees: many.mentees.map((it) => ({ ...it, priority: null })) } as unknown as Problem
  await expect(plansWithoutWaiting({ problem: broken, policies: [open] })).rejects.toThrow(TypeError)
})
