import { seenOf } from '../../journey/review/rules/plan-by-hand.ts'
import { planWaiting } from '../../journey/review/rules/plan-waiting.ts'
import type { Day } from '../../model/day.ts'
import type { Role } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { mentorOnlyOf } from '../../store/season-applications.ts'
import { reachedIn } from './applications.ts'
import { seasonAsked } from './season-asked.ts'

export type Waiter = {
  readonly id: string
  readonly name: string
  readonly division: string | null
  readonly sentOn: Day
  readonly priority: number | null
  /** Put here by a person or by a late application; false where the match gave no seat. */
  readonly isHeldBack: boolean
}
export type WaitingAsked = { readonly season?: string; readonly role: Role; readonly page: number }
export type WaitingList = {
  readonly season: string
  readonly name: string
  readonly role: Role
  readonly waiters: readonly Waiter[]
  readonly found: number
  /** Waiting mentees and mentors, whichever of them are shown. */
  readonly mentees: number
  readonly mentors: number
  readonly places: number
  readonly pool: number
  /** Who is next, where a place is free and nobody has heard yet. */
  readonly next: { readonly id: string; readonly name: string; readonly seen: string } | null
  readonly isPublished: boolean
  readonly writeAgainBy: Day | null
}
export const WAITING_PER_PAGE = 50
const SEE_WAITING = 'review.seeWaitingList'

/** Who waits, in the order in which the match gives seats, and who is next where a place is free. */
export async function seeWaitingList(ctx: Context, asked: WaitingAsked): Promise<WaitingList> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_WAITING, asked.season)
    const all = await reachedIn(ctx, tx, season)
    const { program } = season
    const plan = planWaiting(all, program.matching.load.maximum)
    const of = asked.role === 'mentee' ? plan.mentees : plan.mentors
    const shown = of.slice((asked.page - 1) * WAITING_PER_PAGE, asked.page * WAITING_PER_PAGE)
    const isPublished = (await mentorOnlyOf(tx, ctx.organisationId, season.id)) !== null
    const held = plan.mentees.find((it) => it.outcome === 'reserve' && it.releasedOn === null)
    const next = !isPublished && held && plan.places > plan.pool ? held : null
    await permit(ctx, tx, SEE_WAITING, { seasonId: season.id })
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      role: asked.role,
      waiters: shown.map((it) => ({
        id: it.id,
        name: it.name,
        division: it.division,
        sentOn: it.submittedOn,
        priority: it.isBlind ? null : it.priority,
        isHeldBack: it.outcome === 'reserve',
      })),
      found: of.length,
      mentees: plan.mentees.length,
      mentors: plan.mentors.length,
      places: plan.places,
      pool: plan.pool,
      next: next && { id: next.id, name: next.name, seen: hashOf(seenOf([next])) },
      isPublished,
      writeAgainBy: program.announcement.writeAgainBy ?? null,
    }
  })
}
