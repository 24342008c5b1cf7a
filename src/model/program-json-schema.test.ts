import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { programJsonSchema } from './program-json-schema.ts'

it('the schema that editors read is the one that files are checked with (UPDATE=1 writes it anew)', () => {
  const text = `${JSON.stringify(programJsonSchema(), null, 2)}\n`
  if (process.env.UPDATE === '1') writeFileSync('programs/program.schema.json', text)
  expect(JSON.parse(readFileSync('programs/program.schema.json', 'utf8'))).toEqual(JSON.parse(text))
})
