import { type Fared, fairnessBy } from '../../../matching/fairness.ts'
import type { KeptAnswer, KeptAsked, KeptPair } from '../../../model/match-run.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { applicationsOf } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import { commentsOf } from '../../../store/match-comments.ts'
import { type MatchRule, rulesOf } from '../../../store/match-rules.ts'
import { firstPublished, latestRun, type MatchRun, runByNumber } from '../../../store/match-runs.ts'
import { peopleOn } from '../../../store/people.ts'
import type { Season } from '../../../store/seasons.ts'
import { choosingIn } from '../read-problem.ts'
import { type Choosing, decidePublishing } from '../rules/choosing.ts'
import { comparePlans, isStrong, worstOf, worthOf } from '../rules/compare-plans.ts'
import type { Named } from '../shapes.ts'
import { type RunUnderWay, runUnderWay } from './follow-run.ts'
import { namesIn, readerOf } from './of-the-match.ts'

export type BoardPair = {
  readonly mentee: Named
  readonly mentor: Named
  /** Null in a pair of the reader's own, as is what joins them. */
  readonly worth: number | null
  readonly joins: string | null
  readonly isPinned: boolean
  /** Whether the mentee chose the mentor from their shortlist. */
  readonly isChosen: boolean
  readonly comments: number
}
export type Without = {
  readonly person: Named
  readonly role: Role
  /** Why, and what would change it, in sentences that the run kept. */
  readonly reason: string
}
export type RuleLine = {
  readonly changeId: string
  readonly kind: MatchRule['kind']
  readonly pairs: readonly { readonly mentee: Named; readonly mentor: Named }[]
  readonly setBy: string
  readonly setOn: string
  /** About the reader: another coordinator handles it. */
  readonly isOwn: boolean
}
export type Board = {
  readonly season: string
  readonly seasonName: string
  readonly announcedOn: string
  /** Whether a run may be published, as far as shortlists go: null where it may, else what stands in the way. */
  readonly waitsFor: Choosing | null
  /** Null before the first run; nothing else is filled then. */
  readonly run: (Omit<MatchRun, 'answer' | 'inputHash' | 'id'> & Kept) | null
  readonly pairs: readonly BoardPair[]
  readonly without: readonly Without[]
  readonly mentorOnly: readonly Named[]
  /** Points and pairs of others than the reader. */
  readonly mean: number | null
  readonly worst: number | null
  /** How many mentees have another mentor than in the run before; null for the first. */
  readonly since: { readonly run: number; readonly moves: number } | null
  readonly rules: readonly RuleLine[]
  readonly fairness: readonly { readonly by: 'division' | 'time zone'; readonly groups: readonly Fared[] }[]
  readonly locked: number
  /** A run that is being made now, or stopped before it was kept. */
  readonly making: RunUnderWay | null
}
type Kept = {
  readonly isLatest: boolean
  readonly places: number
  readonly mentees: number
  readonly hasShortage: boolean
  /** Whether the checker found the proof good; null in runs of before. */
  readonly stands: boolean | null
  readonly refusedPins: readonly { readonly mentee: Named; readonly mentor: Named; readonly code: string }[]
  readonly asked: KeptAsked | null
}

/** A run with everything a coordinator decides by; the latest unless another is named. */
export async function seeBoard(
  ctx: Context,
  input: { readonly season?: string; readonly run?: number },
): Promise<Board> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await lookAtRuns(ctx, tx, season, 'match.showMatch')
    const last = await latestRun(tx, ctx.organisationId, season.id)
    const isOther = input.run !== undefined && input.run !== last?.number
    const run = isOther ? await runByNumber(tx, ctx.organisationId, season.id, input.run ?? 0) : last
    if (isOther && !run) throw new NotFound('There is no such run.')
    const before = await runByNumber(tx, ctx.organisationId, season.id, (run?.number ?? 0) - 1)
    const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it]))
    const named = namesIn(people)
    const rules = await rulesOf(tx, ctx.organisationId, season.id)
    const comments = run ? await commentsOf(tx, ctx.organisationId, run.id) : []
    const me = readerOf(ctx)
    const isOwn = (it: { mentorId: string; menteeId: string }) => it.mentorId === me || it.menteeId === me
    const { program } = season
    const about = {
      season: season.key,
      seasonName: `${program.name}, ${program.season}`,
      announcedOn: program.announcement.on,
      waitsFor: await waitsFor(ctx, tx, season),
      rules: linesOf(rules, named, isOwn),
      making: await runUnderWay(ctx, tx, season),
    }
    if (!run) return { ...about, ...NOTHING }
    const { answer } = run
    const others = { ...answer, pairs: answer.pairs.filter((it) => !isOwn(it)) }
    return {
      ...about,
      run: { ...headOf(run, named), isLatest: run.number === last?.number },
      pairs: answer.pairs
        .map((it) => ({
          mentee: named(it.menteeId),
          mentor: named(it.mentorId),
          worth: isOwn(it) ? null : it.worth,
          joins: isOwn(it) ? null : joinsOf(it),
          isPinned: it.pinned === true,
          isChosen: !isOwn(it) && it.chosen === true,
          comments: isOwn(it) ? 0 : comments.filter((one) => one.menteeId === it.menteeId).length,
        }))
        .sort((a, b) => byName(a.mentee, b.mentee)),
      without: withoutIn(answer, named, me),
      mentorOnly: answer.mentorOnly.filter((id) => id !== me).map(named),
      mean: others.pairs.length === 0 ? null : worthOf(others) / others.pairs.length,
      worst: worstOf(others),
      since: before ? { run: before.number, moves: movesOfOthers(before, run, me) } : null,
      fairness: fairnessOf(others, named),
      locked: answer.pairs.filter(isOwn).length + answer.unmatched.filter((it) => it.id === me).length,
    }
  })
}

