import { LINK_PLACE } from '../shapes/sign-in.ts'

/** The letter with a sign-in link, which takes its place when the letter leaves. */
export function signInLetter(organisation: string, name: string, minutes: number) {
  const lines = [
    `Hello ${name},`,
    `Somebody, most likely you, asked to sign in to the mentorship pages of ${organisation}. Open this page and press its button:`,
    LINK_PLACE,
    `The link works once, and for ${minutes} minutes after this letter left.`,
    'If it was not you, there is nothing to do: without this letter nobody comes in.',
  ]
  return { subject: `Sign in to mentorship at ${organisation}`, body: lines.join('\n\n'), why: '' }
}
