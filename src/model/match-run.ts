/** What a run answered, as it was; runs are kept and never edited. Ids are persons'. */
export type KeptAnswer = {
  readonly shortage: boolean
  readonly places: number
  readonly mentees: number
  readonly mentorOnly: readonly string[]
  readonly pairs: readonly KeptPair[]
  readonly waitingList: readonly string[]
  readonly reserve: readonly string[]
  readonly unmatched: readonly {
    readonly id: string
    readonly role: 'mentor' | 'mentee'
    readonly code: string
    /** So many new places at mentors, or mentees, like a person of the run would change it; or a rule that would say something else. */
    readonly remedy?:
      | { readonly kind: 'mentor' | 'mentee'; readonly like: string; readonly places: number }
      | { readonly kind: 'rule'; readonly relax: Readonly<Record<string, unknown>>; readonly opens: number }
      | null
    readonly reason: string
  }[]
  /** What proves the run to `verify` of the matching; null where it is not proven, absent in runs of before. */
  readonly certificate?: unknown
  /** The same for duals who were seated where places were left. */
  readonly certificateOfFillBack?: unknown
  /** Whether the checker found the certificate good when the run was made; absent in runs of before. */
  readonly stands?: boolean
  /** Pins that could not be kept, with the code of what stands in the way. */
  readonly refusedPins?: readonly (PairOfRun & { readonly code: string })[]
  /** What the run was asked, as far as it says later what has changed: nothing in it can be read but the rules. */
  readonly asked?: KeptAsked
}
export type PairOfRun = { readonly mentorId: string; readonly menteeId: string }
export type KeptPair = PairOfRun & {
  readonly worth: number
  readonly terms: readonly {
    readonly name: string
    readonly points: number
    readonly max?: number
    readonly says: string
  }[]
  readonly reason: string
  readonly pinned?: boolean
  /** Whether the mentee chose the mentor from their shortlist. */
  readonly chosen?: true
  /** 1: nobody openly possible is worth more to them. */
  readonly rankForMentee?: number
  readonly rankForMentor?: number
}
export type KeptAsked = {
  /** Everybody of a role by id, each with a short digest of what was known of them. */
  readonly mentors: Readonly<Record<string, string>>
  readonly mentees: Readonly<Record<string, string>>
  readonly pinned: readonly PairOfRun[]
  readonly forbidden: readonly PairOfRun[]
  readonly rules: Readonly<Record<string, unknown>>
}
