import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays } from '../../src/calendar/days.ts'
import { planWindows } from '../../src/calendar/windows.ts'
import { readProgram } from '../../src/journey/design/load-program.ts'
import type { Program } from '../../src/model/program.ts'

type Run = (...words: string[]) => Promise<readonly string[]>
export type SmallSeason = {
  readonly pairs: number
  readonly seats: number
  readonly windows: number
  readonly quietPairs: number
}
type Size = {
  readonly mentors: number
  readonly mentees: number
  readonly quietPairs?: number
  readonly sends?: boolean
  /** False to stop with the pairs published and no letter released. */
  readonly announced?: boolean
  /** False to stop with the applications decided, before any match. */
  readonly matched?: boolean
  /** Addresses that the people team does not clear, and addresses whose application does not commit. */
  readonly notCleared?: readonly string[]
  readonly uncommitted?: readonly string[]
}

const APPLICATION_COLUMNS =
  'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity'

/** A small true season of any program file, from applications to meetings; `quietPairs` miss their second window. */
export async function playSmallSeason(
  run: Run,
  file: string,
  size: Size = { mentors: 4, mentees: 5 },
): Promise<SmallSeason> {
  const read = readProgram(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const program = read.value
  const folder = mkdtempSync(join(tmpdir(), 'alongside-small-'))
  const sheet = async (name: string, lines: readonly string[], ...words: string[]) => {
    writeFileSync(`${folder}/${name}.csv`, `${lines.join('\n')}\n`)
    const [stage = '', verb = '', ...rest] = words
    await run(stage, verb, `${folder}/${name}.csv`, ...rest)
  }
  const named = (role: string, many: number) => Array.from({ length: many }, (_, at) => `${role}${at + 1}@example.com`)
  const mentors = named('mentor', size.mentors)
  const mentees = named('mentee', size.mentees)
  await run('office', 'setup', '--organisation', 'Example', '--operator', 'coordinator@example.com', '--one-person')
  await run('design', 'load', file)
  await sheet(
    'people',
    [
      'name,email,division,department,start_date',
      ...mentors.map(personOf('Sales')),
      ...mentees.map(personOf('Finance')),
    ],
    'people',
    'import',
  )
  await sheet(
    'applications',
    [
      APPLICATION_COLUMNS,
      ...mentors.map(applicationOf(program, 'mentor', size.uncommitted)),
      ...mentees.map(applicationOf(program, 'mentee', size.uncommitted)),
    ],
    'apply',
    'import',
  )
  const before = addDays(program.announcement.on, -1)
  await sheet('not-cleared', ['email', ...(size.notCleared ?? [])], 'review', 'clear', '--on', before)
  await run('review', 'decide', '--on', before)
  if (size.matched === false) return { pairs: 0, seats: 0, windows: 0, quietPairs: 0 }
  await run('match', 'propose', '--on', program.announcement.on)
  await run('match', 'publish', '--on', program.announcement.on)
  if (size.announced === false) return { pairs: (await pairedMentees(run)).length, seats: 0, windows: 0, quietPairs: 0 }
  await run('announce', 'release', '--on', program.announcement.on, ...(size.sends ? ['--send'] : []))
  const seats = Math.min(size.mentees, size.mentors * program.matching.load.maximum)
  const windows = planWindows(program.meetings)
  const paired = await pairedMentees(run)
  const quiet = new Set(paired.slice(0, size.quietPairs ?? 0))
  const meetings = paired.flatMap((email) =>
    windows.flatMap((window, at) => (quiet.has(email) && at === 1 ? [] : [`${email},${window.firstDay},30,both`])),
  )
  await sheet('meetings', ['mentee_email,held_on,minutes,confirmed_by', ...meetings], 'meet', 'import')
  return { pairs: paired.length, seats, windows: windows.length, quietPairs: quiet.size }
}

function personOf(division: string): (email: string) => string {
  return (email) => `${email.split('@')[0]},${email},${division},${division} team,2015-01-01`
}

function applicationOf(
  program: Program,
  role: 'mentor' | 'mentee',
  uncommitted: readonly string[] = [],
): (email: string) => string {
  const day = program.roles[role].call.opens
  // A minute apart: priority never hangs on an id, which differs from run to run.
  const minute = (email: string) => (/\d+/.exec(email)?.[0] ?? '0').padStart(2, '0')
  return (email) =>
    `${day}T09:${minute(email)}:00Z,${email},${role},${uncommitted.includes(email) ? 'no' : 'yes'},yes,yes,yes,yes,coaching; listening,${program.matching.load.maximum}`
}

async function pairedMentees(run: Run): Promise<string[]> {
  const shown: { pairs: { mentee: string }[] } = JSON.parse((await run('match', 'show', '--json'))[0] ?? '')
  return shown.pairs.map((pair) => pair.mentee)
}
