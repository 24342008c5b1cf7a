import { sql } from 'kysely'
import { addDays, addWorkingDays, dayIn } from '../src/calendar/days.ts'
import { planWindows } from '../src/calendar/windows.ts'
import { runCommand } from '../src/cli/run-command.ts'
import { sendMessage } from '../src/journey/announce/sending.ts'
import { askWhetherMet } from '../src/journey/meet/actions/ask-whether-met.ts'
import { seeQuietPairs } from '../src/journey/meet/screens/quiet-pairs.ts'
import { readConfig } from '../src/runtime/config.ts'
import { type Installation, openInstallation } from '../src/runtime/installation.ts'
import { newId } from '../src/runtime/new-id.ts'
import { asOperator, asProgram, type House, openHouse } from '../src/runtime/open-context.ts'
import { seasonsOf } from '../src/store/seasons.ts'
import { makeDataFolder } from '../tests/make/data-folder.ts'
import { playSmallSeason } from '../tests/make/small-season.ts'
import { makeChance } from './chance.ts'
import { REMINDER_BRINGS_THEM_TOGETHER, SHARES, ZONES } from './notice-assumed.ts'
import { boundsOf, workingDays } from './notice-bounds.ts'
import { makeCases, type Pair, peopleWhoMeet, type Truth } from './people-who-meet.ts'

/**
 * 200 simulated pairs with a known truth over a season, the clock moved four hours at a time, through the product's own actions.
 * People answer, or do not, as assumed below; what is measured is what the product makes of it. Exit 1 where a "must" does not hold.
 */
const PAIRS = Number(process.env.PAIRS ?? 200)
const STEP_HOURS = 4
const HOUR_MS = 3_600_000

const chance = makeChance(20260304)
let now = '2021-07-01T00:00:00.000Z'
const base = readConfig({ ALONGSIDE_DATA: makeDataFolder('bench'), SMTP_URL: 'smtp://unused' }, process.cwd())
const opened = await openInstallation({ ...base, port: 0, smtpUrl: 'smtp://unused' }, { role: 'server' })
const installation: Installation = { ...opened, machineClock: { now: () => now } }
const run = (...words: string[]) => runCommand(installation, words, process.cwd())
await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 4, mentees: 4 })
const season = (await seasonsOf(installation.db, (await house()).organisation.id))[0]
if (!season) throw new Error('no season')
const rhythm = season.program.meetings
const windows = planWindows(rhythm)
const pairs = await makePairs()
const people = peopleWhoMeet({ windows, everyDays: rhythm.everyDays, chance, now: () => now, house }, pairs)
await simulate()
process.exitCode = await report()
await opened.close()
process.exit()

async function house(): Promise<House> {
  const found = await openHouse(installation)
  if (!found) throw new Error('no house')
  return found
}

/** The pairs of the season become as many as are wanted, in many zones; nothing is known of their meetings. */
async function makePairs(): Promise<readonly Pair[]> {
  const organisation = (await house()).organisation.id
  const { db } = installation
  await sql`delete from meeting`.execute(db)
  const first = await sql<{
    run_id: string
    published_on: string
  }>`select run_id, published_on::text from pair limit 1`.execute(db)
  await sql`delete from pair`.execute(db)
  const made: Pair[] = []
  for (let at = 0; at < PAIRS; at += 1) {
    const two = [newId(), newId()]
    for (const [side, id] of two.entries()) {
      const name = `${side === 0 ? 'Mentor' : 'Mentee'} ${at}`
      await sql`insert into person (organisation_id, id, email, name, kind, created_at)
        values (${organisation}, ${id}, ${`${name.replace(' ', '-').toLowerCase()}@bench.example`}, ${name}, 'directory', now())`.execute(
        db,
      )
      await sql`insert into directory_entry (organisation_id, id, person_id, from_on, time_zone, recorded_at)
        values (${organisation}, ${newId()}, ${id}, '0001-01-01', ${ZONES[Math.floor(chance() * ZONES.length)]}, now())`.execute(
        db,
      )
    }
    const id = newId()
    await sql`insert into pair (organisation_id, season_id, id, mentor_id, mentee_id, run_id, worth, reason, published_on, recorded_at)
      values (${organisation}, ${season?.id}, ${id}, ${two[0]}, ${two[1]}, ${first.rows[0]?.run_id}, 1, '', ${first.rows[0]?.published_on}::date, now())`.execute(
      db,
    )
    const menteeEmail = `mentee-${at}@bench.example`
    made.push({ id, mentor: two[0] ?? '', mentee: two[1] ?? '', menteeEmail, cases: makeCases(windows.length, chance) })
  }
  return made
}

async function simulate(): Promise<void> {
  const until = Date.parse(`${addDays(rhythm.until, 12)}T00:00:00Z`)
  for (let at = Date.parse(`${rhythm.from}T00:00:00Z`); at < until; at += STEP_HOURS * HOUR_MS) {
    now = new Date(at).toISOString()
    const today = now.slice(0, 10)
    if (now.slice(11, 13) === '00') await people.beginDay(today)
    await askWhetherMet(asProgram(await house(), 'bench'))
    await deliver()
    await people.runErrands(at)
    if (now.slice(11, 13) === '20') await lookAtDesk(today)
  }
}

