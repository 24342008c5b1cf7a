import { z } from 'zod'
import { type ResultsScreen, seeResults, showResults, showResultsByLink } from '../journey/results/screens.ts'
import { daySchema } from '../model/day.ts'
import type { Program } from '../model/program.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { FIGURE_COLUMNS, figuresAsMarkdown, figuresInRows } from '../texts/en/results-file.ts'
import { asDownload } from './as-download.ts'
import { CountsPage } from './public/counts-page.tsx'
import { ResultsPage } from './public/results-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const asked = z.object({
  key: z.string(),
  link: z.string().max(200).optional(),
  /** Null where it is no day: today's figures are shown, and that they are. */
  on: daySchema.or(z.literal('')).nullable().catch(null).default(''),
})
const filed = asked.extend({ as: z.enum(['csv', 'json', 'md']) })
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
]

async function results({ house, ctx, given, page }: Visit<Asked>) {
  const organisation = house.organisation.name
  const programHref = `/seasons/${given.key}`
  const day = dayOf(given, house.today)
  const screen = given.link
    ? await showResultsByLink(house, { season: given.key, link: given.link, ...day.input })
    : await seeResults(ctx, { season: given.key, ...day.input })
  if (!('results' in screen))
    return page(
      `Results. ${screen.program.name}`,
      <CountsPage organisation={organisation} programHref={programHref} {...screen} />,
    )
  return page(
    `Results. ${screen.program.name}`,
    <ResultsPage
      organisation={organisation}
      summaries={summariesOf(screen.program)}
      programHref={programHref}
      hrefOf={(more) => hrefOf(given, more)}
      notice={day.notice}
      {...screen}
    />,
  )
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
  if (as === 'json') return `${JSON.stringify(results, null, 2)}\n`
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

function hrefOf({ key, link }: Asked, { on, as }: { on?: string; as?: string }): string {
  const query = new URLSearchParams({ ...(link ? { link } : {}), ...(on ? { on } : {}), ...(as ? { as } : {}) })
  return `/seasons/${encodeURIComponent(key)}/results${as ? '/file' : ''}${query.size > 0 ? `?${query}` : ''}`
}

function summariesOf(program: Program): Record<string, string> {
  return Object.fromEntries(
    Object.entries(program.surveys).flatMap(([key, it]) => (it.summary ? [[key, it.summary]] : [])),
  )
}
