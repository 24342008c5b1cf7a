import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'alongside-early-attendance-'))

describe('attendance that is dated before its event', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let run: ReturnType<typeof commandLineOf>

  beforeAll(async () => {
    installation = await freshInstallation()
    run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 3 })
  })

  const taken = async (rows: readonly string[]) => {
    const path = join(FOLDER, 'attendance.csv')
    writeFileSync(path, ['event,session,email,attended_on', ...rows, ''].join('\n'))
    return JSON.parse((await run('gather', 'import', path, '--json'))[0] ?? '')
  }
  const kickoff = async () => {
    const results = JSON.parse((await run('results', 'show', '--json', '--on', '2021-10-15'))[0] ?? '')
    return results.attendance.find((it: { event: string }) => it.event === 'kickoff')
  }

  it('is kept, said to whoever brings it, and counts in no figure', async () => {
    const report = await taken(['kickoff,1,mentee1@example.com,2021-07-01', 'kickoff,1,mentee2@example.com,2021-07-08'])
    expect(report).toMatchObject({ accepted: 2, rejected: [] })
    expect(report.notes).toEqual([
      { row: 2, column: 'attended_on', message: expect.stringContaining('is kept and counts in no figure') },
    ])
    expect((await installation.pool.query('select 1 from attendance')).rowCount).toBe(2)
    expect(await kickoff()).toMatchObject({ people: 1, guests: 0 })
  })

  it('counts once the right day is brought, and not any more when that is taken back', async () => {
    const right = 'kickoff,1,mentee1@example.com,2021-07-07'
    expect(await taken([right])).toMatchObject({ accepted: 1, unchanged: 0, notes: [] })
    expect(await kickoff()).toMatchObject({ people: 2 })
    expect(await taken([right, 'kickoff,1,mentee2@example.com,2021-07-07'])).toMatchObject({
      accepted: 0,
      unchanged: 2,
    })
    const { rows } = await installation.pool.query(
      'select id from sheet_import order by imported_at desc, id desc limit 1',
    )
    await run('office', 'undo-import', rows[0].id)
    expect(await kickoff()).toMatchObject({ people: 1 })
  })
})
