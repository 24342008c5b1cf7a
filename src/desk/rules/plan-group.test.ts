import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskFacts } from './desk-line.ts'
import { decideWriting, type GroupAsked, type GroupPair, PAIR_GROUPS, planGroup, SIDES } from './plan-group.ts'

const pair = (id: string, mentorId: string, menteeId: string): GroupPair => ({ id, mentorId, menteeId })
const PAIRS = [pair('1', 'ana', 'uma'), pair('2', 'ana', 'eli'), pair('3', 'bo', 'kim')]
const window = { index: 0, firstDay: '2026-10-01', lastDay: '2026-10-14' }
const FACTS: Pick<DeskFacts, 'quiet' | 'uncertified' | 'seats'> = {
  quiet: [
    { pairId: '2', state: 'quiet', window, windows: 1 },
    { pairId: '3', state: 'disagree', window, windows: 1 },
  ],
  uncertified: [{ personId: 'bo', training: 'Inclusion', startsOn: '2026-10-01' }],
  seats: [{ event: { key: 'ama', name: 'AMA' }, firstDay: '2026-11-01', without: ['kim', 'ana'], roster: 5 }],
}
const missing = (course: string) => (course === 'slides' ? ['uma', 'bo', 'somebody else'] : [])
const group = (asked: Partial<GroupAsked>) =>
  planGroup({ to: 'pairs', who: 'both', of: null, ...asked }, PAIRS, FACTS, missing)

describe('who is in a group that is written to', () => {
  it.each([
    ['everybody of these pairs, each once', {}, ['ana', 'uma', 'eli', 'bo', 'kim']],
    ['their mentors', { who: 'mentors' }, ['ana', 'bo']],
    ['their mentees', { who: 'mentees' }, ['uma', 'eli', 'kim']],
    ['the two of a quiet pair, not of one that disagrees', { to: 'quiet' }, ['ana', 'eli']],
    ['the mentors of quiet pairs', { to: 'quiet', who: 'mentors' }, ['ana']],
    ['who misses a training and is in a pair', { to: 'training', of: 'slides' }, ['uma', 'bo']],
    ['nobody of a training that is not there', { to: 'training', of: 'nothing' }, []],
    ['who promised a certificate', { to: 'certificate' }, ['bo']],
    ['who has no hour at an event', { to: 'seats', of: 'ama' }, ['ana', 'kim']],
    ['one person', { to: 'person', of: 'eli' }, ['eli']],
    ['not a person who is in none of the pairs', { to: 'person', of: 'somebody else' }, []],
  ] as const)('is %s', (_, asked, people) => expect(group(asked)).toEqual(people))

  it('is never anybody outside the pairs, and nobody twice', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const made = fc.tuple(fc.uuid(), name, name).map(([id, m, e]) => pair(id, `m${m}`, e))
    const pairs = fc.array(made, { maxLength: 8 })
    fc.assert(
      fc.property(pairs, fc.constantFrom(...PAIR_GROUPS), fc.constantFrom(...SIDES), name, (of, to, who, person) => {
        const found = planGroup({ to, who, of: person }, of, FACTS, () => ['a', 'mb', 'z'])
        const people = of.flatMap((it) => [it.mentorId, it.menteeId])
        expect(new Set(found).size).toBe(found.length)
        for (const id of found) expect(people).toContain(id)
      }),
    )
  })

  it('is written to only as it was seen, and not where nobody is in it', () => {
    expect(decideWriting(['a'], 'x', 'x')).toMatchObject({ ok: true })
    expect(decideWriting(['a'], 'x', 'y')).toMatchObject({ ok: false, code: 'group-changed' })
    expect(decideWriting([], 'x', 'x')).toMatchObject({ ok: false, code: 'group-empty' })
  })
})
