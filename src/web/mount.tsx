import { Hono, type Context as Http } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuseAtTheDoor, type SeasonClosed } from '../runtime/context.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../runtime/errors.ts'
import { asAnybody, type House, openHouse } from '../runtime/open-context.ts'
import type { Frame } from './frame.tsx'
import { InvalidPage } from './public/invalid-page.tsx'
import { NotFoundPage } from './public/not-found-page.tsx'
import { RefusedPage } from './public/refused-page.tsx'
import type { Route, Visit } from './route.ts'
import { isFormToken, secretOf, whoIs } from './visitor.ts'

const USUAL_BYTES = 256 * 1024

/** Puts the table of routes on the site: each reads who is at the door and what was given, once, in the same way. */
export function mountRoutes(table: readonly Route[], frame: Frame) {
  const site = new Hono()
  for (const it of table) site.on(it.method, it.path, (http) => answer(http, it, frame))
  return site
}

async function answer(http: Http, it: Route, frame: Frame): Promise<Response> {
  const house = await openHouse(frame.installation)
  if (!house) return answerEarly(http, it, frame)
  const isDemo = frame.isDemo(house)
  if (it.demoOnly && !isDemo) throw new NotFound('only in the demo')
  let visit = await visitOf(http, frame, house, isDemo)
  try {
    // Nothing is read of whoever may not send it.
    if (typeof it.action === 'string') await refuseAtTheDoor(visit.ctx, it.action)
    const tooLarge = await readBody(http, it)
    if (tooLarge) return tooLarge
    visit = { ...visit, fields: await fieldsOf(http, it) }
    refuseForgery(it, visit)
    return await it.answer({ ...visit, given: given(it, visit.fields) })
  } catch (error) {
    if (error instanceof NotAllowed) return notAllowed(it, visit, error)
    if (error instanceof Invalid)
      return it.again?.(visit, error) ?? visit.page('Error: not saved', <InvalidPage fault={error} />, 422)
    if (error instanceof Refused) return refused(visit, error)
    throw error
  }
}

/** Before the founding nobody is known and nothing is owned: there are only the pages that say how to begin. */
async function answerEarly(http: Http, it: Route, frame: Frame): Promise<Response> {
  if (!it.beforeFounding) throw new NotFound('no organisation yet')
  const tooLarge = await readBody(http, it)
  if (tooLarge) return tooLarge
  const fields = await fieldsOf(http, it)
  const page: Visit['page'] = (title, content, status = 200) => frame.page(http, null, null, { title, content, status })
  const goTo = (path: string) => http.redirect(path, 303)
  const visit = { http, installation: frame.installation, given: undefined, fields, page, goTo }
  try {
    return await it.beforeFounding.answer({ ...visit, given: given(it, fields) })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return it.beforeFounding.again?.(visit, error) ?? page('Error: not saved', <InvalidPage fault={error} />, 422)
  }
}

/** Reads no more of a body than the route takes; what to answer where there is more. */
async function readBody(http: Http, it: Route): Promise<Response | null> {
  const limit = bodyLimit({ maxSize: it.largestBytes ?? USUAL_BYTES, onError: () => http.text('Too large', 413) })
  return (await limit(http, async () => {})) ?? null
}

async function fieldsOf(http: Http, it: Route): Promise<Visit['fields']> {
  const query = Object.fromEntries(new URL(http.req.url).searchParams)
  const form = it.method === 'POST' ? await http.req.parseBody({ all: true }) : {}
  return { ...query, ...form, ...http.req.param() } as Visit['fields']
}

/** Who is at the door, before anything they sent is read. */
async function visitOf(http: Http, frame: Frame, house: House, isDemo: boolean): Promise<Visit> {
  const lookedInto: (SeasonClosed | null)[] = []
  const looksInto = (closed: SeasonClosed | null) => void lookedInto.push(closed)
  const ctx = { ...(await whoIs(http, house)), looksInto }
  return {
    http,
    house,
    ctx,
    given: undefined,
    fields: {},
    isDemo,
    page: (title, content, status = 200, again = null) =>
      frame.page(http, house, ctx, { title, content, status, again, closed: theClosedSeason(lookedInto) }),
    lastPage: (title, content) => frame.page(http, house, asAnybody(house), { title, content, status: 200 }),
    goTo: (path) => http.redirect(path, 303),
  }
}

/** The one season that a page looked into, where it is closed. */
function theClosedSeason(lookedInto: readonly (SeasonClosed | null)[]): SeasonClosed | null {
  const [first = null] = lookedInto
  return lookedInto.every((it) => it?.id === first?.id) ? first : null
}

/** A form of somebody signed in carries the token of their sign-in; forms of other sites are stopped before, by origin. */
function refuseForgery(it: Route, { http, house, ctx, fields }: Visit): void {
  if (it.method !== 'POST' || ctx.actor.kind !== 'person') return
  if (!isFormToken(fields.token, secretOf(http, house) ?? '')) throw new NotFound('a form without its token')
}

function given(it: Route, fields: Visit['fields']): unknown {
  if (!it.given) return undefined
  const read = it.given.safeParse(fields)
  if (read.success) return read.data
  throw new Invalid('Something is missing or does not fit.', {
    fields: read.error.issues.map((issue) => ({ place: issue.path.join('.'), message: issue.message })),
  })
}

/** Who could do it after signing in, or after the second step, is led there; to everybody else it is not there. */
function notAllowed(it: Route, visit: Visit, error: NotAllowed): Response {
  const here = it.method === 'GET' ? new URL(visit.http.req.url) : null
  const next = here ? `?next=${encodeURIComponent(here.pathname + here.search)}` : ''
  const code = error.refusal?.code
  if (code === 'sign-in-needed') return visit.goTo(`/sign-in${next}`)
  if (code === 'second-step-needed') return visit.goTo(`/sign-in/step${next}`)
  return visit.page('Not found', <NotFoundPage />, 404)
}

function refused(visit: Visit, error: Refused): Response {
  const seconds = error.code === 'too-many-tries' ? Number(error.facts.retryAfterSeconds ?? 60) : null
  if (seconds !== null) visit.http.header('retry-after', String(seconds))
  return visit.page('Not done', <RefusedPage message={error.message} />, seconds === null ? 409 : 429)
}
