import type { ComponentChildren } from 'preact'
import { Island } from '../../ui/island.tsx'
import { Link } from '../../ui/link.tsx'

/** Seconds until the first look after the one at hand; each one after it waits by a sixth longer, and none over ten minutes. */
const FIRST_SECONDS = 2
const GROWS_BY = 7 / 6
const MOST_SECONDS = 600
const MOST_LOOKS = 1000

/** How often a page has looked again by itself so far; null where somebody asked it to stand still. */
export type Looks = number | null

export function looksIn(said: string | undefined): Looks {
  if (said === 'no') return null
  const looks = Number(said ?? 0)
  return Number.isInteger(looks) && looks > 0 ? Math.min(looks, MOST_LOOKS) : 0
}

/** When and where a page at `here`, an address with a query, looks again; null where it stands still. */
export function lookAgain(here: string, looks: Looks): { readonly seconds: number; readonly href: string } | null {
  if (looks === null) return null
  const seconds = Math.min(MOST_SECONDS, Math.round(FIRST_SECONDS * GROWS_BY ** looks))
  return { seconds, href: `${here}&looks=${looks + 1}` }
}

/** A part of a page that goes on by itself; `line` says how far in a sentence, and is read out when it changes. */
export function Follow(props: { here: string; looks: Looks; line: string; children: ComponentChildren }) {
  const { here, looks, line, children } = props
  const again = lookAgain(here, looks)
  return (
    <>
      <p role="status" class="sr-only" data-follow-says>
        {line}
      </p>
      <div data-follow={again?.href} data-seconds={again?.seconds} data-line={line}>
        {children}
        <p class="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-note text-muted">
          <span>{again ? 'This page looks again by itself.' : 'This page stands still.'}</span>
          <Link href={here}>{again ? 'Look again now' : 'Look again, and go on'}</Link>
          {again && <Link href={`${here}&looks=no`}>Let it stand still</Link>}
        </p>
      </div>
      {again && <Island name="follow" />}
    </>
  )
}