/** What of choosing from shortlists stands in the way of publishing; null where nothing does. */
async function waitsFor(ctx: Context, tx: Tx, season: Season): Promise<Choosing | null> {
  const choosing = await choosingIn(ctx, tx, season)
  if (choosing === 'none') return null
  const isFirst = !(await firstPublished(tx, ctx.organisationId, season.id))
  return decidePublishing(choosing, isFirst).ok ? null : choosing
}

const NOTHING = {
  ...{ run: null, pairs: [], without: [], mentorOnly: [], mean: null, worst: null, since: null, fairness: [] },
  locked: 0,
}

/** Everybody who applied sees that somebody looked: were it only those in a run, the others would learn that they are not. */
export async function lookAtRuns(ctx: Context, tx: Tx, season: Season, action: string): Promise<void> {
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  await permit(ctx, tx, action, { seasonId: season.id, people: [...new Set(applications.map((it) => it.person_id))] })
}

function movesOfOthers(before: MatchRun, run: MatchRun, me: string | null): number {
  const { moves } = comparePlans(before.answer, run.answer)
  return moves.filter((it) => ![it.menteeId, it.from, it.to].includes(me)).length
}

function headOf(run: MatchRun, named: (id: string) => Named): Omit<NonNullable<Board['run']>, 'isLatest'> {
  const { answer, id: _, inputHash: __, ...head } = run
  return {
    ...head,
    places: answer.places,
    mentees: answer.mentees,
    hasShortage: answer.shortage,
    stands: answer.stands ?? null,
    refusedPins: (answer.refusedPins ?? []).map((it) => ({
      mentee: named(it.menteeId),
      mentor: named(it.mentorId),
      code: it.code,
    })),
    asked: answer.asked ?? null,
  }
}

/** What speaks for a pair, strongest first; nothing where it serves the whole match only. */
export function joinsOf({ terms }: KeptPair): string {
  return terms
    .filter(isStrong)
    .sort((a, b) => b.points - a.points)
    .map((it) => it.says)
    .join('; ')
}

function withoutIn({ unmatched }: KeptAnswer, named: (id: string) => Named, me: string | null): readonly Without[] {
  return unmatched.filter((it) => it.id !== me).map(({ id, role, reason }) => ({ person: named(id), role, reason }))
}

/** The rules in force, what was done in one step together. */
export function linesOf(
  rules: readonly MatchRule[],
  named: (id: string) => Named,
  isOwn: (it: MatchRule) => boolean,
): readonly RuleLine[] {
  const steps = Map.groupBy(rules, (it) => it.changeId)
  return [...steps].flatMap(([changeId, all]) => {
    const [first] = all
    if (!first) return []
    const { kind, setByName, setOn } = first
    const pairs = all.map((it) => ({ mentee: named(it.menteeId), mentor: named(it.mentorId) }))
    return [{ changeId, kind, pairs, setBy: setByName, setOn, isOwn: all.some(isOwn) }]
  })
}

function fairnessOf(answer: Pick<KeptAnswer, 'pairs' | 'unmatched'>, named: (id: string) => Named): Board['fairness'] {
  const waiting = answer.unmatched.filter((it) => it.role === 'mentee')
  const mentees = [...answer.pairs.map((it) => ({ id: it.menteeId })), ...waiting]
  // Counting asks for nothing but who is paired and the worth.
  const counted = { terms: [], pinned: false, rankForMentee: 1, rankForMentor: 1, reason: '' }
  const pairs = answer.pairs.map(({ mentorId, menteeId, worth }) => ({ mentorId, menteeId, worth, ...counted }))
  const by = (name: 'division' | 'time zone', of: (it: Named) => string | null) => {
    const groups = fairnessBy(mentees, { pairs }, 'menteeId', (id) => of(named(id)))
    return groups.some((it) => it.group !== '') ? [{ by: name, groups }] : []
  }
  return [...by('division', (it) => it.division), ...by('time zone', (it) => it.zone)]
}

function byName(a: Named, b: Named): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1
}
