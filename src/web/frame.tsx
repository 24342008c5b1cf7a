import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context as Http } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ComponentChildren } from 'preact'
import { partOf } from '../desk/rules/own-minutes.ts'
import { isLoopback, isLoopbackUrl } from '../model/loopback.ts'
import type { Context } from '../runtime/context.ts'
import type { Installation } from '../runtime/installation.ts'
import type { House } from '../runtime/open-context.ts'
import { FormToken } from '../ui/form.tsx'
import { Islands } from '../ui/island.tsx'
import { MINUTES_COOKIE, MinutesCounter } from './parts/minutes-counter.tsx'
import { Page, renderPage } from './parts/page.tsx'
import type { LooksAgain } from './route.ts'
import { formTokenOf, secretOf } from './visitor.ts'
import { waysFor } from './ways.ts'

export type Finished = {
  readonly title: string
  readonly content: ComponentChildren
  readonly status: 200 | 404 | 409 | 422 | 429 | 500
  readonly again?: LooksAgain | null
}

/** What puts a page together: the installation, and the frame with the visitor's way around. */
export type Frame = {
  readonly installation: Installation
  /** Demo conveniences exist on loopback only, and only where no real organisation is. */
  readonly isDemo: (house: House) => boolean
  readonly page: (http: Http, house: House | null, ctx: Context | null, it: Finished) => Response
}

const CLIENT = join(import.meta.dirname, '../../dist/client')
const SMALLEST_ZIPPED_BYTES = 1000

export function makeFrame(installation: Installation): Frame {
  const { stylesheet, islands } = findClient()
  const { host, publicUrl } = installation.config
  // A proxy in front of loopback lets everybody in: people must reach it on this machine, too.
  const onLoopback = isLoopback(host) && isLoopbackUrl(publicUrl)
  const isDemo = (house: House) => onLoopback && house.organisation.kind === 'demo'
  return {
    installation,
    isDemo,
    page: (http, house, ctx, { title, content, status, again }) => {
      const clockBar = house && isDemo(house) ? { today: house.today } : null
      const secret = house && ctx?.actor.kind === 'person' ? secretOf(http, house) : null
      const frame = (
        <FormToken.Provider value={secret ? formTokenOf(secret) : null}>
          <Page
            title={title}
            again={again ?? null}
            organisation={house?.organisation.name ?? 'Alongside'}
            clockBar={clockBar}
            stylesheet={stylesheet}
            ways={house && ctx ? waysFor(ctx, new URL(http.req.url).searchParams.get('season')) : []}
            here={new URL(http.req.url).pathname}
            isSignedIn={secret !== null}
            glass={ctx?.actor.kind === 'person' ? ctx.actor.glass : null}
          >
            <Islands.Provider value={islands}>
              {content}
              {secret !== null && countsMinutes(http) && <MinutesCounter />}
            </Islands.Provider>
          </Page>
        </FormToken.Provider>
      )
      return answerHtml(http, renderPage(frame), status)
    },
  }
}

/** Only on a page of the desk, in a browser whose coordinator switched it on. */
function countsMinutes(http: Http): boolean {
  return getCookie(http, MINUTES_COOKIE) === 'yes' && partOf(new URL(http.req.url).pathname) !== null
}

function answerHtml(http: Http, html: string, status: Finished['status']): Response {
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  }
  if (html.length < SMALLEST_ZIPPED_BYTES || !/\bgzip\b/.test(http.req.header('accept-encoding') ?? ''))
    return http.body(html, status, headers)
  return http.body(new Uint8Array(gzipSync(Buffer.from(html), { level: 1 })), status, {
    ...headers,
    'content-encoding': 'gzip',
  })
}

/** What the one build of the client has made; a name with its hash is served for ever. */
function findClient(): { stylesheet: string; islands: Readonly<Record<string, string>> } {
  const manifest = join(CLIENT, '.vite/manifest.json')
  if (!existsSync(manifest)) return { stylesheet: '/assets/missing.css', islands: {} }
  const entries = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>
  const islands = Object.entries(entries).flatMap(([source, { file }]) => {
    const name = /^src\/web\/islands\/([\w-]+)\.ts$/.exec(source)?.[1]
    return name ? [[name, `/${file}`] as const] : []
  })
  return {
    stylesheet: `/${entries['src/web/styles.css']?.file ?? 'assets/missing.css'}`,
    islands: Object.fromEntries(islands),
  }
}
