import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { dryRun } from '../../src/rehearsal/dry-run.ts'
import { actAs } from '../make/acting.ts'
import { type Everybody, everybody } from '../make/everybody.ts'

const FILES = ['women-2021', 'women-2022', 'new-managers-weekly'].map((it) =>
  readFileSync(`programs/${it}.yaml`, 'utf8'),
)

describe('a dry run of a program', () => {
  let all: Everybody
  beforeAll(async () => {
    all = await everybody()
  })

  it.each(FILES)('walks an invented cohort to the last figure, and leaves nothing behind', async (text) => {
    const before = await everyRow(all)
    const run = await dryRun(await actAs(all, 'coordinator'), { text, size: { mentors: 12, mentees: 15 } })
    expect(run.stopped).toBeNull()
    expect(run.steps.map((it) => it.what)).toEqual(
      expect.arrayContaining(['applied', 'decided', 'matched', 'told', 'came', 'met', 'answered']),
    )
    expect(run.letters.map((it) => it.kind)).toContain('pair')
    expect(run.results?.participation.pairs).toBeGreaterThan(5)
    expect(run.results?.cadence.percent).toBeGreaterThan(0)
    expect(await everyRow(all)).toEqual(before)
  })

  it('lets invented mentees choose where the program offers shortlists', async () => {
    const own = '  overlapHours: null\n  shortlist: { size: 3, chooseBy: 2021-06-27 }\n'
    const text = (FILES[0] ?? '').replace('  overlapHours: null\n', own)
    const size = { mentors: 12, mentees: 15 }
    const ctx = await actAs(all, 'coordinator')
    const [plain, run] = [await dryRun(ctx, { text: FILES[0] ?? '', size }), await dryRun(ctx, { text, size })]
    expect(run.stopped).toBeNull()
    const step = (of: typeof run, what: string) => of.steps.find((it) => it.what === what)
    expect(step(run, 'chose')).toMatchObject({ on: '2021-06-27', lists: 15, chose: 10 })
    // A choice costs nobody a place.
    expect(step(run, 'matched')).toEqual(step(plain, 'matched'))
  })

  it('says where it stops, and leaves nothing behind then either', async () => {
    const before = await everyRow(all)
    const run = await dryRun(await actAs(all, 'coordinator'), {
      text: FILES[0] ?? '',
      size: { mentors: 0, mentees: 0 },
    })
    expect(run.stopped).toBeTruthy()
    await expect(
      dryRun(await actAs(all, 'coordinator'), { text: 'key: x', size: { mentors: 1, mentees: 1 } }),
    ).rejects.toThrow(/mend/)
    expect(await everyRow(all)).toEqual(before)
  })
})

/** How many rows each table of both databases has, the letters and jobs that wait among them. */
async function everyRow({ installation }: Everybody): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const pool of [installation.pool, installation.keys]) {
    const { rows } = await pool.query(
      "select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
    )
    for (const { name } of rows)
      counts[name] = (await pool.query(`select count(*)::int as many from ${name}`)).rows[0].many
  }
  return counts
}
