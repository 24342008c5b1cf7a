import { instantAt } from '../../../calendar/moments.ts'
import type { Day } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { holdMoment, momentOf, momentsDue, removeMoment, saveMoment } from '../../../store/announcement.ts'
import type { Tx } from '../../../store/database.ts'
import { coordinatorsOf } from '../../../store/hats.ts'
import { namesOf } from '../../../store/people.ts'
import { lockSeason, type Season, seasonById } from '../../../store/seasons.ts'
import { heldLetter } from '../messages/held-letter.ts'
import { decideMoment } from '../rules/decide-moment.ts'
import { planLetters } from './plan-letters.ts'
import { changedSinceRead, refuseNothing, releaseLetters } from './release-letters.ts'

export type MomentPlanned = { readonly at: string }

/**
 * Says when everyone hears: one moment for all, in the season’s time zone. `seen` is what was read, `was` the moment that stood
 * when the page was opened, empty for none.
 */
export async function planRelease(
  ctx: Context,
  input: { season?: string; on: Day; time: string; seen?: string; was?: string },
): Promise<MomentPlanned> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const at = instantAt(input.on, input.time, season.program.zone)
    await permit(ctx, tx, 'announce.planRelease', { seasonId: season.id, about: at })
    await lockOpenSeason(ctx, tx, season.id)
    const decided = decideMoment({ at, now: ctx.clock.now() })
    if (!decided.ok) throw notThen(decided.code)
    const letters = await planLetters(ctx, tx, season)
    refuseNothing(letters)
    if (input.seen !== undefined && input.seen !== letters.mark) throw changedSinceRead()
    await refuseOther(ctx, tx, season, input.was)
    const by = selfOf(ctx)
    await saveMoment(tx, ctx.organisationId, season.id, { at, readMark: letters.mark, by, now: ctx.clock.now() })
    return { at }
  })
}

/** Takes the moment back, before it has come: nothing leaves by itself. */
export async function withdrawRelease(
  ctx: Context,
  input: { season?: string; was?: string },
): Promise<{ readonly withdrawn: boolean }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'announce.withdrawRelease', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    await refuseOther(ctx, tx, season, input.was)
    return { withdrawn: await removeMoment(tx, ctx.organisationId, season.id) }
  })
}

/** Tells everyone whose moment has come; where pairs or words changed since they were read, nothing leaves and coordinators hear. */
export async function releasePlanned(ctx: Context): Promise<number> {
  const due = await within(ctx, (tx) => momentsDue(tx, ctx.organisationId, ctx.clock.now()))
  let released = 0
  for (const id of due) if (await releaseOne(ctx, id)) released += 1
  return released
}

function releaseOne(ctx: Context, seasonId: string): Promise<boolean> {
  return within(ctx, async (tx) => {
    await lockSeason(tx, ctx.organisationId, seasonId)
    const season = await seasonById(tx, ctx.organisationId, seasonId)
    const moment = await momentOf(tx, ctx.organisationId, seasonId)
    // Somebody was faster, or took it back.
    if (!season || !moment || moment.held || Date.parse(moment.at) > Date.parse(ctx.clock.now())) return false
    await permit(ctx, tx, 'announce.releasePlanned', { seasonId, about: moment.at })
    const letters = await planLetters(ctx, tx, season)
    if (letters.mark !== moment.readMark) {
      await hold(ctx, tx, season, moment.at)
      return false
    }
    await releaseLetters(ctx, tx, season, letters, true)
    return true
  })
}

async function hold(ctx: Context, tx: Tx, season: Season, at: string): Promise<void> {
  await holdMoment(tx, ctx.organisationId, season.id, ctx.clock.now())
  const ids = [...(await coordinatorsOf(tx, ctx.organisationId, season.id, ctx.today))]
  const names = await namesOf(tx, ctx.organisationId, ids)
  const page = `${ctx.publicUrl}/desk/letters?season=${season.key}`
  const letters = ids.map((personId) => ({
    personId,
    seasonId: season.id,
    kind: 'asks-coordinator' as const,
    about: `held ${at}`,
    ...heldLetter({ name: names.get(personId) ?? '' }, season.program, page),
  }))
  await queueLetters(ctx, tx, letters)
}

async function refuseOther(ctx: Context, tx: Tx, season: Season, was: string | undefined): Promise<void> {
  if (was === undefined) return
  const moment = await momentOf(tx, ctx.organisationId, season.id)
  if ((moment?.at ?? '') === was) return
  const says = moment
    ? `Changed by ${moment.plannedBy} since you opened it. What stands now is below; nothing of yours was kept.`
    : 'The moment was taken back, or has come, since you opened it. Look at what stands now.'
  throw new Refused('moment-changed', {}, says)
}

function notThen(code: string): Invalid {
  const says =
    code === 'moment-has-passed'
      ? 'That moment has passed. Choose a later one, or release them now.'
      : 'That is more than a year ahead. Look at the year, and choose an earlier day.'
  return new Invalid(says, { fields: [{ place: 'on', message: says }] })
}
