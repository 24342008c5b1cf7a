import { daysBetween } from '../../../calendar/days.ts'
import { proposeTimes } from '../../../calendar/shared-times.ts'
import { CHAT_MINUTES } from '../../../model/coffee-chat.ts'
import type { Context } from '../../../runtime/context.ts'
import type { Tx } from '../../../store/database.ts'
import type { PairRow } from '../../../store/matches.ts'
import { availabilityOf } from '../../../store/planned-meetings.ts'
import type { Season } from '../../../store/seasons.ts'
import { asAvailable } from '../../offer/rules/available.ts'
import type { Chat } from '../messages.ts'

const TIMES = 3
/** Days ahead in which times are looked for at most, as on the page that proposes them. */
const DAYS_AHEAD = 21

type ChatOf = (toId: string, partnerId: string) => Chat | null

/** What each letter says of a coffee chat: times that suit both between the day of the letter and the first meeting day. */
export async function planChats(
  ctx: Context,
  tx: Tx,
  season: Season,
  pairs: readonly PairRow[],
  on: string,
): Promise<ChatOf> {
  const { meetings, zone } = season.program
  const days = Math.min(DAYS_AHEAD, daysBetween(on, meetings.from) - 1)
  if (days < 1) return () => null
  const ids = [...new Set(pairs.flatMap((it) => [it.mentorId, it.menteeId]))]
  const people = await availabilityOf(tx, ctx.organisationId, ids, on)
  // From the end of the letter’s day: nobody is asked to talk on the day they hear.
  const asked = { from: `${on}T23:59:00.000Z`, days, minutes: CHAT_MINUTES, most: TIMES }
  return (toId, partnerId) => {
    const [to, partner] = [people.get(toId), people.get(partnerId)]
    if (!to || !partner) return null
    const times = proposeTimes(asAvailable(to, zone), asAvailable(partner, zone), asked)
    return { times, zone: to.zone ?? zone, page: `${ctx.publicUrl}/my` }
  }
}
