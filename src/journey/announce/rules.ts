import { no, type Outcome, yes } from '../../model/outcome.ts'

/** Minutes to wait after the first failure; each further failure doubles it. Own choice: a restarted mail server is back. */
const FIRST_PAUSE_MINUTES = 1
/** Minutes of the longest pause between two tries: half a working day. */
const LONGEST_PAUSE_MINUTES = 240
/** Tries before a letter is the coordinator's to look at: with these pauses, about a day and a half. */
export const MOST_TRIES = 16

/** Whether a letter that failed is tried again, and after how many minutes. `tries` counts the failures before this one. */
export function decideRetry(tries: number, forGood: boolean): Outcome<number> {
  if (forGood) return no('refused-by-mail-server')
  if (tries + 1 >= MOST_TRIES) return no('tried-too-often', { tries: tries + 1 })
  return yes(Math.min(FIRST_PAUSE_MINUTES * 2 ** tries, LONGEST_PAUSE_MINUTES))
}
