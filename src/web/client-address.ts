import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Http } from 'hono'
import { isPublicAddress } from '../runtime/public-address.ts'

/**
 * Where a request comes from, for limits alone. What reaches us from inside our own network is a proxy, and the last address it
 * has added is its visitor's; from anybody else the header is their own word.
 */
export function clientAddress(http: Http): string {
  const peer = peerOf(http)
  const added = http.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return added && !isPublicAddress(peer) ? added : peer
}

function peerOf(http: Http): string {
  try {
    return getConnInfo(http).remote.address ?? ''
  } catch {
    // Asked without a connection, as tests of single pages do.
    return ''
  }
}
