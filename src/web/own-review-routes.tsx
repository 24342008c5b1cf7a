import { z } from 'zod'
import { excuseOneself, sendReview } from '../journey/review/actions/own-reviews.ts'
import { readAssigned, seeOwnReviews } from '../journey/review/actions/see-own-reviews.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { OwnReviewPage, type ReviewAgain } from './coordinator/review/own-review-page.tsx'
import { OwnReviewsPage } from './coordinator/review/own-reviews-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const listed = z.object({
  season: z.string().min(1).max(100).optional().catch(undefined),
  done: z.enum(['sent', 'excused']).nullable().catch(null).default(null),
})
const one = z.object({ id: z.uuid() })
const sent = one.extend({ note: z.string().max(10_000).catch('').default('') })
const excused = one.extend({ back: z.string().optional() })

/** A reviewer's own pages: what they were given, one by one. */
export const ownReviewRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/reviews', action: 'review.seeOwnReviews', given: listed, answer: list }),
  route({
    method: 'GET',
    path: '/reviews/:id',
    action: 'review.readAssigned',
    given: one,
    answer: (visit) => reviewPage(visit, visit.given.id, null),
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/reviews/:id',
    action: 'review.sendReview',
    given: sent,
    answer: send,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/reviews/:id/excuse',
    action: 'review.excuseOneself',
    given: excused,
    answer: excuse,
    again: notThere,
  }),
]

async function list({ ctx, given, page }: Visit<z.infer<typeof listed>>) {
  const own = await seeOwnReviews(ctx, given.season ? { season: given.season } : {})
  return page('Reviews', <OwnReviewsPage own={own} done={given.done} />)
}

async function reviewPage({ ctx, page }: Visit<unknown>, id: string, again: ReviewAgain) {
  const it = await readAssigned(ctx, { application: id })
  const title = `Review of ${it.name}`
  return page(again ? `Error: ${title}` : title, <OwnReviewPage it={it} again={again} />, again ? 422 : 200)
}

async function send(visit: Visit<z.infer<typeof sent>>) {
  const { ctx, given, fields, goTo } = visit
  const entered = scoresIn(fields)
  const scores = Object.fromEntries(Object.entries(entered).map(([key, value]) => [key, Number(value)]))
  try {
    await sendReview(ctx, { application: given.id, scores, note: given.note })
  } catch (fault) {
    if (!(fault instanceof Invalid || fault instanceof Refused)) throw fault
    const faults = fault instanceof Invalid ? fault.fields : []
    const errors = faults.map((it) => ({ fieldId: `score-${it.place}`, text: it.message }))
    const all = errors.length > 0 ? errors : [{ fieldId: 'scores', text: fault.message }]
    return reviewPage(visit, given.id, { scores: entered, note: given.note, errors: all })
  }
  return goTo('/reviews?done=sent')
}

/** Scores as the form names them, by criterion. */
function scoresIn(fields: Visit['fields']): Readonly<Record<string, string>> {
  const found = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith('score-') && typeof value === 'string' ? [[name.slice('score-'.length), value] as const] : [],
  )
  return Object.fromEntries(found)
}

async function excuse({ ctx, given, goTo }: Visit<z.infer<typeof excused>>) {
  const back = given.back === 'yes'
  await excuseOneself(ctx, { application: given.id, back })
  return goTo(back ? `/reviews/${given.id}` : '/reviews?done=excused')
}
