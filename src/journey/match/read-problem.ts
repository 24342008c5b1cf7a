import { dayIn } from '../../calendar/days.ts'
import type { MatchAnswer, Mentee, Mentor, Policy, Problem } from '../../matching/problem.ts'
import type { KeptAnswer, KeptAsked } from '../../model/match-run.ts'
import { USUAL_MATCH_WEIGHTS } from '../../model/match-worth.ts'
import { TOPICS } from '../../model/topics.ts'
import type { Context } from '../../runtime/context.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { type ApplicationRow, applicationsOf } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { type MatchRule, rulesOf } from '../../store/match-rules.ts'
import { firstPublished } from '../../store/match-runs.ts'
import { pairsElsewhere, pairsOf } from '../../store/matches.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { type PersonRow, peopleOn } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { seekingAgainIn } from '../../store/seeks-again.ts'
import { shortlistsOf } from '../../store/shortlists.ts'
import { readChoices, readWishes } from './actions/read-wishes.ts'
import { type Choosing, choosingOn } from './rules/choosing.ts'
import { type EndedPairs, planEndedPairs } from './rules/ended-pairs.ts'
import { inOrder } from './rules/plan-change.ts'
import { describeAsked } from './rules/what-changed.ts'
import { readCandidates } from './rules.ts'
import { decideWithoutWaiting } from './solve-apart.ts'

export type Asked = {
  readonly problem: { readonly problem: Problem; readonly policy: Policy; readonly mentorOnly: readonly string[] }
  /** Tells whether two runs were asked the same. */
  readonly inputHash: string
  /** What says later what has changed. */
  readonly kept: KeptAsked
  /** What coordinators asked for, published pairs aside: they are fixed already. */
  readonly rules: readonly MatchRule[]
  readonly people: ReadonlyMap<string, PersonRow>
  /** Everybody who applied: all of them see that somebody looked at a run. */
  readonly applied: readonly string[]
  /** Who serves as mentor only and may be seated where places are left. */
  readonly duals: readonly Mentee[]
  /** How far choosing from shortlists is, and whether no run was published yet. */
  readonly choosing: Choosing
  readonly isFirst: boolean
  /** What is kept of the engine's answer. */
  readonly keep: (answer: MatchAnswer) => Omit<KeptAnswer, 'stands' | 'asked'>
}

/** The day's people as the engine takes them. A later run seats only waiting list and reserve; the first run's shortage outcome stands. */
export async function readProblem(ctx: Context, tx: Tx, season: Season): Promise<Asked> {
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it]))
  const pairs = (await pairsOf(tx, ctx.organisationId, season.id)).map(asPairFact)
  const again = await seekingAgainIn(tx, ctx.organisationId, season.id)
  const ended = planEndedPairs(pairs, again, ctx.on ?? ctx.today)
  const first = await firstPublished(tx, ctx.organisationId, season.id)
  // Whoever is not cleared any more after everyone has heard keeps a pair they are in, and gets no new one.
  const admitted = applications.filter(
    (it) => it.cleared !== false && (it.outcome === 'pool' || (first && it.outcome === 'reserve')),
  )
  const said = await readWishes(ctx, tx, season.id)
  const known = readCandidates(season.program, people, said.wishes)
  const mentors = admitted.filter((it) => it.role === 'mentor').flatMap((it) => asMentor(it, season, known, ended))
  const seekers = admitted.filter((it) => it.role === 'mentee').map(known)
  const rules = (await rulesOf(tx, ctx.organisationId, season.id)).filter((it) => !ended.seated.has(it.menteeId))
  const choosing = await choosingIn(ctx, tx, season)
  // Until the day has passed everybody may change their mind, so nothing of it counts before.
  const choices = choosing === 'over' ? await readChoices(ctx, tx, season.id) : []
  const policy = {
    ...(choices.length > 0 ? { choices } : {}),
    ...policyOf(season, said.blocks, await pairsElsewhere(tx, ctx.organisationId, season.id)),
    pinned: pairsBy(rules, 'pinned'),
    // The two of a pair that ended are not put together again.
    forbidden: [...pairsBy(rules, 'forbidden'), ...ended.over],
  }
  const shortage = first ?? (await decideWithoutWaiting({ mentors, mentees: seekers }, policy))
  const mentees = seekers.filter((it) => !shortage.mentorOnly.includes(it.id) && !ended.seated.has(it.id))
  const problem = { mentors, mentees, fixed: ended.fixed }
  const whole = { problem, policy, mentorOnly: shortage.mentorOnly }
  return {
    problem: whole,
    inputHash: hashOf(JSON.stringify(whole)),
    kept: describeAsked(problem, policy, (text) => hashOf(text).slice(0, DIGEST_LETTERS)),
    rules,
    choosing,
    isFirst: !first,
    people,
    applied: [...new Set(applications.map((it) => it.person_id))],
    duals: policy.shortage.fillBack
      ? seekers.filter((it) => shortage.mentorOnly.includes(it.id) && !ended.seated.has(it.id))
      : [],
    keep: (answer) => {
      const seated = new Set(answer.pairs.map((it) => it.menteeId))
      const mentorOnly = shortage.mentorOnly.filter((id) => !seated.has(id))
      return { ...shortage, mentorOnly, ...keep(answer, people) }
    },
  }
}

