import { LINK_PLACE } from '../shapes/sign-in.ts'

/** Minutes a sign-in link opens, from when its letter leaves. Source: reference/security.md, links in letters. */
export const LINK_MINUTES = 15
/** Minutes after which nobody waits for the letter any more: a mail server that comes back later sends none. Own choice. */
export const LETTER_MINUTES = 60

/**
 * How often a link may be asked for. Of one address: nobody's mailbox is flooded. Of one client: a whole office may stand behind
 * one address on the first morning. Of the organisation: what a mail server bears. Own choices.
 */
export const LINK_LIMITS = {
  address: { name: 'link to an address', most: 5, minutes: 15 },
  client: { name: 'links from a client', most: 200, minutes: 15 },
  organisation: { name: 'links of all', most: 2000, minutes: 15 },
} as const

/** The page of the button, which spends the link: opening it spends nothing. */
export function linkWith(publicUrl: string, secret: string): string {
  return `${publicUrl}/sign-in/confirm?token=${secret}`
}

/** The letter as it leaves, with the link in its place. */
export function letterWithLink(body: string, publicUrl: string, secret: string): string {
  return body.replaceAll(LINK_PLACE, linkWith(publicUrl, secret))
}
