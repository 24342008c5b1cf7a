import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { runCommand } from '../src/cli/run-command.ts'
import { askQuestion } from '../src/journey/gather/actions/board.ts'
import { askForAnotherMatch, askForHelp } from '../src/journey/meet/actions/asking.ts'
import { askToLookAgain } from '../src/people/actions/look-again.ts'
import type { Installation } from '../src/runtime/installation.ts'
import { newId } from '../src/runtime/new-id.ts'
import { asAnybody, type House } from '../src/runtime/open-context.ts'
import { countWords } from './counted-coordinator.ts'
import {
  ANOTHER_MATCH,
  ANSWERED,
  CERTIFIED_IN_TIME,
  COME,
  HELP,
  LOOK_AGAIN,
  MENTEES,
  PAIRS,
  QUESTIONS,
} from './desk-assumed.ts'
import { ZONES } from './notice-assumed.ts'

export const OPERATOR = 'coordinator@example.com'
export const SEASON = 'women-2021'
/** The days of the events that the file leaves open, and the hours of their sessions. */
const SESSIONS = { kickoff: '2021-07-07', 'mid-program': '2021-08-18', celebration: '2021-09-22' } as const
const APPLICATION_COLUMNS =
  'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity'
const HOURS = ['08:00', '15:00', '22:00']

type Run = (...words: string[]) => Promise<readonly string[]>
type World = {
  readonly installation: Installation
  readonly folder: string
  readonly house: () => Promise<House>
  readonly chance: () => number
}