/** How far choosing is today; a season without shortlists asks nothing. */
export async function choosingIn(ctx: Context, tx: Tx, { id, program }: Season): Promise<Choosing> {
  if (!program.matching.shortlist) return 'none'
  const lists = await shortlistsOf(tx, ctx.organisationId, id)
  return choosingOn(program, lists?.sentOn ?? null, ctx.on ?? dayIn(ctx.clock.now(), program.zone))
}

/** Enough that two differ by chance once in many millions of seasons. */
const DIGEST_LETTERS = 16

function pairsBy(rules: readonly MatchRule[], kind: MatchRule['kind']) {
  const of = rules.filter((it) => it.kind === kind)
  return inOrder(of.map(({ mentorId, menteeId }) => ({ mentorId, menteeId })))
}

/** The engine knows people by id only; what is kept and read by people says their names. */
function keep(answer: MatchAnswer, people: ReadonlyMap<string, PersonRow>) {
  const named = (reason: string) =>
    reason.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => people.get(id)?.name ?? 'somebody')
  const { waitingList, reserve, certificate, certificateOfFillBack, refusedPins } = answer
  const pairs = answer.pairs.map((it) => ({
    ...it,
    // Whoever applied was told that nobody reads their wishes: they count in the sum, and are not kept by name.
    terms: it.terms.filter((term) => term.name !== 'wishes'),
    reason: named(it.reason),
  }))
  const unmatched = answer.unmatched.map((it) => ({ ...it, reason: named(it.reason) }))
  return { pairs, waitingList, reserve, unmatched, certificate, certificateOfFillBack, refusedPins }
}

/** None where every place of theirs is withheld. */
function asMentor(
  it: ApplicationRow,
  season: Season,
  asCandidate: (it: ApplicationRow) => Mentee,
  { withheld }: EndedPairs,
): Mentor[] {
  const { minimum, maximum } = season.program.matching.load
  const most = Math.min(maximum, it.capacity ?? maximum) - (withheld.get(it.person_id) ?? 0)
  return most <= 0 ? [] : [{ ...asCandidate(it), minimum: Math.min(minimum, most), maximum: most }]
}

function policyOf(
  season: Season,
  blocks: Policy['blocks'],
  past: Policy['past'],
): Omit<Policy, 'pinned' | 'forbidden'> {
  const { otherDivision, reportingLineDistance, overlapHours, levelsAhead, seed, pastPairs, worth, shortage } =
    season.program.matching
  return {
    otherDivision,
    reportingLineDistance,
    overlapHours,
    ...(levelsAhead ? { levelsAhead } : {}),
    blocks,
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
