import type { KeptAnswer } from '../../../model/match-run.ts'
import { type Context, permit } from '../../../runtime/context.ts'
import { applicationsOf } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import type { MatchRun } from '../../../store/match-runs.ts'
import { peopleOn } from '../../../store/people.ts'
import type { Season } from '../../../store/seasons.ts'

export type Proposed = {
  readonly run: number
  /** Worth and reason are null in a pair of the reader's own. */
  readonly pairs: readonly { mentor: string; mentee: string; worth: number | null; reason: string | null }[]
  readonly mentorsOnly: readonly string[]
  readonly waitingList: readonly string[]
  readonly reserve: readonly string[]
  readonly unmatched: readonly { email: string; role: string; reason: string }[]
  readonly publishedOn: string | null
  /** Lines about the reader themself, which another coordinator handles: pairs without reason, and places in the lists. */
  readonly locked: number
}

/**
 * A run tells something about everybody who applied, also that they are not in it: all of them see that somebody looked. Were it
 * only those in the run, the others would learn before the announcement that they do not proceed.
 */
export async function readRun(ctx: Context, tx: Tx, season: Season, run: Omit<MatchRun, 'madeBy'>): Promise<Proposed> {
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  const applied = [...new Set(applications.map((it) => it.person_id))]
  await permit(ctx, tx, 'match.showMatch', { seasonId: season.id, people: applied })
  const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it.email]))
  const me = 'personId' in ctx.actor ? ctx.actor.personId : null
  return sayRun(run, (id) => people.get(id) ?? id, me)
}

/** The run in addresses, without what it says about its reader. */
function sayRun(
  { number, answer, publishedOn }: Omit<MatchRun, 'madeBy'>,
  email: (id: string) => string,
  me: string | null,
): Proposed {
  const isOwn = (it: KeptAnswer['pairs'][number]) => it.mentorId === me || it.menteeId === me
  const others = (ids: readonly string[]) => ids.filter((id) => id !== me).map(email)
  const lists = [answer.mentorOnly, answer.waitingList, answer.reserve, answer.unmatched.map((it) => it.id)]
  return {
    run: number,
    pairs: answer.pairs.map((it) => ({
      mentor: email(it.mentorId),
      mentee: email(it.menteeId),
      worth: isOwn(it) ? null : it.worth,
      reason: isOwn(it) ? null : it.reason,
    })),
    mentorsOnly: others(answer.mentorOnly),
    waitingList: others(answer.waitingList),
    reserve: others(answer.reserve),
    unmatched: answer.unmatched
      .filter((it) => it.id !== me)
      .map((it) => ({ email: email(it.id), role: it.role, reason: it.reason })),
    publishedOn,
    locked: answer.pairs.filter(isOwn).length + lists.flat().filter((id) => id === me).length,
  }
}
