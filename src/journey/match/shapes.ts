import type { PairOfRun } from '../../model/match-run.ts'
import type { Role } from '../../model/role.ts'

/** What has changed between two times that the match was asked. */
export type Changes = {
  readonly left: readonly Somebody[]
  readonly joined: readonly Somebody[]
  /** What the match knows of them is not what it was. */
  readonly differs: readonly Somebody[]
  readonly pinned: Turned
  readonly forbidden: Turned
  /** Whether the program's rules of the match differ. */
  readonly hasOtherRules: boolean
  /** Whether nothing above says it, and yet the match is asked something else: wishes, blocks, pairs of other seasons. */
  readonly isElsewhere: boolean
}
export type Somebody = { readonly id: string; readonly role: Role }
export type Turned = { readonly set: readonly PairOfRun[]; readonly lifted: readonly PairOfRun[] }

/** How a person of the match is shown to its coordinator. */
export type Named = {
  readonly id: string
  readonly name: string
  readonly division: string | null
  readonly zone: string | null
}
