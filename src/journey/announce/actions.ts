import { type Context, permit, within } from '../../runtime/context.ts'
import { newId } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { type ApplicationRow, applicationsOf, releaseDecisions as markReleased } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { type PairRow, pairsOf } from '../../store/matches.ts'
import { type MessageRecord, messagesOf, releaseDrafts, saveDrafts } from '../../store/messages.ts'
import { hasMentors } from '../../store/open-mentors.ts'
import { type PersonRow, peopleOn } from '../../store/people.ts'
import { lockSeason, type Season, seasonsOf } from '../../store/seasons.ts'
import { nextCall } from '../apply/rules/next-call.ts'
import { planChats } from './actions/plan-chats.ts'
import { type Chat, type Draft, noPlaceLetter, pairLetter } from './messages.ts'

export type DraftsRead = {
  readonly drafts: readonly { to: string; kind: string; subject: string; body: string }[]
  /** Letters about the reader themself, which another coordinator reads. */
  readonly locked: number
}

/** Every letter as it would leave now, for the coordinator to read before anything does; none about themself. */
export async function readDrafts(ctx: Context, input: { season?: string }): Promise<DraftsRead> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const applications = await applicationsOf(tx, ctx.organisationId, season.id)
    const people = [...new Set(applications.map((it) => it.person_id))]
    await permit(ctx, tx, 'announce.readDrafts', { seasonId: season.id, people })
    await lockSeason(tx, ctx.organisationId, season.id)
    await writeDrafts(ctx, tx, season)
    const drafts = (await messagesOf(tx, ctx.organisationId, season.id)).filter((it) => it.state === 'draft')
    const own = await ownLines(ctx, tx, season)
    const open = drafts.filter((it) => !own.has(it.person_id) && !own.has(it.about))
    return {
      drafts: open.map((it) => ({ to: it.email, kind: it.kind, subject: it.subject, body: it.body })),
      locked: drafts.length - open.length,
    }
  })
}

/** Whom and what a letter about the reader names: themself, and each pair of theirs. */
async function ownLines(ctx: Context, tx: Tx, season: Season): Promise<ReadonlySet<string>> {
  const me = 'personId' in ctx.actor ? ctx.actor.personId : ''
  const pairs = await pairsOf(tx, ctx.organisationId, season.id)
  return new Set([me, ...pairs.filter((it) => it.mentorId === me || it.menteeId === me).map((it) => it.id)])
}

export type Released = {
  readonly released: number
  readonly pairs: number
  readonly noPlace: number
  readonly sent: 'queued' | 'not sent'
  readonly folder: string | null
}

/**
 * Tells everyone. With a mail server the letters are queued in this transaction; without one, or for a day that has passed
 * (unless `send`), they go to a folder and are not sent.
 */
export async function releaseDecisions(ctx: Context, input: { season?: string; send?: boolean }): Promise<Released> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'announce.releaseDecisions', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    await writeDrafts(ctx, tx, season)
    const on = ctx.on ?? ctx.today
    const drafts = (await messagesOf(tx, ctx.organisationId, season.id)).filter((it) => it.state === 'draft')
    const sends = ctx.sendsMail && (on >= ctx.today || input.send === true)
    await releaseDrafts(tx, ctx.organisationId, season.id, sends ? 'released' : 'kept', on)
    await markReleased(tx, ctx.organisationId, season.id, on)
    const count = (kind: string) => drafts.filter((it) => it.kind === kind).length
    return {
      released: drafts.length,
      pairs: count('pair'),
      noPlace: count('no-place'),
      sent: sends ? 'queued' : 'not sent',
      folder: sends ? null : ctx.draftsFolder,
    }
  })
}

async function writeDrafts(ctx: Context, tx: Tx, season: Season): Promise<void> {
  const on = ctx.on ?? ctx.today
  const pairs = await pairsOf(tx, ctx.organisationId, season.id)
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  // Whoever was erased is written to no more, nor is anybody told of them.
  const known = (await peopleOn(tx, ctx.organisationId, on)).filter((it) => !it.is_erased)
  const people = new Map(known.map((it) => [it.id, it]))
  const others = (await seasonsOf(tx, ctx.organisationId)).filter((it) => it.id !== season.id)
  const next = nextCall(
    others.map((it) => it.program),
    on,
  )
  // The same for everybody: whether they show themselves in it too makes no difference.
  const other = { hasMentors: await hasMentors(tx, ctx.organisationId, null), next }
  const chatOf = await planChats(ctx, tx, season, pairs, on)
  const drafts = [
    ...pairs.flatMap((pair) => pairDrafts(season, pair, people, applications, ctx.publicUrl, chatOf)),
    ...noPlaceDrafts(pairs, applications, on, (it) => noPlaceLetter(season.program, it, ctx.publicUrl, other)).filter(
      (it) => people.has(it.person_id),
    ),
  ]
  await saveDrafts(tx, ctx.organisationId, season.id, drafts, on, ctx.clock.now())
}

function pairDrafts(
  season: Season,
  pair: PairRow,
  people: ReadonlyMap<string, PersonRow>,
  applications: readonly ApplicationRow[],
  site: string,
  chat: (toId: string, partnerId: string) => Chat | null,
): MessageRecord[] {
  const sides = [
    ['mentor', pair.mentorId, pair.menteeId],
    ['mentee', pair.menteeId, pair.mentorId],
  ] as const
  return sides.flatMap(([role, toId, partnerId]) => {
    const to = people.get(toId)
    const partner = people.get(partnerId)
    if (!to || !partner) return []
    const about = applications.find((it) => it.person_id === partnerId && it.role !== role)?.about ?? null
    const draft = pairLetter(
      season.program,
      { name: to.name, role },
      { ...partner, about },
      pair.reason,
      site,
      chat(toId, partnerId),
    )
    return [{ id: newId(), person_id: toId, kind: 'pair' as const, about: pair.id, ...draft }]
  })
}

function noPlaceDrafts(
  pairs: readonly PairRow[],
  applications: readonly ApplicationRow[],
  on: string,
  letter: (to: { name: string }) => Draft,
): MessageRecord[] {
  const placed = new Set(pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]))
  const without = new Map(
    applications.filter((it) => it.submitted_on <= on && !placed.has(it.person_id)).map((it) => [it.person_id, it]),
  )
  return [...without.values()].map((it) => ({
    id: newId(),
    person_id: it.person_id,
    kind: 'no-place' as const,
    about: 'season',
    ...letter(it),
  }))
}
