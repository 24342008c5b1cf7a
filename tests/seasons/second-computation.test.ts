import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProgram } from '../../src/journey/design/load-program.ts'
import { countResults } from '../../src/journey/results/rules.ts'
import { percent } from '../../src/model/percent.ts'
import { drawnSeason, turningDays } from '../make/drawn-seasons.ts'
import { type Rows, slowFigures } from '../make/slow-figures.ts'

const SEASONS = process.env.DEPTH === 'full' ? 2_000 : 40
const DAYS_OF_EACH = 14
const read = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!read.ok) throw new Error('The program cannot be read.')
const drawn = drawnSeason(read.value)

/** What the product counts of these rows on a day; what the directory says is known up to the day, as the store reads it. */
function counted(rows: Rows, asOf: string) {
  const people = rows.careers.map((it) => ({ ...it, rows: it.rows.filter((row) => row.fromOn <= asOf) }))
  const news = rows.careers.flatMap((it) => [...it.rows.map((row) => row.fromOn), ...(it.leftOn ? [it.leftOn] : [])])
  const newestOn =
    news
      .filter((day) => day <= asOf)
      .sort()
      .at(-1) ?? null
  return countResults(rows.program, { ...rows, season: 'drawn', asOf, careers: { people, newestOn } })
}

function slow(rows: Rows, asOf: string) {
  const careers = rows.careers.map((it) => ({ ...it, rows: it.rows.filter((row) => row.fromOn <= asOf) }))
  return slowFigures({ ...rows, careers }, asOf)
}

describe('the figures of any day, counted a second time by plain loops', () => {
  it('are the same: people, pairs, windows, events, invited people', () => {
    fc.assert(
      fc.property(drawn, (rows) => {
        for (const asOf of turningDays(rows, DAYS_OF_EACH)) {
          const [fast, again] = [counted(rows, asOf), slow(rows, asOf)]
          expect(fast.participation).toEqual(again.participation)
          expect(fast.cadence).toMatchObject(again.cadence)
          expect(fast.cadence.percent).toBe(percent(again.cadence.pairsEveryWindow, again.cadence.pairs))
          expect(fast.attendance).toMatchObject(again.attendance)
          expect(fast.surveys).toMatchObject(again.surveys)
        }
      }),
      { numRuns: SEASONS },
    )
  })

  it('are the same for every measure of the catalogue that counts facts', () => {
    fc.assert(
      fc.property(drawn, (rows) => {
        for (const asOf of turningDays(rows, DAYS_OF_EACH)) {
          const measures = counted(rows, asOf).measures.filter((it) => it.of[0] !== 'optional')
          const found = measures.map((it) => [
            `${it.definition} ${it.of[0] ?? ''}`,
            it.counted === null ? null : [it.counted, it.base],
          ])
          expect(Object.fromEntries(found)).toEqual(slow(rows, asOf).measures)
        }
      }),
      { numRuns: SEASONS },
    )
  })
})
