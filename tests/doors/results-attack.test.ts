import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'alongside-attack-'))
const HEADER = 'email,skills,will_keep_meeting'

describe('the figures of a survey, once it has closed', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let run: ReturnType<typeof commandLineOf>

  beforeAll(async () => {
    installation = await freshInstallation()
    run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 12, mentees: 12 })
  })

  const answered = async () =>
    (await installation.pool.query('select count(*)::int as many from survey_answer')).rows[0].many
  const bring = (numbers: readonly number[]) => {
    const rows = numbers.map((it) => `mentee${it}@example.com,communication,yes`)
    const file = join(FOLDER, `${numbers.join('-')}.csv`)
    writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`)
    return run('survey', 'import', file, '--survey', 'end', '--role', 'mentee')
  }

  it('let nobody make an answer certain, not even where everybody said the same', async () => {
    await bring([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const said = (await run('results', 'attack')).join('\n')
    expect(said).toMatch(/^Read \d+ tables of survey figures in 1 season, on \d days/)
    expect(said).toContain('No answer could be made certain.')
    const [json = ''] = await run('results', 'attack', '--json')
    expect(JSON.parse(json)).toMatchObject({ seasons: 1, certain: [] })
    expect(JSON.parse(json).tables).toBeGreaterThan(0)
  })

  it('are published once: more answers are refused, since the difference would tell them', async () => {
    const before = await answered()
    await expect(bring([11])).rejects.toMatchObject({ code: 'survey-published' })
    await expect(bring([1, 2, 11, 12])).rejects.toThrow('what 2 more people answered could be told from the difference')
    expect(await answered()).toBe(before)
  })

  it('the same sheet again changes nothing and is no fault', async () => {
    const before = await answered()
    await bring([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await answered()).toBe(before)
  })
})
