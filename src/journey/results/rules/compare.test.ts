import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PairFact } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { readProgram } from '../../design/load-program.ts'
import { countResults } from '../rules.ts'
import { compareSeasons, planCompared, planDays } from './compare.ts'

function load(file: string): Program {
  const read = readProgram(readFileSync(`programs/${file}`, 'utf8'))
  if (!read.ok) throw new Error(file)
  return read.value
}
const [WOMEN, AGAIN, WEEKLY] = ['women-2021.yaml', 'women-2022.yaml', 'new-managers-weekly.yaml'].map(load) as [
  Program,
  Program,
  Program,
]

const pairs = (program: Program, many: number): PairFact[] =>
  Array.from({ length: many }, (_, at) => ({
    id: String(at),
    mentorId: `mentor ${at}`,
    menteeId: `mentee ${at}`,
    publishedOn: program.announcement.on,
    endedOn: null,
    pauses: [],
    excusedOn: [],
  }))

type Season = readonly [program: Program, pairs: number]

function sideBySide(...seasons: readonly Season[]) {
  const programs = planCompared(seasons.map(([program]) => program))
  return compareSeasons(
    programs.map((program, at) => {
      const facts = { departments: [], attendance: [], meetings: [], surveys: [] }
      const many = seasons[at]?.[1] ?? 0
      const season = { season: program.key, asOf: program.endsOn, pairs: pairs(program, many) }
      return { program, results: countResults(program, { ...facts, ...season }) }
    }),
  )
}

describe('seasons side by side', () => {
  it('are counted by the definitions that any of them asks for, each with its own aim', () => {
    const rows = sideBySide([WOMEN, 5], [WEEKLY, 3])
    const completion = rows.find((it) => it.definition === 'completion')
    expect(completion?.figures.map((it) => it?.target ?? null)).toEqual([null, 70])
    const cadence = rows.find((it) => it.definition === 'cadence')
    expect(cadence?.figures.map((it) => [it?.base, it?.target])).toEqual([
      [5, 95],
      [3, 70],
    ])
  })

  it('say where the same definition takes something else: the windows, the events, how many meetings', () => {
    const differs = (of: string, ...seasons: readonly Season[]) =>
      sideBySide(...seasons).find((it) => it.definition === of)?.differs
    expect(differs('cadence', [WOMEN, 5], [WEEKLY, 3])).toEqual([
      { what: 'rhythm', values: [String(WOMEN.meetings.everyDays), String(WEEKLY.meetings.everyDays)] },
    ])
    expect(differs('cadence', [WOMEN, 5], [AGAIN, 3])).toEqual([])
    expect(differs('attendance', [WOMEN, 5], [AGAIN, 3])).toMatchObject([{ what: 'events' }])
    expect(differs('completion', [WOMEN, 5], [WEEKLY, 3])?.map((it) => it.what)).toEqual(['rhythm', 'completion'])
  })

  it('show no row of which no season has a figure', () => {
    for (const row of sideBySide([WOMEN, 5], [AGAIN, 0]))
      expect(row.figures.some((it) => it !== null && (it.of.length > 0 || it.missing === null))).toBe(true)
  })

  it('stand as of today, or as of the day on which each had met for as long as the youngest', () => {
    expect(planDays([WOMEN, AGAIN], '2022-04-01', 'today')).toEqual(['2022-04-01', '2022-04-01'])
    const [then, now] = planDays([WOMEN, AGAIN], AGAIN.meetings.from, 'same')
    expect([then, now]).toEqual([WOMEN.meetings.from, AGAIN.meetings.from])
  })
})
