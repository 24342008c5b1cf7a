import { z } from 'zod'
import { type ByHand, decideByHand, previewByHand, undoByHand } from '../journey/review/actions/decide-by-hand.ts'
import { Refused } from '../runtime/errors.ts'
import { applicationPage, filterAt, givenAt, queryAt } from './application-routes.tsx'
import { ByHandPage } from './coordinator/review/by-hand-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const season = z.string().min(1).max(100)
const outcome = z.enum(['pool', 'reserve', 'declined'])
const at = z.string().max(1000).catch('').default('')
const id = z.uuid()
/** Boxes that were ticked: none, one, or several. */
const ticked = z.preprocess((it) => (it === undefined ? [] : [it].flat()), z.array(id).max(1000))
const chosen = z.object({ season, outcome, which: z.enum(['ticked', 'found']), id: ticked, at })
const decided = z.object({
  season,
  outcome,
  /** Ids with commas between them; without any it is all that the filter finds. */
  ids: z
    .string()
    .transform((it) => it.split(','))
    .pipe(z.array(id).max(1000))
    .optional(),
  seen: z.string().max(100),
  /** The application whose page this was pressed on, and the one to read next. */
  from: id.optional(),
  next: z.string().max(40).catch('').default(''),
  at,
})
const undone = z.object({ step: id, at })

/** Deciding by hand: what it would do, doing it, and undoing it. */
export const byHandRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/desk/applications/preview',
    action: 'review.decideByHand',
    given: chosen,
    answer: preview,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/applications/decide',
    action: 'review.decideByHand',
    given: decided,
    answer: decide,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/applications/undo',
    action: 'review.undoByHand',
    given: undone,
    answer: undo,
    again: notThere,
  }),
]

function preview(visit: Visit<z.infer<typeof chosen>>) {
  const { given } = visit
  const ids = given.which === 'ticked' ? given.id : null
  return previewPage(visit, { ...given, ids, refused: null })
}

type Shown = {
  season: string
  outcome: z.infer<typeof outcome>
  ids: readonly string[] | null
  at: string
  refused: string | null
}

async function previewPage({ ctx, page }: Visit<unknown>, it: Shown) {
  const found = await previewByHand(ctx, { ...byHand(it), seen: null })
  const content = (
    <ByHandPage preview={found} outcome={it.outcome} ids={it.ids} at={queryAt(it.at)} refused={it.refused} />
  )
  return page(it.refused ? 'Error: not decided' : 'Decide by hand', content, it.refused ? 409 : 200)
}

function byHand(it: Pick<Shown, 'season' | 'outcome' | 'ids' | 'at'>): Omit<ByHand, 'seen'> {
  return {
    season: it.season,
    outcome: it.outcome,
    chosen: it.ids ? { ids: it.ids } : { filter: filterAt(it.at) },
  }
}

async function decide(visit: Visit<z.infer<typeof decided>>) {
  const { ctx, given, goTo } = visit
  const it = { ...given, ids: given.ids ?? null }
  try {
    const { step } = await decideByHand(ctx, { ...byHand(it), seen: given.seen })
    const query = new URLSearchParams(queryAt(given.at))
    if (step) query.set('step', step)
    const on = given.from ? given.next || given.from : null
    return goTo(on ? `/desk/applications/${encodeURIComponent(on)}?${query}` : `/desk/applications?${query}`)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    if (given.from) return applicationPage(visit, { ...givenAt(given.at), id: given.from }, fault.message)
    return previewPage(visit, { ...it, refused: fault.message })
  }
}

async function undo({ ctx, given, goTo }: Visit<z.infer<typeof undone>>) {
  const { undone: many, of } = await undoByHand(ctx, { step: given.step })
  const [before = '', after] = given.at.split('?')
  // From the page of one application, its id stands before the filter.
  const one = after !== undefined && id.safeParse(before).success ? `/${before}` : ''
  const query = new URLSearchParams(queryAt(after ?? before))
  query.set('undone', `${many}-${of}`)
  return goTo(`/desk/applications${one}?${query}`)
}
