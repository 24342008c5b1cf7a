type Run = (...words: string[]) => Promise<readonly string[]>
type Write = (path: string, text: string) => void

const MENTORS = 4
const MENTEES = 5

/** The smallest true season: four mentors and five mentees of the program of 2021, from applications to meetings. */
export async function playSmallSeason(
  run: Run,
  folder: string,
  write: Write,
  file = 'programs/women-2021.yaml',
): Promise<void> {
  const sheet = async (name: string, lines: readonly string[], ...words: string[]) => {
    write(`${folder}/${name}.csv`, `${lines.join('\n')}\n`)
    const [stage = '', verb = '', ...rest] = words
    await run(stage, verb, `${folder}/${name}.csv`, ...rest)
  }
  const mentors = Array.from({ length: MENTORS }, (_, at) => `mentor${at + 1}@example.com`)
  const mentees = Array.from({ length: MENTEES }, (_, at) => `mentee${at + 1}@example.com`)
  await run('office', 'setup', '--organisation', 'Example', '--operator', 'coordinator@example.com', '--one-person')
  await run('design', 'load', file)
  const person = (email: string, division: string) =>
    `${email.split('@')[0]},${email},${division},${division} team,2019-01-01,Etc/UTC`
  await sheet(
    'people',
    [
      'name,email,division,department,start_date,time_zone',
      ...mentors.map((it) => person(it, 'Sales')),
      ...mentees.map((it) => person(it, 'Finance')),
    ],
    'people',
    'import',
  )
  const application = (email: string, role: string, at: string) =>
    `${at},${email},${role},yes,yes,yes,yes,yes,coaching; listening,1`
  const rows = [
    ...mentors.map((it) => application(it, 'mentor', '2021-05-21T09:00:00Z')),
    ...mentees.map((it, at) => application(it, 'mentee', `2021-06-0${at + 1}T09:00:00Z`)),
  ]
  await sheet(
    'applications',
    [
      'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity',
      ...rows,
    ],
    'apply',
    'import',
  )
  await sheet('clear', ['email'], 'review', 'clear', '--on', '2021-06-25')
  await run('review', 'decide', '--on', '2021-06-28')
  await run('match', 'propose', '--on', '2021-06-29')
  await run('match', 'publish', '--on', '2021-06-29')
  await run('announce', 'release', '--on', '2021-06-29')
  await sheet(
    'meetings',
    [
      'mentee_email,held_on,minutes,confirmed_by',
      ...['2021-07-09', '2021-07-23', '2021-08-06', '2021-08-20', '2021-09-03', '2021-09-17'].map(
        (day) => `mentee1@example.com,${day},30,both`,
      ),
    ],
    'meet',
    'import',
  )
  await sheet(
    'attendance',
    ['event,session,email', 'kickoff,1,mentee1@example.com', 'kickoff,2,mentor1@example.com'],
    'gather',
    'import',
  )
}
