import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('SECURITY.md', 'utf8')
const lines = page.split('\n').filter((line) => /^\| [\d.–]+ \|/.test(line))

describe('SECURITY.md tells the truth about its evidence', () => {
  it('every test and document it names is there', () => {
    const named = [...page.matchAll(/\b((?:src|tests|docs|decisions)\/[\w./-]+\.(?:ts|tsx|md))/g)].map(
      (it) => it[1] ?? '',
    )
    expect(named.length).toBeGreaterThan(100)
    expect([...new Set(named)].filter((file) => !existsSync(file))).toEqual([])
  })

  it('every line of the table names what shows it, or says that it is not done or not offered', () => {
    expect(lines.length).toBeGreaterThan(200)
    const silent = lines.filter((line) => !/`[\w./-]+`|\*\*not done\*\*|not offered/.test(line.split('|')[4] ?? ''))
    expect(silent).toEqual([])
  })

  it('its counts are those of the table', () => {
    const many = (pattern: RegExp) => lines.filter((line) => pattern.test(line.split('|')[4] ?? '')).length
    const [undone, unoffered] = [many(/\*\*not done\*\*/), many(/^ not offered/)]
    const shown = lines.length - undone - unoffered
    expect(page).toContain(
      `${shown} lines are shown, ${undone} are not done, ${unoffered} are about what is not offered.`,
    )
  })
})
