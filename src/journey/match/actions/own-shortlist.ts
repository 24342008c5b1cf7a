import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { addChoice, choiceOf, removeChoice } from '../../../store/mentor-choices.ts'
import type { Season } from '../../../store/seasons.ts'
import { mentorsOfferedTo, type OfferedMentor, shortlistsOf } from '../../../store/shortlists.ts'
import { sayNotYet } from '../messages/say-not-yet.ts'
import { type ChoiceFault, choosingOn, decideChoice, type Given } from '../rules/choosing.ts'
import { openChoice, sealChoice } from './read-wishes.ts'

export type OwnShortlist = {
  readonly season: string
  readonly name: string
  readonly chooseBy: string
  readonly hearsOn: string
  readonly isOpen: boolean
  /** In the order of their names: which suits best is for the reader to say. */
  readonly mentors: readonly OfferedMentor[]
  /** Ids of mentors, the dearest first; empty where nobody is chosen. */
  readonly chosen: readonly string[]
  readonly chosenOn: string | null
}

/** One's own shortlist: who is on it, and whom one chose so far. */
export async function seeOwnShortlist(ctx: Context, input: { season: string }): Promise<OwnShortlist> {
  return within(ctx, async (tx) => (await enter(ctx, tx, 'match.seeOwnShortlist', input)).own)
}

/** Chooses from one's own shortlist, in one's order, or takes the choice back with an empty one; until the day, as often as one likes. */
export async function chooseMentors(
  ctx: Context,
  input: { season: string; given: Given },
): Promise<{ readonly chosen: number }> {
  return within(ctx, async (tx) => {
    const { own, season, listsId, me } = await enter(ctx, tx, 'match.chooseMentors', input, true)
    if (!own.isOpen) throw new Refused('choosing-is-over', {}, sayNotYet('choosing-is-over', season.program))
    const decided = decideChoice(own.mentors, input.given)
    if (!decided.ok) throw unclear(decided.facts.faults as readonly ChoiceFault[], own.mentors)
    const mentors = decided.value
    await removeChoice(tx, ctx.organisationId, { shortlistId: listsId, menteeId: me })
    if (mentors.length > 0) {
      const it = { id: newId(), shortlistId: listsId, menteeId: me, on: ctx.on ?? ctx.today, at: ctx.clock.now() }
      await addChoice(tx, ctx.organisationId, { ...it, sealed: await sealChoice(ctx, { ...it, mentors }) })
    }
    return { chosen: mentors.length }
  })
}

async function enter(ctx: Context, tx: Tx, action: string, input: { season: string }, isChoosing = false) {
  const me = selfOf(ctx)
  const season = await findSeason(ctx, tx, input.season)
  await permit(ctx, tx, action, { seasonId: season.id, people: [me] })
  // Whoever chooses on two pages at once is taken one after the other.
  if (isChoosing) await lockOpenSeason(ctx, tx, season.id)
  const { program } = season
  const lists = await shortlistsOf(tx, ctx.organisationId, season.id)
  const today = ctx.on ?? dayIn(ctx.clock.now(), program.zone)
  const mentors = lists?.sentOn
    ? await mentorsOfferedTo(tx, ctx.organisationId, { seasonId: season.id, menteeId: me, day: today })
    : []
  if (!lists || !program.matching.shortlist || mentors.length === 0)
    throw new NotFound('You have no shortlist in this season.')
  const kept = await choiceOf(tx, ctx.organisationId, { shortlistId: lists.id, menteeId: me })
  const own: OwnShortlist = {
    season: season.key,
    name: `${program.name}, ${program.season}`,
    chooseBy: program.matching.shortlist.chooseBy,
    hearsOn: program.announcement.on,
    isOpen: choosingOn(program, lists.sentOn, today) === 'open',
    mentors: mentors.map((it) => introduced(it, season)),
    chosen: kept ? await openChoice(ctx, kept) : [],
    chosenOn: kept?.chosenOn ?? null,
  }
  return { own, season, listsId: lists.id, me }
}

/** A mentor with what the questions of their application share, and of one who is not there any more nothing but the name. */
function introduced(it: OfferedMentor, { program }: Season): OfferedMentor {
  const { questions } = program.roles.mentor
  const isShared = (key: string) => it.isIn && questions.find((one) => one.key === key)?.shareable !== false
  return { ...it, topics: isShared('topics') ? it.topics : [], about: isShared('about') ? it.about : null }
}

function unclear(faults: readonly ChoiceFault[], mentors: readonly OfferedMentor[]): Invalid {
  const nameOf = (id: string) => mentors.find((it) => it.personId === id)?.name ?? 'Somebody'
  const fields = faults.map(({ mentorId, code }) => ({
    place: mentorId,
    message:
      code === 'not-there'
        ? `${nameOf(mentorId)} is not available any more. Choose among the others.`
        : `${nameOf(mentorId)} stands at the same place as another. Give each a place of their own.`,
  }))
  return new Invalid('Nothing was kept yet. Look at the marked places.', { fields })
}
