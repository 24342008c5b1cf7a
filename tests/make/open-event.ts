import { addDays, dayIn } from '../../src/calendar/days.ts'
import type { ProgramEvent } from '../../src/model/program.ts'
import type { Everybody } from './everybody.ts'

/** Puts the kickoff of the first season on today, tomorrow and yesterday, and says what day today is there. */
export async function openEvent(
  { installation, ids }: Pick<Everybody, 'installation' | 'ids'>,
  now = new Date().toISOString(),
): Promise<string> {
  const { rows } = await installation.pool.query("select program ->> 'zone' as zone from season where id = $1", [
    ids.season,
  ])
  const today = dayIn(now, rows[0].zone)
  const event: ProgramEvent = {
    key: 'kickoff',
    name: 'Kickoff',
    when: { days: [addDays(today, -1), today, addDays(today, 1)] },
    minutes: 50,
    sessions: [
      { key: '1', on: today, startsAt: '16:00' },
      { key: '2', on: addDays(today, 1), startsAt: '09:00' },
      { key: '3', on: addDays(today, -1), recording: 'https://example.com/recording' },
    ],
    parts: [{ text: 'A panel', minutes: 25 }],
    panellists: [],
    optional: false,
    countsTowardsTarget: true,
    preWork: [{ text: 'Read this before', url: 'https://example.com/before' }],
  }
  await installation.pool.query("update season set program = jsonb_set(program, '{events,0}', $1) where id = $2", [
    JSON.stringify(event),
    ids.season,
  ])
  return today
}
