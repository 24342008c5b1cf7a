import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBytes, SealBroken, sealBytes, versionOf } from './sealing.ts'

const key = randomBytes(32)
const context = ['organisation', 'private_note', 'sealed', 'row']
const text = fc.string({ unit: 'binary', maxLength: 300 })

describe('a sealed text', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(text, fc.nat(1_000_000), (words, version) => {
        const sealed = sealBytes(key, version, context, Buffer.from(words))
        expect(versionOf(sealed)).toBe(version)
        expect(openBytes(key, context, sealed).toString()).toBe(Buffer.from(words).toString())
      }),
    )
  })

  it('does not open once any byte of it was changed', () => {
    const sealed = sealBytes(key, 1, context, Buffer.from('what we spoke about'))
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => openBytes(key, context, changed), `byte ${at}`).toThrow(SealBroken)
    }
  })

  it('does not open in another organisation, table, column or row', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 5 }), { minLength: 4, maxLength: 4 }), (other) => {
        fc.pre(other.join('\0') !== context.join('\0'))
        expect(() => openBytes(key, other, sealBytes(key, 1, context, Buffer.from('x')))).toThrow(SealBroken)
      }),
    )
    // Parts that run together must not read the same.
    const sealed = sealBytes(key, 1, ['ab', 'c', 'd', 'e'], Buffer.from('x'))
    expect(() => openBytes(key, ['a', 'bc', 'd', 'e'], sealed)).toThrow(SealBroken)
  })

  it('does not open with another key', () => {
    const sealed = sealBytes(key, 1, context, Buffer.from('x'))
    expect(() => openBytes(randomBytes(32), context, sealed)).toThrow(SealBroken)
  })

  it('does not say by its length whether it is yes or no', () => {
    const lengths = ['', 'yes', 'no', 'not at all, and here is why I think so'].map(
      (words) => sealBytes(key, 1, context, Buffer.from(words)).length,
    )
    expect(new Set(lengths).size).toBe(1)
  })

  it('is different each time', () => {
    const seal = () => sealBytes(key, 1, context, Buffer.from('x')).toString('hex')
    expect(seal()).not.toBe(seal())
  })
})
