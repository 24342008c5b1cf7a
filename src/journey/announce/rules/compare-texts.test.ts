import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../../model/filled-text.ts'
import { compareTexts } from './compare-texts.ts'

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd e'), { maxLength: 8 }).map((it) => it.join('\n\n'))

test('a text beside itself is the same', () => {
  fc.assert(fc.property(text, (it) => compareTexts(it, it).every(({ is }) => is === 'same')))
})

test('what is not new is the text before, and what is not left out is the text after', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = compareTexts(before, after)
      expect(found.filter((it) => it.is !== 'new').map((it) => it.text)).toEqual(paragraphsOf(before))
      expect(found.filter((it) => it.is !== 'left-out').map((it) => it.text)).toEqual(paragraphsOf(after))
    }),
  )
})

test('a changed paragraph reads as one left out and one new, where it stood', () => {
  expect(compareTexts('Hello\n\nOld\n\nBye', 'Hello\n\nNew\n\nBye').map((it) => `${it.is}: ${it.text}`)).toEqual([
    'same: Hello',
    'left-out: Old',
    'new: New',
    'same: Bye',
  ])
})
