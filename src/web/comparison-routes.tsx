import { z } from 'zod'
import { seeComparison } from '../journey/results/screens/compare-seasons.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { COMPARED_COLUMNS, comparedInRows } from '../texts/en/comparison.ts'
import { asDownload } from './as-download.ts'
import { ComparisonPage } from './public/comparison-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const asked = z.object({
  key: z.string(),
  with: z.string().max(200).default(''),
  and: z.string().max(200).default(''),
  at: z.enum(['today', 'same']).catch('today').default('today'),
  as: z.enum(['page', 'csv']).catch('page').default('page'),
})

/** Seasons side by side, for whoever may see the figures of each. */
export const comparisonRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/seasons/:key/results/compare',
    action: 'results.showResults',
    given: asked,
    answer: compare,
  }),
]

async function compare({ ctx, http, given, page }: Visit<z.infer<typeof asked>>) {
  const screen = await seeComparison(ctx, { season: given.key, with: [given.with, given.and], at: given.at })
  if (given.as === 'csv') {
    const sheet = writeSheet(COMPARED_COLUMNS, comparedInRows(screen))
    return http.body(sheet, 200, asDownload('text/csv; charset=utf-8', `${given.key}-compared.csv`))
  }
  const query = new URLSearchParams({ with: given.with, and: given.and, at: given.at, as: 'csv' })
  const content = (
    <ComparisonPage
      screen={screen}
      chosen={[given.with, given.and]}
      at={given.at}
      fileHref={`/seasons/${encodeURIComponent(given.key)}/results/compare?${query}`}
    />
  )
  return page(`Seasons side by side. ${screen.seasons[0]?.name ?? ''}`, content)
}
