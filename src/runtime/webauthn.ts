import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers'

/** The site as passkeys know it: they belong to its name, and answer at its address only. */
export type Site = { readonly id: string; readonly origin: string }
type Known = {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
}
type Listed = { readonly credentialId: string; readonly transports: readonly string[] }
export type NewCredential = Known & { readonly transports: readonly string[] }

/** Milliseconds the browser waits for the person: they may have to fetch their key. */
const PATIENCE_MS = 180_000
/** ES256, EdDSA, RS256: what passkeys in use sign with. */
const ALGORITHMS = [-7, -8, -257]
const TRANSPORTS = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable']

/** A number is no name to a passkey: on one's own machine they answer at http://localhost. */
export function siteOf(publicUrl: string): Site {
  const url = new URL(publicUrl)
  if (/^(127\.0\.0\.1|\[::1\])$/.test(url.hostname)) url.hostname = 'localhost'
  return { id: url.hostname, origin: url.origin }
}

export function askToMake(
  site: Site,
  challenge: string,
  it: { organisation: string; personId: string; email: string; name: string; there: readonly Listed[] },
) {
  return generateRegistrationOptions({
    rpName: it.organisation,
    rpID: site.id,
    userName: it.email,
    userDisplayName: it.name,
    userID: new Uint8Array(Buffer.from(it.personId)),
    challenge: isoBase64URL.toBuffer(challenge),
    timeout: PATIENCE_MS,
    attestationType: 'none',
    excludeCredentials: it.there.map(asDescriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** Whose passkeys may answer; where nobody has said who they are, any of this site. */
export function askToUse(site: Site, challenge: string, mine: readonly Listed[]) {
  return generateAuthenticationOptions({
    rpID: site.id,
    challenge: isoBase64URL.toBuffer(challenge),
    timeout: PATIENCE_MS,
    allowCredentials: mine.map(asDescriptor),
    userVerification: 'required',
  })
}

/** The new passkey of an answer, or null where it does not fit what was asked. */
export async function readNew(site: Site, challenge: string, answer: unknown): Promise<NewCredential | null> {
  try {
    // What does not have this shape makes the library throw, which is the same answer.
    const response = withoutAttestation(answer as RegistrationResponseJSON)
    if (!isOfThisPage(response.response.clientDataJSON)) return null
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified || registrationInfo.credential.id !== response.id) return null
    const { id, publicKey, counter } = registrationInfo.credential
    const said: unknown = response.response.transports
    const transports = TRANSPORTS.filter((it) => Array.isArray(said) && said.includes(it))
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports }
  } catch {
    return null
  }
}

/** The id of the passkey that answers, before anything else of it is believed. */
export function credentialOf(answer: unknown): string | null {
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : null
  return typeof id === 'string' && id.length <= 1400 && isoBase64URL.isBase64URL(id) ? id : null
}

/**
 * How often the passkey has signed, or null where the answer does not fit what was asked, is not signed by this passkey, or is
 * said to be another person's. `counter` says whether it fits but for the counter, which did not move on: a copy was used.
 */
export async function readUse(site: Site, challenge: string, known: Known & { personId: string }, answer: unknown) {
  const checked = await check(site, challenge, known, known.counter, answer)
  if (checked !== null) return { ok: true, counter: checked } as const
  const isCopy = (await check(site, challenge, known, 0, answer)) !== null
  return { ok: false, why: isCopy ? 'counter' : 'answer' } as const
}

async function check(
  site: Site,
  challenge: string,
  known: Known & { personId: string },
  counter: number,
  answer: unknown,
): Promise<number | null> {
  try {
    // As above: another shape throws.
    const response = answer as AuthenticationResponseJSON
    if (!isOfThisPage(response.response.clientDataJSON)) return null
    const handle = response.response.userHandle
    if (handle && isoBase64URL.toUTF8String(handle) !== known.personId) return null
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      credential: { id: known.credentialId, publicKey: new Uint8Array(known.publicKey), counter },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

/** Nothing of ours stands in a frame of another site, so no answer comes from one. */
function isOfThisPage(clientData: string): boolean {
  return decodeClientDataJSON(clientData).crossOrigin !== true
}

/**
 * Leaves out what a device says of its make: we ask for none, and to look a certificate up would call addresses it names. What
 * stays is the object a browser makes of it, CBOR with three entries.
 */
function withoutAttestation(answer: RegistrationResponseJSON): RegistrationResponseJSON {
  const { attestationObject, ...response } = answer.response
  const authData = Buffer.from(decodeAttestationObject(isoBase64URL.toBuffer(attestationObject)).get('authData'))
  const length = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff])
  const none = Buffer.concat([Buffer.from('\xa3cfmtdnonegattStmt\xa0hauthData', 'latin1'), length, authData])
  return { ...answer, response: { ...response, attestationObject: none.toString('base64url') } }
}

function asDescriptor(it: Listed) {
  return { id: it.credentialId, transports: [...it.transports] }
}
