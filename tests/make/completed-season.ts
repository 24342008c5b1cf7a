import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { commandLineOf } from './command-line.ts'
import { freshInstallation } from './installation.ts'
import { playSmallSeason } from './small-season.ts'

export const COMPLETED = 'new-managers-weekly'

/** A season that was loaded in its time and is over: every pair met in every window but `quiet`, which missed all but one. */
export async function completedSeason(quietPairs = 1) {
  const installation = await freshInstallation()
  const on = (day: string) => ({ ...installation, machineClock: stoppedClock(`${day}T10:00:00.000Z`) })
  await playSmallSeason(commandLineOf(on('2026-02-01')), `programs/${COMPLETED}.yaml`, { mentors: 2, mentees: 4 })
  const { pool } = installation
  await pool.query("update hat set from_on = '2026-01-01'")
  const { rows } = await pool.query(
    `select p.id, p.mentee_id, p.mentor_id, mentee.email as mentee, mentor.email as mentor from pair p
      join person mentee on mentee.id = p.mentee_id join person mentor on mentor.id = p.mentor_id order by 4`,
  )
  for (const quiet of rows.slice(0, quietPairs))
    await pool.query("delete from meeting where mentee_id = $1 and happened_on > '2026-03-09'", [quiet.mentee_id])
  return { installation, pool, on, pairs: rows as readonly Pair[] }
}
type Pair = {
  readonly id: string
  readonly mentee: string
  readonly mentor: string
  readonly mentee_id: string
  readonly mentor_id: string
}

/** Everything that the product does by itself, as on a day. */
export async function tickOn(installation: Installation): Promise<void> {
  const house = await openHouse(installation)
  if (!house) throw new Error('no house')
  await doWhatIsDue(house)
}
