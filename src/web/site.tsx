import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context as Http } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { makeApi } from '../api/app.ts'
import { isLoopbackUrl } from '../model/loopback.ts'
import { programJsonSchema } from '../model/program-json-schema.ts'
import { NotAllowed, NotFound } from '../runtime/errors.ts'
import type { Installation } from '../runtime/installation.ts'
import { openHouse } from '../runtime/open-context.ts'
import { makeScim } from '../scim/app.ts'
import { makeFrame } from './frame.tsx'
import { OFF_PATH } from './letter-routes.tsx'
import { mountRoutes } from './mount.tsx'
import { ErrorPage } from './public/error-page.tsx'
import { NotFoundPage } from './public/not-found-page.tsx'
import { restingForms } from './resting-forms.ts'
import { ROUTES } from './routes.ts'
import { whoIs } from './visitor.ts'

const CLIENT = join(import.meta.dirname, '../../dist/client')
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  frameSrc: ["'self'"],
}

/** A letter brings its own style, and nothing else. */
const LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

/**
 * Whether a form comes from this site: from the address people know, whatever a proxy made of it or a stranger's name leads here.
 * On this machine it has several names, and a port of its own.
 */
function ownOrigin(publicUrl: string) {
  const ours = new URL(publicUrl).origin
  const isLocal = isLoopbackUrl(publicUrl)
  return (origin: string, asked: string) =>
    origin === ours || (isLocal && isLoopbackUrl(origin) && origin === new URL(asked).origin)
}

/** The whole site: pages, the API, and in the demo its conveniences. */
export function makeSite(installation: Installation) {
  const site = new Hono()
  const frame = makeFrame(installation, restingForms(ROUTES))
  for (const path of ['/demo/letters/:key/html', '/desk/letters/:id/html'])
    site.use(path, async (http, next) => {
      await next()
      http.res.headers.set('content-security-policy', LETTER_POLICY)
    })
  // The preview of a survey stands in a frame of our own page, and in nobody else's.
  site.use('/desk/design/drafts/:id/surveys/:survey/shown', async (http, next) => {
    await next()
    const policy = http.res.headers.get('content-security-policy') ?? ''
    http.res.headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
  })
  site.use('/seasons/:key/results/picture.svg', async (http, next) => {
    await next()
    // Pages elsewhere show it; it brings its own style, and runs nothing.
    http.res.headers.set('content-security-policy', LETTER_POLICY)
    http.res.headers.set('cross-origin-resource-policy', 'cross-origin')
  })
  site.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: POLICY,
      strictTransportSecurity: 'max-age=63072000; includeSubDomains',
    }),
  )
  site.use(async (http, next) => {
    await next()
    // Whatever does not say that it may be kept is kept nowhere, neither in a browser nor on the way.
    if (!http.res.headers.has('cache-control')) http.res.headers.set('cache-control', 'no-store')
  })
  site.use(
    '/assets/*',
    serveStatic({
      root: CLIENT,
      onFound: (_path, http) => http.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  site.get('/favicon.ico', (http) => http.body(null, 204))
  site.get('/program.schema.json', (http) => http.json(programJsonSchema()))
  site.get('/health', (http) => http.text('ok'))
  site.route(
    '/api/v1',
    makeApi(() => openHouse(installation)),
  )
  site.route(
    '/scim/v2',
    makeScim(() => openHouse(installation)),
  )
  const isOurs = ownOrigin(installation.config.publicUrl)
  const ownFormsOnly = csrf({ origin: (origin, http) => isOurs(origin, http.req.url), secFetchSite: () => false })
  // The off switch of a letter is pressed by mail programs too, which come from no site; its link alone opens it.
  const isFromNoSite = (http: Http) => http.req.path === OFF_PATH && http.req.header('origin') === undefined
  site.use((http, next) => (isFromNoSite(http) ? next() : ownFormsOnly(http, next)))
  site.route('/', mountRoutes(ROUTES, frame))
  site.notFound(async (http) => {
    const house = await openHouse(installation)
    const ctx = house && (await whoIs(http, house))
    return frame.page(http, house, ctx, { title: 'Not found', content: <NotFoundPage />, status: 404 })
  })
  site.onError(async (error, http) => {
    // A form of another site, stopped by its origin.
    if (error instanceof HTTPException) return error.getResponse()
    const house = await openHouse(installation).catch(() => null)
    const ctx = house && (await whoIs(http, house).catch(() => null))
    if (error instanceof NotFound || error instanceof NotAllowed)
      return frame.page(http, house, ctx, { title: 'Not found', content: <NotFoundPage />, status: 404 })
    console.error(error)
    return frame.page(http, house, ctx, { title: 'Error', content: <ErrorPage />, status: 500 })
  })
  return site
}
