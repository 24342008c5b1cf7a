import { Hono } from 'hono'
import { seasonLines } from '../journey/design/screens.ts'
import { seeParticipation, showResults, showResultsByLink } from '../journey/results/screens.ts'
import type { Program } from '../model/program.ts'
import { asOperator, withLink } from '../runtime/open-context.ts'
import { CountsPage } from './public/counts-page.tsx'
import { FrontPage } from './public/front-page.tsx'
import { ProgramPage } from './public/program-page.tsx'
import { ResultsPage } from './public/results-page.tsx'
import type { Door } from './site.tsx'

/** Pages that need no sign-in: the front page, each season's program page and results. */
export function publicRoutes(door: Door) {
  const routes = new Hono()
  routes.get('/', async (http) => {
    const house = await door.open().catch(() => null)
    const seasons = house ? await seasonLines(withLink(house, 'design.seeSeasons', '')) : []
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
    const season = http.req.param('key')
    const { program, participation } = await seeParticipation(withLink(house, 'results.seeParticipation', ''), {
      season,
    })
    const page = (
      <ProgramPage
        organisation={house.organisation.name}
        program={program}
        today={house.today}
        counts={participation}
        resultsHref={`/seasons/${season}/results`}
      />
    )
    return door.page(http, house, program.name, page)
  })
  routes.get('/seasons/:key/results', async (http) => {
    const house = await door.open()
    const season = http.req.param('key')
    const link = http.req.query('link')
    const { name } = house.organisation
    const programHref = `/seasons/${season}`
    if (!link && !door.isDemo(house)) {
      const counts = await seeParticipation(withLink(house, 'results.seeParticipation', ''), { season })
      const page = <CountsPage organisation={name} programHref={programHref} {...counts} />
      return door.page(http, house, `Results. ${counts.program.name}`, page)
    }
    const screen = link
      ? await showResultsByLink(house, { season, link })
      : await showResults(await asOperator(house, undefined, null), { season })
    const page = (
      <ResultsPage organisation={name} summaries={summariesOf(screen.program)} programHref={programHref} {...screen} />
    )
    return door.page(http, house, `Results. ${screen.program.name}`, page)
  })
  return routes
}

function summariesOf(program: Program): Record<string, string> {
  return Object.fromEntries(
    Object.entries(program.surveys).flatMap(([key, it]) => (it.summary ? [[key, it.summary]] : [])),
  )
}
