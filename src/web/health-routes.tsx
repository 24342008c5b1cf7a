import { z } from 'zod'
import { seeHealth, seeUntrained } from '../desk/screens/health.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { asDownload } from './as-download.ts'
import { HealthPage } from './coordinator/health/health-page.tsx'
import { UntrainedPage } from './coordinator/health/untrained-page.tsx'
import { inSeason } from './in-season.tsx'
import { type Route, route, type Visit } from './route.ts'

const season = z.string().min(1).max(100).optional().catch(undefined)
const asked = z.object({ season })
const training = z.object({
  season,
  training: z.string().max(200).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
const UNTRAINED = 'desk.seeUntrained'

/** How a season stands, and who has not completed a training. */
export const healthRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/health', action: 'desk.seeHealth', given: asked, answer: health }),
  route({ method: 'GET', path: '/desk/health/training', action: UNTRAINED, given: training, answer: untrained }),
  route({ method: 'GET', path: '/desk/health/training.csv', action: UNTRAINED, given: training, answer: asSheet }),
]

async function health({ ctx, given, page }: Visit<z.infer<typeof asked>>) {
  const found = await seeHealth(ctx, named(given))
  const of = { action: 'desk.seeHealth', path: '/desk/health', season: found.season }
  return page('How the season stands', await inSeason(ctx, of, <HealthPage health={found} />))
}

async function untrained({ ctx, given, page }: Visit<z.infer<typeof training>>) {
  const found = await seeUntrained(ctx, { ...named(given), training: given.training, page: given.page })
  return page(found.training, <UntrainedPage it={found} page={given.page} />)
}

async function asSheet({ ctx, given, http }: Visit<z.infer<typeof training>>) {
  const { missing, training: of } = await seeUntrained(ctx, { ...named(given), training: given.training, page: null })
  const rows = missing.map(({ name }) => [name, of])
  return http.body(
    writeSheet(['name', 'not_completed'], rows),
    200,
    asDownload('text/csv; charset=utf-8', 'training.csv'),
  )
}

function named({ season: key }: { season?: string | undefined }) {
  return key ? { season: key } : {}
}
