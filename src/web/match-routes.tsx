import { z } from 'zod'
import { checkReadiness } from '../journey/match/actions/check-readiness.ts'
import { addComment, removeComment } from '../journey/match/actions/comments.ts'
import { followRun } from '../journey/match/actions/follow-run.ts'
import { compareRuns, listRuns } from '../journey/match/actions/list-runs.ts'
import { priceRule } from '../journey/match/actions/price-rule.ts'
import { seeBoard } from '../journey/match/actions/see-board.ts'
import { seePlace } from '../journey/match/actions/see-place.ts'
import { liftRule, setRule } from '../journey/match/actions/set-rule.ts'
import { publishMatch } from '../journey/match/actions.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { asDownload } from './as-download.ts'
import { type BoardDone, BoardPage } from './coordinator/match/board-page.tsx'
import { ComparePage } from './coordinator/match/compare-page.tsx'
import { matchLink, SORTS } from './coordinator/match/match-links.ts'
import { NotPossiblePage } from './coordinator/match/not-possible-page.tsx'
import { type PlaceAgain, PlacePage } from './coordinator/match/place-page.tsx'
import { type PriceAsked, PricePage } from './coordinator/match/price-page.tsx'
import { ReadyPage } from './coordinator/match/ready-page.tsx'
import { RunsPage } from './coordinator/match/runs-page.tsx'
import { UnderWayPage } from './coordinator/match/under-way-page.tsx'
import { lookAgain, looksIn } from './parts/follow.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const season = z.string().min(1).max(100)
const number = z.coerce.number().int().min(1).max(1_000_000)
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const short = z.string().max(200).catch('').default('')
const seasonal = z.object({ season: season.optional().catch(undefined) })
const listed = seasonal.extend({ page })
const shown = listed.extend({
  run: number.optional().catch(undefined),
  q: short,
  division: short,
  sort: z.enum(SORTS).catch('best').default('best'),
  /** What was just done, so that it can be undone. */
  done: z.enum(['set', 'lifted']).optional().catch(undefined),
  change: z.uuid().optional().catch(undefined),
})
const placed = z.object({
  season,
  run: number.optional().catch(undefined),
  mentee: z.uuid(),
  done: z.enum(['commented', 'removed']).optional().catch(undefined),
})
const priced = z.object({
  season,
  run: number.optional().catch(undefined),
  kind: z.enum(['pin', 'forbid', 'swap', 'lift']),
  mentee: z.uuid().optional(),
  mentor: z.uuid().optional(),
  with: z.uuid().optional(),
  change: z.uuid().optional(),
})
const wanted = priced.extend({ kind: z.enum(['pin', 'forbid', 'swap']), seen: z.string().max(100).optional() })
const followed = seasonal.extend({ looks: z.string().max(5).optional().catch(undefined) })
const compared = z.object({ season, run: number, with: number, page })
const published = z.object({ season, run: number.optional() })
const lifted = z.object({ season, change: z.uuid() })
const commented = z.object({ season, run: number, mentee: z.uuid(), words: z.string().max(200_000).default('') })
const dropped = z.object({ season, run: number, mentee: z.uuid(), comment: z.uuid() })

const SHOW = 'match.showMatch'

/** The match board: a run, its pairs one by one, what changes cost, and every run before. */
export const matchRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/match', action: SHOW, given: shown, answer: board, again: notThere }),
  route({ method: 'GET', path: '/desk/match/pairs.csv', action: SHOW, given: shown, answer: sheet, again: notThere }),
  route({ method: 'GET', path: '/desk/match/ready', action: 'match.checkReadiness', given: listed, answer: ready }),
  route({ method: 'GET', path: '/desk/match/under-way', action: 'match.followRun', given: followed, answer: underWay }),
  route({ method: 'GET', path: '/desk/match/runs', action: 'match.listRuns', given: listed, answer: runs }),
  ...named('GET', '/compare', 'match.compareRuns', compared, compare),
  ...named('GET', '/place', 'match.seePlace', placed, (visit) => placePage(visit, visit.given, null)),
  ...named('GET', '/price', 'match.priceRule', priced, (visit) => pricePage(visit, visit.given, null)),
  ...named('POST', '/rules', 'match.setRule', wanted, set),
  ...named('POST', '/rules/lift', 'match.liftRule', lifted, lift),
  ...named('POST', '/comments', 'match.addComment', commented, comment),
  ...named('POST', '/comments/delete', 'match.removeComment', dropped, uncomment),
  ...named('POST', '/publish', 'match.publishMatch', published, publish),
]

/** A way whose address names what it is about: without it there is nothing there. */
function named<Given>(
  method: 'GET' | 'POST',
  path: string,
  action: string,
  given: z.ZodType<Given>,
  answer: Route<Given>['answer'],
): readonly Route[] {
  return [route({ method, path: `/desk/match${path}`, action, given, answer, again: notThere })]
}

type Shown = z.infer<typeof shown>

function board(visit: Visit<Shown>) {
  const { done, change } = visit.given
  const said: Record<NonNullable<Shown['done']>, BoardDone> = {
    set: { text: 'Done. Every run from now on obeys it; run again to see the pairs.', undo: change ?? null },
    lifted: { text: 'Undone. Run again to see the pairs.', undo: null },
  }
  return boardPage(visit, visit.given, done ? said[done] : null, null)
}

