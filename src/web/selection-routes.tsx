import { z } from 'zod'
import { seeSelection } from '../desk/screens/selection.ts'
import { startRun } from '../jobs/runs-under-way.ts'
import { decideApplications } from '../journey/review/actions.ts'
import { type SelectionDone, SelectionPage } from './coordinator/desk/selection-page.tsx'
import { inSeason } from './in-season.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'
import { whyRefused } from './why-refused.ts'

const season = z.string().min(1).max(100)
const asked = z.object({
  season: season.optional().catch(undefined),
  done: z.enum(['decided', 'published', 'before', 'released']).nullable().catch(null).default(null),
})
const named = z.object({ season })
const decided = named.extend({ late: z.string().optional() })
type Named = z.infer<typeof named>

/** Selecting, step by step: the counts, the decision, the match, the letters. */
export const selectionRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/selection', action: 'desk.seeSelection', given: asked, answer: selection }),
  route({
    method: 'POST',
    path: '/desk/selection/decide',
    action: 'review.decideApplications',
    given: decided,
    answer: decide,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/selection/match',
    action: 'match.proposeMatch',
    given: named,
    answer: runMatch,
    again: notThere,
  }),
]

function selection(visit: Visit<z.infer<typeof asked>>) {
  return selectionPage(visit, visit.given.season, visit.given.done, null)
}

async function selectionPage(
  { ctx, page }: Visit<unknown>,
  key: string | undefined,
  done: SelectionDone,
  refused: string | null,
) {
  const found = await seeSelection(ctx, key ? { season: key } : {})
  const content = <SelectionPage selection={found} done={done} refused={refused} />
  const of = { action: 'desk.seeSelection', path: '/desk/selection', season: found.season }
  return page(refused ? 'Error: not done' : 'Selecting', await inSeason(ctx, of, content), refused ? 409 : 200)
}

async function decide(visit: Visit<z.infer<typeof decided>>) {
  const { season: of, late } = visit.given
  const refused = await whyRefused(() => decideApplications(visit.ctx, { season: of, late: late === 'yes' }))
  return refused ? selectionPage(visit, visit.given.season, null, refused) : stepDone(visit, 'decided')
}

async function runMatch(visit: Visit<Named>) {
  let path = ''
  const refused = await whyRefused(async () => {
    if ((await startRun(visit.ctx, visit.given)) === 'under-way') path = '/under-way'
  })
  if (refused) return selectionPage(visit, visit.given.season, null, refused)
  return visit.goTo(`/desk/match${path}?${new URLSearchParams(visit.given)}`)
}

function stepDone({ given, goTo }: Visit<Named>, done: NonNullable<SelectionDone>) {
  return goTo(`/desk/selection?${new URLSearchParams({ season: given.season, done })}`)
}
