import { z } from 'zod'
import { freezeResults, recordDecision } from '../journey/results/actions.ts'
import {
  type QuotesAsked,
  type ResultsScreen,
  seeEdition,
  seeEditionByLink,
  seeResults,
  showResults,
  showResultsByLink,
} from '../journey/results/screens.ts'
import { daySchema } from '../model/day.ts'
import { audienceOf } from '../model/program.ts'
import { SEASON_DECISIONS } from '../model/season-decision.ts'
import type { Context } from '../runtime/context.ts'
import type { Invalid } from '../runtime/errors.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { FIGURE_COLUMNS, figuresAsMarkdown, figuresInRows, withDefinitions } from '../texts/en/results-file.ts'
import { asDownload } from './as-download.ts'
import { CountsPage } from './public/counts-page.tsx'
import type { Again } from './public/results/again.ts'
import { EditionPage, ResultsPage } from './public/results-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const asked = z.object({
  key: z.string(),
  link: z.string().max(200).optional(),
  /** Null where it is no day: today's figures are shown, and that they are. */
  on: daySchema.or(z.literal('')).nullable().catch(null).default(''),
  /** Which fifty of the quotes, or all of them. */
  quotes: z.literal('all').or(z.coerce.number().int().min(1).max(100_000)).catch(1).default(1),
  done: z.enum(['decided']).nullable().catch(null).default(null),
})
const oneEdition = z.object({
  key: z.string(),
  link: z.string().max(200).optional(),
  number: z.coerce.number().int().min(1).max(10_000),
})
const freezing = z.object({ key: z.string(), on: daySchema.optional(), note: z.string().default('') })
const deciding = z.object({
  key: z.string(),
  decision: z.enum(SEASON_DECISIONS),
  reasons: z.string().default(''),
  changes: z.string().default(''),
})
const filed = asked.extend({ as: z.enum(['csv', 'json', 'md']).default('csv') })
type Asked = z.infer<typeof asked>

const TYPES = { csv: 'text/csv', json: 'application/json', md: 'text/markdown' } as const

/** A season's results: all figures for those they are open to, as a page or as a file; counts for everybody else. */
export const resultsRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/seasons/:key/results', action: 'results.showResults', given: asked, answer: results }),
  route({
    method: 'GET',
    path: '/seasons/:key/results/file',
    action: 'results.showResults',
    given: filed,
    answer: resultsFile,
  }),
  route({
    method: 'GET',
    path: '/seasons/:key/results/editions/:number',
    action: 'results.showResults',
    given: oneEdition,
    answer: edition,
  }),
  route({
    method: 'POST',
    path: '/seasons/:key/results/freeze',
    action: 'results.freezeResults',
    given: freezing,
    answer: freeze,
    again: resultsAgain,
  }),
  route({
    method: 'POST',
    path: '/seasons/:key/results/decide',
    action: 'results.recordDecision',
    given: deciding,
    answer: decide,
    again: resultsAgain,
  }),
]

async function results({ house, ctx, given, page }: Visit<Asked>) {
  const organisation = house.organisation.name
  const programHref = `/seasons/${given.key}`
  const day = dayOf(given, house.today)
  const input = { season: given.key, quotes: given.quotes, ...day.input }
  const screen = given.link
    ? await showResultsByLink(house, { ...input, link: given.link })
    : await seeResults(ctx, input)
  if (!('results' in screen))
    return page(
      `Results. ${screen.program.name}`,
      <CountsPage organisation={organisation} programHref={programHref} {...screen} />,
    )
  const notice = given.done ? 'The decision is recorded. It stands below, with its reasons.' : day.notice
  return page(`Results. ${screen.program.name}`, full(ctx, organisation, given, screen, { notice, again: null }))
}

function full(
  ctx: Context,
  organisation: string,
  given: Pick<Asked, 'key' | 'link' | 'on'>,
  screen: ResultsScreen,
  more: { notice: string | null; again: Again | null },
) {
  return (
    <ResultsPage
      organisation={organisation}
      programHref={`/seasons/${given.key}`}
      season={given.key}
      hrefOf={(it) => hrefOf(given, it)}
      quotesHref={(quotes) => `${hrefOf(given, { ...dayOf(given, ctx.today).input, quotes })}#words`}
      editionHref={(number) => editionHref(given, number)}
      compareHref={given.link ? null : `/seasons/${encodeURIComponent(given.key)}/results/compare`}
      picture={
        audienceOf(screen.program) === 'public' ? pictureOf(ctx.publicUrl, given.key, screen.results.asOf) : null
      }
      {...screen}
      {...more}
    />
  )
}

