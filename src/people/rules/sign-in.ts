import { LINK_PLACE } from '../shapes/sign-in.ts'

/** Minutes a sign-in link opens, from when its letter leaves. Source: reference/security.md, links in letters. */
export const LINK_MINUTES = 15
/** Minutes after which nobody waits for the letter any more: a mail server that comes back later sends none. Own choice. */
export const LETTER_MINUTES = 60

/**
 * How often a link may be asked for. Of one client: a whole office may stand behind one address on the first morning. Of one client
 * for one address: nobody uses up an address's allowance alone. Of one address: nobody's mailbox is flooded. Of the organisation:
 * what a mail server bears. Windows are as long as a link opens, so whoever got the last letter of one can use it until the next.
 * Own choices.
 */
export const LINK_LIMITS = {
  client: { name: 'links from a client', most: 200, minutes: LINK_MINUTES },
  addressOfClient: { name: 'links from a client to an address', most: 5, minutes: LINK_MINUTES },
  address: { name: 'links to an address', most: 15, minutes: LINK_MINUTES },
  organisation: { name: 'links of all', most: 2000, minutes: LINK_MINUTES },
} as const

/** Whether one more letter leaves. An address's first of a window always does: no flood of others keeps anybody out. */
export function letterLeaves(used: { readonly address: number; readonly organisation: number }): boolean {
  if (used.address > LINK_LIMITS.address.most) return false
  return used.address === 1 || used.organisation <= LINK_LIMITS.organisation.most
}

/** The page of the button, which spends the link: opening it spends nothing. */
export function linkWith(publicUrl: string, secret: string): string {
  return `${publicUrl}/sign-in/confirm?token=${secret}`
}

/** The letter as it leaves, with the link in its place. */
export function letterWithLink(body: string, publicUrl: string, secret: string): string {
  return body.replaceAll(LINK_PLACE, linkWith(publicUrl, secret))
}
