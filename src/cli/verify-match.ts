import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Certificate } from '../matching/certificate.ts'
import type { Policy, Problem } from '../matching/problem.ts'
import { verify } from '../matching/verify.ts'
import { pairWorth } from '../matching/worth.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { type CertificateFile, digestOf, readCertificateFile } from './match-certificate.ts'
import { pairsSheet } from './match-tables.ts'

/** Whether these words ask to check what `match csv` wrote. */
export function isVerifyMatch(words: readonly string[]): boolean {
  return words[0] === 'match' && words[1] === 'verify'
}

/** `match verify DIR`: nothing is believed but the two sheets as the certificate holds them. What does not hold is refused. */
export function verifyMatch(words: readonly string[], cwd: string): readonly string[] {
  const [folder, ...more] = words.slice(2)
  if (!folder || more.length > 0) throw new Invalid('Name the folder: alongside match verify DIR')
  const at = resolve(cwd, folder)
  const file = readCertificateFile(textIn(at, 'certificate.json'))
  if (!file) throw broken(['certificate.json is not as it was written.'])
  // The digest says that it is what `match csv` wrote, so its parts have these shapes.
  const [problem, policy] = [file.problem as Problem, file.policy as Policy]
  const certificate = file.certificate as Certificate | null
  if (!certificate) throw broken(['This match was written without a certificate.'])
  const faults = [...changedFiles(at, file), ...proofFaults(problem, policy, certificate)]
  const pairs = pairsOf(problem, policy, certificate)
  if (faults.length === 0 && pairs !== textIn(at, 'pairs.csv'))
    faults.push('pairs.csv does not hold the pairs of the certificate.')
  if (faults.length > 0) throw broken(faults)
  const { seated, worth } = certificate.totals
  return [
    `The certificate holds: ${seated + certificate.pinned.length} pairs, ${seated} of them worth ${worth} together by choice of the match.`,
    'No other match under these rules seats more mentees, or others of a higher priority, or is worth more.',
    'All four files are as they were written.',
  ]
}

function changedFiles(folder: string, { files }: CertificateFile): string[] {
  const changed = Object.entries(files).filter(([name, digest]) => digestOf(textIn(folder, name)) !== digest)
  return changed.map(([name]) => `${name} is not as it was written.`)
}

function proofFaults(problem: Problem, policy: Policy, certificate: Certificate): readonly string[] {
  try {
    return verify(problem, policy, certificate)
  } catch {
    return ['The certificate is not complete.']
  }
}

function pairsOf(problem: Problem, policy: Policy, { pinned, pairs }: Certificate): string {
  const mentors = new Map(problem.mentors.map((it) => [it.id, it]))
  const mentees = new Map(problem.mentees.map((it) => [it.id, it]))
  const all = [...pinned, ...pairs].sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1))
  return pairsSheet(
    all.flatMap((it) => {
      const [mentor, mentee] = [mentors.get(it.mentorId), mentees.get(it.menteeId)]
      return mentor && mentee ? [{ ...it, ...pairWorth(mentor, mentee, policy) }] : []
    }),
  )
}

function textIn(folder: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(folder, name)))
  } catch {
    throw new Invalid(`${join(folder, name)} cannot be read. Name the folder that match csv wrote.`)
  }
}

function broken(faults: readonly string[]): Refused {
  const facts = Object.fromEntries(faults.slice(0, 20).map((it, at) => [String(at + 1), it]))
  return new Refused('match-not-proved', facts, 'This match is not proved by its certificate.')
}
