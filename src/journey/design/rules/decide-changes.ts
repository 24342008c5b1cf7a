import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { comparePrograms, type Difference } from './compare-programs.ts'
import type { SeasonFacts } from './season-facts.ts'

/** Why something cannot change any more. */
export const LOCKS = [
  'names-the-season',
  'days-were-counted',
  'people-applied-by-it',
  'people-were-told',
  'people-answered',
  'survey-is-open',
  'survey-has-opened',
  'people-came',
  'people-signed-up',
  'people-completed-it',
  'day-has-passed',
  'windows-are-counted',
] as const
export type Lock = (typeof LOCKS)[number]

/** Whom a change touches. */
export const AFFECTED = ['mentors-applied', 'mentees-applied', 'in-pairs', 'came', 'completed'] as const
export type Affected = { readonly who: (typeof AFFECTED)[number]; readonly people: number }
export type Change = Difference & { readonly lock: Lock | null; readonly affects: readonly Affected[] }

/** What another version would change in a running season: whom it touches, and what cannot change any more, and why. PRODUCT.md, Design. */
export function decideChanges(before: Program, after: Program, facts: SeasonFacts): readonly Change[] {
  return comparePrograms(before, after).map((it) => ({
    ...it,
    lock: lockOf(it, before, facts),
    affects: affectedBy(it, facts).filter((one) => one.people > 0),
  }))
}

type Steps = readonly [string?, string?, string?, string?, string?]

function lockOf(it: Difference, before: Program, facts: SeasonFacts): Lock | null {
  const [first, second, third, fourth, fifth] = it.path as Steps
  const applied = facts.applied.mentor + facts.applied.mentee
  switch (first) {
    case 'key':
      return 'names-the-season'
    case 'zone':
      return applied > 0 ? 'days-were-counted' : null
    case 'startsOn':
      return applied > 0 ? 'day-has-passed' : null
    case 'roles':
      return lockOfRole(it, second === 'mentor' ? 'mentor' : 'mentee', [third, fourth, fifth], facts)
    case 'announcement':
      return second === 'on' && facts.released ? 'people-were-told' : null
    case 'matching':
      return second === 'shortlist' && facts.listsSent ? lockOfShortlist(it, facts) : null
    case 'meetings':
      return lockOfMeetings(it, facts)
    case 'completion':
      return facts.meetings > 0 && facts.today > before.meetings.until ? 'windows-are-counted' : null
    case 'events':
      return lockOfEvent(it, facts)
    case 'surveys':
      return lockOfSurvey(it, before, facts)
    case 'training':
      return lockOfTraining(it, facts)
    case 'retention':
      return applied > 0 && Number(it.after) > Number(it.before) ? 'people-were-told' : null
    default:
      return null
  }
}

function lockOfRole(
  it: Difference,
  role: Role,
  [part, key, field]: readonly (string | undefined)[],
  facts: SeasonFacts,
): Lock | null {
  if (facts.applied[role] === 0) return null
  if (part === 'call' && key === 'opens') return 'day-has-passed'
  if (part === 'call' && facts.released) return 'people-were-told'
  if (part === 'requirements' && facts.released) return 'people-were-told'
  if (part !== 'questions') return null
  // A question more is answered by whoever applies from now on; one that was answered keeps its meaning and its readers.
  const isNew = it.before === null && field === undefined
  return isNew || field === 'required' || field === 'options' ? null : 'people-applied-by-it'
}

/** Mentees choose from what they were sent, until the day they were told: another day that is still to come takes nothing back. */
function lockOfShortlist({ path, after }: Difference, { today }: SeasonFacts): Lock | null {
  if (path[2] !== 'chooseBy') return 'people-were-told'
  return (after ?? '') < today ? 'day-has-passed' : null
}

