import { dayIn } from '../../../calendar/days.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { addInterest, removeInterest, takeInterested } from '../../../store/call-interest.ts'
import type { Tx } from '../../../store/database.ts'
import { type Season, seasonsOf } from '../../../store/seasons.ts'
import { callOpenLetter } from '../messages/call-open-letter.ts'
import { refusalInWords } from '../messages/form-faults.ts'
import { callPhase } from '../rules/call-phase.ts'

const BATCH = 200

/** Keeps that somebody wants to hear when a call for a role next opens, or that they do not any more. */
export async function askForNextCall(
  ctx: Context,
  input: { season: string; role: Role; wants: boolean },
): Promise<{ asked: boolean }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'apply.askForNextCall', { seasonId: season.id, people: [me] })
    if (!input.wants) await removeInterest(tx, ctx.organisationId, me, input.role)
    else if (await openSeason(ctx, tx, input.role))
      throw new Refused('call-is-open', {}, refusalInWords('call-is-open'))
    else {
      const asked = { id: newId(), personId: me, role: input.role, at: ctx.clock.now() }
      await addInterest(tx, ctx.organisationId, asked)
    }
    return { asked: input.wants }
  })
}

/** Writes to everybody who asked for a call that is open now, once each; their wish is deleted with it. */
export async function tellInterested(ctx: Context): Promise<{ letters: number }> {
  let letters = 0
  for (const role of ROLES)
    for (;;) {
      const told = await tellSome(ctx, role)
      letters += told
      if (told < BATCH) break
    }
  return { letters }
}

async function tellSome(ctx: Context, role: Role): Promise<number> {
  return within(ctx, async (tx) => {
    const season = await openSeason(ctx, tx, role)
    if (!season) return 0
    const people = await takeInterested(tx, ctx.organisationId, role, ctx.today, BATCH)
    if (people.length === 0) return 0
    await permit(ctx, tx, 'apply.tellInterested', { seasonId: season.id, about: role })
    const letters = people
      .filter((it) => it.isHere)
      .map((it) => ({
        personId: it.personId,
        seasonId: season.id,
        kind: 'call-open' as const,
        about: role,
        ...callOpenLetter(season.program, role, it, ctx.publicUrl),
      }))
    await queueLetters(ctx, tx, letters)
    return people.length
  })
}

/** The season whose call for a role is open now; of several the one that opened last. */
async function openSeason(ctx: Context, tx: Tx, role: Role): Promise<Season | undefined> {
  const now = ctx.clock.now()
  const open = (await seasonsOf(tx, ctx.organisationId)).filter(
    ({ program }) => callPhase(program, role, dayIn(now, program.zone)) === 'open',
  )
  const opens = (it: Season) => it.program.roles[role].call.opens
  return open.toSorted((one, other) => (opens(one) < opens(other) ? 1 : -1))[0]
}
