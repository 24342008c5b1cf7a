import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import type { Context } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { type OwnCertificate, ownCertificates } from '../../../store/certificates.ts'
import { type CompletionRow, completionRowsOf, ownCompletions } from '../../../store/completions.ts'
import type { Tx } from '../../../store/database.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { pairsOfPerson } from '../../../store/participants.ts'
import type { Season } from '../../../store/seasons.ts'
import { decideStanding, type Standing } from '../rules/certificate.ts'
import { areCertificatesReady, type Completion, planCompletions } from '../rules/completion.ts'

/** Where somebody stands in one role: what is done and what is missing, and their certificate. */
export type OwnStanding = {
  readonly role: Role
  /** Null where what it was counted from is gone. */
  readonly done: Completion | null
  readonly standing: Standing
  /** What can stand on it. */
  readonly facts: Pick<CompletionRow, 'fromOn' | 'untilOn' | 'minutes'>
  readonly certificate: OwnCertificate | null
}

/** The standings of one person in a season, in each role in which they were in a pair of which they have heard. */
export async function findStandings(
  ctx: Context,
  tx: Tx,
  { id: seasonId, program }: Season,
  me: string,
): Promise<{ roles: readonly OwnStanding[]; today: Day }> {
  const today = dayIn(ctx.clock.now(), program.zone)
  const { organisationId } = ctx
  const heard = await pairsOfPerson(tx, { organisationId, personId: me, shownOn: ctx.today }, seasonId)
  const ids = new Set(heard.map((it) => it.id))
  const rows = await completionRowsOf(tx, organisationId, seasonId, me)
  const known = rows.pairs.filter((it) => ids.has(it.id) || (it.mentorId !== me && it.menteeId !== me))
  const done = planCompletions(program, { ...rows, pairs: known.map(asPairFact) }, today)
  const recorded = await ownCompletions(tx, organisationId, seasonId, me)
  const certificates = await ownCertificates(tx, organisationId, seasonId, me)
  const isReady = areCertificatesReady(program, today)
  const roles = ROLES.flatMap((role): readonly OwnStanding[] => {
    const mine = done.find((it) => it.personId === me && it.role === role) ?? null
    const row = recorded.find((it) => it.role === role)
    const certificate = certificates.find((it) => it.role === role) ?? null
    const facts = row ?? mine ?? certificate
    if (!facts) return []
    const standing = row?.readyOn ? 'ready' : decideStanding(mine, isReady)
    return [{ role, done: mine, standing, facts, certificate }]
  })
  if (!program.certificate && roles.every((it) => it.certificate === null))
    throw new NotFound('This season gives no certificates of completion.')
  return { roles, today }
}
