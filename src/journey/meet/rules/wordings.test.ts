import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideWording, type Numbered, planDocument } from './wordings.ts'

type Written = Numbered & { readonly text: string }

/** Writes each text in turn over what its author had seen. */
function write(all: readonly { readonly text: string; readonly seen: number }[]): readonly Written[] {
  const written: Written[] = []
  for (const { text, seen } of all) {
    const { became, number, basedOn } = decideWording(written.at(-1) ?? null, seen, text)
    if (became !== 'same') written.push({ number, basedOn, text })
  }
  return written
}

describe('what two people write in the same place', () => {
  it.each([
    ['the first text is the first', [{ text: 'a', seen: 0 }], ['a'], [], []],
    [
      'who saw what stands changes it',
      [
        { text: 'a', seen: 0 },
        { text: 'b', seen: 1 },
      ],
      ['b'],
      [],
      ['a'],
    ],
    [
      'of two first texts both stand',
      [
        { text: 'a', seen: 0 },
        { text: 'b', seen: 0 },
      ],
      ['b'],
      ['a'],
      [],
    ],
    [
      'of two changes of the same text both stand, with the one before as earlier',
      [
        { text: 'a', seen: 0 },
        { text: 'b', seen: 1 },
        { text: 'c', seen: 1 },
      ],
      ['c'],
      ['b'],
      ['a'],
    ],
    [
      'who saw both and writes the next one settles it',
      [
        { text: 'a', seen: 0 },
        { text: 'b', seen: 0 },
        { text: 'a and b', seen: 2 },
      ],
      ['a and b'],
      [],
      ['b', 'a'],
    ],
    [
      'the same request again changes nothing',
      [
        { text: 'a', seen: 0 },
        { text: 'a', seen: 0 },
      ],
      ['a'],
      [],
      [],
    ],
    [
      'a number nobody could have seen counts as what stands',
      [
        { text: 'a', seen: 0 },
        { text: 'b', seen: 99 },
      ],
      ['b'],
      [],
      ['a'],
    ],
  ])('%s', (_, all, standing, beside, earlier) => {
    const document = planDocument(write(all))
    expect([document?.standing.text]).toEqual(standing)
    expect(document?.beside.map((it) => it.text)).toEqual(beside)
    expect(document?.earlier.map((it) => it.text)).toEqual(earlier)
  })

  it('no word is lost, whoever saw what, and each text stands in one place', () => {
    const one = fc.record({ text: fc.string(), seen: fc.integer({ min: -3, max: 12 }) })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (all) => {
        const written = write(all)
        const document = planDocument(written)
        const shown = document ? [document.standing, ...document.beside, ...document.earlier] : []
        expect(shown.map((it) => it.number).sort((a, b) => a - b)).toEqual(written.map((it) => it.number))
        for (const { text } of all) expect(shown.map((it) => it.text)).toContain(text)
        expect(document?.standing.text).toBe(all.at(-1)?.text)
      }),
    )
  })

  it('there is nothing where nothing was written', () => {
    expect(planDocument([])).toBeNull()
  })
})
