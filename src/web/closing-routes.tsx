import { z } from 'zod'
import { seeClosing } from '../desk/screens/closing.ts'
import { seeEarlierSeasons } from '../desk/screens/earlier-seasons.ts'
import { closeSeason, reopenSeason } from '../journey/results/actions/close-season.ts'
import { CLOSING_DONE, ClosingPage } from './coordinator/closing/closing-page.tsx'
import { EarlierPage } from './coordinator/closing/earlier-page.tsx'
import { inSeason } from './in-season.tsx'
import { type Route, route, type Visit } from './route.ts'

const CLOSING = 'desk.seeClosing'
const DONE = Object.keys(CLOSING_DONE) as (keyof typeof CLOSING_DONE)[]
const key = z.string().min(1).max(100)
const shown = z.object({
  season: key.optional().catch(undefined),
  done: z.enum(DONE).nullable().catch(null).default(null),
})
const named = z.object({ season: key })

/** The end of a season: what is open, the close, and where closed seasons are found. */
export const closingRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/closing', action: CLOSING, given: shown, answer: closing }),
  route({ method: 'POST', path: '/desk/closing/close', action: 'results.closeSeason', given: named, answer: close }),
  route({ method: 'POST', path: '/desk/closing/open', action: 'results.reopenSeason', given: named, answer: open }),
  route({ method: 'GET', path: '/desk/earlier', action: 'desk.seeEarlierSeasons', given: null, answer: earlier }),
]

async function closing({ ctx, given, page }: Visit<z.infer<typeof shown>>) {
  const it = await seeClosing(ctx, given.season ? { season: given.season } : {})
  const of = { action: CLOSING, path: '/desk/closing', season: it.season }
  return page('Closing the season', await inSeason(ctx, of, <ClosingPage it={it} done={given.done} />))
}

async function close({ ctx, given, goTo }: Visit<z.infer<typeof named>>) {
  await closeSeason(ctx, given)
  return goTo(`/desk/closing?${new URLSearchParams({ season: given.season, done: 'closed' })}`)
}

async function open({ ctx, given, goTo }: Visit<z.infer<typeof named>>) {
  await reopenSeason(ctx, given)
  return goTo(`/desk/closing?${new URLSearchParams({ season: given.season, done: 'opened' })}`)
}

async function earlier({ ctx, page }: Visit) {
  return page('Earlier seasons', <EarlierPage seasons={await seeEarlierSeasons(ctx)} />)
}
