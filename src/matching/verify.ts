import type { Certificate } from './certificate.ts'
import type { Policy, Problem } from './problem.ts'

/** What is wrong with a certificate, in sentences; empty when it proves aims 1 to 5 of the run for this problem and policy. */
export function verify(_problem: Problem, _policy: Policy, _certificate: Certificate): readonly string[] {
  return ['This certificate cannot be checked yet.']
}
