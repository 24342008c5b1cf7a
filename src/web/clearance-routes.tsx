import { z } from 'zod'
import { type ClearanceQuery, seeClearance } from '../desk/screens/clearance.ts'
import { setClearance } from '../journey/review/actions/set-clearance.ts'
import { Refused } from '../runtime/errors.ts'
import { type AnsweredNow, ClearancePage } from './coordinator/clearance/clearance-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const STANDINGS = ['open', 'cleared', 'not-cleared'] as const
const asked = z.object({
  season: z.string().min(1).max(100).optional().catch(undefined),
  q: z.string().trim().max(200).catch('').default(''),
  standing: z.enum(STANDINGS).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
const said = asked.extend({
  season: z.string().min(1).max(100),
  person: z.uuid(),
  say: z.enum(STANDINGS),
  seen: z.string().max(100),
})

/** The people team’s list: names, and one bit each. */
export const clearanceRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/clearance', action: 'desk.seeClearance', given: asked, answer: clearance }),
  route({
    method: 'POST',
    path: '/clearance',
    action: 'review.setClearance',
    given: said,
    answer: say,
    again: notThere,
  }),
]

function clearance(visit: Visit<z.infer<typeof asked>>) {
  return clearancePage(visit, null)
}

async function clearancePage({ ctx, given, page }: Visit<z.infer<typeof asked>>, now: AnsweredNow) {
  const query = queryOf(given)
  const screen = await seeClearance(ctx, query, now?.person ?? null)
  const isRefused = now?.before === null
  const content = <ClearancePage screen={screen} query={query} now={now} />
  return page(isRefused ? 'Error: not saved' : 'Clearance', content, isRefused ? 409 : 200)
}

function queryOf({ season, q, standing, page }: z.infer<typeof asked>): ClearanceQuery {
  return { ...(season ? { season } : {}), q, standing, page }
}

/** The page answers the form itself: what was said of whom must stand in no address, for addresses are kept by browsers and logs. */
async function say(visit: Visit<z.infer<typeof said>>) {
  const { season, person, say: standing, seen } = visit.given
  try {
    const { before } = await setClearance(visit.ctx, { season, person, standing, seen })
    return clearancePage(visit, { person, before })
  } catch (fault) {
    if (fault instanceof Refused && fault.code === 'changed-since')
      return clearancePage(visit, { person, before: null })
    throw fault
  }
}
