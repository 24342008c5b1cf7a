import { dayIn, daysBetween } from '../../../calendar/days.ts'
import { proposeTimes } from '../../../calendar/shared-times.ts'
import { CHAT_MINUTES } from '../../../model/coffee-chat.ts'
import type { Day } from '../../../model/day.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { lockPair } from '../../../store/matches.ts'
import type { MeetingPair } from '../../../store/meeting-pairs.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import {
  addPlanned,
  addProposal,
  cancelPlanned,
  closeProposal,
  movePlanned,
  openProposal,
  type PlannedKind,
  plannedOf,
  wasAccepted,
} from '../../../store/planned-meetings.ts'
import { asAvailable } from '../../offer/rules/available.ts'
import { proposalLetter } from '../messages/planning-letters.ts'
import { lastOfSeries, startsOf } from '../rules/planned-starts.ts'
import { enterPair } from './answers.ts'
import { invite, sidesOf, twoOf } from './invite.ts'

const TIMES_PROPOSED = 3
/** Days ahead in which times are looked for. Own choice. */
const DAYS_AHEAD = 21

export type Planning = {
  readonly pairId: string
  readonly season: string
  readonly partner: string
  readonly everyDays: number
  readonly minutes: number
  /** What is planned here: a coffee chat until the meetings begin, unless somebody wants a meeting already. */
  readonly kind: PlannedKind
  /** The day on which meetings begin to count; null once they have. */
  readonly meetingsFrom: Day | null
  readonly myZone: string
  readonly theirZone: string
  /** Times inside both people's working hours; none where they share none. */
  readonly suggested: readonly string[]
  readonly proposed: {
    readonly id: string
    readonly isMine: boolean
    readonly starts: readonly string[]
    readonly isSeries: boolean
    readonly kind: PlannedKind
  } | null
  readonly planned: readonly {
    readonly id: string
    readonly starts: readonly string[]
    readonly isSeries: boolean
    readonly kind: PlannedKind
  }[]
}

/** What is planned and proposed in one's own pair, and which times would suit both. */
export async function readPlanning(
  ctx: Context,
  input: { readonly pair: string; readonly wantsMeeting?: boolean },
): Promise<Planning> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const pair = await enterPair(ctx, tx, 'meet.seeMeetings', input.pair)
    const people = await twoOf(ctx, tx, pair)
    const [mine, theirs] = sidesOf(pair, people, me)
    const proposal = await openProposal(tx, ctx.organisationId, pair.id)
    const now = ctx.clock.now()
    const planned = await plannedOf(tx, ctx.organisationId, pair.id)
    const chatDays = daysForChat(ctx, pair)
    const kind: PlannedKind = chatDays > 0 && !input.wantsMeeting ? 'coffee-chat' : 'meeting'
    const minutes = kind === 'coffee-chat' ? CHAT_MINUTES : pair.meetings.minutes
    return {
      pairId: pair.id,
      season: pair.season,
      partner: theirs.name,
      everyDays: pair.meetings.everyDays,
      minutes,
      kind,
      meetingsFrom: chatDays > 0 ? pair.meetings.from : null,
      myZone: mine.zone ?? pair.zone,
      theirZone: theirs.zone ?? pair.zone,
      suggested: proposeTimes(asAvailable(mine, pair.zone), asAvailable(theirs, pair.zone), {
        from: now,
        days: kind === 'coffee-chat' ? Math.min(DAYS_AHEAD, chatDays) : DAYS_AHEAD,
        minutes,
        most: TIMES_PROPOSED,
      }).filter((at) => kind === 'meeting' || dayIn(at, pair.zone) < pair.meetings.from),
      proposed: !proposal
        ? null
        : {
            id: proposal.id,
            isMine: proposal.proposedBy === me,
            starts: proposal.startsAt,
            isSeries: proposal.isSeries,
            kind: proposal.kind,
          },
      planned: planned
        .map((it) => ({
          id: it.id,
          starts: startsOf(it).filter((at) => at > now),
          isSeries: it.everyDays !== null,
          kind: it.kind,
        }))
        .filter((it) => it.starts.length > 0),
    }
  })
}

export type Proposing = {
  readonly pair: string
  readonly starts: readonly string[]
  readonly isSeries: boolean
  readonly moves: string | null
  readonly kind: PlannedKind
}

/** Proposes times, or others in the place of those that stand; the partner hears by letter. */
export async function proposeMeeting(ctx: Context, input: Proposing): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    const pair = await enterRunning(ctx, tx, input.pair)
    const at = ctx.clock.now()
    const starts = [...new Set(input.starts)].filter((it) => it > at).sort()
    if (starts.length === 0 || starts.length > TIMES_PROPOSED) throw noTimes()
    if (input.kind === 'coffee-chat' && starts.some((it) => dayIn(it, pair.zone) >= pair.meetings.from))
      throw noChat(pair)
    const people = await twoOf(ctx, tx, pair)
    const [mine, theirs] = sidesOf(pair, people, me)
    const before = await openProposal(tx, ctx.organisationId, pair.id)
    if (before) await closeProposal(tx, ctx.organisationId, { pairId: pair.id, id: before.id, acceptedAt: null, at })
    const id = newId()
    const zone = mine.zone ?? pair.zone
    const isSeries = input.isSeries && input.kind === 'meeting'
    const proposal = { id, pairId: pair.id, proposedBy: me, startsAt: starts, isSeries, zone, kind: input.kind, at }
    await addProposal(tx, ctx.organisationId, { ...proposal, moves: input.moves })
    const about = { name: theirs.name, partner: mine.name, season: pair.season, zone: theirs.zone ?? pair.zone }
    const letter = proposalLetter(about, starts, pageOf(ctx, pair))
    await queueLetters(ctx, tx, [{ personId: theirs.id, kind: 'meet-invitation', about: `proposal ${id}`, ...letter }])
  })
}

