import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context as Http } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ComponentChildren } from 'preact'
import { partOf } from '../desk/rules/own-minutes.ts'
import { isLoopback, isLoopbackUrl } from '../model/loopback.ts'
import { type Context, isAllowed, type SeasonClosed } from '../runtime/context.ts'
import type { Installation } from '../runtime/installation.ts'
import type { House } from '../runtime/open-context.ts'
import { FormToken } from '../ui/form.tsx'
import { Islands } from '../ui/island.tsx'
import { Rests } from '../ui/offered.tsx'
import { MINUTES_COOKIE, MinutesCounter } from './parts/minutes-counter.tsx'
import { Page, renderPage } from './parts/page.tsx'
import { SeasonClosedOn } from './parts/season-closed-on.tsx'
import type { LooksAgain } from './route.ts'
import { formTokenOf, secretOf } from './visitor.ts'
import { waysFor } from './ways.ts'

export type Finished = {
  readonly title: string
  readonly content: ComponentChildren
  readonly status: 200 | 404 | 409 | 422 | 429 | 500
  readonly again?: LooksAgain | null
  /** The season of the page, where it is closed. */
  readonly closed?: SeasonClosed | null
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
const CLOSING = '/desk/closing'
/** Pages that say in words of their own which season is closed. */
const SAY_IT_THEMSELVES = [CLOSING, '/desk/earlier']

/** `rests` says of the path of a form whether it does nothing any more in a season that is closed. */
export function makeFrame(installation: Installation, rests: (path: string) => boolean): Frame {
  const { stylesheet, islands } = findClient()
  const { host, publicUrl } = installation.config
  // A proxy in front of loopback lets everybody in: people must reach it on this machine, too.
  const onLoopback = isLoopback(host) && isLoopbackUrl(publicUrl)
  const isDemo = (house: House) => onLoopback && house.organisation.kind === 'demo'
  return {
    installation,
    isDemo,
    page: (http, house, ctx, { title, content, status, again, closed = null }) => {
      const clockBar = house && isDemo(house) ? { today: house.today } : null
      const secret = house && ctx?.actor.kind === 'person' ? secretOf(http, house) : null
      const here = new URL(http.req.url).pathname
      const frame = (
        <FormToken.Provider value={secret ? formTokenOf(secret) : null}>
          <Page
            title={title}
            again={again ?? null}
            organisation={house?.organisation.name ?? 'Alongside'}
            clockBar={clockBar}
            stylesheet={stylesheet}
            ways={house && ctx ? waysFor(ctx, new URL(http.req.url).searchParams.get('season')) : []}
            here={here}
            isSignedIn={secret !== null}
            glass={ctx?.actor.kind === 'person' ? ctx.actor.glass : null}
          >
            {closed && ctx && secret !== null && <ClosedAbove closed={closed} ctx={ctx} here={here} />}
            <Islands.Provider value={islands}>
              <Rests.Provider value={closed ? rests : () => false}>{content}</Rests.Provider>
              {secret !== null && countsMinutes(http) && <MinutesCounter />}
            </Islands.Provider>
          </Page>
        </FormToken.Provider>
      )
      return answerHtml(http, renderPage(frame), status)
    },
  }
}

function ClosedAbove({ closed, ctx, here }: { closed: SeasonClosed; ctx: Context; here: string }) {
  if (SAY_IT_THEMSELVES.includes(here)) return null
  const mayLook = isAllowed(ctx.actor, 'desk.seeClosing', { seasonId: closed.id })
  const href = mayLook ? `${CLOSING}?season=${encodeURIComponent(closed.key)}` : null
  return <SeasonClosedOn name={closed.name} on={closed.closedOn} href={href} />
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
