import { createServer as createHttp, type RequestListener } from 'node:http'
import { connect, createServer, type LookupFunction, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { openOutbound } from './outbound.ts'

const INSIDE = [
  '127.0.0.1',
  '127.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.01',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '①②⑦.⓪.⓪.①',
  '１２７。０。０。１',
  '0',
  '0.0.0.0',
  '10.0.0.8',
  '0x0a000008',
  '100.64.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '[2001:db8::1]',
]

/** What a name's owner may answer, whatever is asked. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1', '::1'],
  'metadata.example': ['169.254.169.254'],
  'mapped.example': ['::ffff:10.0.0.1'],
  'mixed.example': ['93.184.215.14', '127.0.0.1'],
  'empty.example': [],
}

const asFound = (addresses: readonly string[]) =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('the product asks no server on its own machine or in its network', () => {
  let guard: Server
  let port = 0
  let connections = 0
  beforeAll(async () => {
    guard = createServer((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((done) => guard.listen(0, '127.0.0.1', done))
    const at = guard.address()
    port = typeof at === 'object' && at ? at.port : 0
  })
  afterAll(() => new Promise((done) => guard.close(done)))

  // Whatever would be called is our own listener, so that a fault of the guard reaches nobody else.
  const guarded = (named: readonly string[] = []) =>
    openOutbound(named, {
      resolve: async (host) => asFound(NAMES[host] ?? ['127.0.0.1']),
      dial: () => connect(port, '127.0.0.1'),
    })
  const ask = (text: string, named: readonly string[] = []) =>
    guarded(named)
      .fetch(text)
      .then(
        () => 'answered',
        (error: Error) => error.name,
      )

  for (const host of [...INSIDE, ...Object.keys(NAMES)])
    it(`not at ${host}`, async () => {
      const before = connections
      expect(await ask(`https://${host}:${port}/`)).toBe('OutboundRefused')
      expect(await ask(`http://${host}:${port}/`)).toBe('OutboundRefused')
      expect(connections).toBe(before)
    })

  it('an address on the internet would be called, so the listener does hear what is let through', async () => {
    const before = connections
    for (const host of ['93.184.215.14', '[2606:4700:4700::1111]'])
      expect(await ask(`https://${host}:${port}/`)).not.toBe('OutboundRefused')
    expect(connections).toBe(before + 2)
  })

  it('a name that leads elsewhere when it is asked a second time is called where it led at first', async () => {
    const answers = [['93.184.215.14'], ['127.0.0.1']]
    const called: unknown[] = []
    let asked = 0
    const dial = ({ host, lookup }: { host: string; lookup: LookupFunction }) => {
      lookup(host, { all: true }, (_error, addresses) => called.push(addresses))
      lookup(host, {}, (_error, address) => called.push(address))
      return connect(port, '127.0.0.1')
    }
    const resolve = async () => asFound(answers[asked++] ?? [])
    const outbound = openOutbound([], { resolve, dial })
    await outbound.fetch('https://rebinding.example/').catch(() => {})
    expect(asked).toBe(1)
    expect(called).toEqual([[{ address: '93.184.215.14', family: 4 }], '93.184.215.14'])
    await expect(outbound.fetch('https://rebinding.example/')).rejects.toThrow(/network/)
    expect(called).toHaveLength(2)
  })

  it('no plain HTTP, no other protocol, no name and password in the address', async () => {
    const before = connections
    for (const text of [
      `http://93.184.215.14:${port}/`,
      'file:///etc/passwd',
      'gopher://93.184.215.14/',
      'data:text/plain,x',
      `https://user:secret@93.184.215.14:${port}/`,
      'https://',
      'not an address',
    ])
      expect(await ask(text), text).toBe('OutboundRefused')
    expect(connections).toBe(before)
  })

  it('a server that was named with its port is asked, and its neighbours are not', async () => {
    const before = connections
    const named = [`127.0.0.1:${port}`]
    expect(await ask(`http://127.0.0.1:${port}/`, named)).not.toBe('OutboundRefused')
    expect(await ask(`http://0x7f.1:${port}/`, named)).not.toBe('OutboundRefused')
    expect(connections).toBe(before + 2)
    expect(await ask(`http://127.0.0.1:${port + 1}/`, named)).toBe('OutboundRefused')
    expect(await ask(`http://localhost:${port}/`, named)).toBe('OutboundRefused')
    expect(connections).toBe(before + 2)
  })
})

describe('what a server answers is taken within limits', () => {
  const open: ReturnType<typeof createHttp>[] = []
  afterAll(() => open.map((server) => server.closeAllConnections() ?? server.close()))

  async function serverThat(answers: RequestListener) {
    const server = createHttp(answers)
    open.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const at = server.address()
    return `127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  }

  it('the answer of a server comes with its status, headers and body', async () => {
    const host = await serverThat((request, answer) => {
      answer.setHeader('x-asked', `${request.method} ${request.url} ${request.headers.host}`)
      request.pipe(answer.writeHead(201))
    })
    const body = new URLSearchParams({ a: 'b' })
    const answer = await openOutbound([host]).fetch(`http://${host}/x?y=1`, { method: 'POST', body })
    expect([answer.status, answer.headers.get('x-asked'), await answer.text()]).toEqual([
      201,
      `POST /x?y=1 ${host}`,
      'a=b',
    ])
  })

  it('a redirect is handed back and never followed', async () => {
    let elsewhere = 0
    const other = await serverThat((_request, answer) => {
      elsewhere += 1
      answer.end()
    })
    const host = await serverThat((_request, answer) => answer.writeHead(302, { location: `http://${other}/` }).end())
    const answer = await openOutbound([host, other]).fetch(`http://${host}/`)
    expect([answer.status, elsewhere]).toEqual([302, 0])
  })

  it('more than a megabyte is not read, and a server that never ends is left', async () => {
    const large = await serverThat((_request, answer) => {
      const part = Buffer.alloc(64 * 1024)
      const more = () => {
        while (answer.write(part));
        answer.once('drain', more)
      }
      more()
    })
    await expect(openOutbound([large]).fetch(`http://${large}/`)).rejects.toThrow(/megabyte/)
    const slow = await serverThat((_request, answer) => answer.writeHead(200).write('x'))
    await expect(openOutbound([slow], { longestMs: 100 }).fetch(`http://${slow}/`)).rejects.toThrow(/timeout|aborted/)
    const stuck = openOutbound([], { resolve: () => new Promise(() => {}), longestMs: 100 })
    await expect(stuck.fetch('https://no-answer.example/')).rejects.toThrow(/timeout/)
  })

  it('ALLOW_PRIVATE_OUTBOUND names servers with their ports, and anything else stops the start', () => {
    const read = (text: string) => readConfig({ DATABASE_URL: 'x', ALLOW_PRIVATE_OUTBOUND: text }, '/').privateOutbound
    expect(read('')).toEqual([])
    expect(read('Login.example.internal:8443, [fd00::1]:443')).toEqual(['login.example.internal:8443', '[fd00::1]:443'])
    for (const text of ['login.example.internal', 'https://login.example.internal:8443', '10.0.0.0/8', 'a:1,b'])
      expect(() => read(text), text).toThrow(/no host and port/)
  })
})
