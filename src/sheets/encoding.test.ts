import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asUtf8 } from './encoding.ts'

const textOf = (bytes: Uint8Array) => {
  const read = asUtf8(bytes)
  return read.ok ? [read.encoding, new TextDecoder().decode(read.bytes)] : [read.fault.code]
}

describe('the bytes that spreadsheets save', () => {
  it.each([
    ['UTF-8', Buffer.from('a,Ünal\n'), ['utf-8', 'a,Ünal\n']],
    ['UTF-8 with a mark', Buffer.from('\uFEFFa,b\n'), ['utf-8', 'a,b\n']],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,Ünal\n', 'utf16le')]), ['utf-16', 'a,Ünal\n']],
    ['Windows-1252', Buffer.from([0x61, 0x2c, 0xdc, 0x6e, 0x80]), ['windows-1252', 'a,Ün€']],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 1]), ['a-workbook']],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), ['a-workbook']],
    ['something else', Buffer.from([0x61, 0, 0x62, 0xff]), ['not-text']],
  ])('%s are told apart', (_, bytes, expected) => {
    expect(textOf(bytes)).toEqual(expected)
  })

  it('any text comes through UTF-16 whole, whichever end comes first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const little = Buffer.from(text, 'utf16le')
        const big = Buffer.from(little).swap16()
        expect(textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(['utf-16', text])
        expect(textOf(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual(['utf-16', text])
      }),
    )
  })

  it('no bytes are too odd for an answer', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void asUtf8(bytes)))
  })
})
