import fc from 'fast-check'
import { addDays } from '../../src/calendar/days.ts'
import type { MeetingFact, PairFact } from '../../src/model/figures.ts'
import type { Program } from '../../src/model/program.ts'
import type { Rows } from './slow-figures.ts'

const FIRST = '2026-01-05'
const LONGEST = 120
const PEOPLE = Array.from({ length: 9 }, (_, at) => `person ${at}`)
/** Days around a season: before it, in it, after it. */
const DAYS = Array.from({ length: LONGEST + 20 }, (_, at) => addDays(FIRST, at))

const day = fc.constantFrom(...DAYS)
const person = fc.constantFrom(...PEOPLE)
const later = (from: string) => fc.nat(60).map((days) => addDays(from, days))
const soon = (from: string) => fc.nat(9).map((days) => addDays(from, days))
const orNone = <T>(it: fc.Arbitrary<T>, none = 1, some = 1) =>
  fc.oneof({ weight: none, arbitrary: fc.constant(null) }, { weight: some, arbitrary: it })

/** A pair that may begin late, end early, pause, be excused; few people, so that they meet again, change sides and hold both roles. */
const pair: fc.Arbitrary<PairFact> = fc
  .tuple(fc.uuid(), person, person, day, fc.integer({ min: 0, max: 60 }))
  .filter(([, mentor, mentee]) => mentor !== mentee)
  .chain(([id, mentorId, menteeId, publishedOn, days]) =>
    fc.record({
      id: fc.constant(id),
      mentorId: fc.constant(mentorId),
      menteeId: fc.constant(menteeId),
      publishedOn: fc.constant(publishedOn),
      endedOn: orNone(fc.constant(addDays(publishedOn, days))),
      pauses: fc.array(
        later(publishedOn).chain((from) => fc.record({ from: fc.constant(from), until: orNone(later(from)) })),
        { maxLength: 1 },
      ),
      excusedOn: fc.array(later(publishedOn), { maxLength: 1 }),
    }),
  )

function meetingsOf(pairs: readonly PairFact[]): fc.Arbitrary<MeetingFact[]> {
  const of = fc.constantFrom(...pairs).chain(({ menteeId, mentorId }) =>
    day.chain((heldOn) =>
      fc.record({
        menteeId: fc.constant(menteeId),
        mentorId: orNone(fc.constant(mentorId)),
        heldOn: fc.constant(heldOn),
        confirmedBy: fc.constantFrom(
          'both' as const,
          'mentor' as const,
          'mentee' as const,
          'denied' as const,
          'unknown' as const,
        ),
        deniedOn: orNone(soon(heldOn)),
        saidOn: orNone(soon(heldOn)),
      }),
    ),
  )
  return fc.array(of, { maxLength: 25 })
}

const role = fc.constantFrom('mentor' as const, 'mentee' as const)
const career = (personId: string) =>
  fc.record({
    personId: fc.constant(personId),
    leftOn: orNone(day, 4),
    rows: fc
      .uniqueArray(
        fc.record({
          fromOn: day,
          title: orNone(fc.constantFrom('Engineer', 'Lead'), 1, 5),
          department: orNone(fc.constantFrom('Sales', 'Legal'), 1, 5),
          division: orNone(fc.constantFrom('North', 'South')),
        }),
        { minLength: 1, maxLength: 3, selector: (it) => it.fromOn },
      )
      .map((rows) => rows.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))),
  })

const QUESTION = { kind: 'yes-no' as const, key: 'again', text: 'Again?' }
/** Both roles are asked something: whoever is asked nothing is not invited. */
const ASKED = { mentor: [QUESTION], mentee: [QUESTION] }

/** A survey opens on the last day of a pair, or the first: those are the days on which it matters who is invited. */
function openingNear(pairs: readonly PairFact[], of: number): string {
  const it = pairs[of % pairs.length]
  return it?.endedOn ?? it?.publishedOn ?? FIRST
}

