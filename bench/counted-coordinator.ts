import type { makeSite } from '../src/web/site.tsx'
import {
  MINUTES_PER_ACTION,
  MINUTES_PER_FIELD,
  WORDS_READ_PER_MINUTE,
  WORDS_WRITTEN_PER_MINUTE,
} from './desk-assumed.ts'

export type Cost = { actions: number; fields: number; read: number; written: number }
type Form = Readonly<Record<string, string>>
type SignedIn = { readonly cookie: string; readonly formToken: string }

/**
 * A coordinator at the real site, who is counted: each page opened and each form sent is an action, every word in the page's main
 * part is read each time, also what is folded away, and every field that is not filled already is filled by hand.
 */
export function countedCoordinator(site: ReturnType<typeof makeSite>) {
  const ledger = new Map<string, Cost>()
  let signedIn: SignedIn = { cookie: '', formToken: '' }
  return { comeIn, open, send, sendAll, count, ledger }

  function count(what: string, it: Partial<Cost>): void {
    const sum = ledger.get(what) ?? { actions: 0, fields: 0, read: 0, written: 0 }
    const { actions = 0, fields = 0, read = 0, written = 0 } = it
    ledger.set(what, {
      actions: sum.actions + actions,
      fields: sum.fields + fields,
      read: sum.read + read,
      written: sum.written + written,
    })
  }

  /** Signing in by passkey: the page, and the press. */
  function comeIn(it: SignedIn): void {
    signedIn = it
    count('sign in', { actions: 2 })
  }

  async function open(what: string, path: string): Promise<string> {
    const answer = await site.request(path, { headers: { cookie: signedIn.cookie } })
    const next = answer.headers.get('location')
    // The page of a run that is made leads, once it is kept, to the run.
    if (path.startsWith('/desk/match/under-way') && next) return open(what, next)
    const body = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    count(what, { actions: 1, read: wordsIn(body) })
    return body
  }

  /** Sends a form of a page: what is hidden in it goes along, what is typed is counted, and so is the page that follows. */
  function send(what: string, page: string, path: string, chosen: Form, typed: Form = {}): Promise<string> {
    return post(what, page, path, chosen, typed, [])
  }

  /** The same with boxes that are ticked already, so that nobody ticks them. */
  function sendAll(what: string, page: string, path: string, chosen: Form, keys: readonly string[]): Promise<string> {
    return post(what, page, path, chosen, {}, keys)
  }

  async function post(
    what: string,
    page: string,
    path: string,
    chosen: Form,
    typed: Form,
    keys: readonly string[],
  ): Promise<string> {
    const fields = new URLSearchParams({ ...chosen, ...typed, token: signedIn.formToken })
    for (const key of keys) fields.append('key', key)
    for (const [name, value] of hiddenOf(page, path)) if (!fields.has(name)) fields.append(name, value)
    const answer = await site.request(path, {
      method: 'POST',
      headers: { cookie: signedIn.cookie, origin: 'http://localhost' },
      body: fields,
    })
    const written = Object.values(typed).reduce((sum, it) => sum + countWords(it), 0)
    count(what, { actions: 1, fields: Object.keys(typed).length, written })
    const next = answer.headers.get('location')
    if (answer.status === 303 && next) return follow(what, next)
    const body = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}: ${textOf(body).slice(0, 300)}`)
    count(what, { read: wordsIn(body) })
    return body
  }

  async function follow(what: string, path: string): Promise<string> {
    const body = await open(what, path)
    // It came by itself.
    count(what, { actions: -1 })
    return body
  }
}

export function minutesOf({ actions, fields, read, written }: Cost): number {
  const words = read / WORDS_READ_PER_MINUTE + written / WORDS_WRITTEN_PER_MINUTE
  return actions * MINUTES_PER_ACTION + fields * MINUTES_PER_FIELD + words
}

function hiddenOf(page: string, path: string): readonly (readonly [string, string])[] {
  const form = page.split('<form').find((it) => it.includes(`action="${path}"`)) ?? ''
  const [inside = ''] = form.split('</form>')
  return [...inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]) => {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    return name ? [[name, withoutEntities(/value="([^"]*)"/.exec(input)?.[1] ?? '')] as const] : []
  })
}

function withoutEntities(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function wordsIn(page: string): number {
  return countWords(textOf(page))
}

function textOf(page: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? page
  return main.replace(/<(?:svg|option)[\s\S]*?<\/(?:svg|option)>/g, ' ').replace(/<[^>]*>/g, ' ')
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((it) => /[\p{L}\p{N}]/u.test(it)).length
}
