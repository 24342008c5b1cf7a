import type { Context as Http } from 'hono'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Context } from '../runtime/context.ts'
import type { Invalid } from '../runtime/errors.ts'
import type { Installation } from '../runtime/installation.ts'
import type { House } from '../runtime/open-context.ts'

/** A page of something that goes on by itself: after how many seconds a browser without script asks again, and where. */
export type LooksAgain = { readonly seconds: number; readonly href: string }

type Fields = Readonly<Record<string, string | readonly string[]>>

/** One request: who is at the door, where, and what they gave. */
export type Visit<Given = unknown> = {
  readonly http: Http
  readonly house: House
  /** Somebody signed in, or anybody. */
  readonly ctx: Context
  /** What `given` of the route made of the form or the query. */
  readonly given: Given
  /** The form as it was sent: a page that says what is wrong gives it back. */
  readonly fields: Fields
  readonly isDemo: boolean
  /** A finished page in the frame. */
  readonly page: (
    title: string,
    content: ComponentChildren,
    status?: 200 | 404 | 409 | 422 | 429,
    again?: LooksAgain | null,
  ) => Response
  /** The same for somebody who is signed in no more: what they did ended their sign-in. */
  readonly lastPage: (title: string, content: ComponentChildren) => Response
  /** Elsewhere on this site, after something was done. */
  readonly goTo: (path: string) => Response
}

/** A request before any organisation is there: nobody acts yet, and there is no house to act in. */
export type EarlyVisit<Given = unknown> = Pick<Visit<Given>, 'http' | 'given' | 'fields' | 'page' | 'goTo'> & {
  readonly installation: Installation
}

/** One way into the product: method, path, the action it takes, and the shape of what it is given. */
export type Route<Given = unknown> = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The action of the permissions that it takes or shows; null for what holds nothing of anybody, with the reason. */
  readonly action: string | { readonly none: string }
  readonly given: z.ZodType<Given> | null
  /** Only in the demo; elsewhere it is not there. */
  readonly demoOnly?: boolean
  /** What it answers before the organisation is founded; without it nothing is there yet. */
  readonly beforeFounding?: {
    readonly answer: (visit: EarlyVisit<Given>) => Promise<Response> | Response
    readonly again?: (visit: EarlyVisit, fault: Invalid) => Promise<Response> | Response
  }
  /** Largest body in bytes; 256 KiB unless said. */
  readonly largestBytes?: number
  readonly answer: (visit: Visit<Given>) => Promise<Response> | Response
  /** Answers what could not be used, with everything that was entered; without it the general page does. */
  readonly again?: (visit: Visit<unknown>, fault: Invalid) => Promise<Response> | Response
}

/** Keeps the shape and the answer of a route together; the table holds routes of many shapes. */
export function route<Given>(it: Route<Given>): Route {
  // The mount hands `answer` only what its own `given` has parsed.
  return it as unknown as Route
}
