import { addDays } from '../calendar/days.ts'
import { importAttendance } from '../journey/gather/actions/import-attendance.ts'
import { showMatch } from '../journey/match/actions.ts'
import { importMeetings } from '../journey/meet/actions/meetings.ts'
import { sendAnswers } from '../journey/survey/actions/answer.ts'
import type { Day } from '../model/day.ts'
import { ROLES } from '../model/role.ts'
import type { Context } from '../runtime/context.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../runtime/errors.ts'
import { asOperator, type House, openHouse } from '../runtime/open-context.ts'
import { setDemoClock } from '../store/organisations.ts'
import { actingAs } from './acting-as.ts'
import { answersAtTheEnd, QUOTES } from './demo-words.ts'
import { offerQuotes } from './offer-words.ts'

const SEASON = 'autumn-2026'
type People = { readonly mentors: readonly string[]; readonly mentees: readonly string[] }
type Deed = { readonly on: Day; readonly does: (ctx: Context, people: People) => Promise<unknown> }

/** What its people do after the Monday on which the demo opens, each on its day, until the season is over. */
const DEEDS: readonly Deed[] = [
  { on: '2026-11-03', does: (ctx, it) => meet(ctx, it, '2026-10-27', (pair) => pair % 2 === 1 && pair !== 15) },
  { on: '2026-11-12', does: (ctx, it) => attend(ctx, it, 'mid-program', '2026-11-10', 11) },
  { on: '2026-11-17', does: (ctx, it) => meet(ctx, it, '2026-11-04', (pair) => pair !== 12) },
  { on: '2026-11-30', does: answer },
  { on: '2026-12-01', does: (ctx, it) => meet(ctx, it, '2026-11-18', (pair) => pair % 13 !== 10) },
  { on: '2026-12-03', does: (ctx, it) => attend(ctx, it, 'celebration', '2026-12-02', 13) },
  { on: '2026-12-03', does: (ctx, it) => offerQuotes(ctx, SEASON, QUOTES.end, it) },
]

/** Does what lies after one day and not after another. Whatever cannot be done any more, since a visitor did otherwise, is left. */
export async function liveOn(house: House, from: Day, until: Day): Promise<void> {
  for (const { on, does } of DEEDS.filter((it) => from < it.on && it.on <= until)) {
    await setDemoClock(house.db, house.organisation.id, `${on}T09:00:00.000Z`)
    const then = await openHouse(house)
    if (!then) return
    const ctx = { ...(await asOperator(then, undefined, on)), sendsMail: false }
    await unlessRefused(async () => does(ctx, await peopleOf(ctx)))
  }
}

async function peopleOf(ctx: Context): Promise<People> {
  const { pairs } = await showMatch(ctx, { season: SEASON, run: 1 })
  return { mentors: pairs.map((it) => it.mentor), mentees: pairs.map((it) => it.mentee) }
}

/** The pair that waits for another match, and the one that has ended. */
const NO_MORE = new Set([9, 27])

function meet(ctx: Context, { mentees }: People, first: Day, isMet: (pair: number) => boolean) {
  const rows = mentees.flatMap((menteeEmail, pair) =>
    NO_MORE.has(pair) || !isMet(pair)
      ? []
      : [
          {
            ...{ row: pair + 2, menteeEmail, mentorEmail: null },
            ...{ heldOn: addDays(first, pair % 6), minutes: 30, confirmedBy: 'both' as const },
          },
        ],
  )
  return importMeetings(ctx, { season: SEASON, rows })
}

function attend(ctx: Context, { mentors, mentees }: People, event: string, attendedOn: Day, misses: number) {
  const rows = [...mentors, ...mentees]
    .filter((_, person) => person % misses !== 5)
    .map((email, person) => ({ row: person + 2, event, session: String(1 + (person % 3)), email, attendedOn }))
  return importAttendance(ctx, { season: SEASON, rows })
}

/** Each by themselves: what they send lies sealed until the survey closes, as that of a visitor does. */
async function answer(ctx: Context, people: People): Promise<void> {
  for (const role of ROLES)
    for (const { email, answers } of answersAtTheEnd(role, people[role === 'mentor' ? 'mentors' : 'mentees']))
      await unlessRefused(async () =>
        sendAnswers(await actingAs(ctx, email), { season: SEASON, survey: 'end', role, entered: answers }),
      )
}

async function unlessRefused(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed()
  } catch (fault) {
    const isExpected = [Invalid, NotAllowed, NotFound, Refused].some((kind) => fault instanceof kind)
    if (!isExpected) throw fault
  }
}
