import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { connect, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as secure } from 'node:tls'
import { isPublicAddress } from './public-address.ts'

/** Where a name leads, by the machine's own resolver. */
type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>
type Dial = (to: { host: string; port: number; lookup: LookupFunction }) => Socket
type Asked = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/** How the product asks other servers: one guarded way for all of them. */
export type Outbound = {
  /** Whether the owner of this machine named the address: then it may be inside the network, and without https. */
  readonly isNamed: (url: URL) => boolean
  readonly fetch: (url: string, asked?: Asked) => Promise<Response>
}

/** Thrown where the product does not go: an address inside the network, plain HTTP, or an answer that is too much. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused'
}

const LONGEST_MS = 10_000
const LARGEST_BYTES = 1024 * 1024
const WITHOUT_BODY = [204, 205, 304]

/**
 * Asks other servers on behalf of people who name addresses. Whatever a name is written as, what it leads to is looked at,
 * once, and exactly that is called: nothing on this machine or in its network unless `named` says so (`host:port`). It follows
 * no redirect, waits 10 seconds and reads a megabyte at most.
 */
export function openOutbound(
  named: readonly string[],
  {
    resolve = (host) => lookup(host, { all: true }),
    dial = connect,
    longestMs = LONGEST_MS,
  }: { resolve?: Resolve; dial?: Dial; longestMs?: number } = {},
): Outbound {
  const isNamed = (url: URL) => named.includes(`${url.hostname}:${portOf(url)}`)
  return {
    isNamed,
    fetch: async (text, asked = {}) => {
      const url = parse(text)
      if (url.protocol !== 'https:' && !isNamed(url)) throw new OutboundRefused('it is not an https address')
      const timeout = AbortSignal.timeout(longestMs)
      const signal = asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout
      const found = await orAborted(addressesOf(url, resolve), signal)
      const inside = found.filter(({ address }) => !isPublicAddress(address))
      if (found.length === 0 || (inside.length > 0 && !isNamed(url)))
        throw new OutboundRefused('it leads to this machine or into its network')
      return ask(url, { ...asked, signal }, () => dial({ host: bare(url), port: portOf(url), lookup: pinned(found) }))
    },
  }
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname)
    throw new OutboundRefused('it is not an address of a server')
  return url
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80))
}

/** The host without the brackets of IPv6. Odd notations of a number are gone: the parser of addresses has written it out. */
function bare(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

async function addressesOf(url: URL, resolve: Resolve): Promise<Awaited<ReturnType<Resolve>>> {
  const host = bare(url)
  const family = isIP(host)
  return family ? [{ address: host, family }] : resolve(host)
}

/** Answers with what was looked at, however the name is answered by now. */
function pinned(found: Awaited<ReturnType<Resolve>>): LookupFunction {
  return (_host, options, done) => {
    const [first] = found
    if (options.all) done(null, [...found])
    else done(null, first?.address ?? '', first?.family)
  }
}

function ask(url: URL, asked: Asked, dial: () => Socket): Promise<Response> {
  return new Promise((done, fail) => {
    const isSecure = url.protocol === 'https:'
    const host = bare(url)
    const createConnection = () =>
      isSecure ? secure({ socket: dial(), host, ...(isIP(host) ? {} : { servername: host }) }) : dial()
    const body = bodyOf(asked.body)
    const headers = { ...asked.headers, ...(body ? { 'content-length': String(body.length) } : {}) }
    const options = { method: asked.method ?? 'GET', headers, createConnection, signal: asked.signal }
    const request = (isSecure ? https : http).request(url, options, (answer) => {
      read(answer).then(done, fail)
    })
    request.on('error', fail)
    request.end(body)
  })
}

function bodyOf(body: unknown): Buffer | undefined {
  if (body === undefined || body === null) return undefined
  if (typeof body === 'string' || body instanceof URLSearchParams) return Buffer.from(body.toString())
  if (body instanceof Uint8Array) return Buffer.from(body)
  throw new OutboundRefused('only texts and bytes are sent')
}

async function read(answer: http.IncomingMessage): Promise<Response> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > LARGEST_BYTES) {
      answer.destroy()
      throw new OutboundRefused('its answer is longer than a megabyte')
    }
    parts.push(part)
  }
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const status = answer.statusCode ?? 0
  return new Response(WITHOUT_BODY.includes(status) ? null : Buffer.concat(parts), { status, headers })
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true })
    work.then(done, fail)
  })
}
