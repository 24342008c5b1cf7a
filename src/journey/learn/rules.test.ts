import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../model/program.ts'
import { type Completed, decideEvidence, kindOfFile, planTraining } from './rules.ts'

const call = { opens: '2026-01-01', late: 'decline' as const }
const role = { benefits: [], requirements: [], considerations: [], questions: [], call }
const PROGRAM: Pick<Program, 'training' | 'roles' | 'meetings'> = {
  training: [
    {
      name: 'How to mentor',
      required: false,
      roles: ['mentor', 'mentee'],
      dueOn: '2026-03-10',
      alternatives: [
        { key: 'course', name: 'The course' },
        { key: 'slides', name: 'The slides' },
      ],
    },
    { name: 'Certificate', required: true, roles: ['mentor'], alternatives: [{ key: 'certificate', name: 'It' }] },
  ],
  roles: {
    mentor: { ...role, requirements: [{ kind: 'certificate', training: 'certificate', text: 'Has it' }] },
    mentee: role,
  },
  meetings: { from: '2026-03-02', until: '2026-06-01', everyDays: 14, minutes: 30 },
}

describe('training', () => {
  it('is that of the roles one has, each due on its day, a certificate by the first day of the pair', () => {
    const due = (roles: Parameters<typeof planTraining>[1], first: string | null) =>
      planTraining(PROGRAM, roles, first, []).map((it) => `${it.name} ${it.dueOn}`)
    expect(due(['mentee'], '2026-02-01')).toEqual(['How to mentor 2026-03-10'])
    expect(due(['mentor'], null)).toEqual(['How to mentor 2026-03-10', 'Certificate null'])
    expect(due(['mentor'], '2026-02-01')[1]).toBe('Certificate 2026-03-02')
    expect(due(['mentee', 'mentor'], '2026-04-01')[1]).toBe('Certificate 2026-04-01')
    expect(due([], null)).toEqual([])
  })

  it('is completed by any one of its equals', () => {
    fc.assert(
      fc.property(fc.constantFrom('course', 'slides'), (course) => {
        const done: Completed = { course, on: '2026-02-01', evidence: null }
        expect(planTraining(PROGRAM, ['mentee'], null, [done])[0]?.completed).toEqual([done])
      }),
    )
  })

  const due = planTraining(PROGRAM, ['mentee'], null, [])
  it.each([
    ['course', '2026-03-01', '', true],
    ['course', '2026-03-01', 'https://example.com/certificate?of=me', true],
    ['certificate', '2026-03-01', '', 'not-a-course'],
    ['none', '2026-03-01', '', 'not-a-course'],
    ['course', '2026-03-03', '', 'day-to-come'],
    ['course', '2026-03-01', 'javascript:alert(1)', 'not-a-link'],
    ['course', '2026-03-01', 'https://', 'not-a-link'],
    ['course', '2026-03-01', 'https://a b', 'not-a-link'],
  ])('%s on %s with “%s”: %s', (course, on, link, answer) => {
    const decided = decideEvidence(due, { course, on, link }, '2026-03-02')
    expect(decided.ok || decided.code).toBe(answer)
  })

  it('a file is what it begins as, and anything else is none', () => {
    expect(kindOfFile(new TextEncoder().encode('%PDF-1.7 …'))).toBe('pdf')
    expect(kindOfFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))).toBe('png')
    expect(kindOfFile(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
    for (const other of ['<svg onload=x>', '<!doctype html>', '', '%PDF', 'MZ'])
      expect(kindOfFile(new TextEncoder().encode(other))).toBeNull()
  })
})
