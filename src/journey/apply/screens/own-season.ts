import { dayIn } from '../../../calendar/days.ts'
import { type GivenApplication, givenSchema, type Wishes, wishesSchema } from '../../../model/given-application.ts'
import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { type DraftOf, draftOf } from '../../../store/application-drafts.ts'
import type { Tx } from '../../../store/database.ts'
import { heardOf } from '../../../store/look-again.ts'
import { wishesOf } from '../../../store/match-wishes.ts'
import { applicantOn, type OwnApplication, ownApplications } from '../../../store/own-applications.ts'
import { peopleById } from '../../../store/own-pairs.ts'
import type { Season } from '../../../store/seasons.ts'
import { draftAt, wishesAt } from '../shapes.ts'

/** What every page of somebody's own application begins with. */
export type OwnSeason = {
  readonly season: Season
  readonly program: Program
  readonly me: string
  /** The day in the season's zone. */
  readonly today: string
  readonly name: string
  readonly startedOn: string | null
  readonly inDirectory: boolean
  /** Everything they ever sent in this season, the latest first. */
  readonly own: readonly OwnApplication[]
  readonly inForce: readonly OwnApplication[]
  readonly hasHeard: boolean
}

/** Opens a page about one's own application in one transaction. */
export async function withOwnSeason<T>(
  ctx: Context,
  key: string,
  work: (tx: Tx, it: OwnSeason) => Promise<T>,
): Promise<T> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, key)
    await permit(ctx, tx, 'apply.seeApplication', { seasonId: season.id, people: [me] })
    const today = dayIn(ctx.clock.now(), season.program.zone)
    const applicant = await applicantOn(tx, ctx.organisationId, me, today)
    const own = await ownApplications(tx, ctx.organisationId, season.id, me)
    const heard = await heardOf(tx, ctx.organisationId, me)
    return work(tx, {
      season,
      program: season.program,
      me,
      today,
      name: applicant?.name ?? '',
      startedOn: applicant?.startedOn ?? null,
      inDirectory: applicant?.inDirectory === true,
      own,
      inForce: own.filter((one) => one.superseded_by === null),
      hasHeard: heard.some((one) => one.seasonId === season.id),
    })
  })
}

export type OpenedDraft = { readonly given: GivenApplication; readonly version: number; readonly keptAt: string }

/** A draft of one's own, opened; null where there is none. */
export async function openDraft(ctx: Context, tx: Tx, whose: DraftOf): Promise<OpenedDraft | null> {
  const kept = await draftOf(tx, ctx.organisationId, whose)
  if (!kept) return null
  const text = await ctx.keyring.open(keyOf(ctx, whose), draftAt(kept.id), kept.sealed)
  return { given: givenSchema.parse(JSON.parse(text)), version: kept.version, keptAt: kept.changedAt }
}

/** One's own wishes and blocks as addresses, one on each line. */
export async function openWishes(ctx: Context, tx: Tx, me: string, seasonId: string, role: Role) {
  const whose = { seasonId, personId: me, role }
  const kept = await wishesOf(tx, ctx.organisationId, whose)
  const text = kept ? await ctx.keyring.open(keyOf(ctx, whose), wishesAt(kept.id), kept.sealed) : null
  const ids: Wishes = text === null ? { wishes: [], blocks: [] } : wishesSchema.parse(JSON.parse(text))
  const people = await peopleById(tx, ctx.organisationId, [...ids.wishes, ...ids.blocks])
  const lines = (list: readonly string[]) => list.flatMap((id) => people.get(id)?.email ?? []).join('\n')
  return { wishes: lines(ids.wishes), blocks: lines(ids.blocks) }
}

function keyOf(ctx: Context, whose: DraftOf) {
  return { organisationId: ctx.organisationId, kind: 'person', id: whose.personId } as const
}
