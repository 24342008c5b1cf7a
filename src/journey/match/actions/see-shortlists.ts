import { dayIn } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { findSeason } from '../../../runtime/season.ts'
import { type ApplicationRow, applicationsOf } from '../../../store/applications.ts'
import { peopleOn } from '../../../store/people.ts'
import { type Offer, offersOf, type Shortlists, shortlistsOf } from '../../../store/shortlists.ts'
import { shortlistLetter } from '../messages/shortlist-letters.ts'
import { type Choosing, choosingOn } from '../rules/choosing.ts'
import type { Named } from '../shapes.ts'
import { namesIn, readerOf } from './of-the-match.ts'

export type ListOfMentee = {
  readonly mentee: Named
  /** `isIn` says whether the mentor still takes part. */
  readonly mentors: readonly { readonly mentor: Named; readonly isIn: boolean }[]
  /** Whether they chose; whom, nobody reads. */
  readonly hasChosen: boolean
}
export type OfferOfMentor = { readonly mentor: Named; readonly places: number; readonly lists: number }
export type SeasonShortlists = {
  readonly season: string
  readonly seasonName: string
  readonly choosing: Choosing
  /** Null where the program has no shortlists. */
  readonly size: number | null
  readonly chooseBy: string | null
  readonly announcedOn: string
  /** What a mentee would read, as long as nothing is sent. */
  readonly letter: { readonly subject: string; readonly body: string } | null
  readonly lists: Pick<Shortlists, 'id' | 'madeBy' | 'madeOn' | 'sentBy' | 'sentOn'> | null
  readonly mentees: readonly ListOfMentee[]
  readonly offers: readonly OfferOfMentor[]
  /** Mentees of the pool who have no list. */
  readonly without: readonly Named[]
  /** Of those who have a list and still take part: how many they are, and how many chose. */
  readonly asked: number
  readonly chose: number
  /** Lines about the reader, which another coordinator handles. */
  readonly locked: number
}

/** The shortlists of a season: who stands on whose list, how often each mentor is offered, and who has chosen. */
export async function seeShortlists(ctx: Context, input: { season?: string }): Promise<SeasonShortlists> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { program } = season
    const applications = await applicationsOf(tx, ctx.organisationId, season.id)
    const applied = [...new Set(applications.map((it) => it.person_id))]
    await permit(ctx, tx, 'match.seeShortlists', { seasonId: season.id, people: applied })
    const lists = (await shortlistsOf(tx, ctx.organisationId, season.id)) ?? null
    const offers = lists ? await offersOf(tx, ctx.organisationId, season.id) : []
    const today = ctx.on ?? dayIn(ctx.clock.now(), program.zone)
    const named = namesIn(
      new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it])),
    )
    const me = readerOf(ctx)
    const others = offers.filter((it) => it.menteeId !== me && it.mentorId !== me)
    const asked = new Map(offers.filter((it) => it.menteeIsIn).map((it) => [it.menteeId, it.hasChosen]))
    const { shortlist, load } = program.matching
    return {
      season: season.key,
      seasonName: `${program.name}, ${program.season}`,
      choosing: choosingOn(program, lists?.sentOn ?? null, today),
      size: shortlist?.size ?? null,
      chooseBy: shortlist?.chooseBy ?? null,
      announcedOn: program.announcement.on,
      letter: letterOf(ctx, program, offers, lists),
      lists: lists && {
        ...{ id: lists.id, madeBy: lists.madeBy, madeOn: lists.madeOn },
        ...{ sentBy: lists.sentBy, sentOn: lists.sentOn },
      },
      mentees: listsIn(others, named),
      offers: lists ? offersIn(applications, others, load.maximum, named, me) : [],
      without: lists ? withoutIn(applications, offers, named, me) : [],
      asked: asked.size,
      chose: [...asked.values()].filter((it) => it).length,
      locked: offers.length - others.length,
    }
  })
}

/** The letter as the first of them would get it. */
function letterOf({ publicUrl }: Context, program: Program, offers: readonly Offer[], lists: Shortlists | null) {
  const { shortlist } = program.matching
  const [first] = offers
  if (!first || !shortlist || lists?.sentOn) return null
  const mentors = offers.filter((it) => it.menteeId === first.menteeId).length
  const it = { mentors, chooseBy: shortlist.chooseBy }
  const { subject, body, why } = shortlistLetter(program, { name: first.mentee }, it, publicUrl)
  return { subject, body: `${body}\n\n${why}` }
}

function listsIn(offers: readonly Offer[], named: (id: string) => Named): readonly ListOfMentee[] {
  return [...Map.groupBy(offers, (it) => it.menteeId)].map(([menteeId, all]) => ({
    mentee: named(menteeId),
    mentors: all.map((it) => ({ mentor: named(it.mentorId), isIn: it.mentorIsIn })),
    hasChosen: all.some((it) => it.hasChosen),
  }))
}

/** Every mentor of the pool, those offered most often first; also those on nobody's list. */
function offersIn(
  applications: readonly ApplicationRow[],
  offers: readonly Offer[],
  most: number,
  named: (id: string) => Named,
  me: string | null,
): readonly OfferOfMentor[] {
  const lists = Map.groupBy(offers, (it) => it.mentorId)
  return applications
    .filter((it) => it.role === 'mentor' && isInPool(it) && it.person_id !== me)
    .map((it) => ({
      mentor: named(it.person_id),
      places: Math.min(most, it.capacity ?? most),
      lists: lists.get(it.person_id)?.length ?? 0,
    }))
    .sort((a, b) => b.lists - a.lists || (a.mentor.name < b.mentor.name ? -1 : 1))
}

function withoutIn(
  applications: readonly ApplicationRow[],
  offers: readonly Offer[],
  named: (id: string) => Named,
  me: string | null,
): readonly Named[] {
  const listed = new Set(offers.map((it) => it.menteeId))
  return applications
    .filter((it) => it.role === 'mentee' && isInPool(it) && it.person_id !== me && !listed.has(it.person_id))
    .map((it) => named(it.person_id))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function isInPool({ outcome, cleared }: ApplicationRow): boolean {
  return outcome === 'pool' && cleared !== false
}
