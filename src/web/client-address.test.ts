import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

/** Who a request counts as that comes from a peer and carries a proxy's header. */
async function countedAs(peer: string, header?: string): Promise<string> {
  const site = new Hono().get('/', (http) => http.text(clientAddress(http)))
  const headers = header === undefined ? undefined : { 'x-forwarded-for': header }
  return (await site.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } })).text()
}

describe('whom a limit counts', () => {
  it.each([
    ['an IPv4 address as itself', '8.8.8.8', '8.8.8.8'],
    ['an IPv4 address in the clothes of IPv6 as itself', '::ffff:8.8.8.8', '8.8.8.8'],
    ['the same in hexadecimal', '::ffff:808:808', '8.8.8.8'],
    ['an IPv6 address by its /64', '2a01:4f8:1:2:3:4:5:6', '2a01:4f8:1:2::/64'],
    ['another of the same /64', '2a01:04f8:0001:0002::1', '2a01:4f8:1:2::/64'],
    ['one with zeros left out within', '2a01::7', '2a01:0:0:0::/64'],
    ['one with a zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s', async (_what, peer, counted) => {
    expect(await countedAs(peer)).toBe(counted)
  })

  it.each([
    ['a proxy inside is believed, its last address', '10.0.0.2', '1.1.1.1, 9.9.9.9', '9.9.9.9'],
    ['one inside that reaches us over a socket for both', '::ffff:10.0.0.2', '9.9.9.9', '9.9.9.9'],
    ['a visitor’s own word is not', '8.8.8.8', '9.9.9.9', '8.8.8.8'],
    ['nor over a socket for both', '::ffff:8.8.8.8', '9.9.9.9', '8.8.8.8'],
    ['nor over IPv6', '2a01:4f8::1', '9.9.9.9', '2a01:4f8:0:0::/64'],
    ['what a proxy says of an IPv6 visitor is a /64 too', '127.0.0.1', '2a01:4f8:1:2:9::9', '2a01:4f8:1:2::/64'],
    ['a port behind it does not count', '127.0.0.1', '9.9.9.9:51234', '9.9.9.9'],
    ['what is no address does not count', '127.0.0.1', 'unknown', '127.0.0.1'],
  ])('%s', async (_what, peer, header, counted) => {
    expect(await countedAs(peer, header)).toBe(counted)
  })
})
