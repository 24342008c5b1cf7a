import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandLineOf } from '../make/command-line.ts'
import { makeDataFolder } from '../make/data-folder.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

/** What each import brings, and the table it would write to. */
const IMPORTS = [
  {
    verb: ['apply', 'import'],
    table: 'application',
    lines: [
      'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity',
      '2021-06-01T09:00:00Z,mentee1@example.com,mentor,yes,yes,yes,yes,yes,coaching,1',
    ],
  },
  {
    verb: ['review', 'import'],
    table: 'review',
    lines: ['email,role,reviewer,track,performance', 'mentee1@example.com,mentee,r@example.com,4,4'],
  },
  { verb: ['learn', 'import'], table: 'training_record', lines: ['email,course', 'mentee1@example.com,course'] },
  { verb: ['gather', 'import'], table: 'attendance', lines: ['event,session,email', 'kickoff,1,mentee1@example.com'] },
  {
    verb: ['meet', 'import'],
    table: 'meeting',
    lines: ['mentee_email,held_on,minutes,confirmed_by', 'mentee1@example.com,2021-08-04,30,both'],
  },
]

describe('a season that is closed while somebody brings something', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let run: ReturnType<typeof commandLineOf>
  const folder = makeDataFolder('closing-between')

  beforeAll(async () => {
    installation = await freshInstallation()
    run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 3 })
  })

  const count = async (table: string) =>
    (await installation.pool.query(`select count(*)::int as many from ${table}`)).rows[0].many

  /** Holds the season, closes it while `deed` waits for it, and lets go; says how the deed ended. */
  async function closedDuring(deed: () => Promise<unknown>): Promise<unknown> {
    const closer = await installation.pool.connect()
    try {
      await closer.query('begin')
      await closer.query('select 1 from season for update')
      const ended = deed().then(
        () => 'done',
        (fault: unknown) => fault,
      )
      await waitsForLock()
      await closer.query(
        `insert into season_closing (organisation_id, id, season_id, closed_on, closed_by, closed_at)
          select s.organisation_id, gen_random_uuid(), s.id, '2021-10-20', p.id, now()
          from season s cross join person p where p.email = 'coordinator@example.com'`,
      )
      await closer.query('commit')
      return await ended
    } finally {
      closer.release()
      await installation.pool.query('delete from season_closing')
    }
  }

  async function waitsForLock(): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      const { rows } = await installation.pool.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      if (rows.length > 0) return
      await new Promise((go) => setTimeout(go, 10))
    }
    throw new Error('nobody waits for the season')
  }

  it.each(IMPORTS)('takes nothing of $table that was let in before and comes after', async ({ verb, table, lines }) => {
    const file = join(folder, `${table}.csv`)
    writeFileSync(file, `${lines.join('\n')}\n`)
    const [stage = '', name = ''] = verb
    const before = await count(table)
    expect(await closedDuring(() => run(stage, name, file))).toMatchObject({ code: 'season-closed' })
    expect(await count(table)).toBe(before)
    // The same file is taken while the season is open: it was the close that kept it out.
    await run(stage, name, file)
    expect(await count(table)).toBe(before + 1)
  })

  it('takes nothing back of an import either', async () => {
    const { rows } = await installation.pool.query("select id from sheet_import where sheet = 'attendance'")
    const before = await count('attendance')
    expect(await closedDuring(() => run('office', 'undo-import', rows[0].id))).toMatchObject({ code: 'season-closed' })
    expect(await count('attendance')).toBe(before)
  })
})