/** What everybody but the coordinator does in a season of the program of 2021, through the product's own actions. */
export function peopleOfSeason({ installation, folder, house, chance }: World) {
  const run: Run = (...words) => runCommand(installation, words, folder)
  const mentors = Array.from({ length: PAIRS }, (_, at) => `mentor${at + 1}@example.com`)
  const mentees = Array.from({ length: MENTEES }, (_, at) => `mentee${at + 1}@example.com`)
  const late = 'mentor-late@example.com'
  return { found, apply, applyLate, clear, review, certify, certifyRest, live, answer, come }

  async function sheet(name: string, lines: readonly string[], ...words: readonly string[]): Promise<void> {
    const path = join(folder, `${name}.csv`)
    await writeFile(path, `${lines.join('\n')}\n`)
    const [stage = '', verb = '', ...rest] = words
    await run(stage, verb, path, ...rest)
  }

  /** The organisation, its people, and the program with the days of its events. Says how many dates a coordinator enters, in how long a file. */
  async function found(): Promise<{ readonly dates: number; readonly words: number }> {
    await run('office', 'setup', '--organisation', 'Example', '--operator', OPERATOR, '--one-person')
    const text = withSessions(readFileSync('programs/women-2021.yaml', 'utf8'))
    const path = join(folder, 'program.yaml')
    await writeFile(path, text)
    await run('design', 'load', path)
    const person = (division: string) => (email: string) =>
      `${email.split('@')[0]},${email},${division},${division} team,2015-01-01,${ZONES[Math.floor(chance() * ZONES.length)]}`
    await sheet(
      'people',
      [
        'name,email,division,department,start_date,time_zone',
        ...[...mentors, late].map(person('Sales')),
        ...mentees.map(person('Finance')),
        `Noor,${OPERATOR},People,People team,2015-01-01,Etc/UTC`,
      ],
      'people',
      'import',
    )
    return { dates: text.match(/\d{4}-\d{2}-\d{2}/g)?.length ?? 0, words: countWords(text) }
  }

  async function apply(): Promise<void> {
    const row = (role: string, day: string) => (email: string, at: number) =>
      `${day}T09:${String(at).padStart(2, '0')}:00Z,${email},${role},yes,yes,yes,yes,yes,coaching; listening,1`
    await sheet(
      'applications',
      [APPLICATION_COLUMNS, ...mentors.map(row('mentor', '2021-05-25')), ...mentees.map(row('mentee', '2021-06-10'))],
      'apply',
      'import',
    )
  }

  async function applyLate(day: string): Promise<void> {
    await sheet(
      'late',
      [APPLICATION_COLUMNS, `${day}T09:00:00Z,${late},mentor,yes,yes,yes,yes,yes,coaching,1`],
      'apply',
      'import',
    )
  }

  async function clear(): Promise<void> {
    await sheet('not-cleared', ['email'], 'review', 'clear')
  }

  /** Reviewers score what the program asks of reviewers. */
  async function review(): Promise<void> {
    const rows = mentees.map((email) => `${email},mentee,reviewer@example.com,${1 + Math.floor(chance() * 5)},3`)
    await sheet('reviews', ['email,role,reviewer,track,performance', ...rows], 'review', 'import')
  }

  async function certify(day: string): Promise<void> {
    const done = mentors.filter((_, at) => at < mentors.length * CERTIFIED_IN_TIME)
    await train('certified', done, day)
  }

  async function certifyRest(day: string): Promise<void> {
    await train('certified-rest', [...mentors, late], day)
  }

  async function train(name: string, emails: readonly string[], day: string): Promise<void> {
    const rows = emails.map((email) => `${email},dib-certification,${day}`)
    await sheet(name, ['email,course,completed_on', ...rows], 'learn', 'import')
  }

  /** What people do by themselves on a day, over the season. */
  async function live(day: string): Promise<void> {
    const pairs = await pairsNow()
    const deeds: Readonly<Record<string, () => Promise<void>>> = {
      '2021-07-01': () =>
        each(LOOK_AGAIN, MENTEES - LOOK_AGAIN, async (at) => {
          await askToLookAgain(await as(mentees[at] ?? ''), {
            season: SEASON,
            words: 'I would like to know what was missing in my application, if anything was.',
          })
        }),
      '2021-08-12': () =>
        each(QUESTIONS, 0, async (at) => {
          await askQuestion(await as(pairs[at]?.mentee ?? ''), {
            season: SEASON,
            event: 'mid-program',
            words: `How do you begin, question ${at}?`,
          })
        }),
    }
    await deeds[day]?.()
    const help = ['2021-07-20', '2021-08-17', '2021-09-07'].slice(0, HELP).indexOf(day)
    const one = pairs[help + 3]
    if (help >= 0 && one)
      await askForHelp(await as(one.mentee), {
        pair: one.id,
        words: 'We keep moving our meeting and would like some help.',
      })
    const another = ['2021-08-03', '2021-08-24'].slice(0, ANOTHER_MATCH).indexOf(day)
    const other = pairs[another + 9]
    if (another >= 0 && other) await askForAnotherMatch(await as(other.mentee), { pair: other.id })
  }

  async function each(many: number, from: number, work: (at: number) => Promise<void>): Promise<void> {
    for (let at = from; at < from + many; at += 1) await work(at)
  }

  async function pairsNow(): Promise<readonly { readonly id: string; readonly mentee: string }[]> {
    const found = await sql<{ id: string; mentee: string }>`select p.id, e.email as mentee from pair p
      join person e on e.id = p.mentee_id order by e.email`.execute(installation.db)
    return found.rows
  }

  async function as(email: string) {
    const found = await sql<{ id: string }>`select id from person where email = ${email}`.execute(installation.db)
    const actor = {
      kind: 'person' as const,
      personId: found.rows[0]?.id ?? '',
      hats: [],
      signInId: newId(),
      stepped: false,
    }
    return { ...asAnybody(await house()), actor }
  }

  /** Some answer a survey in time; as the sheet of a form, which is the same to the product. */
  async function answer(survey: keyof typeof ANSWERED): Promise<void> {
    const questions: Readonly<Record<string, string>> = { pre: 'hope', mid: 'on_track' }
    const column = questions[survey]
    if (!column) return
    for (const role of ['mentor', 'mentee']) {
      const people = await sql<{ email: string }>`select e.email from pair p join person e
        on e.id = case when ${role} = 'mentor' then p.mentor_id else p.mentee_id end order by e.email`.execute(
        installation.db,
      )
      const some = people.rows.slice(0, Math.floor(people.rows.length * ANSWERED[survey]))
      const rows = some.map((it) => `${it.email},${survey === 'pre' ? 'Advice' : 'yes'}`)
      await sheet(
        `${survey}-${role}`,
        [`email,${column}`, ...rows],
        'survey',
        'import',
        '--survey',
        survey,
        '--role',
        role,
      )
    }
  }

  /** The list of those who came, as whoever runs the event has it. */
  async function come(event: keyof typeof SESSIONS): Promise<void> {
    const pairs = await sql<{
      email: string
    }>`select e.email from pair p join person e on e.id in (p.mentor_id, p.mentee_id)
      order by e.email`.execute(installation.db)
    const came = pairs.rows.filter(() => chance() < COME)
    const rows = came.map((it, at) => `${event},${1 + (at % 3)},${it.email}`)
    await sheet(`came-${event}`, ['event,session,email', ...rows], 'gather', 'import')
  }
}

/** Three sessions a day for each event, in the file as a coordinator would write it. */
function withSessions(text: string): string {
  const [head = '', ...events] = text.split(/^ {2}- key: (?=kickoff|mid-program|celebration)/m)
  const filled = events.map((event) => {
    const key = event.split('\n')[0] as keyof typeof SESSIONS
    const sessions = HOURS.map((at, n) => `{ key: "${n + 1}", on: ${SESSIONS[key]}, startsAt: "${at}" }`)
    return event
      .replace(/sessions: \[[^\]]*\]/, `sessions: [${sessions.join(', ')}]`)
      .replace(/sessions:\n(?: {6}- .*\n)+/, `sessions: [${sessions.join(', ')}]\n`)
  })
  return [head, ...filled].join('  - key: ')
}