/** Accepts one of the times the partner proposed: it stands, and both get an invitation. Pressing twice plans once. */
export async function acceptMeeting(
  ctx: Context,
  input: { readonly pair: string; readonly proposal: string; readonly at: string },
): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    const pair = await enterRunning(ctx, tx, input.pair)
    const at = ctx.clock.now()
    const proposal = await openProposal(tx, ctx.organisationId, pair.id)
    if (proposal?.id !== input.proposal) {
      if (await wasAccepted(tx, ctx.organisationId, pair.id, input.proposal)) return
      throw new Refused('proposal-closed', {}, 'Other times were proposed in the meantime. Open the page again.')
    }
    if (proposal.proposedBy === me || !proposal.startsAt.includes(input.at)) throw noTimes()
    if (input.at <= at) throw new Refused('time-has-passed', { at: input.at }, 'That time has passed. Propose others.')
    await closeProposal(tx, ctx.organisationId, { pairId: pair.id, id: proposal.id, acceptedAt: input.at, at })
    const moved = proposal.moves
      ? await movePlanned(tx, ctx.organisationId, { id: proposal.moves, pairId: pair.id, startsAt: input.at, at })
      : false
    const id = moved && proposal.moves ? proposal.moves : newId()
    if (!moved) await addPlanned(tx, ctx.organisationId, { ...plannedFrom(ctx, pair, proposal, input.at), id, at })
    const planned = (await plannedOf(tx, ctx.organisationId, pair.id)).find((it) => it.id === id)
    if (planned) await invite(ctx, tx, pair, planned, { isCancelled: false, page: pageOf(ctx, pair) })
  })
}

function plannedFrom(
  ctx: Context,
  pair: MeetingPair,
  proposal: { readonly isSeries: boolean; readonly zone: string; readonly kind: PlannedKind },
  startsAt: string,
) {
  const untilOn = lastOfSeries(pair.meetings.until, dayIn(ctx.clock.now(), pair.zone))
  const rhythm = proposal.isSeries
    ? { everyDays: pair.meetings.everyDays, untilOn }
    : { everyDays: null, untilOn: null }
  const minutes = proposal.kind === 'coffee-chat' ? CHAT_MINUTES : pair.meetings.minutes
  return { pairId: pair.id, startsAt, minutes, zone: proposal.zone, kind: proposal.kind, ...rhythm }
}

/** Withdraws a planned meeting, or a whole series; both calendars are told. Doing it twice is the same. */
export async function withdrawMeeting(
  ctx: Context,
  input: { readonly pair: string; readonly meeting: string },
): Promise<void> {
  await within(ctx, async (tx) => {
    const pair = await enterPair(ctx, tx, 'meet.planMeeting', input.pair)
    const it = { id: input.meeting, pairId: pair.id, at: ctx.clock.now() }
    const cancelled = await cancelPlanned(tx, ctx.organisationId, it)
    if (cancelled) await invite(ctx, tx, pair, cancelled, { isCancelled: true, page: pageOf(ctx, pair) })
  })
}

async function enterRunning(ctx: Context, tx: Tx, pairId: string): Promise<MeetingPair> {
  const pair = await enterPair(ctx, tx, 'meet.planMeeting', pairId)
  await lockPair(tx, ctx.organisationId, pair.id)
  const endedOn = asPairFact(pair).endedOn
  const today = dayIn(ctx.clock.now(), pair.zone)
  if (endedOn !== null && endedOn < today)
    throw new Refused('pair-ended', { on: today, endedOn }, 'This pair has ended, so nothing is planned any more.')
  return pair
}

function pageOf(ctx: Context, pair: MeetingPair): string {
  return `${ctx.publicUrl}/pairs/${pair.id}/meetings/times`
}

/** Days until the meetings begin, in which a coffee chat has its place; 0 once they have. */
function daysForChat(ctx: Context, pair: MeetingPair): number {
  const today = dayIn(ctx.clock.now(), pair.zone)
  return Math.max(0, daysBetween(today, pair.meetings.from))
}

function noChat({ meetings }: MeetingPair): Invalid {
  const message = `A coffee chat is before the meetings begin on ${meetings.from}. From then on plan a meeting.`
  return new Invalid(message, { fields: [{ place: 'times', message }] })
}

function noTimes(): Invalid {
  const message = 'Choose one to three times that are still to come.'
  return new Invalid(message, { fields: [{ place: 'times', message }] })
}
