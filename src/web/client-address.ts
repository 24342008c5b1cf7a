import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Http } from 'hono'
import { isPublicAddress } from '../runtime/public-address.ts'

/**
 * Where a request comes from, for limits alone. What reaches us from inside our own network is a proxy, and the last address it
 * has added is its visitor's; from anybody else the header is their own word. Of IPv6 a /64 counts as one: whoever has one address
 * of it has them all.
 */
export function clientAddress(http: Http): string {
  const peer = plain(peerOf(http))
  const said = http.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const added = plain(said.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1'))
  return networkOf(isIP(added) > 0 && !isPublicAddress(peer) ? added : peer)
}

function peerOf(http: Http): string {
  try {
    return getConnInfo(http).remote.address ?? ''
  } catch {
    // Asked without a connection, as tests of single pages do.
    return ''
  }
}

/** An address without its zone; a socket for both families says an IPv4 address in the clothes of IPv6. */
function plain(text: string): string {
  const address = text.replace(/%.*$/, '')
  if (isIP(address) !== 6) return address
  const groups = groupsOf(address)
  if (!groups.startsWith('0:0:0:0:0:ffff:')) return address
  const [high = 0, low = 0] = groups
    .split(':')
    .slice(6)
    .map((it) => Number.parseInt(it, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function networkOf(address: string): string {
  return isIP(address) === 6 ? `${groupsOf(address).split(':').slice(0, 4).join(':')}::/64` : address
}

/** The eight groups of an IPv6 address, as the standard of addresses on the web writes them, none left out. */
function groupsOf(address: string): string {
  const [before = '', after = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [first, last] = [before, after].map((part) => part.split(':').filter((it) => it !== ''))
  const missing = 8 - (first?.length ?? 0) - (last?.length ?? 0)
  return [...(first ?? []), ...Array<string>(missing).fill('0'), ...(last ?? [])].join(':')
}
