import type { makeSite } from '../../src/web/site.tsx'

type Site = Pick<ReturnType<typeof makeSite>, 'request'>
export type Seen = {
  readonly status: number
  readonly text: string
  /** Where the answer leads; empty where it is a page. */
  readonly location: string
  readonly headers: Headers
}

/** Somebody with a browser without script: it keeps cookies, follows nothing by itself, and sends the forms of the page it is on. */
export function browsing(
  site: Site,
  {
    origin = 'http://localhost',
    userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  } = {},
) {
  const jar = new Map<string, string>()
  let last: Seen | null = null

  async function ask(
    method: string,
    path: string,
    body?: URLSearchParams | FormData,
    more: Record<string, string> = {},
  ): Promise<Seen> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'user-agent': userAgent, ...(cookie ? { cookie } : {}), ...(body ? { origin } : {}), ...more }
    const answer = await site.request(new URL(path, origin).href, { method, headers, body })
    for (const line of answer.headers.getSetCookie()) keep(line)
    last = {
      status: answer.status,
      text: await answer.text(),
      location: answer.headers.get('location') ?? '',
      headers: answer.headers,
    }
    return last
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (attributes.some((it) => /^\s*max-age=0$/i.test(it))) jar.delete(name)
    else jar.set(name, value.join('='))
  }

  return {
    jar,
    get: (path: string) => ask('GET', path),
    head: (path: string) => ask('HEAD', path),
    /** Sends a form of the page seen last, with its hidden fields; `action` says which, where there are several. */
    submit: (action: string, fields: Readonly<Record<string, string>> = {}) => {
      const form = formOf(last?.text ?? '', action)
      return ask('POST', action, new URLSearchParams({ ...form, ...fields }))
    },
    /** Sends a form of the page seen last, with a file beside its fields. */
    upload: (action: string, fields: Readonly<Record<string, string>>, file: File) => {
      const body = new FormData()
      for (const it of Object.entries({ ...formOf(last?.text ?? '', action), ...fields })) body.set(...it)
      body.set('file', file)
      return ask('POST', action, body)
    },
    /** Sends fields as they are, as somebody does who writes the request by hand. */
    post: (path: string, fields: Readonly<Record<string, string>>, more: Record<string, string> = {}) =>
      ask('POST', path, new URLSearchParams(fields), more),
  }
}

/** The hidden fields of a form, by the address it is sent to. */
function formOf(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]* method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
    (it) => it[1] === action,
  )
  if (!form)
    throw new Error(
      `There is no form to ${action} on this page: ${html
        .replace(/^[\s\S]*<main[^>]*>/, '')
        .replace(/<[^>]*>/g, ' ')
        .slice(0, 300)}`,
    )
  const hidden = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)]
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]))
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
