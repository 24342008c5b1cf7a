import type { PairIds } from '../../../matching/problem.ts'
import { refusalReason } from '../../../matching/reasons.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { latestRun } from '../../../store/match-runs.ts'
import type { Season } from '../../../store/seasons.ts'
import { type Asked, readProblem } from '../read-problem.ts'
import { comparePlans, type Difference, type Plan } from '../rules/compare-plans.ts'
import { type Change, decideChange, type NewRules, policyAfter, refusalOfPin } from '../rules/plan-change.ts'
import type { Named } from '../shapes.ts'
import { findAmong, namesIn, readerOf } from './of-the-match.ts'
import { lookAtRuns } from './see-board.ts'
import { planEach } from './solve-whole.ts'

/** A change as somebody asks for it, people by address or id: `with` is the other mentee of a swap, `change` what is undone. */
export type AskedChange = {
  readonly season?: string
  readonly kind: 'pin' | 'forbid' | 'swap' | 'lift'
  readonly mentee?: string
  readonly mentor?: string
  readonly with?: string
  readonly change?: string
}
export type Priced = {
  readonly season: string
  readonly kind: AskedChange['kind']
  readonly pairs: readonly { readonly mentee: Named; readonly mentor: Named }[]
  readonly moves: readonly { readonly mentee: Named; readonly from: Named | null; readonly to: Named | null }[]
  readonly serving: readonly Named[]
  readonly reserved: readonly Named[]
  readonly pairsLost: number
  readonly worthLost: number
  readonly worstBefore: number | null
  readonly worstAfter: number | null
  /** What the price was computed from: given back when it is done, so that nothing else is done. */
  readonly seen: string
  readonly locked: number
}

/**
 * What a change costs before it is done, exactly: a run of now beside one with the change. Both are solved outside of any transaction.
 * Nothing is priced of what is not possible, whatever stands in the way.
 */
export async function priceRule(ctx: Context, input: AskedChange): Promise<Priced> {
  const found = await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const asked = await readProblem(ctx, tx, season)
    const kept = (await latestRun(tx, ctx.organisationId, season.id)) ?? null
    const isCurrent = kept?.inputHash === asked.inputHash && !kept.publishedOn
    const before = isCurrent ? kept.answer : null
    const planned = await planRule(ctx, tx, season, asked, input, before ?? kept?.answer ?? null, 'match.priceRule')
    await lookAtRuns(ctx, tx, season, 'match.showMatch')
    return { season, asked, before, ...planned }
  })
  const { asked, change, rules, season } = found
  const { policy } = asked.problem
  const first = pairsIn(change).map((it) => it.menteeId)
  const changed = policyAfter(policy, change, rules)
  const plans = await planEach(asked, found.before ? [changed] : [changed, policy])
  const [after = EMPTY, before = EMPTY] = found.before ? [plans[0], found.before] : plans
  const price = sayPrice(ctx, asked, before, after)
  const isFirst = (it: { readonly mentee: Named }) => first.includes(it.mentee.id)
  const moves = [...price.moves.filter(isFirst), ...price.moves.filter((it) => !isFirst(it))]
  return { ...price, moves, season: season.key, kind: input.kind, pairs: pairsOf(asked, found) }
}

const EMPTY: Plan = { pairs: [], waitingList: [], reserve: [] }

type Planned = { readonly change: Change; readonly rules: NewRules }

/** Finds what is meant, permits it and decides whether it can be; the caller saves it, or asks what it costs. */
export async function planRule(
  ctx: Context,
  tx: Tx,
  season: Season,
  asked: Asked,
  input: AskedChange,
  now: Plan | null,
  action: string,
): Promise<Planned> {
  const change = readChange(asked, input, now)
  const pairs = change ? pairsIn(change) : []
  await permit(ctx, tx, action, {
    seasonId: season.id,
    people: pairs.flatMap((it) => [it.mentorId, it.menteeId]),
  })
  if (!change) throw new NotFound('There is no such pair in this match, or it was undone already.')
  const absent = change.kind === 'lift' ? null : whoIsAbsent(asked, pairs)
  if (absent)
    throw new Refused(
      'not-in-this-match',
      {},
      `${namesIn(asked.people)(absent).name} is not to be seated in a run of now: paired for good already, or not in the pool. Nothing was changed.`,
    )
  const decided = decideChange(change, asked.rules)
  const name = namesIn(asked.people)
  if (!decided.ok) throw inForceAlready(decided.code, decided.facts, (id) => name(id).name)
  const { problem, policy } = asked.problem
  const after = policyAfter(policy, change, decided.value)
  for (const pin of decided.value.filter((it) => it.kind === 'pinned')) {
    const code = refusalOfPin(problem, after, pin)
    if (code)
      throw new Refused(
        'pair-not-possible',
        { code },
        `${name(pin.menteeId).name} with ${name(pin.mentorId).name}: ${refusalReason(code)} Nothing was changed.`,
      )
  }
  return { change, rules: decided.value }
}

