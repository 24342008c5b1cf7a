import { CERTIFICATE_LINES, type CertificateLine } from '../../../model/completion.ts'
import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { Role } from '../../../model/role.ts'
import type { Completion } from './completion.ts'

/** Where somebody stands: it can be made; all is done and the season runs; it is still possible; it is not any more. */
export type Standing = 'ready' | 'waits' | 'open' | 'missed'

/** How one person’s completion stands; `isReady` says whether certificates of the season are given already. Null: nothing is known of it any more. */
export function decideStanding(it: Completion | null, isReady: boolean): Standing {
  if (it === null) return 'missed'
  if (it.isComplete) return isReady ? 'ready' : 'waits'
  const { meetings, trainings, surveys } = it
  const isMissed = meetings !== null && meetings.met + meetings.open < meetings.needed
  return isMissed || [...trainings, ...surveys].some((one) => one.state === 'over') ? 'missed' : 'open'
}

/** What can stand on a certificate. */
export type CertificateFacts = {
  readonly name: string
  readonly role: Role
  readonly season: string
  readonly fromOn: Day
  readonly untilOn: Day
  readonly minutes: number
}
/** What does stand on it: null is what its holder left out. */
export type Certificate = {
  readonly name: string | null
  readonly role: Role | null
  readonly season: string | null
  readonly days: { readonly from: Day; readonly until: Day } | null
  readonly minutes: number | null
}

/** What its holder chose, and nothing else: whoever has the link is told no more. Issue 7, certificates. */
export function planCertificate(facts: CertificateFacts, lines: readonly CertificateLine[]): Certificate {
  const has = (line: CertificateLine) => lines.includes(line)
  return {
    name: has('name') ? facts.name : null,
    role: has('role') ? facts.role : null,
    season: has('season') ? facts.season : null,
    days: has('days') ? { from: facts.fromOn, until: facts.untilOn } : null,
    minutes: has('hours') ? facts.minutes : null,
  }
}

/** The lines in their order, each once; at least one, for a certificate of nothing says nothing. */
export function decideLines(given: readonly string[]): Outcome<readonly CertificateLine[]> {
  const lines = CERTIFICATE_LINES.filter((it) => given.includes(it))
  return lines.length > 0 ? yes(lines) : no('nothing-chosen')
}
