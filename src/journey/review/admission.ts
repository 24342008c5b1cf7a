import type { Program } from '../../model/program.ts'
import type { ApplicationRow, DecisionRecord, ReviewRecord } from '../../store/applications.ts'
import { countPriority, decideAdmission, decideEligibility } from './rules.ts'

/** What becomes of each application that reached the coordinator; those not cleared get no line at all. */
export function planDecisions(
  program: Program,
  applications: readonly ApplicationRow[],
  starts: ReadonlyMap<string, string | null>,
  reviews: readonly ReviewRecord[],
): readonly DecisionRecord[] {
  return applications.flatMap((it) => {
    const { requirements, considerations, call } = program.roles[it.role]
    const asksClearance = requirements.some((requirement) => requirement.kind === 'standing')
    if (asksClearance && it.cleared !== true) return []
    const answers = { commits: it.commits, trainings: it.trainings, identity: it.identity, certificate: it.certificate }
    const eligible = decideEligibility(requirements, {
      submittedOn: it.submitted_on,
      startedOn: starts.get(it.person_id) ?? null,
      answers,
    })
    const given = reviews
      .filter((review) => review.application_id === it.id)
      .map((review) => ({ reviewerId: review.reviewer_id, scores: review.scores }))
    const priority = countPriority(
      given,
      considerations.filter((criterion) => criterion.source !== 'match').map((criterion) => criterion.key),
    )
    const byRules = decideAdmission({ eligible: eligible.ok, late: it.late, callLate: call.late })
    // What a person decided stands, as long as the application meets the rules at all.
    const byHand = it.step_id !== null && eligible.ok ? it.outcome : null
    return [
      { application_id: it.id, outcome: byHand ?? byRules, priority, step_id: byHand === null ? null : it.step_id },
    ]
  })
}
