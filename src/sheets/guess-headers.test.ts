import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessHeaders } from './guess-headers.ts'

describe('which header holds which column', () => {
  it.each([
    [['email'], ['E-Mail'], { email: 'E-Mail' }],
    [['email'], ['Work email', 'Email'], { email: 'Email' }],
    [['mentee_email', 'held_on'], ['Mentee', 'Meeting date'], { mentee_email: 'Mentee', held_on: 'Meeting date' }],
    [['email', 'role'], ['Name'], { email: null, role: null }],
    [['date', 'attended_on'], ['Date'], { date: 'Date', attended_on: null }],
    [['constructor'], ['x'], { constructor: null }],
  ])('of %j among %j', (columns, headers, found) => {
    expect(guessHeaders(columns, headers)).toEqual(found)
  })

  it('what a coordinator chose before comes first, where this file has it', () => {
    expect(guessHeaders(['email'], ['email', 'Wer'], { email: 'wer' })).toEqual({ email: 'Wer' })
    expect(guessHeaders(['email'], ['email'], { email: 'Wer' })).toEqual({ email: 'email' })
  })

  it('names a header of the file or none, and none twice', () => {
    const word = fc.constantFrom('email', 'E-mail', 'date', 'Day', 'name', 'mail', 'held_on', '')
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.array(word), fc.dictionary(word, word), (columns, headers, remembered) => {
        const found = Object.values(guessHeaders(columns, headers, remembered)).filter((it) => it !== null)
        expect(new Set(found).size).toBe(found.length)
        for (const header of found) expect(headers).toContain(header)
      }),
    )
  })
})
