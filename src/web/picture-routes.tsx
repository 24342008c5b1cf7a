import { renderToString } from 'preact-render-to-string'
import { z } from 'zod'
import { seePublicResults } from '../journey/results/screens.ts'
import { daySchema } from '../model/day.ts'
import { HeadlinePicture } from './public/results/headline-picture.tsx'
import { type Route, route, type Visit } from './route.ts'

/** Another page may keep it for so long: figures change by the day. */
const KEPT_SECONDS = 300
const asked = z.object({ key: z.string(), on: daySchema.optional().catch(undefined) })

/** The headline figures as a picture for pages elsewhere, of seasons whose results are public. */
export const pictureRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/seasons/:key/results/picture.svg',
    action: 'results.showToAnybody',
    given: asked,
    answer: picture,
  }),
]

async function picture({ house, ctx, http, given }: Visit<z.infer<typeof asked>>) {
  const on = given.on !== undefined && given.on <= house.today ? { on: given.on } : {}
  const { program, results } = await seePublicResults(ctx, { season: given.key, ...on })
  const drawn = renderToString(
    <HeadlinePicture organisation={house.organisation.name} program={program} results={results} />,
  )
  return http.body(drawn, 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': `public, max-age=${KEPT_SECONDS}`,
  })
}
