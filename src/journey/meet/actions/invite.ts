import { invitation } from '../../../outbox/calendar.ts'
import type { Context } from '../../../runtime/context.ts'
import { type NewLetter, queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { type AvailabilityRow, availabilityOf, type PlannedRow } from '../../../store/planned-meetings.ts'
import { plannedLetter } from '../messages/planning-letters.ts'
import { startsOf } from '../rules/planned-starts.ts'

/** What stands in a calendar that colleagues may see: nothing of the program. */
export const GENERIC_TITLE = 'Conversation'

export type InvitedPair = {
  readonly id: string
  readonly mentorId: string
  readonly menteeId: string
  readonly season: string
  readonly zone: string
}

/** Sends each of a pair who is still here the invitation to a planned meeting, or its withdrawal; `page` is where they find another time. */
export async function invite(
  ctx: Context,
  tx: Tx,
  pair: InvitedPair,
  planned: PlannedRow,
  it: { readonly isCancelled: boolean; readonly page: string | null },
): Promise<number> {
  const people = await twoOf(ctx, tx, pair)
  const starts = startsOf(planned)
  const letters = [pair.mentorId, pair.menteeId].flatMap((id): NewLetter[] => {
    const [to, other] = sidesOf(pair, people, id)
    if (to.isGone) return []
    const about = { name: to.name, partner: other.name, season: pair.season, zone: to.zone ?? pair.zone }
    const event = { ...planned, title: GENERIC_TITLE, starts, isCancelled: it.isCancelled }
    const calendar = invitation(event, to, organizerOf(ctx))
    const letter = plannedLetter(about, starts, it.isCancelled, it.page)
    return [
      { personId: to.id, kind: 'meet-invitation', about: `${planned.id} ${planned.sequence}`, ...letter, calendar },
    ]
  })
  return queueLetters(ctx, tx, letters)
}

export function twoOf(ctx: Context, tx: Tx, pair: InvitedPair): Promise<ReadonlyMap<string, AvailabilityRow>> {
  return availabilityOf(tx, ctx.organisationId, [pair.mentorId, pair.menteeId], ctx.today)
}

export function sidesOf(pair: InvitedPair, people: ReadonlyMap<string, AvailabilityRow>, me: string) {
  const mine = people.get(me)
  const theirs = people.get(me === pair.mentorId ? pair.menteeId : pair.mentorId)
  if (!mine || !theirs) throw new Error('a pair has two people')
  return [mine, theirs] as const
}

/** Whoever sends the letters also sends the invitations: neither of the two sees the other's address in a calendar. */
function organizerOf(ctx: Context) {
  const [, email] = /<([^>]+)>/.exec(ctx.config.mailFrom) ?? []
  return { name: 'Alongside', email: email ?? ctx.config.mailFrom }
}
