import type { Day } from '../../model/day.ts'

/** Characters of the longest request, question and answer. Issue 4, mentor directory. */
export const LONGEST_REQUEST = 1000
/** Characters of the sentence about what somebody offers. */
export const LONGEST_OFFER = 300
/** Topics that an offer or a request names at most. Own choice. */
export const MOST_TOPICS = 12
/** People whom one mentor takes on at the same time, at most. Own choice. */
export const MOST_PLACES = 5
/** Requests of one person that may be open at the same time. Issue 4. */
export const MOST_OPEN = 3
/** Days after which a request moves on when whoever is to answer has not. Issue 4. */
export const DAYS_TO_ANSWER = 7
/** Days for which a request is kept after it ended, and after it was accepted; the entries of the table say the same. */
export const DAYS_KEPT = { ended: 30, accepted: 365 } as const
/** Days after which an accepted request frees its place by itself, where nobody said that it is over. Own choice. */
export const DAYS_OF_A_PLACE = 180

/** What a mentor of the directory shows. */
export type Offer = {
  readonly topics: readonly string[]
  readonly words: string
  readonly places: number
  readonly asynchronous: boolean
  readonly availableOn: Day | null
}

export type RequestState = 'open' | 'accepted' | 'declined' | 'full' | 'moved-on' | 'withdrawn'
export type Turn = 'mentor' | 'asker'
/** What a mentor answers a request with. */
export const REQUEST_ANSWERS = ['accept', 'decline', 'ask-more', 'full'] as const
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number]

/** A request as its rules read it. */
export type Standing = {
  readonly state: RequestState
  readonly turn: Turn
  readonly turnAt: string
  readonly hasAsked: boolean
}
