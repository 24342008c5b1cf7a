import { writeSheet } from '../sheets/write-sheet.ts'
import type { Named } from './match-people.ts'

type Ids = { readonly mentorId: string; readonly menteeId: string }
type Term = { readonly name: string; readonly points: number; readonly max: number }
type Worth = { readonly worth: number; readonly terms: readonly Term[] }

/** Addresses, worth 0 to 10,000, and a column for each part of it. */
export function pairsSheet(pairs: readonly (Ids & Worth)[]): string {
  const terms = pairs[0]?.terms.map((it) => it.name) ?? []
  return writeSheet(
    ['mentor_email', 'mentee_email', 'worth', ...terms],
    pairs.map((it) => [it.mentorId, it.menteeId, it.worth, ...it.terms.map(({ points }) => points)]),
  )
}

type Left = {
  readonly unmatched: readonly { readonly id: string; readonly role: string; readonly reason: string }[]
  readonly waitingList: readonly string[]
  readonly reserve: readonly string[]
}

/** Who has no pair, in the order in which they would get one, with the reason. */
export function unmatchedSheet(
  { unmatched, waitingList, reserve }: Left,
  { names }: { readonly names: ReadonlyMap<string, Named> },
): string {
  const orders: Readonly<Record<string, readonly string[]>> = { mentee: waitingList, mentor: reserve }
  return writeSheet(
    ['email', 'name', 'role', 'place', 'reason'],
    unmatched.map(({ id, role, reason }) => [
      id,
      names.get(id)?.name ?? id,
      role,
      (orders[role]?.indexOf(id) ?? -1) + 1,
      withNames(reason, names),
    ]),
  )
}

/** A sentence of the engine, which knows people by address only, with their names. */
export function withNames(sentence: string, names: ReadonlyMap<string, Named>): string {
  return sentence.replaceAll(/[^\s,;:()]+@[^\s,;:()]+/g, (found) => {
    const email = found.replace(/[.?]+$/, '')
    return `${names.get(email)?.name ?? email}${found.slice(email.length)}`
  })
}