function readChange(asked: Asked, input: AskedChange, now: Plan | null): Change | null {
  const { people, rules } = asked
  if (input.kind === 'lift') {
    const pairs = rules.filter((it) => it.changeId === input.change)
    return pairs.length > 0 ? { kind: 'lift', pairs } : null
  }
  if (!input.mentee) throw new Invalid('Say whose mentor it is about.')
  const menteeId = findAmong(people, input.mentee)
  if (input.kind === 'swap') {
    if (!input.with) throw new Invalid('Say with whom to swap.')
    const other = findAmong(people, input.with)
    const pairOf = (id: string) => now?.pairs.find((it) => it.menteeId === id)
    const [one, two] = [pairOf(menteeId), pairOf(other)]
    return one && two && menteeId !== other && one.mentorId !== two.mentorId
      ? { kind: 'swap', one: idsOf(one), other: idsOf(two) }
      : null
  }
  if (!input.mentor) throw new Invalid('Say which mentor.')
  const mentorId = findAmong(people, input.mentor)
  return { kind: input.kind, mentorId, menteeId }
}

/** Somebody whom a run of now would not seat. */
function whoIsAbsent({ problem: { problem } }: Asked, pairs: readonly PairIds[]): string | null {
  const [mentees, mentors] = [problem.mentees, problem.mentors].map((all) => new Set(all.map((it) => it.id)))
  return (
    pairs.flatMap((it) => [
      ...(mentees?.has(it.menteeId) ? [] : [it.menteeId]),
      ...(mentors?.has(it.mentorId) ? [] : [it.mentorId]),
    ])[0] ?? null
  )
}

function idsOf({ mentorId, menteeId }: PairIds): PairIds {
  return { mentorId, menteeId }
}

export function pairsIn(change: Change): readonly PairIds[] {
  if (change.kind === 'swap') return [change.one, change.other]
  return change.kind === 'lift' ? change.pairs : [change]
}

function pairsOf({ people }: Asked, { change, rules }: Planned): Priced['pairs'] {
  const named = namesIn(people)
  const all = change.kind === 'swap' ? rules : pairsIn(change)
  return all.map((it) => ({ mentee: named(it.menteeId), mentor: named(it.mentorId) }))
}

function inForceAlready(code: string, facts: Readonly<Record<string, unknown>>, name: (id: string) => string): Refused {
  const pair = `${name(String(facts.menteeId))} with ${name(String(facts.mentorId))}`
  const says = {
    'pair-is-pinned': `${pair} is pinned already. Undo that first.`,
    'pair-is-forbidden': `${pair} is forbidden already. Undo that first.`,
    'mentee-is-pinned': `${pair} is pinned already, and a mentee has one mentor. Undo that first.`,
  }[code]
  return new Refused(code, facts, says ?? code)
}

/** The difference of two answers in names, without what it says of its reader. */
export function sayPrice(
  ctx: Context,
  { people, inputHash }: Asked,
  before: Plan,
  after: Plan,
): Omit<Priced, 'season' | 'kind' | 'pairs'> {
  const named = namesIn(people)
  const me = readerOf(ctx)
  const found: Difference = comparePlans(before, after)
  const moves = found.moves.filter((it) => ![it.menteeId, it.from, it.to].includes(me))
  const others = (ids: readonly string[]) => ids.filter((id) => id !== me).map(named)
  return {
    moves: moves.map(({ menteeId, from, to }) => ({
      mentee: named(menteeId),
      from: from === null ? null : named(from),
      to: to === null ? null : named(to),
    })),
    serving: others(found.serving),
    reserved: others(found.reserved),
    pairsLost: found.pairsLost,
    worthLost: found.worthLost,
    worstBefore: found.worst.before,
    worstAfter: found.worst.after,
    seen: inputHash,
    locked: found.moves.length - moves.length,
  }
}
