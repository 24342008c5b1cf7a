import { no, type Outcome, yes } from '../../model/outcome.ts'

/** One asking to open one person's application of one season, and what became of it. Instants are ISO 8601 with Z. */
export type Glass = {
  readonly ownerId: string
  readonly secondId: string | null
  readonly subjectId: string
  readonly askedAt: string
  readonly untilAt: string | null
  readonly endedAt: string | null
}

/** It waits for the second person, is open, was closed or ran out, or nobody agreed in time. */
export type GlassState = 'waiting' | 'open' | 'over' | 'lapsed'

/** Minutes for which it is open. PRODUCT.md, who sees what; issue 3: one hour. */
export const OPEN_MINUTES = 60
/** Days in which a second person may agree. Own choice: a week, after which the reason may have gone. */
export const WAITING_DAYS = 7
/** Characters of a reason at least: a sentence, not a word. */
export const SHORTEST_REASON = 20
/** Characters of a reason at most: it stands in a letter. */
export const LONGEST_REASON = 1000

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** What it is at an instant; one that is over or lapsed never opens again. */
export function stateOfGlass(glass: Glass, now: string): GlassState {
  if (glass.endedAt !== null) return 'over'
  if (glass.untilAt !== null) return Date.parse(now) < Date.parse(glass.untilAt) ? 'open' : 'over'
  return Date.parse(now) - Date.parse(glass.askedAt) < WAITING_DAYS * DAY_MS ? 'waiting' : 'lapsed'
}

/** Whether an owner may ask: with a reason in a sentence, and not about themself. */
export function decideAsk(asked: { ownerId: string; subjectId: string; reason: string }): Outcome<null> {
  if (asked.reason.trim().length < SHORTEST_REASON) return no('reason-too-short', { least: SHORTEST_REASON })
  if (asked.ownerId === asked.subjectId) return no('glass-on-oneself')
  return yes(null)
}

/** Whether this person may be the second one, and until when it is open then. */
export function decideAgree(glass: Glass, secondId: string, now: string): Outcome<{ untilAt: string }> {
  if (secondId === glass.ownerId) return no('glass-needs-another')
  if (secondId === glass.subjectId) return no('glass-on-oneself')
  const state = stateOfGlass(glass, now)
  if (state !== 'waiting') return no('glass-is-over', { state })
  return yes({ untilAt: new Date(Date.parse(now) + OPEN_MINUTES * MINUTE_MS).toISOString() })
}

/** Whether this person may look: who asked, while it is open. */
export function decideLook(glass: Glass, personId: string, now: string): Outcome<null> {
  if (personId !== glass.ownerId) return no('glass-of-another')
  const state = stateOfGlass(glass, now)
  return state === 'open' ? yes(null) : no('glass-is-over', { state })
}

/** Whether this person may close it, before its hour is over or before anybody agreed: either of the two. */
export function decideEndGlass(glass: Glass, personId: string, now: string): Outcome<'ended' | 'unchanged'> {
  if (personId !== glass.ownerId && personId !== glass.secondId) return no('glass-of-another')
  const state = stateOfGlass(glass, now)
  return yes(state === 'open' || state === 'waiting' ? 'ended' : 'unchanged')
}
