import { publishQuote, saveQuote } from '../journey/survey/actions/quotes.ts'
import { paraphrase, seeParaphrases } from '../journey/survey/actions/words.ts'
import { ROLES } from '../model/role.ts'
import type { Context } from '../runtime/context.ts'
import { actingAs } from './acting-as.ts'
import { asCoordinator } from './as-coordinator.ts'
import { type DemoQuote, SAID_AGAIN } from './demo-words.ts'

type People = { readonly mentors: readonly string[]; readonly mentees: readonly string[] }

/** Some release words of theirs, and the coordinator reads and publishes what is offered. */
export async function offerQuotes(
  ctx: Context,
  season: string,
  quotes: readonly DemoQuote[],
  people: People,
): Promise<void> {
  for (const { role, at, text, signed } of quotes) {
    const author = await actingAs(ctx, people[role === 'mentor' ? 'mentors' : 'mentees'][at] ?? '')
    await saveQuote(author, { season, role, text, signed })
  }
  const coordinator = asCoordinator(ctx)
  const { quotes: offered } = await seeParaphrases(coordinator, { season, page: 1 })
  for (const it of offered.quotes)
    if (it.publishedOn === null)
      await publishQuote(coordinator, { season, quote: it.id, version: it.version, publish: true })
}

/** The coordinator says in other words what people hoped for; what they wrote goes. */
export async function sayHopesAgain(ctx: Context, season: string): Promise<void> {
  for (const role of ROLES) {
    const asked = { season, survey: 'pre', role, question: 'hope', text: SAID_AGAIN[role] }
    await paraphrase(asCoordinator(ctx), { ...asked, version: 0, publish: true, isSure: true })
  }
}
