import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context as Http } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { ComponentChildren } from 'preact'
import { makeApi } from '../api/app.ts'
import { programJsonSchema } from '../model/program-json-schema.ts'
import { NotAllowed, NotFound } from '../runtime/errors.ts'
import type { Installation } from '../runtime/installation.ts'
import { type House, openHouse } from '../runtime/open-context.ts'
import { demoRoutes } from './demo-routes.tsx'
import { Page, renderPage } from './parts/page.tsx'
import { ErrorPage } from './public/error-page.tsx'
import { NotFoundPage } from './public/not-found-page.tsx'
import { publicRoutes } from './public-routes.tsx'

export type SiteParts = Installation & { readonly isLoopback: boolean }

/** What a route needs to answer with a page: the house, whether demo conveniences are on, and the frame. */
export type Door = {
  readonly open: () => Promise<House>
  readonly isDemo: (house: House) => boolean
  readonly page: (
    http: Http,
    house: House | null,
    title: string,
    content: ComponentChildren,
    status?: 200 | 404 | 500,
  ) => Response
}

const CLIENT = join(import.meta.dirname, '../../dist/client')
const SMALLEST_ZIPPED_BYTES = 1000
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
}

/** The whole site: pages, the API, and in the demo its conveniences. */
export function makeSite(parts: SiteParts) {
  const site = new Hono()
  const door = makeDoor(parts)
  site.use(secureHeaders({ referrerPolicy: 'same-origin', contentSecurityPolicy: POLICY }))
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
    makeApi(() => openHouse(parts)),
  )
  site.use(csrf())
  site.route('/', publicRoutes(door))
  site.route('/', demoRoutes(door, parts.db))
  site.notFound(async (http) => door.page(http, await openHouse(parts), 'Not found', <NotFoundPage />, 404))
  site.onError(async (error, http) => {
    const house = await openHouse(parts).catch(() => null)
    if (error instanceof NotFound || error instanceof NotAllowed)
      return door.page(http, house, 'Not found', <NotFoundPage />, 404)
    console.error(error)
    return door.page(http, house, 'Error', <ErrorPage />, 500)
  })
  return site
}

function makeDoor({ isLoopback, ...installation }: SiteParts): Door {
  const stylesheet = findStylesheet()
  const isDemo = (house: House) => isLoopback && house.organisation.kind === 'demo'
  return {
    isDemo,
    open: async () => {
      const house = await openHouse(installation)
      if (!house) throw new NotFound('no organisation yet')
      return house
    },
    page: (http, house, title, content, status = 200) => {
      const clockBar = house && isDemo(house) ? { today: house.today } : null
      const organisation = house?.organisation.name ?? 'Alongside'
      const frame = (
        <Page title={title} organisation={organisation} clockBar={clockBar} stylesheet={stylesheet}>
          {content}
        </Page>
      )
      return answerHtml(http, renderPage(frame), status)
    },
  }
}

function answerHtml(http: Http, html: string, status: 200 | 404 | 500): Response {
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  }
  if (html.length < SMALLEST_ZIPPED_BYTES || !/\bgzip\b/.test(http.req.header('accept-encoding') ?? ''))
    return http.body(html, status, headers)
  return http.body(new Uint8Array(gzipSync(html, { level: 1 })), status, { ...headers, 'content-encoding': 'gzip' })
}

function findStylesheet(): string {
  const manifest = join(CLIENT, '.vite/manifest.json')
  if (!existsSync(manifest)) return '/assets/missing.css'
  const entries = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>
  return `/${entries['src/web/styles.css']?.file ?? 'assets/missing.css'}`
}
