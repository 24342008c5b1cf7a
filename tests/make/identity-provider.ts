import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import Provider, { type Ctx } from 'oidc-provider'
import { whenTheFileEnds } from './leaving.ts'

type Claims = Readonly<Record<string, unknown>>

export const CLIENT = { clientId: 'alongside', clientSecret: 'a secret: with / signs + in it' } as const

/** A real identity provider on loopback. Whoever comes is the account that `comeAs` named, without being asked. */
export async function identityProvider(accounts: Readonly<Record<string, Claims>>, returnAddresses: readonly string[]) {
  let account = Object.keys(accounts)[0] ?? ''
  let serve: Parameters<typeof createServer>[1]
  const server = createServer((request, answer) => serve?.(request, answer as never))
  whenTheFileEnds(() => server.closeAllConnections() ?? server.close())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  const host = `127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  const provider = new Provider(`http://${host}`, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: returnAddresses,
        grant_types: ['authorization_code'],
      },
    ],
    jwks: {
      keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: 'a' }],
    },
    cookies: { keys: ['of these tests'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/come' },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    findAccount: (_ctx: Ctx, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    loadExistingGrant: async ({ oidc }: Ctx) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  serve = (request, answer) => {
    if (request.url !== '/come') return callback(request, answer)
    provider
      .interactionFinished(request, answer, { login: { accountId: account } })
      .catch((error) => answer.writeHead(500).end(String(error)))
  }
  return {
    host,
    url: `http://${host}`,
    comeAs: (id: string) => {
      account = id
    },
  }
}

/** Goes where a provider leads, as a browser would, until it leads back to `home`. Answers with that address. */
export async function walk(from: string, home: string): Promise<URL> {
  const cookies = new Map<string, string>()
  for (let at = from, hops = 0; hops < 10; hops += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${at} leads nowhere: ${answer.status} ${await answer.text()}`)
    at = new URL(location, at).href
    if (at.startsWith(home)) return new URL(at)
  }
  throw new Error('The provider leads in circles.')
}
