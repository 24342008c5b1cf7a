/** What a person costs. None of it is measured on people; each is on the high side of what one sees over a shoulder. */
export const MINUTES_PER_ACTION = 0.25
export const MINUTES_PER_FIELD = 0.1
export const WORDS_READ_PER_MINUTE = 230
export const WORDS_WRITTEN_PER_MINUTE = 30

/** Words of what a coordinator writes themself: to one person, to a group, an answer that was promised, the season's summary. */
export const WORDS_TO_ONE = 40
export const WORDS_TO_GROUP = 40
export const WORDS_OF_ANSWER = 60
export const WORDS_OF_DECISION = 150

/** What people of a season do that somebody has to look at. Shares of people or pairs, and counts. */
export const PAIRS = 32
export const MENTEES = 37
export const HELP = 3
export const ANOTHER_MATCH = 2
export const LOOK_AGAIN = 2
export const BAD_ADDRESSES = 2
export const QUESTIONS = 8
export const CERTIFIED_IN_TIME = 0.8
/** Of whom was written to, all complete it so many days later. */
export const DAYS_TO_CERTIFICATE = 3
export const ANSWERED = { pre: 0.7, mid: 0.45, end: 0.6 } as const
/** Those of a season who come to an event; whoever runs it gives the list. */
export const COME = 0.94
