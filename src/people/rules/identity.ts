import { no, type Outcome, yes } from '../../model/outcome.ts'

/** What an identity provider says of whoever is there, as far as we look at it. */
export type Claims = {
  readonly email?: unknown
  readonly email_verified?: unknown
  readonly amr?: unknown
  readonly acr?: unknown
}

/** How often one client may set out to an identity provider; a whole office may stand behind one address. Own choice. */
export const PROVIDER_LIMIT = { name: 'ways to a provider from a client', most: 200, minutes: 15 } as const

/** Longest address of a person: RFC 5321, 4.5.3.1. */
const LONGEST_ADDRESS = 254

/**
 * The address a provider vouches for, written as ours are, or null. Only `true` vouches, and only ASCII is made lower case: some
 * letters of other scripts become one of ours then. decisions/0003.
 */
export function vouchedAddress(claims: Claims): string | null {
  const { email } = claims
  if (claims.email_verified !== true || typeof email !== 'string') return null
  const written = email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return written.length <= LONGEST_ADDRESS && /^[^\s@]+@[^\s@]+$/.test(written) ? written : null
}

type Linked = { readonly personId: string; readonly isHere: boolean }
type Addressed = { readonly personId: string; readonly hasAccount: boolean }

/**
 * Who an account of an identity provider is. One that is linked is its person, as long as they are here. Otherwise the person
 * with the address that the provider vouches for, who has no other account there: an address may be given to somebody new.
 * Nothing else links. decisions/0003.
 */
export function decideWho(
  linked: Linked | undefined,
  addressed: Addressed | undefined,
): Outcome<{ personId: string; links: boolean }> {
  if (linked) return linked.isHere ? yes({ personId: linked.personId, links: false }) : no('identity-of-nobody-here')
  if (!addressed) return no('identity-unknown')
  return addressed.hasAccount ? no('identity-is-another') : yes({ personId: addressed.personId, links: true })
}

/** Values of `acr` that stand for more than one factor: OpenID EAP ACR 1.0, PAPE 1.0, and the profile of REFEDS. */
const SEVERAL_FACTORS: readonly unknown[] = [
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
]

/** Whether a provider says that more than one factor was used: `mfa` among the methods (RFC 8176), or such a class. */
export function saysSeveralFactors({ amr, acr }: Claims): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || SEVERAL_FACTORS.includes(acr)
}
