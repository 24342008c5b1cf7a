import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newRootKey, readRootKeys, writeRootKeys } from './root-key.ts'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'alongside-root-'))

describe('the root key', () => {
  it('is made at the first start, for its owner alone, and stays the same', () => {
    const file = join(emptyFolder(), 'keys', 'root.key')
    const made = readRootKeys(null, file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readRootKeys(null, file)).toEqual(made)
    expect(made.byNumber.get(made.newest)).toHaveLength(32)
  })

  it('is refused when others on the machine can read it, and the remedy is said', () => {
    const file = join(emptyFolder(), 'root.key')
    readRootKeys(null, file)
    chmodSync(file, 0o644)
    expect(() => readRootKeys(null, file)).toThrow(/chmod 600/)
  })

  it.each([
    ['1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', /not random/],
    [`1:${Buffer.from('change-me change-me change-me !!').toString('base64')}`, /not random/],
    ['secret', /not a root key/],
    ['1:dG9vIHNob3J0', /not a root key/],
  ])('a default or typed secret such as %s is refused', (text, says) => {
    expect(() => readRootKeys(text, 'unused')).toThrow(says)
    const file = join(emptyFolder(), 'root.key')
    writeFileSync(file, text, { mode: 0o600 })
    expect(() => readRootKeys(null, file)).toThrow(says)
  })

  it('an empty file is refused rather than filled with a new key', () => {
    const file = join(emptyFolder(), 'root.key')
    writeFileSync(file, '', { mode: 0o600 })
    expect(() => readRootKeys(null, file)).toThrow(/backup/)
    expect(readFileSync(file, 'utf8')).toBe('')
  })

  it('from the environment leaves no file', () => {
    const file = join(emptyFolder(), 'root.key')
    expect(readRootKeys(`2:${newRootKey().toString('base64')}`, file).newest).toBe(2)
    expect(existsSync(file)).toBe(false)
  })

  it('a second one is added beside the first, and the newest wraps', () => {
    const file = join(emptyFolder(), 'root.key')
    const first = readRootKeys(null, file)
    writeRootKeys(file, { newest: 2, byNumber: new Map([...first.byNumber, [2, newRootKey()]]) })
    const both = readRootKeys(null, file)
    expect([both.newest, [...both.byNumber.keys()]]).toEqual([2, [1, 2]])
    expect(both.byNumber.get(1)).toEqual(first.byNumber.get(1))
  })
})
