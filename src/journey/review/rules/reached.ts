import { addDays, addMonths } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { Program, Requirement } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { decideEligibility, isMet } from '../rules.ts'

/** What the rules read of an application in force and of the directory on the day. */
export type Weighed = {
  readonly role: Role
  readonly submittedOn: Day
  readonly startedOn: Day | null
  readonly cleared: boolean | null
  readonly commits: boolean | null
  readonly trainings: boolean | null
  readonly identity: boolean | null
  readonly certificate: boolean | null
}

/** Whether an application has passed the people team, where its role asks for that. PRODUCT.md, who sees what: only these reach anybody else. */
export function isCleared(program: Program, it: Pick<Weighed, 'role' | 'cleared'>): boolean {
  const asks = program.roles[it.role].requirements.some((requirement) => requirement.kind === 'standing')
  return !asks || it.cleared === true
}

/** Whether an application is cleared and eligible: one state, so that no list tells the two apart. PRODUCT.md, who sees what. */
export function hasReached(program: Program, it: Weighed): boolean {
  return isCleared(program, it) && decideEligibility(program.roles[it.role].requirements, asApplicant(it)).ok
}

/**
 * The applications that a coordinator lists: cleared and eligible, and not their own. `mentorOnly` is of the first published match,
 * null before any. PRODUCT.md, who sees what: one's own is a locked line.
 */
export function keepReached<T extends Weighed & { readonly personId: string }>(
  program: Program,
  all: readonly T[],
  it: { readonly but: string; readonly mentorOnly: readonly string[] | null },
): readonly (T & { readonly mayWait: boolean })[] {
  const onlyMentors = new Set(it.mentorOnly ?? [])
  return all
    .filter((one) => one.personId !== it.but && hasReached(program, one))
    .map((one) => ({
      ...one,
      mayWait: it.mentorOnly !== null && !(one.role === 'mentee' && onlyMentors.has(one.personId)),
    }))
}

/** One requirement with the fact it was weighed by. Days are days; `said` is the answer in the application. */
export type Evidence = {
  readonly kind: Requirement['kind']
  readonly text: string
  readonly isMet: boolean
  /** Of tenure alone: since when they are here, and since when they would have to be. */
  readonly startedOn: Day | null
  readonly neededBy: Day | null
  readonly said: boolean | null
}

/** Each requirement of the role with the fact it was weighed by, in the order of the program file. */
export function planEvidence(program: Program, it: Weighed): readonly Evidence[] {
  return program.roles[it.role].requirements.map((requirement) => ({
    kind: requirement.kind,
    text: requirement.text,
    isMet: isMet(requirement, asApplicant(it)),
    startedOn: requirement.kind === 'tenure' ? it.startedOn : null,
    neededBy: requirement.kind === 'tenure' ? latestStart(it.submittedOn, requirement.months) : null,
    said: saidTo(requirement.kind, it),
  }))
}

/** The last day on which somebody may have started to be here for so many calendar months on a day. Policy: tenure in months. */
export function latestStart(day: Day, months: number): Day {
  let at = addMonths(day, -months)
  // The last days of a long month come to the end of a short one.
  while (addMonths(addDays(at, 1), months) <= day) at = addDays(at, 1)
  return at
}

function saidTo(kind: Requirement['kind'], it: Weighed): boolean | null {
  switch (kind) {
    case 'commitment':
      return it.commits
    case 'live-trainings':
      return it.trainings
    case 'identity':
      return it.identity
    case 'certificate':
      return it.certificate
    case 'tenure':
    case 'standing':
      return null
  }
}

function asApplicant(it: Weighed) {
  const { commits, trainings, identity, certificate } = it
  return {
    submittedOn: it.submittedOn,
    startedOn: it.startedOn,
    answers: { commits, trainings, identity, certificate },
  }
}
