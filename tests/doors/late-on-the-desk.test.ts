import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { type Everybody, everybody } from '../make/everybody.ts'

const NOW = '2021-07-28T10:00:00.000Z'

describe('a late application that would complete a pair', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    const made = await everybody()
    all = { ...made, installation: { ...made.installation, machineClock: { now: () => NOW } } }
    site = makeSite(all.installation)
    await run('coordinator@staff.example', 'applications.csv', 'apply', 'import', [
      'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity',
      '2021-07-27T09:00:00Z,boss@staff.example,mentor,yes,yes,yes,yes,yes,coaching,1',
    ])
  })

  const run = async (as: string, name: string, stage: string, verb: string, lines: readonly string[]) => {
    const path = join(all.installation.config.dataFolder, name)
    writeFileSync(path, `${lines.join('\n')}\n`)
    await commandLineOf(all.installation)(stage, verb, path, '--season', 'women-2021', '--as', as)
  }
  const get = async (path: string) => (await requestAs(site, all.callers.coordinator, 'GET', path, {})).body
  const decide = (form: Record<string, string>) =>
    requestAs(site, all.callers.coordinator, 'POST', '/desk/selection/decide', { season: 'women-2021', ...form })

  it('is a line while a mentee waits, taken back or not: no cause may be read from it', async () => {
    expect(await get('/desk?about=selection')).toContain('1 late application of a mentor waits for a decision')
    const taken = "update application set withdrawn_at = $1, superseded_by = id where late and role = 'mentor'"
    await all.installation.pool.query(taken, [NOW])
    expect(await get('/desk?about=selection')).toContain('1 late application of a mentor waits for a decision')
    await all.installation.pool.query('update application set withdrawn_at = null, superseded_by = null where late')
  })

  it('is decided from there, and then the line is gone, whatever was decided', async () => {
    await run('people-team@staff.example', 'not-cleared.csv', 'review', 'clear', ['email'])
    expect(await get('/desk/selection?season=women-2021')).toContain('Decide over late applications')
    expect((await decide({})).status).toBe(303)
    expect(await get('/desk?about=selection')).toContain('1 late application of a mentor waits for a decision')
    expect((await decide({ late: 'yes' })).status).toBe(303)
    const after = await get('/desk?about=selection')
    expect(after).not.toContain('late application of a mentor')
    expect(after).toContain('1 mentor is in reserve')
  })
})