/** A season as it may have gone, on the rules of a program that ships; everything that happened is dated. */
export function drawnSeason(base: Program): fc.Arbitrary<Rows> {
  return fc
    .record({
      pairs: fc.array(pair, { minLength: 2, maxLength: 8 }),
      everyDays: fc.constantFrom(7, 10, 14),
      from: fc.nat(10),
      days: fc.integer({ min: 20, max: 100 }),
      sessions: fc.array(fc.tuple(day, fc.nat(3), fc.boolean()), { maxLength: 3 }),
      open: fc.array(fc.tuple(fc.nat(7), fc.nat(20)), { minLength: 1, maxLength: 2 }),
      k: fc.integer({ min: 1, max: 5 }),
    })
    .chain(({ pairs, everyDays, from, days, sessions, open, k }) => {
      const [begins, ends] = [addDays(FIRST, from), addDays(FIRST, from + days)]
      const program: Program = {
        ...base,
        startsOn: FIRST,
        endsOn: ends,
        meetings: { ...base.meetings, from: begins, until: ends, everyDays },
        completion: { meetings: k, of: k },
        events: sessions.map(([on, more, counts], at) => ({
          ...{
            key: `event ${at}`,
            name: 'Event',
            when: { day: on },
            minutes: 30,
            parts: [],
            panellists: [],
            optional: false,
          },
          countsTowardsTarget: counts,
          sessions: [
            { key: '1', on },
            { key: '2', on: addDays(on, more) },
          ],
        })),
        training: [
          {
            name: 'Course',
            required: true,
            roles: ['mentor', 'mentee'],
            alternatives: [
              { key: 'a', name: 'A' },
              { key: 'b', name: 'B' },
            ],
          },
          { name: 'Certificate', required: true, roles: ['mentor'], alternatives: [{ key: 'c', name: 'C' }] },
        ],
        surveys: Object.fromEntries(
          open.map(([of, length], at) => {
            const opens = openingNear(pairs, of)
            const closes = addDays(opens, length)
            return [`survey-${at}`, { name: 'S', opens, closes, required: false, questions: ASKED }]
          }),
        ),
        measures: MEASURED.map((definition) => ({ key: definition, text: definition, definition })),
      }
      const came = fc.record({
        event: fc.constantFrom('event 0', 'event 1', 'event 2'),
        session: fc.constantFrom('1', '2'),
        personId: person,
        happenedOn: day,
      })
      const completed = fc.record({ personId: person, course: fc.constantFrom('a', 'b', 'c'), happenedOn: day })
      return fc.record({
        program: fc.constant(program),
        pairs: fc.constant(pairs),
        meetings: meetingsOf(pairs),
        attendance: fc.array(came, { maxLength: 20 }),
        trained: fc.array(completed, { maxLength: 12 }),
        departments: fc.tuple(
          ...PEOPLE.map((personId) =>
            fc.record({
              personId: fc.constant(personId),
              department: orNone(fc.constantFrom('Sales', 'Legal', 'IT')),
              division: orNone(fc.constantFrom('North', 'South')),
            }),
          ),
        ),
        careers: fc.tuple(...PEOPLE.map(career)),
        questionsAskedOn: fc.array(day, { maxLength: 5 }),
        surveys: fc.array(
          fc.record({
            survey: fc.constantFrom('survey-0', 'survey-1'),
            role,
            answered: fc.nat(5),
            answers: fc.constant([]),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      })
    })
}

const MEASURED = [
  'divisions',
  'retention',
  'attendance',
  'engagement',
  'training',
  'completion',
  'staying',
  'promotion',
  'transfer',
] as const

/** Days of a season on which something may turn: days that stand in its rows, the one before and the one after; so many of them. */
export function turningDays(rows: Rows, many: number): readonly string[] {
  const found = new Set(JSON.stringify(rows).match(/2026-\d\d-\d\d/g) ?? [])
  const near = [...found].flatMap((it) => [addDays(it, -1), it, addDays(it, 1)])
  const days = [...new Set(near)].sort()
  const step = Math.max(1, days.length / many)
  return days.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}
