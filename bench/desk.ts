import { sql } from 'kysely'
import { addDays, weekdayOf } from '../src/calendar/days.ts'
import { planWindows } from '../src/calendar/windows.ts'
import { writeDigests } from '../src/desk/actions/write-digests.ts'
import { seeToday } from '../src/desk/screens/today.ts'
import { digestLetter } from '../src/journey/announce/messages/digest-letter.ts'
import { sendMessage } from '../src/journey/announce/sending.ts'
import { askStillGoing } from '../src/journey/meet/actions/ask-still-going.ts'
import { askWhetherMet } from '../src/journey/meet/actions/ask-whether-met.ts'
import { remindOfSurveys } from '../src/journey/survey/actions/remind.ts'
import { readConfig } from '../src/runtime/config.ts'
import { type Installation, openInstallation } from '../src/runtime/installation.ts'
import { asProgram, type House, openHouse } from '../src/runtime/open-context.ts'
import { seasonsOf } from '../src/store/seasons.ts'
import { makeSite } from '../src/web/site.tsx'
import { makeDataFolder } from '../tests/make/data-folder.ts'
import { signInAs } from '../tests/make/sign-in.ts'
import { makeChance } from './chance.ts'
import { countedCoordinator, countWords } from './counted-coordinator.ts'
import { BAD_ADDRESSES, DAYS_TO_CERTIFICATE, WORDS_OF_DECISION } from './desk-assumed.ts'
import { handleLines } from './desk-lines.ts'
import { reportDesk } from './desk-report.ts'
import { OPERATOR, peopleOfSeason, SEASON } from './desk-season.ts'
import { makeCases, type Pair, peopleWhoMeet } from './people-who-meet.ts'

/**
 * A season of 32 pairs from its call to the day its decision is taken, four hours at a time. Everybody but the coordinator does what
 * is assumed of them through the product's actions; the coordinator opens the real pages and sends the real forms, and is counted.
 * Exit 1 above two minutes for a pair and week.
 */
const STEP_HOURS = 4
const HOUR_MS = 3_600_000
/** A quarter past the hour, so that eight o'clock has come. */
const PAST_MS = HOUR_MS / 4
const FIRST_DAY = '2021-05-18'
const LAST_DAY = '2021-10-15'

let now = `${FIRST_DAY}T08:00:00.000Z`
const folder = makeDataFolder('bench-desk')
const base = readConfig({ ALONGSIDE_DATA: folder, SMTP_URL: 'smtp://unused' }, process.cwd())
const opened = await openInstallation({ ...base, port: 0, smtpUrl: 'smtp://unused' }, { role: 'server' })
const installation: Installation = { ...opened, machineClock: { now: () => now } }
const chance = makeChance(20210518)
const others = peopleOfSeason({ installation, folder, house, chance })
const coordinator = countedCoordinator(makeSite(installation))
let meeting: ReturnType<typeof peopleWhoMeet> | null = null
let daysOnDesk = 0
/** What happens on its day, whoever does it. */
const DAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  '2021-06-23': () => others.apply(),
  '2021-06-24': async () => {
    await others.clear()
    await others.review()
  },
  '2021-07-05': () => others.certify('2021-07-05'),
  '2021-07-07': () => others.answer('pre'),
  '2021-07-12': () => others.certifyRest('2021-07-12'),
  '2021-07-14': async () => {
    await others.applyLate('2021-07-14')
    await others.clear()
  },
  '2021-08-13': () => others.answer('mid'),
  '2021-07-09': () => attendance('kickoff'),
  '2021-08-19': () => attendance('mid-program'),
  '2021-09-23': () => attendance('celebration'),
}

await begin()
await simulate()
await finish()
process.exitCode = reportDesk(coordinator.ledger, { daysOnDesk, weeks: 13 })
await opened.close()
process.exit()

async function house(): Promise<House> {
  const found = await openHouse(installation)
  if (!found) throw new Error('no house')
  return found
}

/** Setting it up: the file with its dates, and the page it makes, read once. */
async function begin(): Promise<void> {
  const { dates, words } = await others.found()
  await comeIn()
  coordinator.count('design', { actions: 3, fields: dates, read: words })
  await coordinator.open('design', `/seasons/${SEASON}`)
}

async function comeIn(): Promise<void> {
  coordinator.comeIn(await signInAs(installation, OPERATOR, { stepped: true }))
}

/** The coordinator gives the list of those who came, and looks at the event's page. */
async function attendance(event: 'kickoff' | 'mid-program' | 'celebration'): Promise<void> {
  await others.come(event)
  await comeIn()
  coordinator.count('attendance', { actions: 2, fields: 1 })
  await coordinator.open('attendance', `/seasons/${SEASON}/events/${event}/desk`)
}

