import { findTopics } from '../../../model/topics.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { selfOf } from '../../../runtime/self.ts'
import { blocksBy } from '../../../store/directory-blocks.ts'
import { countRequests } from '../../../store/mentor-requests.ts'
import {
  divisionsOfMentors,
  hasMentors,
  type MentorRow,
  mentorsPage,
  type OwnOfferRow,
  offerOf,
} from '../../../store/open-mentors.ts'
import { namesOf } from '../../../store/people.ts'
import { countRoom, decideAsking } from '../rules.ts'
import { MOST_OPEN } from '../shapes.ts'
import { EVERY_MENTOR, findMentor, ownBlocks } from './find-mentor.ts'

export const MENTORS_PER_PAGE = 50

export type MentorsQuery = {
  readonly search: string
  readonly division: string | null
  readonly hours: number
  readonly hasRoom: boolean
  readonly order: 'room' | 'name' | 'hours'
  readonly page: number
}
export type MentorLine = MentorRow & { readonly room: number }
export type MentorsScreen = {
  readonly found: number
  readonly mentors: readonly MentorLine[]
  readonly divisions: readonly string[]
  readonly isEmpty: boolean
  readonly amShown: boolean
}

/** A page of the mentors who show themselves to the reader, found by topic, name or words. */
export async function seeMentors(ctx: Context, query: MentorsQuery): Promise<MentorsScreen> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.seeMentors', { people: [me] })
    const asked = {
      ...EVERY_MENTOR,
      ...query,
      topics: findTopics(query.search).map((it) => it.name),
      sharedMinutes: query.hours * 60,
      me,
      without: await ownBlocks(ctx, tx),
      day: ctx.today,
      now: ctx.clock.now(),
    }
    const offset = (query.page - 1) * MENTORS_PER_PAGE
    const rows = await mentorsPage(tx, ctx.organisationId, asked, { limit: MENTORS_PER_PAGE, offset })
    const own = await offerOf(tx, ctx.organisationId, me)
    return {
      found: rows[0]?.found ?? 0,
      mentors: rows.map((it) => ({ ...it, room: countRoom(it, ctx.today) })),
      divisions: await divisionsOfMentors(tx, ctx.organisationId, ctx.today),
      isEmpty: rows.length === 0 && !(await hasMentors(tx, ctx.organisationId, me)),
      amShown: own !== undefined && own.closedAt === null,
    }
  })
}

export type MentorScreen = { readonly mentor: MentorLine; readonly refusal: string | null; readonly open: number }

/** One mentor, with whether the reader may ask them now. */
export async function seeMentor(ctx: Context, input: { readonly id: string }): Promise<MentorScreen> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.seeMentors', { people: [me] })
    const mentor = await findMentor(ctx, tx, input.id)
    const counts = await countRequests(tx, ctx.organisationId, { mentorId: mentor.id, askerId: me })
    const room = countRoom(mentor, ctx.today)
    const decided = decideAsking({ isSelf: false, room, ...counts })
    return { mentor: { ...mentor, room }, refusal: decided.ok ? null : decided.code, open: MOST_OPEN - counts.open }
  })
}

export type OwnOffer = {
  readonly name: string
  readonly offer: OwnOfferRow | null
  readonly room: number
  readonly taken: number
  readonly apart: readonly { readonly id: string; readonly name: string }[]
}

/** What one shows oneself, how it looks to the others, and whom one does not want to meet there. */
export async function seeOwnOffer(ctx: Context): Promise<OwnOffer> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.saveOffer', { people: [me] })
    const offer = (await offerOf(tx, ctx.organisationId, me)) ?? null
    const { taken } = await countRequests(tx, ctx.organisationId, { mentorId: me, askerId: me })
    const name = (await namesOf(tx, ctx.organisationId, [me])).get(me) ?? ''
    const room = offer ? countRoom({ ...offer, taken }, ctx.today) : 0
    return { name, offer, room, taken, apart: await blocksBy(tx, ctx.organisationId, me) }
  })
}