function pictureOf(publicUrl: string, key: string, asOf: string) {
  const leadsTo = `${publicUrl}/seasons/${encodeURIComponent(key)}/results`
  return { leadsTo, address: `${leadsTo}/picture.svg?on=${asOf}` }
}

async function resultsAgain({ house, ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const given = asked.parse(fields)
  const { input } = dayOf(given, house.today)
  const screen = await showResults(ctx, { season: given.key, ...input })
  const entered = Object.fromEntries(
    Object.entries(fields).filter((it): it is [string, string] => typeof it[1] === 'string'),
  )
  const content = full(ctx, house.organisation.name, given, screen, {
    notice: null,
    again: { entered, faults: fault.fields },
  })
  return page(`Error: results. ${screen.program.name}`, content, 422)
}

async function edition({ house, ctx, given, page }: Visit<z.infer<typeof oneEdition>>) {
  const asked = { season: given.key, number: given.number }
  const found = given.link
    ? await seeEditionByLink(house, { ...asked, link: given.link })
    : await seeEdition(ctx, asked)
  return page(
    `Edition ${found.number}. ${found.program.name}`,
    <EditionPage
      organisation={house.organisation.name}
      programHref={`/seasons/${given.key}`}
      todayHref={hrefOf(given, {})}
      edition={found}
    />,
  )
}

async function freeze({ ctx, given, goTo }: Visit<z.infer<typeof freezing>>) {
  const { number } = await freezeResults(ctx, {
    season: given.key,
    note: given.note,
    ...(given.on ? { on: given.on } : {}),
  })
  return goTo(editionHref(given, number))
}

async function decide({ ctx, given, goTo }: Visit<z.infer<typeof deciding>>) {
  const { key: season, ...decision } = given
  await recordDecision(ctx, { season, ...decision })
  return goTo(`/seasons/${encodeURIComponent(season)}/results?done=decided#decision`)
}

function editionHref({ key, link }: Pick<Asked, 'key' | 'link'>, number: number): string {
  const query = link ? `?${new URLSearchParams({ link })}` : ''
  return `/seasons/${encodeURIComponent(key)}/results/editions/${number}${query}`
}

async function resultsFile({ house, ctx, http, given }: Visit<z.infer<typeof filed>>) {
  const { input } = dayOf(given, house.today)
  const screen = given.link
    ? await showResultsByLink(house, { season: given.key, link: given.link, ...input })
    : await showResults(ctx, { season: given.key, ...input })
  const text = writeAs(given.as, house.organisation.name, screen)
  const name = `${given.key}-results-${screen.results.asOf}.${given.as}`
  return http.body(text, 200, asDownload(`${TYPES[given.as]}; charset=utf-8`, name))
}

function writeAs(as: keyof typeof TYPES, organisation: string, { program, results }: ResultsScreen): string {
  if (as === 'json') return `${JSON.stringify(withDefinitions(results), null, 2)}\n`
  if (as === 'md') return figuresAsMarkdown(organisation, program, results)
  return writeSheet(FIGURE_COLUMNS, figuresInRows(program, results))
}

/** The day that was asked for; what cannot be shown becomes today, and is said. */
function dayOf({ on }: Pick<Asked, 'on'>, today: string): { input: { on?: string }; notice: string | null } {
  if (on === '') return { input: {}, notice: null }
  if (on === null) return { input: {}, notice: 'That is no day of the calendar. These are the figures of today.' }
  if (on > today) return { input: {}, notice: 'That day is still to come. These are the figures of today.' }
  return { input: { on }, notice: null }
}

type Shown = { readonly on?: string; readonly as?: string; readonly quotes?: QuotesAsked }

function hrefOf({ key, link }: Pick<Asked, 'key' | 'link'>, { on, as, quotes = 1 }: Shown): string {
  const query = new URLSearchParams({
    ...(link ? { link } : {}),
    ...(on ? { on } : {}),
    ...(as ? { as } : {}),
    ...(quotes === 1 ? {} : { quotes: String(quotes) }),
  })
  return `/seasons/${encodeURIComponent(key)}/results${as ? '/file' : ''}${query.size > 0 ? `?${query}` : ''}`
}