function lockOfMeetings(it: Difference, facts: SeasonFacts): Lock | null {
  if (facts.pairs === 0) return null
  const field = it.path[1]
  if (field === 'from' || field === 'everyDays')
    return facts.meetings > 0 || facts.today >= (it.path[1] === 'from' ? (it.before ?? '') : '')
      ? 'windows-are-counted'
      : null
  if (field !== 'until') return null
  return (it.before ?? '') < facts.today || (it.after ?? '') < facts.today ? 'day-has-passed' : null
}

/** An event that somebody came to, or signed up for, is called off and not taken out: they read what became of it. */
function lockOfEvent(
  { path: [, key, part, session, field], before, after }: Difference,
  facts: SeasonFacts,
): Lock | null {
  const isGone = before !== null && after === null && field === undefined
  const isOf = (it: SeasonFacts['came'][number]) =>
    it.event === key && (part !== 'sessions' || session === undefined || it.session === session)
  if (isGone && (part === undefined || part === 'sessions')) {
    if (facts.came.some(isOf)) return 'people-came'
    return facts.signedUp.some(isOf) ? 'people-signed-up' : null
  }
  // Whoever signed up hears of it where it is called off on its page, and nowhere else.
  if (part === 'calledOff') return facts.signedUp.some((it) => it.event === key) ? 'people-signed-up' : null
  return part === 'countsTowardsTarget' && facts.came.some((it) => it.event === key) ? 'people-came' : null
}

function lockOfSurvey(
  { path: [, key = '', part], before, after }: Difference,
  program: Program,
  facts: SeasonFacts,
): Lock | null {
  const survey = program.surveys[key]
  if (!survey) return null
  const isAnswered = facts.answered.includes(key)
  const isOpen = facts.pairs > 0 && survey.opens <= facts.today && facts.today <= survey.closes
  if (part === undefined && after !== null) return null
  if (part === undefined || OF_THE_OPENING.includes(part))
    return isOpen ? 'survey-is-open' : isAnswered ? 'people-answered' : null
  // Who could be found in a breakdown, and by a series, is weighed before anybody answers.
  if (part === 'breakdowns' || part === 'series')
    return isAnswered || facts.today >= survey.opens ? 'survey-has-opened' : null
  if (part !== 'closes') return null
  // Once it has closed, answers cannot be taken back; whoever answered was told so.
  return (before ?? '') < facts.today && isAnswered ? 'day-has-passed' : null
}

/** What people who are asked were told or shown when a survey opened. */
const OF_THE_OPENING = ['questions', 'opens', 'supervisorsOf', 'gate']

/** A training is compared as a whole: it locks where a course that somebody completed is in it before, and not after. */
function lockOfTraining({ before, after }: Difference, facts: SeasonFacts): Lock | null {
  const has = (words: string | null, course: string) => `${words ?? ''},`.includes(`key: ${course},`)
  const isLost = facts.courses.some(({ course }) => has(before, course) && !has(after, course))
  return isLost ? 'people-completed-it' : null
}

function affectedBy({ path }: Difference, facts: SeasonFacts): readonly Affected[] {
  const [first, second] = path
  const role = (it: Role): Affected => ({ who: `${it}s-applied`, people: facts.applied[it] })
  const applied = [role('mentor'), role('mentee')]
  const inPairs: Affected = { who: 'in-pairs', people: facts.inPairs }
  switch (first) {
    case 'roles':
      return [role(second === 'mentor' ? 'mentor' : 'mentee')]
    case 'announcement':
    case 'matching':
    case 'dual':
    case 'review':
      return facts.pairs > 0 ? [] : applied
    case 'meetings':
    case 'completion':
    case 'certificate':
    case 'endsOn':
    case 'coffeeChats':
    case 'surveys':
    case 'workbook':
      return facts.pairs > 0 ? [inPairs] : applied
    case 'events':
      return facts.pairs > 0
        ? [
            inPairs,
            {
              who: 'came',
              people: facts.came.filter((it) => it.event === second).reduce((sum, it) => sum + it.people, 0),
            },
          ]
        : applied
    case 'training':
      return [inPairs, { who: 'completed', people: Math.max(0, ...facts.courses.map((it) => it.people)) }]
    default:
      return []
  }
}
