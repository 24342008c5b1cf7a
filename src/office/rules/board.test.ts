import { describe, expect, it } from 'vitest'
import { type BoardFacts, missingHats, planBoard } from './board.ts'

const hat = (of: BoardFacts['hats'][number]['hat'], isDeputy = false) => ({ hat: of, isDeputy, name: 'Ada' })
const done: BoardFacts = {
  kind: 'real',
  name: 'Example',
  privacyContact: 'privacy@example.com',
  onePersonDecidedOn: null,
  mailTestedAt: '2026-10-01T09:00:00.000Z',
  keysBackedUpAt: '2026-10-01T09:00:00.000Z',
  people: 12,
  hats: [hat('coordinator'), hat('people-team'), hat('named-contact'), hat('named-contact', true)],
  seasons: 1,
  hasSecondStep: true,
}
const open = (facts: Partial<BoardFacts>) =>
  planBoard({ ...done, ...facts })
    .filter((line) => !line.done)
    .map((line) => line.key)

describe('the checklist of the first run', () => {
  it.each<[string, Partial<BoardFacts>, readonly string[]]>([
    ['nothing', {}, []],
    ['the privacy contact', { privacyContact: null }, ['organisation']],
    ['the letter to oneself', { mailTestedAt: null }, ['mail']],
    ['the backup of the keys', { keysBackedUpAt: null }, ['keys']],
    ['people', { people: 0 }, ['people']],
    ['a deputy', { hats: done.hats.slice(0, 3) }, ['hats']],
    ['the second step of who looks', { hasSecondStep: false }, ['second-step']],
    ['a program', { seasons: 0 }, ['program']],
    ['no letter in the demo', { kind: 'demo', mailTestedAt: null }, []],
  ])('still asks for %s', (_what, facts, expected) => {
    expect(open(facts)).toEqual(expected)
  })

  it('has seven lines, and six in the demo', () => {
    expect(planBoard(done)).toHaveLength(7)
    expect(planBoard({ ...done, kind: 'demo' })).toHaveLength(6)
  })
})

it('a deputy is no named contact, and one person can be everything', () => {
  expect(missingHats([hat('named-contact', true)])).toEqual(['coordinator', 'people-team', 'named-contact'])
  expect(missingHats(done.hats)).toEqual([])
})
