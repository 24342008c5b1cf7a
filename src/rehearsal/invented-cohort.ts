import { addDays, addMonths, daysBetween } from '../calendar/days.ts'
import { planWindows } from '../calendar/windows.ts'
import type { ApplicationInput } from '../journey/apply/shapes.ts'
import type { MeetingInput } from '../journey/meet/actions/meetings.ts'
import type { ReviewInput } from '../journey/review/actions.ts'
import type { AnswerInput } from '../journey/survey/actions/import-answers.ts'
import type { Program } from '../model/program.ts'
import type { Role } from '../model/role.ts'
import { GOAL_OUTCOMES, type Question } from '../model/surveys.ts'
import type { PersonInput } from '../people/shapes/directory.ts'
import { addressOf, demoPeople, dice } from './demo-people.ts'

/** Applicants come from after the heads of departments, so that nobody applies with their own line; fifty of each fit in. */
const FIRST = { mentor: 40, mentee: 140 } as const
const STEP = { mentor: 2, mentee: 3 } as const
/** One in so many has come too lately for any rule of tenure. */
const NEWCOMER_EVERY = 12
const MONTHS_HERE = 36
const DAY_OF_CALL = 21
const TOPICS = [
  'saying no',
  'leading a team',
  'negotiation',
  'presenting',
  'changing field',
  'career planning',
  'difficult conversations',
  'writing well',
]

export type CohortSize = { readonly mentors: number; readonly mentees: number }

export function emailsOf(role: Role, many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => addressOf(FIRST[role] + at * STEP[role]))
}

/** Three hundred invented people, as long in the organisation as the season needs; a few are new. */
export function cohortPeople(program: Program): readonly PersonInput[] {
  return demoPeople().map((it, at) => ({
    ...it,
    startedOn: addMonths(program.startsOn, at % NEWCOMER_EVERY === 4 ? 0 : -MONTHS_HERE - (at % 40)),
  }))
}

export function cohortApplications(program: Program, size: CohortSize): readonly ApplicationInput[] {
  const roll = dice(11)
  const apply =
    (role: Role) =>
    (email: string, at: number): ApplicationInput => {
      const { opens, closes } = program.roles[role].call
      const days = Math.max(1, daysBetween(opens, closes ?? addDays(opens, DAY_OF_CALL)))
      return {
        row: at + 2,
        submittedAt: `${addDays(opens, at % days)}T09:${String(10 + (at % 50))}:00Z`,
        email,
        role,
        commits: true,
        trainings: true,
        identity: true,
        certificate: true,
        managerInformed: true,
        topics: [...new Set([0, 1, 2].map(() => TOPICS[roll(TOPICS.length)] ?? ''))],
        managementTrack: role === 'mentee' ? roll(2) === 0 : null,
        mentoredBefore: role === 'mentor' ? 'once' : null,
        capacity: role === 'mentor' ? program.matching.load.maximum : null,
        about: 'An invented person, of whom nothing stays.',
      }
    }
  return [
    ...emailsOf('mentor', size.mentors).map(apply('mentor')),
    ...emailsOf('mentee', size.mentees).map(apply('mentee')),
  ]
}

/** Two reviewers of each application whose role has criteria that a reviewer scores. */
export function cohortReviews(program: Program, size: CohortSize): readonly ReviewInput[] {
  const roll = dice(13)
  const of = (role: Role, many: number) => {
    const keys = program.roles[role].considerations.filter((it) => it.source !== 'match').map((it) => it.key)
    if (!program.review || keys.length === 0) return []
    return emailsOf(role, many).flatMap((email) =>
      [1, 2].map((reviewer) => ({
        row: 2,
        email,
        role,
        reviewer: addressOf(200 + reviewer),
        scores: Object.fromEntries(keys.map((key) => [key, 2 + roll(4)])),
      })),
    )
  }
  return [...of('mentor', size.mentors), ...of('mentee', size.mentees)]
}

/** Every window is met, but for one pair in six that misses its second. */
export function cohortMeetings(program: Program, mentees: readonly string[]): readonly MeetingInput[] {
  return mentees.flatMap((menteeEmail, pair) =>
    planWindows(program.meetings).flatMap(({ index, firstDay }) =>
      pair % 6 === 5 && index === 1
        ? []
        : [
            {
              row: 2,
              menteeEmail,
              mentorEmail: null,
              heldOn: firstDay,
              minutes: program.meetings.minutes,
              confirmedBy: 'both' as const,
            },
          ],
    ),
  )
}

/** Answers of four in five to every question. */
export function cohortAnswers(questions: readonly Question[], emails: readonly string[]): readonly AnswerInput[] {
  return emails
    .filter((_, at) => at % 5 !== 4)
    .map((email, at) => ({
      row: at + 2,
      email,
      answers: Object.fromEntries(questions.map((it) => [it.key, answerTo(it, at)])),
    }))
}

function answerTo(question: Question, at: number): readonly string[] {
  switch (question.kind) {
    case 'skills':
      return question.options.filter((_, option) => (at + option) % 2 === 0)
    case 'yes-no':
      return [at % 6 === 5 ? 'no' : 'yes']
    case 'agreement':
      return [String(Math.max(1, question.points - (at % 3)))]
    case 'recommend':
      return [String(10 - (at % 4))]
    case 'percent':
      return [String(60 + (at % 5) * 10)]
    case 'goal':
      return [GOAL_OUTCOMES[at % 2] ?? 'reached']
    case 'free-text':
      return ['An invented answer.']
  }
}
