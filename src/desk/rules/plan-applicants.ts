import type { Role } from '../../model/role.ts'
import type { Side } from './plan-group.ts'

/** Groups of people who applied, and who of them may be named to whoever writes. */
export const APPLICANT_GROUPS = ['applied', 'unplaced', 'waiting'] as const
export type ApplicantGroup = (typeof APPLICANT_GROUPS)[number]

/** An application in force, as far as a group goes. */
export type Applicant = {
  readonly personId: string
  readonly role: Role
  /** Whether the coordinator has it on a list, by name. */
  readonly reached: boolean
  /** Whether it is on the waiting list, or in reserve. */
  readonly waits: boolean
}
export type ApplicantsPlan = {
  readonly named: readonly string[]
  /** They get it too, and no page says who they are or how many: not getting it would tell them something, and counting them others. */
  readonly unnamed: readonly string[]
}
const NOBODY: ApplicantsPlan = { named: [], unnamed: [] }

/**
 * Who is in a group of applicants, each person once. Before everybody has heard there is only one group, everyone who applied: any
 * smaller one would tell its readers how they stand. After it, those who heard that they have no place, whatever the reason, and the
 * waiting list. `withoutPlace` are those who heard so; null before. PRODUCT.md, who sees what: clearance; announce.
 */
export function planApplicants(
  to: ApplicantGroup,
  who: Side,
  applicants: readonly Applicant[],
  withoutPlace: ReadonlySet<string> | null,
): ApplicantsPlan {
  const ofSide = applicants.filter((it) => who === 'both' || who === `${it.role}s`)
  if (to === 'applied') {
    if (withoutPlace !== null) return NOBODY
    const named = once(ofSide.filter((it) => it.reached))
    return { named, unnamed: once(ofSide).filter((id) => !named.includes(id)) }
  }
  if (withoutPlace === null) return NOBODY
  const heard = ofSide.filter((it) => withoutPlace.has(it.personId))
  return { named: once(to === 'waiting' ? heard.filter((it) => it.reached && it.waits) : heard), unnamed: [] }
}

function once(applicants: readonly Applicant[]): readonly string[] {
  return [...new Set(applicants.map((it) => it.personId))]
}
