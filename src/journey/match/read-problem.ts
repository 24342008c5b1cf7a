import { planMatch } from '../../matching/plan-match.ts'
import type { Mentee, Mentor, Policy, Problem } from '../../matching/problem.ts'
import { decideShortage } from '../../matching/shortage.ts'
import { wishesSchema } from '../../model/given-application.ts'
import type { Context } from '../../runtime/context.ts'
import { type ApplicationRow, applicationsOf } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { wishesIn } from '../../store/match-wishes.ts'
import { type KeptAnswer, type MatchRun, pairsOf } from '../../store/matches.ts'
import { type PersonRow, peopleOn } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { wishesAt } from '../apply/shapes.ts'

export type Asked = {
  readonly problem: { readonly problem: Problem; readonly policy: Policy; readonly mentorOnly: readonly string[] }
  readonly solve: () => KeptAnswer
}

/** The day's people as the engine takes them. A later run seats only waiting list and reserve; the first run's shortage outcome stands. */
export async function readProblem(ctx: Context, tx: Tx, season: Season, runs: readonly MatchRun[]): Promise<Asked> {
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it]))
  const pairs = await pairsOf(tx, ctx.organisationId, season.id)
  const first = runs.filter((run) => run.publishedOn).at(-1)
  const admitted = applications.filter((it) => it.outcome === 'pool' || (first && it.outcome === 'reserve'))
  const mentors = admitted.filter((it) => it.role === 'mentor').map((it) => asMentor(it, season, people))
  const seekers = admitted.filter((it) => it.role === 'mentee').map((it) => asCandidate(it, people))
  const shortage = first
    ? {
        shortage: first.answer.shortage,
        places: first.answer.places,
        mentees: first.answer.mentees,
        mentorOnly: first.answer.mentorOnly,
      }
    : decideShortage({ mentors, mentees: seekers })
  const paired = new Set(pairs.map((pair) => pair.menteeId))
  const mentees = seekers.filter((it) => !shortage.mentorOnly.includes(it.id) && !paired.has(it.id))
  const problem = { mentors, mentees, fixed: pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId })) }
  const policy = policyOf(season, await blocksIn(ctx, tx, season.id))
  return {
    problem: { problem, policy, mentorOnly: shortage.mentorOnly },
    solve: () => ({ ...shortage, ...keep(planMatch(problem, policy), people) }),
  }
}

/** The engine knows people by id only; what is kept and read by people says their names. */
function keep(answer: ReturnType<typeof planMatch>, people: ReadonlyMap<string, PersonRow>) {
  const named = (reason: string) =>
    reason.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => people.get(id)?.name ?? 'somebody')
  const { waitingList, reserve, certificate } = answer
  const pairs = answer.pairs.map(({ mentorId, menteeId, worth, terms, reason }) => ({
    mentorId,
    menteeId,
    worth,
    terms,
    reason: named(reason),
  }))
  const unmatched = answer.unmatched.map((it) => ({ ...it, reason: named(it.reason) }))
  return { pairs, waitingList, reserve, unmatched, certificate }
}

function asMentor(it: ApplicationRow, season: Season, people: ReadonlyMap<string, PersonRow>): Mentor {
  const { minimum, maximum } = season.program.matching.load
  const offered = it.capacity ?? maximum
  return { ...asCandidate(it, people), minimum: Math.min(minimum, offered), maximum: Math.min(maximum, offered) }
}

function asCandidate(it: ApplicationRow, people: ReadonlyMap<string, PersonRow>): Mentee {
  return {
    id: it.person_id,
    division: people.get(it.person_id)?.division ?? null,
    lineAbove: lineAbove(it.person_id, people),
    topics: it.topics,
    asynchronous: it.asynchronous === true,
    priority: { score: it.priority, appliedAt: it.submitted_at },
  }
}

const LONGEST_LINE = 40

/** Managers upwards, nearest first; a circle in the directory ends the climb. */
function lineAbove(personId: string, people: ReadonlyMap<string, PersonRow>): string[] {
  const line: string[] = []
  let at = people.get(personId)?.manager_id
  while (at && at !== personId && !line.includes(at) && line.length < LONGEST_LINE) {
    line.push(at)
    at = people.get(at)?.manager_id
  }
  return line
}

/** Who does not want to be paired with whom, opened for the engine alone: nothing that is kept or shown says one. */
async function blocksIn(ctx: Context, tx: Tx, seasonId: string): Promise<readonly (readonly [string, string])[]> {
  const blocks: (readonly [string, string])[] = []
  for (const { id, personId, sealed } of await wishesIn(tx, ctx.organisationId, seasonId)) {
    const owner = { organisationId: ctx.organisationId, kind: 'person', id: personId } as const
    const text = await ctx.keyring.open(owner, wishesAt(id), sealed)
    for (const other of wishesSchema.parse(JSON.parse(text)).blocks) blocks.push([personId, other])
  }
  return blocks
}

function policyOf(season: Season, blocks: Policy['blocks']): Policy {
  const { otherDivision, reportingLineDistance, overlapHours, seed } = season.program.matching
  return {
    otherDivision,
    reportingLineDistance,
    overlapHours,
    blocks,
    forbidden: [],
    pinned: [],
    past: [],
    seed,
    shortage: { by: 'count' },
  }
}
