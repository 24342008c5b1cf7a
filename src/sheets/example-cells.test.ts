import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleSheet } from './example-cells.ts'
import { sheetKind } from './kinds.ts'
import { readSheet } from './read-sheet.ts'
import { writeSheet } from './write-sheet.ts'

const FIXED = ['holidays', 'applications', 'clearance', 'training', 'attendance', 'meetings'] as const

describe('the example of each sheet', () => {
  it.each(FIXED)('of %s is read without a fault, and lies among the documents', async (name) => {
    const kind = sheetKind(name as 'holidays')
    const columns = kind.columns.filter((it) => !it.ignored).map((it) => ({ name: it.name, takes: it.kind.kind }))
    const { headers, cells } = exampleSheet(columns)
    const text = writeSheet(headers, [cells])
    const read = await readSheet(new TextEncoder().encode(text), { kind })
    expect(read).toMatchObject({ ok: true, faults: [], absentColumns: name === 'clearance' ? ['standing'] : [] })
    const path = `docs/examples/imports/${name}.csv`
    if (process.env.PRINT) writeFileSync(path, text)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})
