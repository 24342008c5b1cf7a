import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Day } from '../../model/day.ts'
import { SkipLink } from '../../ui/skip-link.tsx'
import type { WayGroup } from '../ways.ts'
import { ClockBar } from './clock-bar.tsx'
import { GlassBanner } from './glass-banner.tsx'
import { Masthead } from './masthead.tsx'

/** The frame of every page. `clockBar` holds the demo's day; outside the demo it is absent. */
export function Page(props: {
  title: string
  organisation: string
  clockBar?: { today: Day } | null
  dense?: boolean
  /** Something on it goes on by itself: when a browser without script asks again, and for what. */
  again?: { readonly seconds: number; readonly href: string } | null
  stylesheet: string
  ways?: readonly WayGroup[]
  here?: string
  isSignedIn?: boolean
  /** An application that is open to the reader now. */
  glass?: { readonly id: string; readonly untilAt: string } | null
  children: ComponentChildren
}) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${props.title}. ${props.organisation}`}</title>
        {props.again && (
          <noscript>
            <meta http-equiv="refresh" content={`${props.again.seconds};url=${props.again.href}`} />
          </noscript>
        )}
        <link rel="stylesheet" href={props.stylesheet} />
      </head>
      <body class={props.dense ? 'dense bg-base-100 text-base-content' : 'bg-base-100 text-base-content'}>
        <SkipLink />
        {props.clockBar && <ClockBar today={props.clockBar.today} />}
        <Masthead
          organisation={props.organisation}
          ways={props.ways ?? []}
          here={props.here ?? ''}
          isSignedIn={props.isSignedIn === true}
        />
        {props.glass && <GlassBanner glass={props.glass} />}
        <main id="main">{props.children}</main>
        <footer class="mt-section border-t border-rule">
          <div class="wrap py-6 text-note text-muted">
            <p>Made with Alongside, open source</p>
          </div>
        </footer>
      </body>
    </html>
  )
}

/** The finished text of a page. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
