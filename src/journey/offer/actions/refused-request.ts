import { Refused } from '../../../runtime/errors.ts'

const WORDS: Readonly<Record<string, string>> = {
  'own-offer': 'This is you. The others see you like this.',
  'already-asked': 'You have asked this mentor already, and the request is open.',
  'three-requests-open':
    'You have three requests open, and that is the most at a time. Withdraw one, or wait: each is answered or moves on within days.',
  'no-room': 'There is no room any more. Somebody else may fit as well.',
  'request-ended': 'This request has come to its end, so there is nothing to answer any more.',
  'not-your-turn': 'It is not your turn in this request. Open the page again.',
  'asked-once': 'You have asked back once, and the answer is there. Please say yes or no now.',
  'request-changed': 'This request changed in the meantime. Open the page again.',
}

/** A refusal with the words for whoever reads it. */
export function refusedRequest(code: string, facts: Readonly<Record<string, unknown>>): Refused {
  return new Refused(code, facts, WORDS[code])
}
