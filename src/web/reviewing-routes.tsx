import { z } from 'zod'
import { assignReviewers, seeReviewing, takeBackReviews } from '../journey/review/actions/assign-reviewers.ts'
import { Refused } from '../runtime/errors.ts'
import { MOST_REVIEWERS, ReviewingPage } from './coordinator/review/reviewing-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const USUAL_REVIEWERS = 2
const season = z.string().min(1).max(100)
const each = z.coerce.number().int().min(1).max(MOST_REVIEWERS).catch(USUAL_REVIEWERS).default(USUAL_REVIEWERS)
const count = z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined)
const shown = z.object({ season, each, step: z.uuid().optional().catch(undefined), given: count, back: count })
const given = z.object({ season, each, seen: z.string().max(100) })
const back = z.object({ season, step: z.uuid().optional() })

/** Giving reviews out to the reviewers of a season, and taking back what is not in. */
export const reviewingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/desk/reviewing',
    action: 'review.seeReviewing',
    given: shown,
    answer: (visit) => reviewingPage(visit, visit.given, null),
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/reviewing',
    action: 'review.assignReviewers',
    given,
    answer: give,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/reviewing/back',
    action: 'review.takeBackReviews',
    given: back,
    answer: takeBack,
    again: notThere,
  }),
]

async function reviewingPage(
  { ctx, page }: Visit<unknown>,
  asked: Omit<z.infer<typeof shown>, 'step'> & { step?: string | undefined },
  refused: string | null,
) {
  const it = await seeReviewing(ctx, asked)
  const done = asked.step && asked.given ? { step: asked.step, many: asked.given } : null
  const content = <ReviewingPage it={it} given={done} takenBack={asked.back ?? null} refused={refused} />
  return page(refused ? 'Error: nothing given out' : 'Reviewing', content, refused ? 409 : 200)
}

async function give(visit: Visit<z.infer<typeof given>>) {
  const { ctx, given: asked, goTo } = visit
  try {
    const { step, assigned } = await assignReviewers(ctx, asked)
    const said = new URLSearchParams({ season: asked.season, each: String(asked.each) })
    if (step) for (const [name, value] of Object.entries({ step, given: String(assigned) })) said.set(name, value)
    return goTo(`/desk/reviewing?${said}`)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return reviewingPage(
      visit,
      { season: asked.season, each: asked.each, given: undefined, back: undefined },
      fault.message,
    )
  }
}

async function takeBack({ ctx, given: asked, goTo }: Visit<z.infer<typeof back>>) {
  const { takenBack } = await takeBackReviews(ctx, { season: asked.season, step: asked.step ?? null })
  return goTo(`/desk/reviewing?${new URLSearchParams({ season: asked.season, back: String(takenBack) })}`)
}
