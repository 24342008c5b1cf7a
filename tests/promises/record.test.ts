import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FIELDS } from '../../src/store/fields/all.ts'
import { printImpactTemplate, printRecord } from '../../src/texts/en/record.ts'
import { RECORD } from '../../src/upkeep/screens/record.ts'

const PAGES = {
  'docs/privacy/record.md': printRecord(RECORD),
  'docs/privacy/dpia-template.md': printImpactTemplate(RECORD),
}

it('the record of processing and the template say what the entries say (write them anew with PRINT=1)', () => {
  for (const [path, text] of Object.entries(PAGES)) {
    if (process.env.PRINT) writeFileSync(path, text)
    expect(readFileSync(path, 'utf8'), path).toBe(text)
  }
})

it('every table is in the record once, with why, how long and what an erasure does', () => {
  const text = PAGES['docs/privacy/record.md']
  for (const it of Object.values(FIELDS)) {
    expect(text.split(`### ${it.holds}\n`), it.holds).toHaveLength(2)
    expect(text).toContain(it.why)
  }
})

it('it says that whoever imported the clearance list can infer from it, and the template asks who that is', () => {
  for (const text of Object.values(PAGES)) expect(text).toMatch(/imported the (clearance )?list can infer/)
  expect(PAGES['docs/privacy/dpia-template.md']).toMatch(/To fill in: who imports it/)
  expect(PAGES['docs/privacy/dpia-template.md'].match(/To fill in/g)?.length).toBeGreaterThan(10)
})
