/** Where the link that answers a request stands in its letter until the letter leaves and the secret is made. */
export const ASK_PLACE = '{{the link that answers what was asked}}'

/** Letters whose link is made as they leave, and the page that it opens: opening it answers nothing. */
const PAGES = { 'mentor-request': '/answer-request', 'manager-ask': '/answer-manager' } as const
export type AskKind = keyof typeof PAGES

export function isAskKind(kind: string): kind is AskKind {
  return Object.hasOwn(PAGES, kind)
}

/** The letter as it leaves, with its link in its places. */
export function letterWithAskLink(kind: AskKind, body: string, publicUrl: string, secret: string): string {
  return body.replaceAll(ASK_PLACE, `${publicUrl}${PAGES[kind]}?link=${secret}`)
}
