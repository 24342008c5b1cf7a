import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { releaseDecisions } from '../journey/announce/actions.ts'
import { importApplications } from '../journey/apply/actions.ts'
import { loadProgram } from '../journey/design/actions.ts'
import { importAttendance } from '../journey/gather/actions/import-attendance.ts'
import { importTraining } from '../journey/learn/actions/import-training.ts'
import { proposeMatch, publishMatch, showMatch } from '../journey/match/actions.ts'
import { importMeetings } from '../journey/meet/actions/meetings.ts'
import { endPair, excusePair, pausePair } from '../journey/meet/actions/pair-changes.ts'
import { clearApplications, decideApplications, importReviews } from '../journey/review/actions.ts'
import { importAnswers } from '../journey/survey/actions/import-answers.ts'
import { setUp } from '../office/actions/set-up.ts'
import { importPeople } from '../people/actions/import-people.ts'
import { stoppedClock } from '../runtime/clock.ts'
import type { Context } from '../runtime/context.ts'
import type { Installation } from '../runtime/installation.ts'
import { asOperator, openHouse } from '../runtime/open-context.ts'
import { refreshStatistics, setDemoClock } from '../store/organisations.ts'
import { liveByThemselves } from './demo-deeds.ts'
import { beginNextSeason } from './demo-draft.ts'
import { goOnLate } from './demo-late.ts'
import { demoPeople } from './demo-people.ts'
import { demoAnswers, demoApplications, demoMeetings, demoReviews } from './demo-season.ts'
import { answersBefore, QUOTES } from './demo-words.ts'
import { offerQuotes, sayHopesAgain } from './offer-words.ts'

/** A Monday in mid-season: the fourth window is about to end. */
const DEMO_NOW = '2026-11-02T09:00:00.000Z'
const OPERATOR = 'coordinator@northwind.example'

type At = (day: string) => Promise<Context>

/** Founds an invented organisation and lives its season up to today, all through the ordinary actions, each on its day. */
export async function loadDemo(installation: Installation): Promise<void> {
  const { db, config } = installation
  const founded = stoppedClock('2026-06-15T09:00:00.000Z')
  const { organisationId } = await setUp(db, founded, {
    organisation: 'Northwind Health',
    operator: OPERATOR,
    name: 'Noor Halloran',
    privacyContact: 'privacy@northwind.example',
    onePerson: true,
    kind: 'demo',
    dataFolder: config.dataFolder,
  })
  const at: At = async (day) => {
    await setDemoClock(db, organisationId, `${day}T09:00:00.000Z`)
    const house = await openHouse(installation)
    if (!house) throw new Error('the demo has no organisation')
    // Nothing the demo writes may leave this machine, whatever mail server is configured.
    return { ...(await asOperator(house, undefined, day)), sendsMail: false }
  }
  await begin(at)
  const { mentors, mentees } = await matchAndAnnounce(at)
  await live(at, mentors, mentees)
  await liveByThemselves(at, mentees)
  await offerQuotes(await at('2026-10-23'), 'autumn-2026', QUOTES.mid, { mentors, mentees })
  await goOnLate(at)
  await beginNextSeason(await at('2026-10-27'))
  await setDemoClock(db, organisationId, DEMO_NOW)
  await refreshStatistics(db)
}

async function begin(at: At): Promise<void> {
  await loadProgram(await at('2026-06-16'), {
    text: readFileSync(join(import.meta.dirname, 'demo-program.yaml'), 'utf8'),
  })
  await importPeople(await at('2026-06-16'), { rows: demoPeople() })
  await importApplications(await at('2026-08-01'), { rows: demoApplications() })
  await clearApplications(await at('2026-08-05'), { emails: [] })
  await importReviews(await at('2026-08-14'), { rows: demoReviews() })
  await decideApplications(await at('2026-08-20'), {})
}

async function matchAndAnnounce(at: At) {
  await proposeMatch(await at('2026-08-24'), {})
  await publishMatch(await at('2026-08-25'), {})
  await releaseDecisions(await at('2026-08-25'), {})
  const { pairs } = await showMatch(await at('2026-08-25'), {})
  await decideApplications(await at('2026-09-02'), { late: true })
  return { mentors: pairs.map((pair) => pair.mentor), mentees: pairs.map((pair) => pair.mentee) }
}

async function live(at: At, mentors: readonly string[], mentees: readonly string[]): Promise<void> {
  const everyone = [...mentors, ...mentees]
  const came = everyone.filter((_, person) => person % 16 !== 7)
  const attendance = came.map((email, person) => ({
    row: person + 2,
    event: 'kickoff',
    session: String(1 + (person % 3)),
    email,
    attendedOn: null,
  }))
  await importAttendance(await at('2026-09-10'), {
    rows: attendance.map((row) => ({ ...row, attendedOn: '2026-09-09' })),
  })
  const trained = everyone
    .filter((_, person) => person % 9 !== 4)
    .map((email, person) => ({
      row: person + 2,
      email,
      course: person % 3 === 0 ? 'slides' : 'course',
      completedOn: '2026-09-16',
    }))
  await importTraining(await at('2026-09-21'), { rows: trained })
  const certified = mentors
    .slice(1)
    .map((email, at) => ({ row: at + 2, email, course: 'dib-certification', completedOn: '2026-09-01' }))
  await importTraining(await at('2026-09-22'), { rows: certified })
  for (const [role, emails] of [
    ['mentor', mentors],
    ['mentee', mentees],
  ] as const)
    await importAnswers(await at('2026-09-08'), { survey: 'pre', role, rows: answersBefore(role, emails) })
  await sayHopesAgain(await at('2026-09-11'), 'autumn-2026')
  await importMeetings(await at('2026-10-27'), {
    rows: demoMeetings(mentees).filter((row) => row.heldOn <= '2026-10-27'),
  })
  await excusePair(await at('2026-09-30'), { mentee: mentees[6] ?? '' })
  await pausePair(await at('2026-10-12'), { mentee: mentees[20] ?? '', until: '2026-11-08' })
  await endPair(await at('2026-10-14'), { mentee: mentees[27] ?? '' })
  await importAnswers(await at('2026-10-22'), { survey: 'mid', role: 'mentor', rows: demoAnswers('mentor', mentors) })
  await importAnswers(await at('2026-10-22'), { survey: 'mid', role: 'mentee', rows: demoAnswers('mentee', mentees) })
}
