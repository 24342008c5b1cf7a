import { z } from 'zod'
import { seeOnePair } from '../desk/screens/one-pair.ts'
import { seekAgain, suggestExtension } from '../journey/meet/actions/after-ending.ts'
import { endPair, excusePair, pausePair } from '../journey/meet/actions/pair-changes.ts'
import { daySchema, isDay } from '../model/day.ts'
import type { Context } from '../runtime/context.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { OnePairPage, PAIR_DONE, type PairAgain } from './coordinator/desk/one-pair-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const one = z.object({ id: z.uuid() })
const DONE = Object.keys(PAIR_DONE) as (keyof typeof PAIR_DONE)[]
const shown = one.extend({ done: z.enum(DONE).nullable().catch(null).default(null) })
const excused = one.extend({ on: daySchema })
const paused = one.extend({ until: z.string().max(40).catch('').default('') })
const role = z.enum(['mentee', 'mentor'])
const roles = z
  .union([role.transform((it) => [it]), z.array(role)])
  .optional()
  .catch(undefined)
const ended = one.extend({ sure: z.string().optional(), again: roles })
const sought = one.extend({ who: role, back: z.string().optional() })
const extended = one.extend({ until: z.string().max(40).catch('').default('') })

/** One pair as its coordinator sees it, and what can be done for it. */
export const onePairRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/desk/pairs/:id',
    action: 'desk.seePair',
    given: shown,
    answer: pair,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/excuse',
    action: 'meet.excusePair',
    given: excused,
    answer: excuse,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/pause',
    action: 'meet.pausePair',
    given: paused,
    answer: pause,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/end',
    action: 'meet.endPair',
    given: ended,
    answer: end,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/seek',
    action: 'meet.seekAgain',
    given: sought,
    answer: seek,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/pairs/:id/extend',
    action: 'meet.suggestExtension',
    given: extended,
    answer: extend,
    again: notThere,
  }),
]

function pair(visit: Visit<z.infer<typeof shown>>) {
  return pairPage(visit, visit.given.id, visit.given.done, null)
}

async function pairPage(
  { ctx, page: show }: Visit<unknown>,
  id: string,
  done: keyof typeof PAIR_DONE | null,
  again: PairAgain,
) {
  const found = await seeOnePair(ctx, { pair: id })
  const title = `${found.mentee.name} with ${found.mentor.name}`
  const content = <OnePairPage pair={found} done={done} again={again} />
  return show(again ? `Error: ${title}` : title, content, again ? 422 : 200)
}

/** A pair by its people, as the actions of the command line and the interface name it. */
async function named(ctx: Context, id: string) {
  const { season: of, mentee, mentor } = await seeOnePair(ctx, { pair: id })
  return { season: of, mentee: mentee.email, mentor: mentor.email }
}

async function excuse(visit: Visit<z.infer<typeof excused>>) {
  const { id, on } = visit.given
  return change(visit, 'excused', 'excuse', on, async () =>
    excusePair({ ...visit.ctx, on }, await named(visit.ctx, id)),
  )
}

async function pause(visit: Visit<z.infer<typeof paused>>) {
  const { id, until: given } = visit.given
  const until = given.trim()
  return change(visit, 'paused', 'until', until, async () => {
    if (until !== '' && !isDay(until)) throw new Invalid('Give a day as in 2026-03-04, or nothing.')
    return pausePair(visit.ctx, { ...(await named(visit.ctx, id)), ...(until ? { until } : {}) })
  })
}

async function end(visit: Visit<z.infer<typeof ended>>) {
  const { id, sure, again } = visit.given
  return change(visit, 'ended', 'sure', '', async () => {
    if (sure !== 'yes') throw new Invalid('Tick that both know of it. Nothing was changed.')
    const pair = await named(visit.ctx, id)
    await endPair(visit.ctx, pair)
    for (const who of again ?? []) await seekAgain(visit.ctx, { ...pair, who })
  })
}

async function seek(visit: Visit<z.infer<typeof sought>>) {
  const { id, who, back: isBack } = visit.given
  const back = isBack === 'yes'
  return change(visit, back ? 'stays' : 'back', 'seek', '', async () =>
    seekAgain(visit.ctx, { ...(await named(visit.ctx, id)), who, back }),
  )
}

async function extend(visit: Visit<z.infer<typeof extended>>) {
  const { id, until: given } = visit.given
  const until = given.trim()
  return change(visit, 'asked', 'extend', until, async () => {
    if (!isDay(until)) throw new Invalid('Give a day as in 2026-03-04.')
    return suggestExtension(visit.ctx, { ...(await named(visit.ctx, id)), until })
  })
}

/** Does it, or says on the same page why not, with what was entered. */
async function change(
  visit: Visit<{ id: string }>,
  done: keyof typeof PAIR_DONE,
  field: string,
  value: string,
  work: () => Promise<unknown>,
) {
  const { id } = visit.given
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof Invalid || fault instanceof Refused)) throw fault
    return pairPage(visit, id, null, { field, value, error: fault.message })
  }
  return visit.goTo(`/desk/pairs/${id}?done=${done}`)
}
