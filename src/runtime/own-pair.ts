import type { Role } from '../model/role.ts'
import type { Tx } from '../store/database.ts'
import { type PairOfTwo, pairOfTwo } from '../store/own-pairs.ts'
import { isPairOf } from '../store/pair-pages.ts'
import { type Context, permit } from './context.ts'
import { NotFound } from './errors.ts'
import { selfOf } from './self.ts'

/** A pair as one of its two stands in it. */
export type OwnPair = PairOfTwo & {
  readonly me: string
  readonly role: Role
  readonly partnerId: string
  readonly partner: string
}

/** The pair, if the actor is one of its two and has heard of it: to everybody else it is not there. */
export async function enterOwnPair(ctx: Context, tx: Tx, action: string, pairId: string): Promise<OwnPair> {
  const me = selfOf(ctx)
  const pair = await pairOfTwo(tx, ctx.organisationId, pairId)
  const people = pair ? [pair.mentorId, pair.menteeId] : []
  await permit(ctx, tx, action, { seasonId: pair?.seasonId, people, about: pairId })
  const subject = { organisationId: ctx.organisationId, personId: me, shownOn: ctx.today }
  if (!pair || !(await isPairOf(tx, subject, pairId))) throw new NotFound('There is no such pair.')
  const isMentor = pair.mentorId === me
  return {
    ...pair,
    me,
    role: isMentor ? 'mentor' : 'mentee',
    partnerId: isMentor ? pair.menteeId : pair.mentorId,
    partner: isMentor ? pair.menteeName : pair.mentorName,
  }
}
