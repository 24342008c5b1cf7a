import { z } from 'zod'
import { publishQuote, readQuote, saveQuote, withdrawQuote } from '../journey/survey/actions/quotes.ts'
import { paraphrase, readWords, type WordsAsked } from '../journey/survey/actions/words.ts'
import { signedSchema } from '../model/quote.ts'
import { respondentSchema } from '../model/respondent.ts'
import { roleSchema } from '../model/role.ts'
import type { Invalid } from '../runtime/errors.ts'
import type { WordsAgain } from './coordinator/words/paraphrase-form.tsx'
import { placeOf, wordsHref } from './coordinator/words/words-href.ts'
import { WORDS_DONE, WordsPage } from './coordinator/words/words-page.tsx'
import { QUOTE_DONE, QuotePage } from './participant/quote/quote-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { whyRefused } from './why-refused.ts'

const keyed = z.object({ key: z.string().max(100) })
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
/** One question as survey/role/question, and which fifty of its words and of the quotes; what cannot be read is left out. */
const part = keyed.extend({ of: z.string().max(310).catch('').default(''), page, quotes: page })
const wordsAsked = part.extend({
  done: z
    .enum(Object.keys(WORDS_DONE) as (keyof typeof WORDS_DONE)[])
    .nullable()
    .catch(null)
    .default(null),
})
const yes = z.literal('yes').optional().catch(undefined)
const version = z.coerce.number().int().min(0).max(1_000_000)
const writing = part.extend({
  survey: z.string().max(100),
  role: respondentSchema,
  question: z.string().max(100),
  text: z.string().default(''),
  version,
  publish: yes,
  sure: yes,
})
const quoting = part.extend({ quote: z.uuid(), version, publish: yes })
const role = roleSchema.optional().catch(undefined)
const quoteAsked = keyed.extend({
  role,
  done: z
    .enum(Object.keys(QUOTE_DONE) as (keyof typeof QUOTE_DONE)[])
    .nullable()
    .catch(null)
    .default(null),
})
const offering = keyed.extend({
  role,
  text: z.string().default(''),
  signed: signedSchema.catch('role').default('role'),
})
const withdrawing = keyed.extend({ role })

/** What people wrote and what others may read of it; and a quote, for its author. */
export const wordsRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/seasons/:key/words', action: 'survey.readWords', given: wordsAsked, answer: words }),
  route({
    method: 'POST',
    path: '/seasons/:key/words',
    action: 'survey.paraphrase',
    given: writing,
    answer: write,
    again: writeAgain,
  }),
  route({
    method: 'POST',
    path: '/seasons/:key/words/quote',
    action: 'survey.publishQuote',
    given: quoting,
    answer: putQuote,
  }),
  route({ method: 'GET', path: '/seasons/:key/quote', action: 'survey.readQuote', given: quoteAsked, answer: quote }),
  route({
    method: 'POST',
    path: '/seasons/:key/quote',
    action: 'survey.saveQuote',
    given: offering,
    answer: offer,
    again: offerAgain,
  }),
  route({
    method: 'POST',
    path: '/seasons/:key/quote/withdraw',
    action: 'survey.withdrawQuote',
    given: withdrawing,
    answer: withdraw,
  }),
]

async function words({ ctx, given, page }: Visit<z.infer<typeof wordsAsked>>) {
  const screen = await readWords(ctx, partOf(given))
  return page('What people wrote', <WordsPage screen={screen} done={given.done} again={null} />)
}

function partOf({ key: season, of, page, quotes: quotesPage }: z.infer<typeof part>): WordsAsked {
  const [survey = '', who, question = ''] = of.split('/')
  const role = respondentSchema.safeParse(who)
  return { season, of: role.success ? { survey, role: role.data, question } : null, page, quotesPage }
}

async function write(visit: Visit<z.infer<typeof writing>>) {
  const { key: season, publish, sure, of, page, quotes, ...given } = visit.given
  let became: keyof typeof WORDS_DONE = 'kept'
  const refused = await whyRefused(async () => {
    const asked = { ...given, season, publish: publish === 'yes', isSure: sure === 'yes' }
    became = (await paraphrase(visit.ctx, asked)).became
  })
  if (!refused) return visit.goTo(wordsHref(season, { of, page, quotes, done: became }))
  return wordsAgain(visit, { place: placeOf(given), text: given.text, faults: [], refused }, 409)
}

function writeAgain(visit: Visit<unknown>, fault: Invalid) {
  const given = writing.parse(visit.fields)
  return wordsAgain(visit, { place: placeOf(given), text: given.text, faults: fault.fields, refused: null }, 422)
}

async function wordsAgain({ ctx, fields, page }: Visit<unknown>, again: WordsAgain, status: 409 | 422) {
  const screen = await readWords(ctx, partOf(part.parse(fields)))
  return page('Error: not done', <WordsPage screen={screen} done={null} again={again} />, status)
}

async function putQuote(visit: Visit<z.infer<typeof quoting>>) {
  const { key: season, publish, of, page, quotes, ...given } = visit.given
  const refused = await whyRefused(() => publishQuote(visit.ctx, { ...given, season, publish: publish === 'yes' }))
  if (refused) return wordsAgain(visit, { place: 'quotes', text: '', faults: [], refused }, 409)
  return visit.goTo(`${wordsHref(season, { of, page, quotes, done: publish ? 'quoted' : 'taken-down' })}#quotes`)
}

async function quote({ house, ctx, given, page }: Visit<z.infer<typeof quoteAsked>>) {
  const form = await readQuote(ctx, { season: given.key, role: given.role })
  const contact = house.organisation.privacyContact
  return page('Say something for others', <QuotePage form={form} contact={contact} done={given.done} again={null} />)
}

async function offer({ ctx, given, goTo }: Visit<z.infer<typeof offering>>) {
  const { key: season, ...offered } = given
  const saved = await saveQuote(ctx, { ...offered, season })
  return goTo(`${pathOf(season)}/quote?role=${saved.role}&done=offered`)
}

async function offerAgain({ house, ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const { key: season, ...given } = offering.parse(fields)
  const form = await readQuote(ctx, { season, role: given.role })
  const again = { text: given.text, signed: given.signed, faults: fault.fields }
  const contact = house.organisation.privacyContact
  return page('Error: not offered', <QuotePage form={form} contact={contact} done={null} again={again} />, 422)
}

async function withdraw({ ctx, given, goTo }: Visit<z.infer<typeof withdrawing>>) {
  const { role } = await withdrawQuote(ctx, { season: given.key, role: given.role })
  return goTo(`${pathOf(given.key)}/quote?role=${role}&done=withdrawn`)
}

function pathOf(season: string): string {
  return `/seasons/${encodeURIComponent(season)}`
}
