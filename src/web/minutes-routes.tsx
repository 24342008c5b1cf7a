import { deleteCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { countMinute, forgetMinutes, seeMinutes, turnMinutes } from '../desk/actions/own-minutes.ts'
import { MinutesPage } from './coordinator/minutes/minutes-page.tsx'
import { MINUTES_COOKIE } from './parts/minutes-counter.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const shown = z.object({ done: z.enum(['on', 'off', 'gone']).nullable().catch(null).default(null) })
const turned = z.object({ on: z.enum(['yes', 'no']) })
const forgotten = z.object({ sure: z.string().optional() })
const counted = z.object({ path: z.string().max(300) })

/** A coordinator’s own minutes, for themself alone. */
export const minutesRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/me/minutes', action: 'desk.seeMinutes', given: shown, answer: minutes }),
  route({
    method: 'POST',
    path: '/me/minutes',
    action: 'desk.turnMinutes',
    given: turned,
    answer: turn,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/me/minutes/count',
    action: 'desk.countMinute',
    given: counted,
    answer: count,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/me/minutes/forget',
    action: 'desk.forgetMinutes',
    given: forgotten,
    answer: forget,
    again: notThere,
  }),
]

async function minutes(visit: Visit<z.infer<typeof shown>>) {
  const found = await seeMinutes(visit.ctx)
  // This browser counts too from now on, where it is on.
  markBrowser(visit, found.since !== null)
  return visit.page('Your minutes', <MinutesPage minutes={found} done={visit.given.done} refused={false} />)
}

/** A browser is told by a mark that says nothing of anybody: its pages bring the script that counts, or do not. */
function markBrowser({ http, house }: Visit<unknown>, isOn: boolean): void {
  const secure = house.config.publicUrl.startsWith('https:')
  const maxAge = 400 * 86_400
  if (isOn) setCookie(http, MINUTES_COOKIE, 'yes', { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
  else deleteCookie(http, MINUTES_COOKIE, { path: '/', secure })
}

async function turn(visit: Visit<z.infer<typeof turned>>) {
  const { ctx, given, goTo } = visit
  await turnMinutes(ctx, { on: given.on === 'yes' })
  markBrowser(visit, given.on === 'yes')
  return goTo(`/me/minutes?done=${given.on === 'yes' ? 'on' : 'off'}`)
}

async function count(visit: Visit<z.infer<typeof counted>>) {
  // Switched off in another browser: this one stops as well.
  if (!(await countMinute(visit.ctx, visit.given))) markBrowser(visit, false)
  return visit.http.body(null, 204)
}

async function forget({ ctx, given, goTo, page }: Visit<z.infer<typeof forgotten>>) {
  if (given.sure !== 'yes') {
    const content = <MinutesPage minutes={await seeMinutes(ctx)} done={null} refused />
    return page('Error: not deleted', content, 422)
  }
  await forgetMinutes(ctx)
  return goTo('/me/minutes?done=gone')
}
