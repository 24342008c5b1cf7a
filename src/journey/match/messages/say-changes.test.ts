import { expect, it } from 'vitest'
import { sayChanges } from './say-changes.ts'

const NOTHING = {
  ...{ left: [], joined: [], differs: [], pinned: { set: [], lifted: [] }, forbidden: { set: [], lifted: [] } },
  ...{ hasOtherRules: false, isElsewhere: false },
}
const pair = { mentorId: 'uma', menteeId: 'ana' }
const name = (id: string) => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`

it('what has changed since a run is said a sentence each, by name', () => {
  const changes = {
    ...NOTHING,
    left: [{ id: 'bo', role: 'mentee' as const }],
    pinned: { set: [pair], lifted: [] },
    forbidden: { set: [], lifted: [pair] },
    hasOtherRules: true,
  }
  expect(sayChanges(changes, name)).toEqual([
    'No longer to be seated: Bo (mentee).',
    'Pinned: Ana with Uma.',
    'Forbidden no more: Ana with Uma.',
    'The program’s rules of the match are different.',
  ])
})

it('many are counted, and what nobody may be told is one word', () => {
  const left = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, role: 'mentor' as const }))
  expect(sayChanges({ ...NOTHING, left }, name)[0]).toMatch(/E \(mentor\) and 2 more\.$/)
  expect(sayChanges({ ...NOTHING, isElsewhere: true }, name)).toEqual(['Something else the match is computed from.'])
})
