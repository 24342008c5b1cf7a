import { z } from 'zod'
import { seeCompleted } from '../desk/screens/completed.ts'
import { roleSchema } from '../model/role.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { asDownload } from './as-download.ts'
import { CompletedPage } from './coordinator/closing/completed-page.tsx'
import { inSeason } from './in-season.tsx'
import { type Route, route, type Visit } from './route.ts'

const COMPLETED = 'desk.seeCompleted'
const listed = z.object({
  season: z.string().min(1).max(100).optional().catch(undefined),
  q: z.string().max(200).catch('').default(''),
  role: roleSchema.nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
type Listed = z.infer<typeof listed>

/** Who has completed a season. */
export const completedRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/completed', action: COMPLETED, given: listed, answer: completed }),
  route({ method: 'GET', path: '/desk/completed.csv', action: COMPLETED, given: listed, answer: asSheet }),
]

async function completed({ ctx, given, page }: Visit<Listed>) {
  const it = await seeCompleted(ctx, named(given))
  const of = { action: COMPLETED, path: '/desk/completed', season: it.season }
  return page('Who completed the season', await inSeason(ctx, of, <CompletedPage it={it} asked={given} />))
}

async function asSheet({ ctx, given, http }: Visit<Listed>) {
  const { people, season } = await seeCompleted(ctx, { ...named(given), page: null })
  const rows = people.map((it) => [it.name, it.role, it.fromOn, it.untilOn, it.minutes])
  const text = writeSheet(['name', 'role', 'from', 'until', 'minutes'], rows)
  return http.body(text, 200, asDownload('text/csv; charset=utf-8', `${season}-completed.csv`))
}

function named({ season, ...rest }: Listed) {
  return season ? { ...rest, season } : rest
}
