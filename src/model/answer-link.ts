/** Where the link of a question stands in its letter until the letter leaves and the secret is made. */
export const ANSWER_PLACE = '{{the link that answers}}'

/** Days for which the link of a question answers, from when it was asked. Own choice. */
export const ANSWER_DAYS = 14

/** What a question may be answered with, as its links say it. */
export const ANSWERS = ['met', 'not-met', 'another-day'] as const

/** The page of a question's button, which answers: opening it answers nothing. */
export function answerLink(publicUrl: string, secret: string): string {
  return `${publicUrl}/answer?link=${secret}`
}

/** The letter of a question as it leaves, with its links in their places. */
export function letterWithAnswerLink(body: string, publicUrl: string, secret: string): string {
  return body.replaceAll(ANSWER_PLACE, answerLink(publicUrl, secret))
}

/** The letter of a question as a page shows it: its links were made as it left, and are in the e-mail alone. */
export function withoutAnswerLink(body: string): string {
  return body
    .split('\n\n')
    .filter((paragraph) => !paragraph.includes(ANSWER_PLACE))
    .join('\n\n')
}
