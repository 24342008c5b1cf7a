import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { whenTheFileEnds } from './leaving.ts'

type Values = Readonly<Record<string, unknown>>
/** What this provider says other than the truth; each function is given the truth. */
export type Lies = {
  readonly discovery?: (it: Values) => Values
  readonly keys?: (it: Values) => Values
  readonly header?: (it: Values) => Values
  readonly claims?: (it: Values) => Values
  readonly signedBy?: 'nobody' | 'another key' | 'the client secret' | 'the public key as a secret'
  readonly token?: (it: Values) => Values | number
  readonly userinfo?: (it: Values) => Values
  /** What it sends the browser back with. */
  readonly back?: (it: URLSearchParams) => void
}

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
const OTHER_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
const text = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url')

/** A provider that can be told to lie: discovery, keys, tokens and the way back are all made here, by hand. */
export async function hostileProvider(client: { readonly clientId: string; readonly clientSecret: string }) {
  let lies: Lies = {}
  let account: Values = {}
  let url = ''
  let requests = 0
  const nonces = new Map<string, string | null>()
  const userinfoUrl = () => ({ userinfo_endpoint: `${url}/userinfo` })
  const discovery = (): Values => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
    ...(lies.userinfo ? userinfoUrl() : {}),
  })
  const answers: Readonly<Record<string, (body: string) => Values | number>> = {
    '/.well-known/openid-configuration': () => (lies.discovery ?? same)(discovery()),
    '/keys': () =>
      (lies.keys ?? same)({
        keys: [{ ...KEY.publicKey.export({ format: 'jwk' }), kid: 'a', use: 'sig', alg: 'RS256' }],
      }),
    '/token': (body) => {
      const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '')
      const token = { access_token: 'opens the userinfo', token_type: 'Bearer', id_token: idToken(nonce) }
      return (lies.token ?? same)(token)
    },
    '/userinfo': () => (lies.userinfo ?? same)({ sub: account.sub }),
  }
  const idToken = (nonce: string | null | undefined) => {
    const now = Math.floor(Date.now() / 1000)
    const truth = { iss: url, aud: client.clientId, iat: now, exp: now + 300, ...(nonce ? { nonce } : {}), ...account }
    const signed = `${text((lies.header ?? same)({ alg: 'RS256', kid: 'a' }))}.${text((lies.claims ?? same)(truth))}`
    return `${signed}.${signatureOf(signed, lies.signedBy, client.clientSecret)}`
  }
  const server = createServer(async (request, answer) => {
    requests += 1
    let body = ''
    for await (const part of request) body += part
    const said = answers[new URL(request.url ?? '', url).pathname]?.(body) ?? 404
    if (typeof said === 'number') return answer.writeHead(said, { location: `${url}/token` }).end('{"error":"x"}')
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  })
  whenTheFileEnds(() => server.closeAllConnections() ?? server.close())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  const host = `127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  url = `http://${host}`
  return {
    host,
    url,
    /** How often anything was asked of it. */
    requests: () => requests,
    lie: (next: Lies) => {
      lies = next
    },
    comeAs: (next: Values) => {
      account = next
    },
    /** Where the browser is led back to, for the way that a page of ours has begun. */
    back: (way: URL): string => {
      const code = `code ${nonces.size + 1}`
      nonces.set(code, way.searchParams.get('nonce'))
      const params = new URLSearchParams({ code, state: way.searchParams.get('state') ?? '', iss: url })
      lies.back?.(params)
      return `${way.searchParams.get('redirect_uri')}?${params}`
    },
  }
}

function same(it: Values): Values {
  return it
}

function signatureOf(signed: string, by: Lies['signedBy'], clientSecret: string): string {
  const hmac = (secret: string) => createHmac('sha256', secret).update(signed).digest('base64url')
  const rsa = (key: KeyObject) => sign('sha256', Buffer.from(signed), key).toString('base64url')
  switch (by) {
    case undefined:
      return rsa(KEY.privateKey)
    case 'another key':
      return rsa(OTHER_KEY.privateKey)
    case 'nobody':
      return ''
    case 'the client secret':
      return hmac(clientSecret)
    case 'the public key as a secret':
      return hmac(String(KEY.publicKey.export({ format: 'pem', type: 'spki' })))
  }
}
