import { z } from 'zod'
import { seasonLines } from '../journey/design/screens/season-lines.ts'
import { seeParticipation } from '../journey/results/screens.ts'
import { BeginPage } from './public/first-page.tsx'
import { FrontPage } from './public/front-page.tsx'
import { ProgramPage } from './public/program-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const keyed = z.object({ key: z.string() })

/** Pages that need no sign-in: the front page and each season's program page. */
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
  const { program, participation, summaries } = await seeParticipation(ctx, { season })
  return page(
    program.name,
    <ProgramPage
      organisation={house.organisation.name}
      program={program}
      today={house.today}
      counts={participation}
      summaries={summaries}
      resultsHref={`/seasons/${season}/results`}
    />,
  )
}
