import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REFUSAL_CODES } from './refusal-codes.ts'

const SAYS_NO = /(?:new Refused|\bno|\bfaulty)\(([^,()]*)/g
const ONE_OF_WORDS = /\boneOf\([^()]*?'([a-z-]+)'/g
const CODE_OF_A_FAULT = /\bcode: ([^,\n]*)/g
const QUOTED = /'([a-z]+(?:-[a-z]+)*)'/g

const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = REFUSAL_CODES
const listed = Object.values(tables).flatMap((codes) => Object.keys(codes))

it('every code a refusal uses is listed once, with a sentence, and every listed code is used', () => {
  expect([...listed].sort()).toEqual([...codesUsed()].sort())
  for (const says of Object.values(tables).flatMap((codes) => Object.values(codes))) expect(says).toMatch(/^[A-Z].+\.$/)
})

/** Codes of matching are reasons, not refusals, and those of the API's own problems are its schemas'. */
function codesUsed(): ReadonlySet<string> {
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => !/^src\/(api|matching)\/|\.test\.tsx?$/.test(file))
  const sources = files.map((file) => readFileSync(file, 'utf8'))
  return new Set([
    ...sources.flatMap((source) => quotedIn(source, SAYS_NO)),
    ...sources.flatMap((source) => [...source.matchAll(ONE_OF_WORDS)].map(([, code = '']) => code)),
    ...sources.filter((source) => source.includes('RowFault')).flatMap((source) => quotedIn(source, CODE_OF_A_FAULT)),
  ])
}

/** Every quoted code within what a pattern finds; two where a code depends on a condition. */
function quotedIn(source: string, pattern: RegExp): readonly string[] {
  return [...source.matchAll(pattern)].flatMap(([, given = '']) =>
    [...given.matchAll(QUOTED)].map(([, code = '']) => code),
  )
}
