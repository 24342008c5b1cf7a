import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideMoment } from './decide-moment.ts'
import { decideText, LONGEST_BODY, LONGEST_SUBJECT } from './decide-text.ts'

const PLACES = ['name', 'partner', 'their address']
const OWN = { subject: 'A pair', body: 'Hello {name}, {a brace of the program}' }
const GOOD = { subject: 'Meet {partner}', body: 'Hello {name},\n\n{partner} is yours: {their address}' }

test.each([
  { title: 'no subject', text: { ...GOOD, subject: ' \n ' }, code: 'text-without-subject' },
  { title: 'no words', text: { ...GOOD, body: '\n\n  \n' }, code: 'text-without-words' },
  { title: 'a place that nothing fills', text: { ...GOOD, body: `${GOOD.body} {salary}` }, code: 'unknown-place' },
  { title: 'such a place in the subject', text: { ...GOOD, subject: '{x}' }, code: 'unknown-place' },
  { title: 'no partner', text: { ...GOOD, body: 'Hello {name}' }, code: 'place-missing' },
  {
    title: 'a subject too long',
    text: { ...GOOD, subject: 'a'.repeat(LONGEST_SUBJECT + 1) },
    code: 'subject-too-long',
  },
  { title: 'words too long', text: { ...GOOD, body: GOOD.body + 'a'.repeat(LONGEST_BODY) }, code: 'words-too-long' },
])('a text about a pair with $title is not taken', ({ text, code }) => {
  expect(decideText('pair', text, OWN, PLACES)).toMatchObject({ ok: false, code })
})

test('a text may say what the program’s own says, and is kept tidy', () => {
  const body = `${GOOD.body}\r\n\r\n\r\n{a brace of the program}  `
  expect(decideText('pair', { subject: ' Meet\n{partner} ', body }, OWN, PLACES)).toEqual({
    ok: true,
    value: { subject: 'Meet {partner}', body: `${GOOD.body}\n\n{a brace of the program}` },
  })
})

test('a text that was taken is taken again just so', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (subject, words) => {
      const once = decideText('no-place', { subject, body: words }, OWN, PLACES)
      if (!once.ok) return true
      const twice = decideText('no-place', once.value, OWN, PLACES)
      expect(twice).toEqual(once)
      return true
    }),
  )
})

test.each([
  { at: '2026-03-03T10:00:01Z', code: null },
  { at: '2027-03-04T10:00:00Z', code: null },
  { at: '2026-03-03T09:00:00Z', code: 'moment-has-passed' },
  { at: '2026-03-03T10:00:00Z', code: 'moment-has-passed' },
  { at: '2027-03-04T10:00:01Z', code: 'moment-too-far' },
])('everyone may hear at $at: $code', ({ at, code }) => {
  const decided = decideMoment({ at, now: '2026-03-03T10:00:00Z' })
  expect(decided.ok ? null : decided.code).toBe(code)
})
