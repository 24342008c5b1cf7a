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
import { type GroupAsked, planGroup } from '../rules/plan-group.ts'
import { deskOfSeason, type SeasonDesk } from './lines-of-season.ts'
import { fits, type Standing, standingOf } from './pairs.ts'

/** A group by its filter, as the address has it. */
export type GroupFilter = GroupAsked & { readonly q: string; readonly standing: Standing | null }
export type Group = {
  readonly season: Season
  /** The training or the event that the group is about. */
  readonly of: string | null
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** What is the same as long as the same people are in it. */
  readonly seen: string
  /** Whether a pair of whoever looks was left out. */
  readonly hasOwn: boolean
  readonly me: { readonly name: string; readonly email: string }
}

/** Who is in a group of a season; ended pairs only where they are asked for, and nobody of a pair of whoever looks. */
export async function seeGroup(ctx: Context, asked: GroupFilter & { readonly season: string }): Promise<Group> {
  return within(ctx, async (tx) => {
    const group = await groupOf(ctx, tx, await findSeason(ctx, tx, asked.season), asked)
    const people = group.people.map((it) => it.id)
    await permit(ctx, tx, 'desk.seeGroup', { seasonId: group.season.id, people })
    return group
  })
}

/** The same within a transaction; who asks says first whether it is allowed. */
export async function groupOf(ctx: Context, tx: Tx, season: Season, asked: GroupFilter): Promise<Group> {
  const { organisationId } = ctx
  const me = 'personId' in ctx.actor ? ctx.actor.personId : ''
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
  const ids = planGroup(asked, pairs, desk.facts, (course) => missingIn(season, desk, course))
  const here = await namesOfHere(tx, organisationId, ids, desk.today)
  const people = ids
    .flatMap((id) => (here.has(id) ? [{ id, name: here.get(id) ?? '' }] : []))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  const self = (await peopleById(tx, organisationId, [selfOf(ctx)])).get(selfOf(ctx))
  return {
    season,
    of: nameOf(season, asked),
    people,
    seen: hashOf(people.map((it) => it.id).join(' ')),
    hasOwn: own.length > 0,
    me: { name: self?.name ?? '', email: self?.email ?? '' },
  }
}

function missingIn({ program }: Season, { pairs, rows, today }: SeasonDesk, course: string): readonly string[] {
  return countTraining(program, pairs, rows.trained, today).find((it) => it.key === course)?.missing ?? []
}

function nameOf({ program }: Season, { to, of }: GroupAsked): string | null {
  if (to === 'training') return program.training.find((it) => it.alternatives[0]?.key === of)?.name ?? null
  return to === 'seats' ? (program.events.find((it) => it.key === of)?.name ?? null) : null
}
