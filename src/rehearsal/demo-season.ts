import type { ApplicationInput } from '../journey/apply/shapes.ts'
import type { MeetingInput } from '../journey/meet/actions/meetings.ts'
import type { ReviewInput } from '../journey/review/actions.ts'
import type { AnswerInput } from '../journey/survey/actions/import-answers.ts'
import type { Confirmation } from '../model/figures.ts'
import { addressOf, dice, largeDivisionsFirst } from './demo-people.ts'

export const DEMO_MENTORS = 32
export const DEMO_MENTEES = 37
/** Applicants come from after the heads of departments, so that nobody applies with their own line. */
const FIRST_MENTOR = 40
const FIRST_MENTEE = 140

const TOPICS = [
  'saying no',
  'first team lead role',
  'negotiation',
  'presenting to executives',
  'changing field',
  'confidence',
  'working across sites',
  'writing well',
  'career planning',
  'difficult conversations',
]
const ABOUT = {
  mentor: [
    'I have changed field twice and would do it again.',
    'I listen first; I have made most of the mistakes already.',
    'Ask me about budgets, boards and bad days.',
  ],
  mentee: [
    'I would like to say no without losing a friend.',
    'I lead a team since spring and nobody told me how.',
    'I want to be heard in rooms full of directors.',
  ],
}

export const mentorEmails = Array.from({ length: DEMO_MENTORS }, (_, at) => addressOf(FIRST_MENTOR + at * 2))
export const menteeEmails = Array.from({ length: DEMO_MENTEES }, (_, at) => addressOf(FIRST_MENTEE + at * 3))
/** Applied as both; the shortage of mentors makes them serve as a mentor only. */
export const dualEmail = addressOf(FIRST_MENTOR + 8)
export const lateMentorEmail = addressOf(FIRST_MENTOR + DEMO_MENTORS * 2)

/** Applied when the season was half over: decided by nobody yet. */
const lateEmails = [addressOf(FIRST_MENTOR + DEMO_MENTORS * 2 + 2), addressOf(FIRST_MENTOR + DEMO_MENTORS * 2 + 4)]

function applicationsBy(roll: (sides: number) => number) {
  return (email: string, role: 'mentor' | 'mentee', submittedAt: string, at: number): ApplicationInput => ({
    row: at + 2,
    submittedAt,
    email,
    role,
    commits: true,
    trainings: true,
    identity: true,
    certificate: true,
    managerInformed: true,
    topics: [
      ...new Set([TOPICS[roll(TOPICS.length)], TOPICS[roll(TOPICS.length)], TOPICS[roll(TOPICS.length)]]),
    ].filter((it) => it !== undefined),
    managementTrack: role === 'mentee' ? roll(2) === 0 : null,
    mentoredBefore: role === 'mentor' ? (['never', 'once', 'often'][roll(3)] ?? null) : null,
    capacity: role === 'mentor' ? 1 : null,
    about: ABOUT[role][roll(3)] ?? null,
  })
}

export function demoLateApplications(): readonly ApplicationInput[] {
  const apply = applicationsBy(dice(23))
  return lateEmails.map((email, at) => apply(email, 'mentor', `2026-10-2${3 + at}T09:30:00Z`, at))
}

export function demoApplications(): readonly ApplicationInput[] {
  const apply = applicationsBy(dice(11))
  const mentors = mentorEmails.map((email, at) =>
    apply(email, 'mentor', `2026-07-0${1 + (at % 9)}T09:${10 + at}:00Z`, at),
  )
  const mentees = menteeEmails.map((email, at) =>
    apply(email, 'mentee', `2026-07-${15 + (at % 14)}T10:${10 + at}:00Z`, at),
  )
  const late = apply(lateMentorEmail, 'mentor', '2026-07-24T08:00:00Z', 99)
  return [...mentors, ...mentees, late, apply(dualEmail, 'mentee', '2026-07-20T11:00:00Z', 98)]
}

export function demoReviews(): readonly ReviewInput[] {
  const roll = dice(13)
  const score = (email: string, reviewer: number): ReviewInput => ({
    row: 2,
    email,
    role: 'mentee',
    reviewer: addressOf(200 + reviewer),
    scores: { track: 2 + roll(4), performance: 2 + roll(4) },
  })
  return menteeEmails.flatMap((email) => [score(email, 1), score(email, 2)])
}

/** The first days of the four windows that have begun; today is in the last of them. */
const WINDOWS = ['2026-09-09', '2026-09-23', '2026-10-07', '2026-10-21']

/** Meetings of the pairs in order: most are met, and every state of a window is there. */
export function demoMeetings(mentees: readonly string[]): readonly MeetingInput[] {
  return mentees.flatMap((menteeEmail, pair) =>
    WINDOWS.flatMap((first, window): MeetingInput[] => {
      const confirmedBy = stateOf(pair, window)
      if (!confirmedBy) return []
      const heldOn = dayAfter(first, 1 + ((pair + window) % 5))
      return [{ row: 2, menteeEmail, mentorEmail: null, heldOn, minutes: 30 + (pair % 3) * 5, confirmedBy }]
    }),
  )
}

function stateOf(pair: number, window: number): Confirmation | null {
  if (window === 3) return pair % 2 === 0 ? 'both' : null
  if (pair === 3 && window === 2) return null
  if (pair === 9 && window >= 1) return null
  if (pair === 12 && window === 1) return 'denied'
  if (pair === 17 && window === 2) return 'mentor'
  return pair % 11 === 5 && window === 1 ? 'mentee' : 'both'
}

function dayAfter(day: string, days: number): string {
  return `${day.slice(0, 8)}${String(Number(day.slice(8)) + days).padStart(2, '0')}`
}

const SKILLS = {
  mentor: ['asking', 'coaching', 'listening', 'patience', 'straight talk'],
  mentee: ['asking for help', 'confidence', 'goal setting', 'saying no', 'speaking up'],
}

const ANSWER_HALF_WAY = 26

/** Answers of four in five people to the survey half-way. */
export function demoAnswers(role: 'mentor' | 'mentee', emails: readonly string[]): readonly AnswerInput[] {
  const roll = dice(role === 'mentor' ? 17 : 19)
  return largeDivisionsFirst(emails)
    .slice(0, ANSWER_HALF_WAY)
    .map((email, at) => ({
      row: at + 2,
      email,
      answers: {
        skills: SKILLS[role].filter(() => roll(3) > 0),
        on_track: [[1, 3].includes(at % 5) ? 'no' : 'yes'],
      },
    }))
}
