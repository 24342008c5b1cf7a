import type { MatchAnswer, Mentee, Mentor, Policy, Problem } from '../../matching/problem.ts'
import { wishesSchema } from '../../model/given-application.ts'
import { USUAL_MATCH_WEIGHTS } from '../../model/match-worth.ts'
import type { Role } from '../../model/role.ts'
import { TOPICS } from '../../model/topics.ts'
import type { Context } from '../../runtime/context.ts'
import { type ApplicationRow, applicationsOf } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { wishesIn } from '../../store/match-wishes.ts'
import { type KeptAnswer, type MatchRun, pairsElsewhere, pairsOf } from '../../store/matches.ts'
import { type PersonRow, peopleOn } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { wishesAt } from '../apply/shapes.ts'
import { readCandidates } from './rules.ts'
import { decideWithoutWaiting } from './solve-apart.ts'

export type Asked = {
  readonly problem: { readonly problem: Problem; readonly policy: Policy; readonly mentorOnly: readonly string[] }
  /** Who serves as mentor only and may be seated where places are left. */
  readonly duals: readonly Mentee[]
  /** What is kept of the engine's answer. */
  readonly keep: (answer: MatchAnswer) => KeptAnswer
}

/** The day's people as the engine takes them. A later run seats only waiting list and reserve; the first run's shortage outcome stands. */
export async function readProblem(ctx: Context, tx: Tx, season: Season, runs: readonly MatchRun[]): Promise<Asked> {
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it]))
  const pairs = await pairsOf(tx, ctx.organisationId, season.id)
  const first = runs.filter((run) => run.publishedOn).at(-1)
  // Whoever is not cleared any more after everyone has heard keeps a pair they are in, and gets no new one.
  const admitted = applications.filter(
    (it) => it.cleared !== false && (it.outcome === 'pool' || (first && it.outcome === 'reserve')),
  )
  const said = await readWishes(ctx, tx, season.id)
  const known = readCandidates(season.program, people, said.wishes)
  const mentors = admitted.filter((it) => it.role === 'mentor').map((it) => asMentor(it, season, known))
  const seekers = admitted.filter((it) => it.role === 'mentee').map(known)
  const policy = policyOf(season, said.blocks, await pairsElsewhere(tx, ctx.organisationId, season.id))
  const shortage = first
    ? {
        shortage: first.answer.shortage,
        places: first.answer.places,
        mentees: first.answer.mentees,
        mentorOnly: first.answer.mentorOnly,
      }
    : await decideWithoutWaiting({ mentors, mentees: seekers }, policy)
  const paired = new Set(pairs.map((pair) => pair.menteeId))
  const mentees = seekers.filter((it) => !shortage.mentorOnly.includes(it.id) && !paired.has(it.id))
  const problem = { mentors, mentees, fixed: pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId })) }
  return {
    problem: { problem, policy, mentorOnly: shortage.mentorOnly },
    duals: policy.shortage.fillBack
      ? seekers.filter((it) => shortage.mentorOnly.includes(it.id) && !paired.has(it.id))
      : [],
    keep: (answer) => {
      const seated = new Set(answer.pairs.map((it) => it.menteeId))
      const mentorOnly = shortage.mentorOnly.filter((id) => !seated.has(id))
      return { ...shortage, mentorOnly, ...keep(answer, people) }
    },
  }
}

/** The engine knows people by id only; what is kept and read by people says their names. */
function keep(answer: MatchAnswer, people: ReadonlyMap<string, PersonRow>) {
  const named = (reason: string) =>
    reason.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => people.get(id)?.name ?? 'somebody')
  const { waitingList, reserve, certificate, certificateOfFillBack } = answer
  const pairs = answer.pairs.map(({ mentorId, menteeId, worth, terms, reason }) => ({
    mentorId,
    menteeId,
    worth,
    // Whoever applied was told that nobody reads their wishes: they count in the sum, and are not kept by name.
    terms: terms.filter((it) => it.name !== 'wishes'),
    reason: named(reason),
  }))
  const unmatched = answer.unmatched.map((it) => ({ ...it, reason: named(it.reason) }))
  return { pairs, waitingList, reserve, unmatched, certificate, certificateOfFillBack }
}

function asMentor(it: ApplicationRow, season: Season, asCandidate: (it: ApplicationRow) => Mentee): Mentor {
  const { minimum, maximum } = season.program.matching.load
  const offered = it.capacity ?? maximum
  return { ...asCandidate(it), minimum: Math.min(minimum, offered), maximum: Math.min(maximum, offered) }
}

type Said = {
  readonly wishes: { readonly [R in Role]: ReadonlyMap<string, readonly string[]> }
  readonly blocks: readonly (readonly [string, string])[]
}

/** Whom people wish for and whom not, opened for the engine alone: nothing that is kept or shown says one. */
async function readWishes(ctx: Context, tx: Tx, seasonId: string): Promise<Said> {
  const wishes = { mentor: new Map<string, readonly string[]>(), mentee: new Map<string, readonly string[]>() }
  const blocks: (readonly [string, string])[] = []
  for (const { id, personId, role, sealed } of await wishesIn(tx, ctx.organisationId, seasonId)) {
    const owner = { organisationId: ctx.organisationId, kind: 'person', id: personId } as const
    const said = wishesSchema.parse(JSON.parse(await ctx.keyring.open(owner, wishesAt(id), sealed)))
    wishes[role].set(personId, said.wishes)
    for (const other of said.blocks) blocks.push([personId, other])
  }
  return { wishes, blocks }
}

function policyOf(season: Season, blocks: Policy['blocks'], past: Policy['past']): Policy {
  const { otherDivision, reportingLineDistance, overlapHours, levelsAhead, seed, pastPairs, worth, shortage } =
    season.program.matching
  return {
    otherDivision,
    reportingLineDistance,
    overlapHours,
    ...(levelsAhead ? { levelsAhead } : {}),
    blocks,
    forbidden: [],
    pinned: [],
    past,
    pastPairs: pastPairs ?? 'never',
    worth: {
      weights: worth?.weights ?? USUAL_MATCH_WEIGHTS,
      similarWords: worth?.similarWords ?? true,
      taxonomy: TOPICS.map(({ name, parent, aliases }) => ({ id: name, parents: [parent], aliases })),
    },
    seed,
    shortage: shortage.fillBack ? { by: shortage.by, fillBack: true } : { by: shortage.by },
  }
}
