import { addDays } from '../../src/calendar/days.ts'
import type { Everybody } from './everybody.ts'

type Calls = {
  /** Days from today; the mentors' call is the mentees' unless said. */
  readonly opensIn?: number
  readonly closesIn?: number
  readonly late?: 'reserve' | 'decline'
}

/** Moves the second season around today: its calls are open, everyone hears in three weeks. Returns its key. */
export async function openCall({ installation, ids }: Pick<Everybody, 'installation' | 'ids'>, it: Calls = {}) {
  const today = installation.machineClock.now().slice(0, 10)
  const call = {
    opens: addDays(today, it.opensIn ?? -7),
    closes: addDays(today, it.closesIn ?? 7),
    late: it.late ?? 'decline',
  }
  const { rows } = await installation.pool.query('select program from season where id = $1', [ids.otherSeason])
  const { program } = rows[0]
  for (const role of ['mentor', 'mentee']) program.roles[role].call = call
  program.announcement = { on: addDays(today, 21), writeAgainBy: addDays(today, 40) }
  program.startsOn = addDays(today, -20)
  program.endsOn = addDays(today, 120)
  program.meetings = { ...program.meetings, from: addDays(today, 30), until: addDays(today, 110) }
  await installation.pool.query('update season set program = $1 where id = $2', [
    JSON.stringify(program),
    ids.otherSeason,
  ])
  return { key: program.key as string, program, today }
}

/** A mentee's application with nothing left to say. */
export const COMPLETE = {
  'q-topics': 'Giving feedback',
  'more-topics': 'Bee keeping, stakeholder management',
  'q-about': 'I run the rota.',
  confirms: ['commitment', 'live-trainings', 'identity', 'certificate'],
  asynchronous: 'write',
} as const
