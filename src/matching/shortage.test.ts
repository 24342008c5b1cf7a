import { describe, expect, it } from 'vitest'
import type { Mentor } from './problem.ts'
import { decideShortage } from './shortage.ts'

function people(from: number, until: number): readonly Mentor[] {
  return Array.from({ length: until - from }, (_, n) => ({
    id: `p${from + n}`,
    division: 'a',
    lineAbove: [],
    topics: [],
    minimum: 1,
    maximum: 1,
    priority: { score: null, appliedAt: '2021-05-01T00:00:00Z' },
  }))
}

describe('shortage', () => {
  it('makes every dual a mentor only when places are fewer than mentees', () => {
    expect(decideShortage({ mentors: people(0, 3), mentees: people(1, 6) })).toEqual({
      shortage: true,
      places: 3,
      mentees: 5,
      mentorOnly: ['p1', 'p2'],
    })
  })
  it('is none when places are as many as mentees, duals on both sides', () => {
    expect(decideShortage({ mentors: people(0, 5), mentees: people(1, 6) })).toEqual({
      shortage: false,
      places: 5,
      mentees: 5,
      mentorOnly: [],
    })
  })
})
