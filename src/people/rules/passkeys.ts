import { no, type Outcome, yes } from '../../model/outcome.ts'

/** Minutes in which a passkey or an identity provider must have answered. Own choice; a person looks for their key. */
export const CHALLENGE_MINUTES = 5

/** How often one client may ask for a passkey to sign in with; a whole office may stand behind one address. Own choice. */
export const PASSKEY_LIMIT = { name: 'passkey sign-ins from a client', most: 200, minutes: 15 } as const

/** The most passkeys of one person: a browser lists them all each time. Own choice. */
const MOST_PASSKEYS = 20

/** Characters a passkey's name may have. Own choice. */
export const LONGEST_PASSKEY_NAME = 60

/** Whether a person with so many passkeys may add one. */
export function decideOneMorePasskey(passkeys: number): Outcome<true> {
  return passkeys < MOST_PASSKEYS ? yes(true) : no('too-many-passkeys', { most: MOST_PASSKEYS })
}

/** The name somebody gave a passkey, or what it is called without one: never empty, never longer than fits a line. */
export function passkeyName(given: string, device: string): string {
  const name = given.replace(/\s+/g, ' ').trim().slice(0, LONGEST_PASSKEY_NAME).trim()
  return name === '' ? device.slice(0, LONGEST_PASSKEY_NAME) : name
}
