import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillParagraph, fillText, paragraphsOf, placesIn } from './filled-text.ts'

const VALUES = { name: 'Ada', partner: 'Bo {name}', words: '' }

test.each([
  { title: 'places are filled', body: 'Hello {name},', filled: 'Hello Ada,' },
  { title: 'what fills a place is never filled again', body: 'Meet {partner}.', filled: 'Meet Bo {name}.' },
  { title: 'a paragraph with nothing to say is left out', body: 'A\n\nThey say: {words}\n\nB', filled: 'A\n\nB' },
  { title: 'braces that name no place stay as they are', body: 'Open {door}.', filled: 'Open {door}.' },
  { title: 'line ends of any kind part paragraphs', body: 'A\r\n\r\nB\n \n\nC', filled: 'A\n\nB\n\nC' },
])('in a letter, $title', ({ body, filled }) => {
  expect(fillText({ subject: 'S', body }, VALUES).body).toBe(filled)
})

test('a subject is one line, whatever is put into it', () => {
  expect(fillText({ subject: 'Meet {name}\r\nBcc: all', body: '' }, { name: 'A\nda' }).subject).toBe(
    'Meet A da Bcc: all',
  )
})

test('names of an object’s own making are no places', () => {
  expect(fillText({ subject: '{constructor}', body: '{toString}' }, {})).toEqual({
    subject: '{constructor}',
    body: '{toString}',
  })
})

test('a text without places is the same for everybody', () => {
  const plain = fc.string({ unit: 'grapheme' }).map((it) => it.replace(/[{}]/g, ''))
  fc.assert(
    fc.property(plain, fc.string(), (body, name) => {
      expect(fillText({ subject: '', body }, { name }).body).toBe(paragraphsOf(body).join('\n\n'))
    }),
  )
})

test('the pieces of a paragraph together are what its reader gets', () => {
  const part = fc.constantFrom('{name}', '{partner}', '{other}', 'word ', '{', '}', '{{name}}')
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const paragraph = `x${parts.join('')}x`
      const pieces = fillParagraph(paragraph, VALUES) ?? []
      expect(pieces.map((it) => it.text).join('')).toBe(fillText({ subject: '', body: paragraph }, VALUES).body)
    }),
  )
})

test('each place is named once', () => {
  expect(placesIn('{a} {b} {a} {} {\n}')).toEqual(['a', 'b'])
})
