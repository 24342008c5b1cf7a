/** Zones in which the people of the simulation live. */
export const ZONES = [
  'Etc/UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Sao_Paulo',
]

/** What is assumed of people; none of it is known to the product. Shares of windows, and chances. */
export const SHARES = { logged: 0.5, unlogged: 0.22, quiet: 0.16, disputed: 0.05, paused: 0.07 } as const
export const ANSWERS_QUESTION = 0.75
export const SAYS_NO_WHEN_QUIET = 0.4
export const REMINDER_BRINGS_THEM_TOGETHER = 0.5
export const SLOWEST_ANSWER_HOURS = 36
