import { Hono } from 'hono'
import { seasonLines, seeProgramPage } from '../journey/design/screens.ts'
import { seeParticipation, showResults, showResultsByLink } from '../journey/results/screens.ts'
import { asOperator, withLink } from '../runtime/open-context.ts'
import { FrontPage } from './public/front-page.tsx'
import { ProgramPage } from './public/program-page.tsx'
import { ResultsPage } from './public/results-page.tsx'
import type { Door } from './site.tsx'

/** Pages that need no sign-in: the front page, each season's program page and results. */
export function publicRoutes(door: Door) {
  const routes = new Hono()
  routes.get('/', async (http) => {
    const house = await door.open().catch(() => null)
    const seasons = house ? await seasonLines(withLink(house, 'design.seeProgramPage', '')) : []
    const lines = seasons.map((it) => ({
      ...it,
      href: `/seasons/${it.key}`,
      resultsHref: `/seasons/${it.key}/results`,
    }))
    const page = (
      <FrontPage
        organisation={house?.organisation.name ?? 'this organisation'}
        seasons={lines}
        today={house?.today ?? '2000-01-01'}
        demo={house ? door.isDemo(house) : false}
      />
    )
    return door.page(http, house, 'Mentorship', page)
  })
  routes.get('/seasons/:key', async (http) => {
    const house = await door.open()
    const ctx = withLink(house, 'design.seeProgramPage', '')
    const season = http.req.param('key')
    const { program } = await seeProgramPage(ctx, { season })
    const { results } = await seeParticipation(ctx, { season })
    const page = (
      <ProgramPage
        organisation={house.organisation.name}
        program={program}
        today={house.today}
        counts={results.participation}
        resultsHref={`/seasons/${season}/results`}
      />
    )
    return door.page(http, house, program.name, page)
  })
  routes.get('/seasons/:key/results', async (http) => {
    const house = await door.open()
    const season = http.req.param('key')
    const link = http.req.query('link')
    const isFull = link !== undefined || door.isDemo(house)
    const screen = link
      ? await showResultsByLink(house, { season, link })
      : isFull
        ? await showResults(await asOperator(house, undefined, null), { season })
        : await seeParticipation(withLink(house, 'results.seeParticipation', ''), { season })
    const summaries = Object.fromEntries(
      Object.entries(screen.program.surveys).flatMap(([key, it]) => (it.summary ? [[key, it.summary]] : [])),
    )
    const page = (
      <ResultsPage
        organisation={house.organisation.name}
        program={screen.program}
        results={screen.results}
        mode={isFull ? 'full' : 'public'}
        summaries={summaries}
        programHref={`/seasons/${season}`}
      />
    )
    return door.page(http, house, `Results. ${screen.program.name}`, page)
  })
  return routes
}
