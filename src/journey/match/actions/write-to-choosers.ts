import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { type NewLetter, queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { theOrganisation } from '../../../store/organisations.ts'
import { namesOfHere } from '../../../store/participants.ts'
import type { Season } from '../../../store/seasons.ts'
import { type Offer, offersOf, seasonsChoosing, shortlistLetters, shortlistsOf } from '../../../store/shortlists.ts'
import { choiceReminder, listChangedLetter } from '../messages/shortlist-letters.ts'
import { choosingOn, isReminded } from '../rules/choosing.ts'

/** Reminds once, shortly before the day, those who have not chosen; and tells everybody from whose list a mentor has gone. */
export async function writeToChoosers(ctx: Context): Promise<{ readonly written: number }> {
  return within(ctx, async (tx) => {
    let written = 0
    const isKept = (await theOrganisation(tx))?.kind === 'demo'
    for (const season of await seasonsChoosing(tx, ctx.organisationId))
      written += await writeIn(ctx, tx, season, isKept)
    return { written }
  })
}

async function writeIn(ctx: Context, tx: Tx, season: Season, isKept: boolean): Promise<number> {
  const { program } = season
  const today = dayIn(ctx.clock.now(), program.zone)
  const lists = await shortlistsOf(tx, ctx.organisationId, season.id)
  const chooseBy = program.matching.shortlist?.chooseBy
  if (!lists?.sentOn || !chooseBy || choosingOn(program, lists.sentOn, today) !== 'open') return 0
  const offers = (await offersOf(tx, ctx.organisationId, season.id)).filter((it) => it.menteeIsIn)
  const written = await shortlistLetters(tx, ctx.organisationId, season.id)
  const told = new Set(written.map((it) => `${it.personId} ${it.about}`))
  const changed = offers.filter((it) => !it.mentorIsIn).map((it) => ({ about: `gone ${it.id}`, it }))
  const reminded = isReminded(chooseBy, lists.sentOn, today)
    ? waiting(offers).map((it) => ({ about: `remind ${lists.id}`, it }))
    : []
  const due = [...changed, ...reminded].filter(({ about, it }) => !told.has(`${it.menteeId} ${about}`))
  if (due.length === 0) return 0
  await permit(ctx, tx, 'match.writeToChoosers', { seasonId: season.id })
  const ids = [...new Set(due.map(({ it }) => it.menteeId))]
  const names = await namesOfHere(tx, ctx.organisationId, ids, today)
  const letters = due.flatMap(({ about, it }): NewLetter[] => {
    const name = names.get(it.menteeId)
    if (name === undefined) return []
    const write = about.startsWith('gone') ? listChangedLetter : choiceReminder
    const text = write(program, { name }, chooseBy, ctx.publicUrl)
    return [{ personId: it.menteeId, seasonId: season.id, kind: 'shortlist', about, isKept, ...text }]
  })
  return queueLetters(ctx, tx, letters)
}

/** One offer for each mentee who has not chosen and has somebody to choose. */
function waiting(offers: readonly Offer[]): readonly Offer[] {
  const open = offers.filter((it) => !it.hasChosen && it.mentorIsIn)
  return [...new Map(open.map((it) => [it.menteeId, it])).values()]
}
