import { askQuestion } from '../journey/gather/actions/board.ts'
import { askForAnotherMatch, askForHelp } from '../journey/meet/actions/asking.ts'
import { saveOffer } from '../journey/offer/actions/own-offer.ts'
import { askToLookAgain } from '../people/actions/look-again.ts'
import { type Context, within } from '../runtime/context.ts'
import { findSeason } from '../runtime/season.ts'
import { selfOf } from '../runtime/self.ts'
import { pairsOf } from '../store/matches.ts'
import { actingAs } from './acting-as.ts'
import { addressOf } from './demo-people.ts'
import { menteeEmails } from './demo-season.ts'

type At = (day: string) => Promise<Context>
const OFFERS = [
  ['Delegating', 'Ask me about handing work over without holding on to it.'],
  ['Negotiation', 'I sat on both sides of the table for ten years.'],
  ['Public speaking', 'I was afraid of it, and now I train others.'],
  ['Career planning', 'Three fields in fifteen years; I would do it again.'],
  ['Writing', 'Bring a page, we make it half as long.'],
  ['Remote work', 'My team is in four time zones.'],
] as const
/** Heads of departments, who take part in no season. */
const FIRST_OFFER = 24

/** What people of the demo do by themselves: show themselves as mentors, ask before an event, ask for help, for another match, and that a person looks again. */
export async function liveByThemselves(at: At, mentees: readonly string[]): Promise<void> {
  for (const [many, [topic, words]] of OFFERS.entries()) {
    const ctx = await actingAs(await at('2026-10-05'), addressOf(FIRST_OFFER + many))
    const places = String(1 + (many % 3))
    await saveOffer(ctx, { topics: [topic], words, places, asynchronous: many % 2 === 0, availableOn: '' })
  }
  for (const [many, words] of ['How do you end a meeting well?', 'What if we have nothing to talk about?'].entries()) {
    const ctx = await actingAs(await at('2026-10-26'), mentees[many] ?? '')
    await askQuestion(ctx, { season: 'autumn-2026', event: 'mid-program', words })
  }
  const without = menteeEmails.find((it) => !mentees.includes(it))
  const asksAgain = await actingAs(await at('2026-10-22'), without ?? '')
  await askToLookAgain(asksAgain, {
    season: 'autumn-2026',
    words: 'I was told that there is no place for me. My manager and I would like to know whether all of it was read.',
  })
  const helped = await actingAs(await at('2026-10-30'), mentees[14] ?? '')
  await askForHelp(helped, {
    pair: await pairOf(helped),
    words: 'We keep moving our meeting and would like some help.',
  })
  const asks = await actingAs(await at('2026-10-29'), mentees[9] ?? '')
  await askForAnotherMatch(asks, { pair: await pairOf(asks) })
}

/** The pair of the mentee who acts. */
async function pairOf(ctx: Context): Promise<string> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, undefined)
    return (await pairsOf(tx, ctx.organisationId, season.id)).find((it) => it.menteeId === me)?.id ?? ''
  })
}