/** The letters of this step reach their readers, who do what they would. */
async function deliver(): Promise<void> {
  const waiting = await sql<{
    id: string
    person_id: string
    kind: string
    body: string
  }>`select id, person_id, kind, body
    from outbox_message where kind in ('meet-question', 'meet-reminder') and state = 'released'`.execute(
    installation.db,
  )
  for (const { id, person_id: personId, kind } of waiting.rows) {
    let body = ''
    const send = async (letter: { body: string }) => {
      body = letter.body
      return { ok: true as const, answered: '250' }
    }
    if (!(await sendMessage(asProgram(await house(), 'bench'), { send, close: () => {} }, id))) continue
    people.readLetter(kind, personId, body)
  }
}

async function lookAtDesk(today: string): Promise<void> {
  const { pairs: lines } = await seeQuietPairs(await asOperator(await house(), undefined, null), {})
  for (const line of lines) {
    const index = windows.findIndex((it) => it.firstDay === line.firstDay)
    const one = pairs[Number(line.mentee.split(' ')[1])]?.cases[index]
    if (!one) continue
    one.seenOn ??= today
    if (line.state === 'quiet' && one.said) one.wrongly = true
  }
}

async function report(): Promise<number> {
  const all = pairs.flatMap((pair) =>
    pair.cases.map((one, at) => ({ ...one, window: windows[at], next: pair.cases[at + 1] })),
  )
  const shown = JSON.parse((await run('results', 'show', '--on', dayIn(now, 'Etc/UTC'), '--json'))[0] ?? '')
  const counted = all.filter((it) => it.truth !== 'paused')
  const truly = (100 * counted.filter((it) => it.met).length) / counted.length
  const figure = (100 * shown.cadence.windowsMet) / shown.cadence.windowsDue
  console.log(
    `${PAIRS} pairs, ${windows.length} windows each, ${all.length} in all; ${all.length - counted.length} paused`,
  )
  const { low, high } = boundsOf(shown.cadence, shown.strips)
  const isWithin = low <= truly && truly <= high
  console.log(
    `windows met: in truth ${truly.toFixed(1)} %, by the figure ${figure.toFixed(1)} %, error ${(figure - truly).toFixed(1)} points`,
  )
  console.log(
    `must: the truth lies between the bounds, unknown and disputed counted as not met and as met: ${low.toFixed(1)} to ${high.toFixed(1)} %, ${isWithin ? 'it does' : 'it does not'}`,
  )
  for (const truth of Object.keys(SHARES) as Truth[]) {
    const those = all.filter((it) => it.truth === truth)
    const seen = those.filter((it) => it.seenOn !== null)
    const days = seen.map((it) => workingDays(it.window?.lastDay ?? '', it.seenOn ?? ''))
    const spread = [...new Set(days)].sort((a, b) => a - b).map((n) => `${n}: ${days.filter((it) => it === n).length}`)
    console.log(
      `  ${truth.padEnd(9)} ${String(those.length).padStart(4)}, on the desk ${String(seen.length).padStart(4)}; working days after the window ${spread.join(', ') || '-'}`,
    )
  }
  const began = all.filter((it) => it.truth === 'quiet')
  const quiet = began.filter((it) => !it.met)
  const late = quiet.filter((it) => it.seenOn === null || it.seenOn > addWorkingDays(it.window?.lastDay ?? '', 2))
  // Whoever met in the first days of the next window and said so is not quiet any more.
  const metSince = late.filter((it) => it.next?.said)
  // Who pauses has said where they stand, so nobody is to act until they go on; then the line is there, unless they met.
  const pausedSince = late.filter((it) => !it.next?.said && it.next?.truth === 'paused')
  const forgotten = late.filter((it) => !it.next?.said && it.next?.truth !== 'paused')
  const wrongly = all.filter((it) => it.wrongly)
  const rescued = began.filter((it) => it.rescued).length
  const held = quiet.length - metSince.length - pausedSince.length
  console.log(
    `must: truly quiet pairs on the desk two working days after their window: ${held - forgotten.length} of ${held}`,
  )
  console.log(
    `  left out of it: ${metSince.length} that met in the first days of the next window and said so, ${pausedSince.length} that paused from the first day after the window, of whom ${pausedSince.filter((it) => it.seenOn !== null).length} were on the desk after their pause`,
  )
  console.log(`must: pairs on the desk as quiet although one of them said that they met: ${wrongly.length}`)
  console.log(
    `aim: quiet ones rescued or known before their window ended: ${rescued} of ${began.length} (${((100 * rescued) / began.length).toFixed(0)} %; a reminder works on ${100 * REMINDER_BRINGS_THEM_TOGETHER} % by assumption)`,
  )
  return forgotten.length === 0 && wrongly.length === 0 && isWithin ? 0 : 1
}
