import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Certificate } from '../../matching/certificate.ts'
import { planMatch } from '../../matching/plan-match.ts'
import type { Mentee, Policy, Problem } from '../../matching/problem.ts'
import { decideShortage } from '../../matching/shortage.ts'
import { verify } from '../../matching/verify.ts'
import { decideWithoutWaiting, planMatchApart, planWithoutWaiting } from './solve-apart.ts'

const policy: Policy = {
  otherDivision: true,
  reportingLineDistance: 1,
  blocks: [],
  forbidden: [],
  pinned: [],
  past: [],
  seed: 1,
  shortage: { by: 'count' },
}
const TOPICS = ['SQL', 'Law', 'Talks', 'Selling', 'Hiring']

describe('a match solved in a thread of its own', () => {
  it('answers what this thread answers, to the byte, and says how far it is', async () => {
    const gaps: number[] = []
    const given = peopleOf(70, 90)
    const apart = await planMatchApart(given, policy, { onProgress: ({ gap }) => gaps.push(gap) })
    expect(JSON.stringify(apart)).toBe(JSON.stringify(planMatch(given, policy)))
    expect(gaps.at(-1)).toBe(0)
    expect(JSON.stringify(await planWithoutWaiting(given, policy))).toBe(JSON.stringify(apart))
  })

  it('answers the same where its pairs are too many to be stored and two threads ask for them', async () => {
    const given = peopleOf(1_460, 1_440)
    const apart = await planMatchApart(given, policy)
    expect(JSON.stringify(apart)).toBe(JSON.stringify(planMatch(given, policy)))
    expect([apart.proven, verify(given, policy, apart.certificate as Certificate)]).toEqual([true, []])
  })

  it('counts apart as here whether places are short', async () => {
    for (const [mentees, mentors] of [
      [3, 2],
      [60, 30],
      [30, 60],
    ] as const) {
      const applied = peopleOf(mentees, mentors)
      for (const by of ['count', 'feasibility'] as const) {
        const asked = { ...policy, shortage: { by } }
        expect(await decideWithoutWaiting(applied, asked)).toEqual(decideShortage(applied, asked))
      }
    }
  })

  it('ends when it is called off, before and while it runs', async () => {
    const reason = new Error('called off')
    await expect(planMatchApart(peopleOf(3, 3), policy, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const stop = new AbortController()
    const running = planMatchApart(peopleOf(400, 400), policy, { signal: stop.signal })
    setImmediate(() => stop.abort(reason))
    await expect(running).rejects.toBe(reason)
    expect(process.getActiveResourcesInfo().filter((it) => it === 'Worker' || it === 'MessagePort').length).toBe(0)
  })

  it('says what is too large in the words of the engine', async () => {
    const broken = { ...peopleOf(1, 1), mentors: null } as unknown as Problem
    await expect(planMatchApart(broken, policy)).rejects.toThrow(TypeError)
  })

  it('leaves nothing behind that keeps a process alive, started as the product is', async () => {
    const call = `import { planMatchApart } from './src/journey/match/solve-apart.ts'
      const answer = await planMatchApart(${JSON.stringify(peopleOf(2, 2))}, ${JSON.stringify(policy)})
      console.log(answer.pairs.length)`
    const args = ['--import', './src/runtime/tsx.ts', '--input-type=module', '--eval', call]
    const done = await promisify(execFile)(process.execPath, args, { timeout: 60_000 })
    expect(done.stdout.trim()).toBe('2')
  })
})

function peopleOf(mentees: number, mentors: number): Problem {
  return {
    mentors: Array.from({ length: mentors }, (_, at) => ({ ...somebody('m', at), minimum: 1, maximum: 1 + (at % 2) })),
    mentees: Array.from({ length: mentees }, (_, at) => somebody('e', at)),
  }
}

function somebody(side: string, at: number): Mentee {
  return {
    id: `${side}${at}`,
    division: `${side} ${at % 7}`,
    lineAbove: [],
    topics: [TOPICS[at % 5] ?? '', TOPICS[(at * 3) % 4] ?? ''],
    priority: { score: at % 4, appliedAt: '2026-05-01T00:00:00Z' },
    level: at % 6,
  }
}
