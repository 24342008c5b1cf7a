import { addDays } from '../calendar/days.ts'
import { readDrafts, releaseDecisions } from '../journey/announce/actions.ts'
import { importApplications } from '../journey/apply/actions.ts'
import { loadProgram } from '../journey/design/actions.ts'
import { readProgram } from '../journey/design/load-program.ts'
import { importAttendance } from '../journey/gather/actions/import-attendance.ts'
import { eventDays } from '../journey/gather/rules.ts'
import { makeShortlists } from '../journey/match/actions/make-shortlists.ts'
import { chooseMentors } from '../journey/match/actions/own-shortlist.ts'
import { seeShortlists } from '../journey/match/actions/see-shortlists.ts'
import { sendShortlists } from '../journey/match/actions/send-shortlists.ts'
import { proposeMatch, publishMatch } from '../journey/match/actions.ts'
import { importMeetings } from '../journey/meet/actions/meetings.ts'
import { showResults } from '../journey/results/screens.ts'
import { clearApplications, decideApplications, importReviews } from '../journey/review/actions.ts'
import { importAnswers } from '../journey/survey/actions/import-answers.ts'
import type { Day } from '../model/day.ts'
import type { Results } from '../model/figures.ts'
import type { Program } from '../model/program.ts'
import { ROLES } from '../model/role.ts'
import { importPeople } from '../people/actions/import-people.ts'
import { type Context, permit, within } from '../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../runtime/errors.ts'
import { newId } from '../runtime/new-id.ts'
import { draftById } from '../store/program-drafts.ts'
import {
  type CohortSize,
  cohortAnswers,
  cohortApplications,
  cohortMeetings,
  cohortPeople,
  cohortReviews,
} from './invented-cohort.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'

/** One thing that happened on its day, with its numbers. */
export type DryStep = { readonly on: Day } & (
  | { readonly what: 'applied'; readonly mentors: number; readonly mentees: number }
  | { readonly what: 'decided'; readonly pool: number; readonly reserve: number; readonly others: number }
  | { readonly what: 'chose'; readonly lists: number; readonly chose: number }
  | { readonly what: 'matched'; readonly pairs: number; readonly waiting: number }
  | { readonly what: 'told'; readonly letters: number }
  | { readonly what: 'came'; readonly event: string; readonly people: number }
  | { readonly what: 'met'; readonly meetings: number }
  | { readonly what: 'answered'; readonly survey: string; readonly answers: number }
)
export type DryLetter = { readonly kind: string; readonly to: string; readonly subject: string; readonly body: string }
export type DryRun = {
  readonly steps: readonly DryStep[]
  /** One letter of each kind, of all that would leave. */
  readonly letters: readonly DryLetter[]
  readonly results: Results | null
  /** Why it went no further, if a step was refused. */
  readonly stopped: string | null
}

/** Walks an invented cohort through a draft, for whoever may see that draft. */
export async function rehearseDraft(
  ctx: Context,
  input: { readonly draft: string; readonly size: CohortSize },
): Promise<DryRun> {
  const draft = await within(ctx, async (tx) => {
    const found = await draftById(tx, ctx.organisationId, input.draft)
    if (!found) throw new NotFound('There is no such draft.')
    await permit(ctx, tx, 'rehearsal.dryRun', { seasonId: found.seasonId ?? undefined, about: found.id })
    return found
  })
  return dryRun(ctx, { text: draft.text, size: input.size })
}

/** Walks an invented cohort through a program by the ordinary actions, each on its day; of all of it nothing stays. */
export async function dryRun(
  ctx: Context,
  input: { readonly text: string; readonly size: CohortSize },
): Promise<DryRun> {
  const read = readProgram(input.text)
  if (!read.ok) throw new Invalid('The draft has things to mend. They come first.')
  const program = read.value
  return rehearse(ctx, program.startsOn, async (at) => {
    const found: { steps: DryStep[]; letters: DryLetter[] } = { steps: [], letters: [] }
    try {
      const pairs = await select(at, program, input, found)
      const results = await live(at, program, pairs, found)
      return { ...found, results, stopped: null }
    } catch (fault) {
      if (fault instanceof Refused || fault instanceof Invalid || fault instanceof NotFound)
        return { ...found, results: null, stopped: fault.message }
      throw fault
    }
  })
}

