import * as client from 'openid-client'
import { type Outbound, OutboundRefused } from './outbound.ts'

/** An identity provider as the owner has named it. `secret` is null for a client without one. */
export type Provider = { readonly url: string; readonly clientId: string; readonly secret: string | null }
/** What is kept between the way there and the way back. */
export type OnTheWay = { readonly state: string; readonly nonce: string; readonly verifier: string }
export type Account = { readonly subject: string; readonly claims: Readonly<Record<string, unknown>> }

/** Thrown where somebody is no provider that could be used; the message goes on after its address. */
export class NoProvider extends Error {
  override readonly name = 'NoProvider'
}

const LONGEST_SECONDS = 10
/** Seconds by which the clocks of two servers may differ. */
const TOLERANCE_SECONDS = 30
/** OpenID Connect Core 1.0, 2: at most 255 ASCII characters. An empty one would be everybody's. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/

/**
 * Asks a provider what it offers, and sees that it is the one that was named: not a directory of many tenants, which would vouch
 * for anybody's. `now` is our clock. Every ID token is checked by its signature, though it comes from the provider itself.
 */
export async function openProvider(outbound: Outbound, it: Provider, now: string): Promise<client.Configuration> {
  const url = new URL(it.url)
  if (!isPage(outbound, it.url)) throw new NoProvider('it is not an https address')
  const plain = url.protocol === 'http:' && outbound.isNamed(url)
  const skew = { [client.clockSkew]: secondsAhead(now), [client.clockTolerance]: TOLERANCE_SECONDS }
  const opened = await client
    .discovery(url, it.clientId, skew, authentication(it.secret), {
      execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
      timeout: LONGEST_SECONDS,
      [client.customFetch]: (address, asked) => outbound.fetch(address, asked),
    })
    .catch((error: unknown) => {
      throw new NoProvider(reasonOf(error))
    })
  const metadata = opened.serverMetadata()
  if (!isSameIssuer(metadata.issuer, it.url)) throw new NoProvider('it says that it is another provider')
  if (!isPage(outbound, metadata.authorization_endpoint) || !metadata.token_endpoint || !metadata.jwks_uri)
    throw new NoProvider('it does not say where people sign in, or with which keys')
  return opened
}

/** The provider's own page, and what must come back from there. */
export async function wayTo(
  provider: client.Configuration,
  returnTo: string,
): Promise<{ url: string; kept: OnTheWay }> {
  const kept = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
  const url = client.buildAuthorizationUrl(provider, {
    redirect_uri: returnTo,
    scope: 'openid email',
    response_type: 'code',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, kept }
}

/**
 * Whom the provider says is there, or null where anything of the answer does not hold: the same for every reason. Whoever runs
 * the server reads the kind of reason on its own output, a wrong client secret for example.
 */
export async function readAnswer(provider: client.Configuration, back: URL, kept: OnTheWay): Promise<Account | null> {
  try {
    const tokens = await client.authorizationCodeGrant(provider, back, {
      pkceCodeVerifier: kept.verifier,
      expectedNonce: kept.nonce,
      expectedState: kept.state,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims || !SUBJECT.test(claims.sub)) return null
    if (claims.email !== undefined || !provider.serverMetadata().userinfo_endpoint)
      return { subject: claims.sub, claims }
    const { email, email_verified } = await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
    // The address and whether it is vouched for come from one place, how the person signed in from the signed one.
    return { subject: claims.sub, claims: { amr: claims.amr, acr: claims.acr, email, email_verified } }
  } catch (error) {
    const code = error instanceof client.ResponseBodyError ? error.error : codeOf(error)
    console.error(`The answer of an identity provider did not hold: ${code}`)
    return null
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

function authentication(secret: string | null): client.ClientAuth {
  if (secret === null) return client.None()
  return (server, ...rest) => {
    const byForm = server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
    return (byForm ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret))(server, ...rest)
  }
}

function isSameIssuer(said: string, named: string): boolean {
  return said === named || (URL.canParse(said) && new URL(said).href === new URL(named).href)
}

/** People are sent there, so it must be a page, and one over https. */
function isPage(outbound: Outbound, text: string | undefined): boolean {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && outbound.isNamed(url)))
}

function secondsAhead(now: string): number {
  return Math.round((Date.parse(now) - Date.now()) / 1000)
}

function reasonOf(error: unknown): string {
  const causes = [error, error instanceof Error ? error.cause : null]
  const refused = causes.find((it) => it instanceof OutboundRefused)
  if (refused instanceof OutboundRefused) return refused.message
  const code = codeOf(error)
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'it says that it is another provider'
  return code.startsWith('OAUTH_') ? 'it does not answer as an OpenID provider does' : 'it cannot be reached'
}
