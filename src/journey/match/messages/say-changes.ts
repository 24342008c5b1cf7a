import { someOf } from '../../../texts/en/match.ts'
import type { Changes, Somebody, Turned } from '../shapes.ts'

/** What has changed since a run, a sentence each. Whatever the cause, whoever is no more in the pool is said in one way. */
export function sayChanges(changes: Changes, name: (id: string) => string): readonly string[] {
  const people = (all: readonly Somebody[]) => someOf(all.map((it) => `${name(it.id)} (${it.role})`))
  const pairs = (all: Turned['set']) => someOf(all.map((it) => `${name(it.menteeId)} with ${name(it.mentorId)}`))
  const said = (all: readonly unknown[], text: () => string) => (all.length > 0 ? [text()] : [])
  const { left, joined, differs, pinned, forbidden } = changes
  return [
    ...said(left, () => `No longer to be seated: ${people(left)}.`),
    ...said(joined, () => `New: ${people(joined)}.`),
    ...said(differs, () => `Something is known differently of ${people(differs)}.`),
    ...said(pinned.set, () => `Pinned: ${pairs(pinned.set)}.`),
    ...said(pinned.lifted, () => `Pinned no more: ${pairs(pinned.lifted)}.`),
    ...said(forbidden.set, () => `Forbidden: ${pairs(forbidden.set)}.`),
    ...said(forbidden.lifted, () => `Forbidden no more: ${pairs(forbidden.lifted)}.`),
    ...(changes.hasOtherRules ? ['The program’s rules of the match are different.'] : []),
    ...(changes.isElsewhere ? ['Something else the match is computed from.'] : []),
  ]
}
