import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { playSmallSeason } from '../make/small-season.ts'

const SHIPPED = readdirSync('programs').filter((file) => file.endsWith('.yaml'))
/** Every shipped program has meetings as the measure of cadence; here are their targets, read from what they promise. */
const TARGETS: Record<string, number> = { 'women-2021.yaml': 95, 'women-2022.yaml': 95, 'new-managers-weekly.yaml': 70 }

async function playAndCount(file: string, size: { mentors: number; mentees: number; quietPairs: number }) {
  const run = commandLine(await freshDatabase())
  const season = await playSmallSeason(run, file, size)
  const results = JSON.parse((await run('results', 'show', '--json', '--on', '2030-01-01'))[0] ?? '')
  return { season, results }
}

for (const file of SHIPPED) {
  it(`${file} runs from its file to its figures`, async () => {
    const { season, results } = await playAndCount(`programs/${file}`, { mentors: 4, mentees: 6, quietPairs: 1 })
    expect(season.pairs).toBe(season.seats)
    expect(results.cadence).toMatchObject({
      pairs: season.pairs,
      pairsEveryWindow: season.pairs - 1,
      windowsDue: season.pairs * season.windows,
      windowsMet: season.pairs * season.windows - 1,
      target: TARGETS[file],
    })
  })
}

it('a program with windows of 10 days, a target of 80 and 7 pairs gets its own figures', async () => {
  const text = readFileSync('programs/women-2021.yaml', 'utf8')
    .replace('everyDays: 14', 'everyDays: 10')
    .replace('targetPercent: 95, text: Pairs', 'targetPercent: 80, text: Pairs')
    .replace('key: women-2021', 'key: ten-days')
  const file = join(mkdtempSync(join(tmpdir(), 'alongside-ten-')), 'ten-days.yaml')
  writeFileSync(file, text)
  const { results } = await playAndCount(file, { mentors: 7, mentees: 7, quietPairs: 2 })
  // 2021-07-08 to 2021-10-07 are 92 days: nine whole windows of ten.
  expect(results.cadence).toMatchObject({
    pairs: 7,
    pairsEveryWindow: 5,
    percent: 71.43,
    target: 80,
    windowsDue: 63,
    windowsMet: 61,
  })
})
