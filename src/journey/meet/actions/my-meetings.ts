import { addDays, dayIn } from '../../../calendar/days.ts'
import type { Window } from '../../../calendar/windows.ts'
import type { Day } from '../../../model/day.ts'
import type { WindowState } from '../../../model/figures.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { hashOf } from '../../../runtime/new-id.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { choiceOf } from '../../../store/letter-choices.ts'
import { type MeetingPair, meetingPair } from '../../../store/meeting-pairs.ts'
import { type OpenQuestion, questionByHash } from '../../../store/meeting-questions.ts'
import { meetingsOfTwo, type ViewRow, viewsOf } from '../../../store/meeting-views.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { plannedOf } from '../../../store/planned-meetings.ts'
import { lastDayToAnswer } from '../rules/decide-answer.ts'
import { planOwnStrip } from '../rules/own-strip.ts'
import { type Asked, planAsked } from '../rules/plan-asked.ts'
import { startsOf } from '../rules/planned-starts.ts'
import { planStrip } from '../rules.ts'
import { enterPair } from './answers.ts'

/** Days that a meeting's window is kept after the season, as the entry of the table says. */
const DAYS_KEPT = 365

export type WindowOfMine = {
  readonly window: Window
  readonly state: WindowState
  /** What each side says: the days on which they met, or that they did not; empty while nothing is said. */
  readonly mine: readonly ViewRow[]
  readonly theirs: readonly ViewRow[]
  /** Meetings that the coordinator wrote down. */
  readonly written: readonly Day[]
}

export type MyMeetings = {
  readonly pairId: string
  readonly season: string
  readonly partner: string
  readonly side: Role
  readonly everyDays: number
  readonly today: Day
  readonly mayAnswer: boolean
  readonly answersUntil: Day
  readonly keptUntil: Day
  readonly firstDay: Day
  readonly lastDay: Day
  /** Windows that have begun, the latest first. */
  readonly windows: readonly WindowOfMine[]
  readonly coming: number
  /** What asks for an answer of the reader, if anything. */
  readonly asks: Asked | null
  readonly remindersOn: boolean
}

/** The meetings of one's own pair, window by window, with what each side says. */
export async function readMyMeetings(ctx: Context, input: { readonly pair: string }): Promise<MyMeetings> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const pair = await enterPair(ctx, tx, 'meet.seeMeetings', input.pair)
    const views = await viewsOf(tx, ctx.organisationId, pair.id)
    const meetings = await meetingsOfTwo(tx, ctx.organisationId, pair)
    const today = dayIn(ctx.clock.now(), pair.zone)
    const side: Role = me === pair.mentorId ? 'mentor' : 'mentee'
    const strip = planStrip(pair.meetings, asPairFact(pair), meetings, today)
    const begun = strip.filter((cell) => cell.window.firstDay <= today).toReversed()
    const windows = begun.map(({ window, state }) => {
      const said = views.filter((it) => it.window === window.firstDay)
      const inside = meetings.filter((it) => it.heldOn >= window.firstDay && it.heldOn <= window.lastDay && !it.saidOn)
      return {
        window,
        state,
        mine: said.filter((it) => it.side === side),
        theirs: said.filter((it) => it.side !== side),
        written: inside.map((it) => it.heldOn),
      }
    })
    const fact = asPairFact(pair)
    const own = planOwnStrip(pair.meetings, fact, { pairs: [fact], meetings }, side, today)
    const said = views.filter((it) => it.side === side)
    return {
      ...asShown(pair, side, today),
      windows,
      coming: strip.length - begun.length,
      asks: planAsked(own, new Set(said.map((it) => it.window)), await plannedBefore(ctx, tx, pair), today),
      remindersOn: !(await choiceOf(tx, ctx.organisationId, me)).pageOnly.includes('meetings'),
    }
  })
}

function asShown(pair: MeetingPair, side: Role, today: Day) {
  const answersUntil = lastDayToAnswer(pair.seasonEndsOn)
  const endedOn = asPairFact(pair).endedOn
  const begins = pair.publishedOn > pair.meetings.from ? pair.publishedOn : pair.meetings.from
  return {
    pairId: pair.id,
    season: pair.season,
    partner: side === 'mentor' ? pair.menteeName : pair.mentorName,
    side,
    everyDays: pair.meetings.everyDays,
    today,
    mayAnswer: begins <= today && today <= answersUntil,
    answersUntil,
    keptUntil: addDays(pair.seasonEndsOn, DAYS_KEPT),
    firstDay: begins,
    lastDay: endedOn !== null && endedOn < today ? endedOn : today,
  }
}

/** The days, in the season's zone, of planned meetings that have begun. */
async function plannedBefore(ctx: Context, tx: Tx, { id, zone }: MeetingPair): Promise<readonly Day[]> {
  const now = ctx.clock.now()
  const planned = await plannedOf(tx, ctx.organisationId, id)
  const meetings = planned.filter((it) => it.kind === 'meeting')
  return meetings.flatMap(startsOf).flatMap((at) => (at < now ? [dayIn(at, zone)] : []))
}

export type Question = Pick<OpenQuestion, 'firstDay' | 'lastDay' | 'plannedAt' | 'answer' | 'answerOn'> & {
  readonly pairId: string
  readonly name: string
  readonly partner: string
  readonly season: string
  readonly zone: string
  readonly today: Day
  readonly seasonEndsOn: Day
}

/** What a link asks, for whoever holds it; null where it is over, or never was. Reading it answers nothing. */
export async function readQuestion(ctx: Context, input: { readonly secret: string }): Promise<Question | null> {
  return within(ctx, async (tx) => {
    const now = ctx.clock.now()
    const found = await questionByHash(tx, ctx.organisationId, hashOf(input.secret), now, ctx.today)
    const pair = found && (await meetingPair(tx, ctx.organisationId, found.pairId))
    if (!found || !pair) return null
    const isMentor = found.personId === pair.mentorId
    const { firstDay, lastDay, plannedAt, answer, answerOn } = found
    return {
      firstDay,
      lastDay,
      plannedAt,
      answer,
      answerOn,
      pairId: pair.id,
      name: isMentor ? pair.mentorName : pair.menteeName,
      partner: isMentor ? pair.menteeName : pair.mentorName,
      season: pair.season,
      zone: pair.zone,
      seasonEndsOn: pair.seasonEndsOn,
      today: dayIn(now, pair.zone),
    }
  })
}