type Paired = { readonly mentor: string; readonly mentee: string }
type Found = { readonly steps: DryStep[]; readonly letters: DryLetter[] }

/** From the calls to the day everyone hears. */
async function select(
  at: Rehearsal,
  program: Program,
  input: { text: string; size: CohortSize },
  { steps, letters }: Found,
) {
  const { size } = input
  await loadProgram(at(program.startsOn), { text: input.text })
  await importPeople(at(program.startsOn), { rows: cohortPeople(program) })
  const applications = cohortApplications(program, size)
  const last =
    applications
      .map((it) => it.submittedAt.slice(0, 10))
      .toSorted()
      .at(-1) ?? program.startsOn
  await importApplications(at(last), { rows: applications })
  steps.push({ on: last, what: 'applied', mentors: size.mentors, mentees: size.mentees })
  const on = program.announcement.on
  const { shortlist } = program.matching
  const before = shortlist?.chooseBy ?? addDays(on, -1)
  await clearApplications(at(before), { emails: [] })
  const reviews = cohortReviews(program, size)
  if (reviews.length > 0) await importReviews(at(before), { rows: reviews })
  const { pool, reserve, notProceeding } = await decideApplications(at(before), {})
  steps.push({ on: before, what: 'decided', pool, reserve, others: notProceeding })
  if (shortlist) steps.push({ on: before, what: 'chose', ...(await chooseAll(at(before), program.key)) })
  const run = await proposeMatch(at(on), {})
  await publishMatch(at(on), {})
  steps.push({ on, what: 'matched', pairs: run.pairs.length, waiting: run.waitingList.length })
  const { drafts } = await readDrafts(at(on), {})
  for (const draft of drafts) if (!letters.some((one) => one.kind === draft.kind)) letters.push(draft)
  await releaseDecisions(at(on), {})
  steps.push({ on, what: 'told', letters: drafts.length })
  return run.pairs
}

/** Shortlists are made and sent, and of three mentees two choose the mentor they like most. */
async function chooseAll(ctx: Context, season: string): Promise<{ lists: number; chose: number }> {
  await makeShortlists(ctx, {})
  await sendShortlists(ctx, {})
  const { mentees } = await seeShortlists(ctx, {})
  const choosing = mentees.filter((_, at) => at % 3 < 2)
  for (const [at, { mentee, mentors }] of choosing.entries()) {
    const actor = { kind: 'person', personId: mentee.id, hats: [], signInId: newId(), stepped: false } as const
    const wanted = mentors[at % mentors.length]?.mentor.id
    const given = wanted === undefined ? [] : [{ mentorId: wanted, place: 1 }]
    await chooseMentors({ ...ctx, actor }, { season, given })
  }
  return { lists: mentees.length, chose: choosing.length }
}

/** From the first meeting to the last figure. */
async function live(at: Rehearsal, program: Program, all: readonly Paired[], { steps }: Found): Promise<Results> {
  const people = { mentor: all.map((it) => it.mentor), mentee: all.map((it) => it.mentee) }
  const everyone = [...new Set([...people.mentor, ...people.mentee])]
  for (const event of program.events.filter((it) => !it.calledOff)) {
    const on = eventDays(event)?.last ?? program.endsOn
    const came = everyone.filter((_, person) => person % 15 !== 7)
    const rows = came.map((email, person) => ({
      row: person + 2,
      event: event.key,
      session: event.sessions[person % event.sessions.length]?.key ?? '',
      email,
      attendedOn: on,
    }))
    await importAttendance(at(on), { rows })
    steps.push({ on, what: 'came', event: event.name, people: came.length })
  }
  const meetings = cohortMeetings(program, people.mentee)
  await importMeetings(at(program.meetings.until), { rows: meetings })
  steps.push({ on: program.meetings.until, what: 'met', meetings: meetings.length })
  for (const [survey, it] of Object.entries(program.surveys)) {
    let answers = 0
    for (const role of ROLES) {
      const rows = cohortAnswers(it.questions[role] ?? [], people[role])
      if (it.questions[role]) answers += (await importAnswers(at(it.closes), { survey, role, rows })).accepted
    }
    steps.push({ on: it.closes, what: 'answered', survey: it.name, answers })
  }
  steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const { results } = await showResults(at(addDays(program.endsOn, 30)), {})
  return results
}
