import { readHardRules, refusalOf } from '../../../matching/hard-rules.ts'
import type { PairIds, Policy, Problem, RefusalCode } from '../../../matching/problem.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'

/** What a coordinator wants of the match: keep a pair, leave one out, or let two mentees change their mentors. */
export type Change =
  | ({ readonly kind: 'pin' | 'forbid' } & PairIds)
  | { readonly kind: 'swap'; readonly one: PairIds; readonly other: PairIds }
  /** Undo what was set in one step. */
  | { readonly kind: 'lift'; readonly pairs: readonly PairIds[] }
/** A pair that is asked for already. */
export type InForce = PairIds & { readonly kind: 'pinned' | 'forbidden' }
export type NewRules = readonly InForce[]

/** The rules a change sets, or why it cannot: what is in force already goes before, and is lifted first. */
export function decideChange(change: Change, inForce: readonly InForce[]): Outcome<NewRules> {
  if (change.kind === 'lift') return yes([])
  const wanted = wantedBy(change)
  for (const it of wanted) {
    const same = inForce.find((rule) => isSame(rule, it))
    if (same?.kind === 'pinned') return no('pair-is-pinned', { ...it })
    if (same) return no('pair-is-forbidden', { ...it })
    const pin = inForce.find((rule) => rule.kind === 'pinned' && rule.menteeId === it.menteeId)
    if (it.kind === 'pinned' && pin) return no('mentee-is-pinned', { menteeId: it.menteeId, mentorId: pin.mentorId })
  }
  return yes(wanted)
}

function wantedBy(change: Exclude<Change, { kind: 'lift' }>): NewRules {
  if (change.kind === 'swap') {
    const { one, other } = change
    return [
      { kind: 'pinned', menteeId: one.menteeId, mentorId: other.mentorId },
      { kind: 'pinned', menteeId: other.menteeId, mentorId: one.mentorId },
    ]
  }
  const { mentorId, menteeId } = change
  return [{ kind: change.kind === 'pin' ? 'pinned' : 'forbidden', mentorId, menteeId }]
}

/** The policy as it would be after a change. */
export function policyAfter(policy: Policy, change: Change, rules: NewRules): Policy {
  const lifted = change.kind === 'lift' ? change.pairs : []
  const stays = (it: PairIds) => !lifted.some((pair) => isSame(pair, it))
  const asked = (kind: InForce['kind']) =>
    rules.filter((it) => it.kind === kind).map(({ mentorId, menteeId }) => ({ mentorId, menteeId }))
  return {
    ...policy,
    pinned: inOrder([...policy.pinned.filter(stays), ...asked('pinned')]),
    forbidden: inOrder([...policy.forbidden.filter(stays), ...asked('forbidden')]),
  }
}

/** Why a pair cannot be pinned beside what is pinned and fixed, or null: as the engine reads pins. */
export function refusalOfPin(problem: Problem, policy: Policy, pin: PairIds): RefusalCode | null {
  const mentor = problem.mentors.find((one) => one.id === pin.mentorId)
  const mentee = problem.mentees.find((one) => one.id === pin.menteeId)
  if (!mentor || !mentee) return 'not-possible'
  const taken = [...(problem.fixed ?? []), ...policy.pinned.filter((it) => !isSame(it, pin))]
  const load = taken.filter((it) => it.mentorId === mentor.id).length
  return refusalOf(readHardRules(policy, taken), mentor, mentee) ?? (load < mentor.maximum ? null : 'no-places')
}

/** Pairs in an order that does not tell who asked first: the same pairs ask the match the same. */
export function inOrder(pairs: readonly PairIds[]): readonly PairIds[] {
  const key = (it: PairIds) => `${it.menteeId} ${it.mentorId}`
  return [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

export function isSame(a: PairIds, b: PairIds): boolean {
  return a.mentorId === b.mentorId && a.menteeId === b.menteeId
}
