/** One line of the audit as its chain covers it, with whom it was about. */
export type ChainLine = {
  readonly id: string
  readonly action: string
  readonly actorKind: string
  readonly actorPersonId: string | null
  readonly via: string
  readonly seasonId: string | null
  readonly about: string | null
  readonly outcome: string
  readonly ground: string | null
  readonly onDay: string
  /** To the microsecond, in UTC. */
  readonly recordedAt: string
  readonly subjects: readonly (readonly [personId: string, contentClass: string])[]
}

/** What chains a line: `hash` covers the line, its number, and `previous`, the hash of the line before. */
export type Seal = {
  readonly number: number
  readonly auditId: string
  readonly previous: string
  readonly hash: string
}
