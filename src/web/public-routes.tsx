import { z } from 'zod'
import { seasonLines } from '../journey/design/screens/season-lines.ts'
import { seeParticipation, showResults, showResultsByLink } from '../journey/results/screens.ts'
import type { Program } from '../model/program.ts'
import { isAllowed } from '../runtime/context.ts'
import { asOperator } from '../runtime/open-context.ts'
import { CountsPage } from './public/counts-page.tsx'
import { BeginPage } from './public/first-page.tsx'
import { FrontPage } from './public/front-page.tsx'
import { ProgramPage } from './public/program-page.tsx'
import { ResultsPage } from './public/results-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const keyed = z.object({ key: z.string() })
const resultsGiven = keyed.extend({ link: z.string().max(200).optional() })

/** Pages that need no sign-in: the front page, each season's program page and results. */
export const publicRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/',
    action: 'design.seeSeasons',
    given: null,
    answer: frontPage,
    beforeFounding: { answer: ({ page }) => page('How to begin', <BeginPage />) },
  }),
  route({
    method: 'GET',
    path: '/seasons/:key',
    action: 'results.seeParticipation',
    given: keyed,
    answer: programPage,
  }),
  route({
    method: 'GET',
    path: '/seasons/:key/results',
    action: 'results.showResults',
    given: resultsGiven,
    answer: resultsPage,
  }),
]

async function frontPage({ house, ctx, isDemo, page }: Visit) {
  const seasons = await seasonLines(ctx)
  const lines = seasons.map((it) => ({ ...it, href: `/seasons/${it.key}`, resultsHref: `/seasons/${it.key}/results` }))
  return page(
    'Mentorship',
    <FrontPage organisation={house.organisation.name} seasons={lines} today={house.today} demo={isDemo} />,
  )
}

async function programPage({ house, ctx, given, page }: Visit<z.infer<typeof keyed>>) {
  const season = given.key
  const { program, participation } = await seeParticipation(ctx, { season })
  return page(
    program.name,
    <ProgramPage
      organisation={house.organisation.name}
      program={program}
      today={house.today}
      counts={participation}
      resultsHref={`/seasons/${season}/results`}
    />,
  )
}

/** The full page by its link, to whom their hat opens it, and in the demo to everybody; to others the counts. */
async function resultsPage(visit: Visit<z.infer<typeof resultsGiven>>) {
  const { house, ctx, given, page, isDemo } = visit
  const { key: season, link } = given
  const organisation = house.organisation.name
  const programHref = `/seasons/${season}`
  const counts = link || isDemo ? null : await seeParticipation(ctx, { season })
  const mine = counts !== null && isAllowed(ctx.actor, 'results.showResults', { seasonId: counts.seasonId })
  if (counts && !mine)
    return page(
      `Results. ${counts.program.name}`,
      <CountsPage organisation={organisation} programHref={programHref} {...counts} />,
    )
  const screen = link
    ? await showResultsByLink(house, { season, link })
    : await showResults(mine ? ctx : await asOperator(house, undefined, null), { season })
  return page(
    `Results. ${screen.program.name}`,
    <ResultsPage
      organisation={organisation}
      summaries={summariesOf(screen.program)}
      programHref={programHref}
      {...screen}
    />,
  )
}

function summariesOf(program: Program): Record<string, string> {
  return Object.fromEntries(
    Object.entries(program.surveys).flatMap(([key, it]) => (it.summary ? [[key, it.summary]] : [])),
  )
}
