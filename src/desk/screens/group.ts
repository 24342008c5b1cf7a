import { dayIn } from '../../calendar/days.ts'
import { countTraining } from '../../journey/learn/rules/count-training.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { selfOf } from '../../runtime/self.ts'
import type { Tx } from '../../store/database.ts'
import { peopleById } from '../../store/own-pairs.ts'
import { announcedPairs, namesOfHere } from '../../store/participants.ts'
import { namesOf } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { APPLICANT_GROUPS, type ApplicantGroup, type ApplicantsPlan } from '../rules/plan-applicants.ts'
import { type GroupAsked, planGroup } from '../rules/plan-group.ts'
import { applicantsOf } from './applicants-of.ts'
import { deskOfSeason, type SeasonDesk } from './lines-of-season.ts'
import { fits, type Standing, standingOf } from './pairs.ts'

/** A group by its filter, as the address has it. */
export type GroupFilter = (GroupAsked | (Omit<GroupAsked, 'to'> & { readonly to: ApplicantGroup })) & {
  readonly q: string
  readonly standing: Standing | null
}
type Named = { readonly id: string; readonly name: string }
export type Group = {
  readonly season: Season
  /** The training or the event that the group is about. */
  readonly of: string | null
  readonly people: readonly Named[]
  /** They get the letter too; nobody is shown who they are, nor how many. */
  readonly unnamed: readonly Named[]
  /** What is the same as long as the same people are in it. */
  readonly seen: string
  /** Whether a pair, or an application, of whoever looks was left out. */
  readonly hasOwn: boolean
  /** Whether everybody has heard; before, those who applied are one group. */
  readonly isTold: boolean
  /** Why its people are written to, as far as that may be said: nothing finer. */
  readonly why: 'takes-part' | 'applied'
  readonly me: { readonly name: string; readonly email: string }
}

/** Who is in a group of a season; ended pairs only where they are asked for, and nobody of a pair of whoever looks. */
export async function seeGroup(ctx: Context, asked: GroupFilter & { readonly season: string }): Promise<Group> {
  return within(ctx, async (tx) => {
    const group = await groupOf(ctx, tx, await findSeason(ctx, tx, asked.season), asked)
    const people = group.people.map((it) => it.id)
    // Of a list of applicants everybody who applied learns that it was looked at, so that who looked tells nobody how they stand.
    if (isApplicants(asked)) await permit(ctx, tx, 'desk.seeApplicants', { seasonId: group.season.id })
    else await permit(ctx, tx, 'desk.seeGroup', { seasonId: group.season.id, people })
    return group
  })
}

/** The same within a transaction; who asks says first whether it is allowed. */
export async function groupOf(ctx: Context, tx: Tx, season: Season, asked: GroupFilter): Promise<Group> {
  const { organisationId } = ctx
  const found = isApplicants(asked) ? await ofApplicants(ctx, tx, season, asked) : await ofPairs(ctx, tx, season, asked)
  const here = await namesOfHere(tx, organisationId, [...found.named, ...found.unnamed], found.today)
  const named = (ids: readonly string[]) =>
    ids
      .flatMap((id) => (here.has(id) ? [{ id, name: here.get(id) ?? '' }] : []))
      .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  const people = named(found.named)
  const self = (await peopleById(tx, organisationId, [selfOf(ctx)])).get(selfOf(ctx))
  return {
    season,
    of: nameOf(season, asked),
    people,
    unnamed: named(found.unnamed),
    seen: hashOf(people.map((it) => it.id).join(' ')),
    hasOwn: found.hasOwn,
    isTold: found.isTold,
    why: isApplicants(asked) ? 'applied' : 'takes-part',
    me: { name: self?.name ?? '', email: self?.email ?? '' },
  }
}

type Found = ApplicantsPlan & Pick<Group, 'hasOwn' | 'isTold'> & { readonly today: string }
type OfApplicants = Extract<GroupFilter, { readonly to: ApplicantGroup }>
type OfPairs = Exclude<GroupFilter, OfApplicants>

export function isApplicants(asked: GroupFilter): asked is OfApplicants {
  return APPLICANT_GROUPS.some((it) => it === asked.to)
}

async function ofApplicants(ctx: Context, tx: Tx, season: Season, { to, who }: OfApplicants): Promise<Found> {
  const today = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
  return { ...(await applicantsOf(ctx, tx, season, { to, who, me: selfOf(ctx), today })), today }
}

async function ofPairs(ctx: Context, tx: Tx, season: Season, asked: OfPairs): Promise<Found> {
  const { organisationId } = ctx
  const me = selfOf(ctx)
  const desk = await deskOfSeason(ctx, tx, season, asked.to === 'seats')
  const heard = season.program.endsOn < desk.today ? null : await announcedPairs(tx, organisationId, season.id)
  const published = desk.pairs.filter((it) => it.publishedOn <= desk.today && (heard?.has(it.id) ?? true))
  const own = published.filter((it) => it.mentorId === me || it.menteeId === me)
  const others = published.filter((it) => !own.includes(it))
  const names = await namesOf(tx, organisationId, [...new Set(others.flatMap((it) => [it.mentorId, it.menteeId]))])
  const pairs = others.filter((it) => {
    const standing = standingOf(it, desk.today)
    const [mentor, mentee] = [names.get(it.mentorId) ?? '', names.get(it.menteeId) ?? '']
    return (asked.standing !== null || standing !== 'ended') && fits({ mentor, mentee, standing }, asked)
  })
  const named = planGroup(asked, pairs, desk.facts, (course) => missingIn(season, desk, course))
  return { named, unnamed: [], hasOwn: own.length > 0, isTold: true, today: desk.today }
}

function missingIn({ program }: Season, { pairs, rows, today }: SeasonDesk, course: string): readonly string[] {
  return countTraining(program, pairs, rows.trained, today).find((it) => it.key === course)?.missing ?? []
}

function nameOf({ program }: Season, { to, of }: Pick<GroupFilter, 'to' | 'of'>): string | null {
  if (to === 'training') return program.training.find((it) => it.alternatives[0]?.key === of)?.name ?? null
  return to === 'seats' ? (program.events.find((it) => it.key === of)?.name ?? null) : null
}
