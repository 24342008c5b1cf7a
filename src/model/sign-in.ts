/** Hours without use after which a sign-in is over, and days after which it is over in any case. Source: OWASP ASVS 5.0, V7. */
export const IDLE_HOURS = 12
export const LONGEST_DAYS = 7
