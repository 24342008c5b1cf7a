import { expect, test } from 'vitest'
import { LETTER_KINDS, type LetterKind, SWITCHES, switchOf, waitsForHours } from './letter-kinds.ts'

const KINDS = Object.keys(LETTER_KINDS) as LetterKind[]

test('what the program needs has no switch, and everything else has one', () => {
  const needed = KINDS.filter((it) => switchOf(it) === null && waitsForHours(it))
  expect(needed.toSorted()).toEqual(
    [
      'asks-coordinator',
      'event-news',
      'glass',
      'hat',
      'left-alone',
      'look-again',
      'manager-ask',
      'mentor-request',
      'no-place',
      'pair',
      'pair-ended',
      'report',
      'shortlist',
    ].toSorted(),
  )
})

test('only what its person asks for at that moment, or has to know at once, leaves at any hour', () => {
  expect(KINDS.filter((it) => !waitsForHours(it)).toSorted()).toEqual([
    'erased',
    'receipt',
    'sign-in',
    'step-removed',
    'test',
  ])
})

test('no switch governs nothing', () => {
  for (const name of SWITCHES)
    expect(
      KINDS.filter((it) => switchOf(it) === name),
      name,
    ).not.toEqual([])
})