async function simulate(): Promise<void> {
  const until = Date.parse(`${LAST_DAY}T20:00:00Z`)
  for (let at = Date.parse(`${FIRST_DAY}T12:00:00Z`) + PAST_MS; at < until; at += STEP_HOURS * HOUR_MS) {
    now = new Date(at).toISOString()
    const today = now.slice(0, 10)
    const hour = Number(now.slice(11, 13))
    if (hour === 4) await DAYS[today]?.()
    if (hour === 4) await others.live(today)
    if (hour === 0 && meeting) await meeting.beginDay(today)
    await doWhatIsDue()
    await deliver()
    await meeting?.runErrands(at)
    if (hour === 8) await beAtTheDesk(today)
  }
}

/** What the tick does, without the mail server. */
async function doWhatIsDue(): Promise<void> {
  const ctx = asProgram(await house(), 'bench')
  await remindOfSurveys(ctx)
  await askWhetherMet(ctx)
  await askStillGoing(ctx)
  await writeDigests(ctx, digestLetter)
}

/** Letters leave as they may; two addresses take none. The coordinator reads what comes to them. */
async function deliver(): Promise<void> {
  const waiting = await sql<{ id: string; person_id: string; kind: string; email: string }>`
    select m.id, m.person_id, m.kind, p.email from outbox_message m join person p on p.id = m.person_id
    where m.state = 'released' and (m.try_at is null or m.try_at <= ${now}::timestamptz)`.execute(installation.db)
  for (const { id, person_id: personId, kind, email } of waiting.rows) {
    let body = ''
    const isBad = kind === 'pair' && Number(/mentee(\d+)@/.exec(email)?.[1] ?? 99) <= BAD_ADDRESSES
    const send = async (letter: { body: string }) => {
      body = letter.body
      return isBad
        ? { ok: false as const, problem: 'no such address', forGood: true }
        : { ok: true as const, answered: '250' }
    }
    if (!(await sendMessage(asProgram(await house(), 'bench'), { send, close: () => {} }, id))) continue
    meeting?.readLetter(kind, personId, body)
    if (email === OPERATOR) coordinator.count('letters to the coordinator', { actions: 1, read: countWords(body) })
  }
}

/** A coordinator comes only where the morning letter says that something waits; every line that is new is dealt with. */
async function beAtTheDesk(today: string): Promise<void> {
  const written = await sql`select 1 from outbox_message where kind = 'desk-digest' and about = ${today}`.execute(
    installation.db,
  )
  if (written.rows.length === 0) return
  daysOnDesk += 1
  const signedIn = await signInAs(installation, OPERATOR, { stepped: true })
  coordinator.comeIn(signedIn)
  await coordinator.open('today', '/desk')
  // One more look where a step of selecting leads to the next.
  for (let round = 0; round < 3; round += 1) {
    const { lines } = await seeToday(await signedIn.ctx())
    const kinds = await handleLines(coordinator, SEASON, lines)
    if (kinds.includes('certificate')) await others.certifyRest(addDays(today, DAYS_TO_CERTIFICATE - 3))
    if (kinds.includes('announce')) await startMeeting()
    if (!kinds.some((it) => it === 'decide' || it === 'match' || it === 'late' || it === 'place')) break
  }
  if (weekdayOf(today) === 1) await coordinator.open('a look at all pairs', `/desk/pairs?season=${SEASON}`)
}

/** Once the pairs are published they begin to meet. */
async function startMeeting(): Promise<void> {
  if (meeting) return
  const season = (await seasonsOf(installation.db, (await house()).organisation.id))[0]
  if (!season) throw new Error('no season')
  const { meetings: rhythm } = season.program
  const windows = planWindows(rhythm)
  const found = await sql<{ id: string; mentor_id: string; mentee_id: string; email: string }>`
    select p.id, p.mentor_id, p.mentee_id, e.email from pair p join person e on e.id = p.mentee_id order by e.email`.execute(
    installation.db,
  )
  const pairs = found.rows.map(
    (it): Pair => ({
      id: it.id,
      mentor: it.mentor_id,
      mentee: it.mentee_id,
      menteeEmail: it.email,
      cases: makeCases(windows.length, chance),
    }),
  )
  const world = { windows, everyDays: rhythm.everyDays, chance, now: () => now, house }
  meeting = peopleWhoMeet(world, pairs)
}

/** The figures are read, a summary of each survey and the decision are written. */
async function finish(): Promise<void> {
  await comeIn()
  await coordinator.open('figures and decision', `/seasons/${SEASON}/results`)
  coordinator.count('figures and decision', { actions: 5, fields: 4, written: WORDS_OF_DECISION })
}