async function boardPage({ ctx, page: show }: Visit<unknown>, given: Shown, done: BoardDone, refused: string | null) {
  const found = await seeBoard(ctx, given)
  const { q, division, sort, page: at } = given
  const title = refused ? 'Error: not published' : found.run ? `Run ${found.run.number}` : 'Match'
  const content = <BoardPage board={found} asked={{ q, division, sort, page: at }} done={done} refused={refused} />
  return show(title, content, refused ? 409 : 200)
}

async function sheet({ ctx, given, http }: Visit<Shown>) {
  const { pairs, run } = await seeBoard(ctx, given)
  const rows = pairs.map((it) => [
    it.mentee.name,
    it.mentee.division,
    it.mentor.name,
    it.mentor.division,
    it.worth,
    it.joins,
    it.worth === null ? null : it.isPinned ? 'yes' : 'no',
  ])
  const text = writeSheet(['mentee', 'mentee_division', 'mentor', 'mentor_division', 'worth', 'joins', 'pinned'], rows)
  return http.body(text, 200, asDownload('text/csv; charset=utf-8', `run-${run?.number ?? 0}.csv`))
}

async function ready({ ctx, given, page: show }: Visit<z.infer<typeof listed>>) {
  return show('Before a run', <ReadyPage ready={await checkReadiness(ctx, given)} page={given.page} />)
}

/** Once the run is kept, whoever waits for it is led to it. */
async function underWay({ ctx, given, goTo, page: show }: Visit<z.infer<typeof followed>>) {
  const found = await followRun(ctx, given)
  const { season: key, making } = found
  if (!making) return goTo(matchLink('', { season: key }))
  const looks = looksIn(given.looks)
  const again = making.state === 'under-way' ? lookAgain(matchLink('/under-way', { season: key }), looks) : null
  const title = again || making.state === 'under-way' ? 'A run is being made' : 'A run that stopped'
  return show(title, <UnderWayPage followed={found} making={making} looks={looks} />, 200, again)
}

async function runs({ ctx, given, page: show }: Visit<z.infer<typeof listed>>) {
  return show('Runs of the match', <RunsPage list={await listRuns(ctx, given)} page={given.page} />)
}

async function compare({ ctx, given, page: show }: Visit<z.infer<typeof compared>>) {
  const content = <ComparePage compared={await compareRuns(ctx, given)} page={given.page} />
  return show(`Run ${given.run} and run ${given.with}`, content)
}

const COMMENT_DONE = { commented: 'Kept, for the other coordinators.', removed: 'Taken away.' } as const

async function placePage(
  { ctx, page: show }: Visit<unknown>,
  given: Omit<z.infer<typeof placed>, 'done'> & { done?: keyof typeof COMMENT_DONE },
  again: PlaceAgain,
) {
  const found = await seePlace(ctx, given)
  const title = found.pair ? `${found.mentee.name} with ${found.pair.mentor.name}` : found.mentee.name
  const done = given.done ? COMMENT_DONE[given.done] : null
  return show(
    again ? `Error: ${title}` : title,
    <PlacePage place={found} done={done} again={again} />,
    again ? 422 : 200,
  )
}

async function pricePage({ ctx, page: show }: Visit<unknown>, asked: PriceAsked, refused: string | null) {
  try {
    const found = await priceRule(ctx, asked)
    const content = <PricePage priced={found} asked={asked} refused={refused} />
    return show(refused ? 'Error: nothing was changed' : 'What it costs', content, refused ? 409 : 200)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return show('This cannot be done', <NotPossiblePage asked={asked} why={fault.message} />, 409)
  }
}

async function set(visit: Visit<z.infer<typeof wanted>>) {
  const { seen: _, ...asked } = visit.given
  try {
    const { change } = await setRule(visit.ctx, visit.given)
    return visit.goTo(matchLink('', { season: asked.season, done: 'set', change }))
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return pricePage(visit, asked, fault.message)
  }
}

async function lift({ ctx, given, goTo }: Visit<z.infer<typeof lifted>>) {
  await liftRule(ctx, given)
  return goTo(matchLink('', { season: given.season, done: 'lifted' }))
}

async function comment(visit: Visit<z.infer<typeof commented>>) {
  const { words, ...at } = visit.given
  try {
    await addComment(visit.ctx, visit.given)
  } catch (fault) {
    if (!(fault instanceof Invalid)) throw fault
    return placePage(visit, at, { words, error: fault.message })
  }
  return visit.goTo(matchLink('/place', { ...at, done: 'commented' }))
}

async function uncomment({ ctx, given, goTo }: Visit<z.infer<typeof dropped>>) {
  await removeComment(ctx, given)
  const { comment: _, ...at } = given
  return goTo(matchLink('/place', { ...at, done: 'removed' }))
}

async function publish(visit: Visit<z.infer<typeof published>>) {
  const { season: key } = visit.given
  try {
    const { before } = await publishMatch(visit.ctx, visit.given)
    return visit.goTo(`/desk/selection?${new URLSearchParams({ season: key, done: before ? 'before' : 'published' })}`)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return boardPage(visit, shown.parse({ season: key }), null, fault.message)
  }
}
