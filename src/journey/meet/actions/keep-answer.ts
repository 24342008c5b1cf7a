import { dayIn } from '../../../calendar/days.ts'
import type { Window } from '../../../calendar/windows.ts'
import type { Role } from '../../../model/role.ts'
import type { Context } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import type { Tx } from '../../../store/database.ts'
import { lockPair } from '../../../store/matches.ts'
import type { MeetingPair } from '../../../store/meeting-pairs.ts'
import { type HowMet, replaceJoined, replaceViews, type ViewRow, viewsOf } from '../../../store/meeting-views.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { type Answer, decideAnswer } from '../rules/decide-answer.ts'
import { joinViews } from '../rules/join-views.ts'

/** Keeps what one of a pair says, and joins it with what the other says to the meetings that count. The caller has asked permission. */
export async function keepAnswer(
  ctx: Context,
  tx: Tx,
  pair: MeetingPair,
  personId: string,
  answer: Answer,
  how: HowMet,
): Promise<Window> {
  await lockPair(tx, ctx.organisationId, pair.id)
  const before = await viewsOf(tx, ctx.organisationId, pair.id)
  const side: Role = personId === pair.mentorId ? 'mentor' : 'mentee'
  const season = { rhythm: pair.meetings, endsOn: pair.seasonEndsOn, today: dayIn(ctx.clock.now(), pair.zone) }
  const decided = decideAnswer(season, asPairFact(pair), side, before, answer)
  if (!decided.ok) throw new Refused(decided.code, decided.facts, WHY_NOT[decided.code])
  const { window, views } = decided.value
  const at = ctx.clock.now()
  const kept = views.map((it) => ({ ...it, id: newId(), how: howOf(before, side, it.heldOn) ?? how }))
  const of = { pairId: pair.id, personId, window: window.firstDay, at }
  await replaceViews(tx, ctx.organisationId, of, kept)
  await join(ctx, tx, pair, window, at)
  return window
}

async function join(ctx: Context, tx: Tx, pair: MeetingPair, window: Window, at: string): Promise<void> {
  const views = (await viewsOf(tx, ctx.organisationId, pair.id)).filter((it) => it.window === window.firstDay)
  const { seasonId, menteeId, mentorId, meetings } = pair
  const of = {
    seasonId,
    menteeId,
    mentorId,
    from: window.firstDay,
    until: window.lastDay,
    minutes: meetings.minutes,
    at,
  }
  const joined = joinViews(window, views).map((it) => ({ ...it, id: newId() }))
  await replaceJoined(tx, ctx.organisationId, of, joined)
}

/** A day said again keeps how it was held. */
function howOf(before: readonly ViewRow[], side: Role, heldOn: string | null): HowMet | null {
  return before.find((it) => it.side === side && it.heldOn === heldOn && heldOn !== null)?.how ?? null
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'answers-closed': 'The figures of this season are closed, so nothing changes any more.',
  'meeting-in-the-future': 'That day has not come yet. A meeting is written down once it has happened.',
  'before-the-pair': 'That day is before the pair began.',
  'before-the-first-window': 'That day is before the meetings of this season began.',
  'pair-ended': 'That day is after the pair’s last.',
}
