import { addDays } from '../../calendar/days.ts'
import { pauseOn, planExtension } from '../../journey/meet/rules/going-on.ts'
import { type OwnStrip, planOwnStrip } from '../../journey/meet/rules/own-strip.ts'
import type { Day } from '../../model/day.ts'
import type { Program } from '../../model/program.ts'
import type { Role } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { selfOf } from '../../runtime/self.ts'
import type { Tx } from '../../store/database.ts'
import { applicationsBy, deedsOf, type OwnApplication, takesPart } from '../../store/my-page.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { type PairHistory, pairHistories } from '../../store/pair-pages.ts'
import { plansOf } from '../../store/pair-plans.ts'
import { type PairRequest, requestsSeenBy } from '../../store/pair-requests.ts'
import { writtenOf } from '../../store/shared-wordings.ts'
import { DAYS_AHEAD, type Next, type PairFacts, planNext, type Waiting } from '../rules/plan-next.ts'
import { type PlanOfPair, planOf, unsaidOf } from '../rules/plan-of-pair.ts'
import { type OwnSeason, planOwnSurveys, planSupervisorLines, type SupervisorLine } from '../rules/plan-own-surveys.ts'
import { type OwnDeeds, planRail, type RailLine } from '../rules/plan-rail.ts'
import { planChoosing, planToDo } from '../rules/plan-to-do.ts'

/** One pair of the reader's. `facts` is what the rule of the next thing knows of it. */
export type MyPair = OwnStrip & {
  readonly facts: PairFacts
  readonly season: string
  readonly seasonId: string
  readonly everyDays: number
  readonly endedOn: Day | null
}
export type MySeason = {
  readonly id: string
  readonly name: string
  readonly season: string
  readonly key: string
  readonly year: string
  readonly rail: readonly RailLine[]
  /** Pages of the season for whoever is in a pair of it. */
  readonly pages: readonly { readonly href: string; readonly text: string }[]
}
export type MyApplication = Waiting & {
  readonly key: string
  readonly submittedOn: Day
  readonly state: 'waiting' | 'no-place'
  /** Where there is a shortlist to choose from, or to look at again. */
  readonly shortlist: string | null
}
export type MyPage = {
  readonly today: Day
  /** The reader's own zone, or that of their latest season where the directory has none. */
  readonly zone: string
  readonly next: Next
  /** Running pairs as each hat, the latest season first. */
  readonly running: readonly MyPair[]
  readonly earlier: readonly MyPair[]
  readonly seasons: readonly MySeason[]
  readonly applications: readonly MyApplication[]
  readonly supervisors: readonly SupervisorLine[]
  /** Seasons of which they have a certificate, made or ready. */
  readonly certificates: Awaited<ReturnType<typeof deedsOf>>['certificates']
}

/** Everything that is next for one person, from every stage, in as many queries as there are questions. */
export async function myPage(ctx: Context): Promise<MyPage> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'desk.seeMyPage', { people: [me] })
    const { today, organisationId } = ctx
    const { pairs, zone } = await myPairs(ctx, tx, me)
    const applied = await applicationsBy(tx, organisationId, me)
    const deeds = await deedsOf(tx, organisationId, me)
    const running = pairs.filter(({ pair }) => !pair.facts.isOver)
    const seasons = seasonsOf(running, applied, today)
    const lines = seasons.map((it) => ({ ...it, rail: planRail(it.program, it.roles, deedsIn(deeds, it.id), today) }))
    const applications = applied.flatMap((it) => applicationOf(it, today))
    const own = ownSeasons(pairs)
    const inPairs = seasons.flatMap((it) => planToDo(it.program, rolesIn(running, it.id), deedsIn(deeds, it.id), today))
    const beside = planOwnSurveys(me, own, deeds, today).filter((it) => !inPairs.some((one) => one.href === it.href))
    const facts = {
      pairs: pairs.map(({ pair }) => pair.facts),
      toDo: [...applied.flatMap((it) => planChoosing(it, today)), ...inPairs, ...beside],
      waiting: applications.filter((it) => it.state === 'waiting'),
      coming: comingIn(lines.flatMap((it) => it.rail)),
    }
    return {
      today,
      zone,
      next: planNext(facts, addDays(today, DAYS_AHEAD)),
      running: running.map(({ pair }) => pair),
      earlier: pairs.filter(({ pair }) => pair.facts.isOver).map(({ pair }) => pair),
      seasons: lines.map(({ program, roles: _, ...it }) => ({
        ...it,
        ...namesOf(program),
        pages: running.some(({ pair }) => pair.seasonId === it.id) ? pagesOf(program) : [],
      })),
      applications,
      supervisors: planSupervisorLines(me, own, deeds, today),
      certificates: deeds.certificates,
    }
  })
}

/** Whether there is something on somebody's page: then it is where they land after they have come in. */
export async function hasMyPage(ctx: Context): Promise<boolean> {
  const me = selfOf(ctx)
  return within(ctx, (tx) => takesPart(tx, ctx.organisationId, me))
}

type Known = { readonly pair: MyPair; readonly history: PairHistory }
type SeasonOf = { readonly id: string; readonly program: Program; readonly roles: readonly Role[] }

async function myPairs(ctx: Context, tx: Tx, me: string): Promise<{ pairs: readonly Known[]; zone: string }> {
  const { organisationId, today } = ctx
  const histories = await pairHistories(tx, { organisationId, personId: me, shownOn: today })
  const ids = histories.map((it) => it.id)
  const written = await writtenOf(tx, organisationId, ids)
  const requests = await requestsSeenBy(tx, organisationId, ids, me)
  const plans = await plansOf(tx, organisationId, { pairs: ids, personId: me, day: today })
  const zone = plans.zone ?? histories[0]?.program.zone ?? 'Etc/UTC'
  const pairs = histories.flatMap((history) => {
    const asked = requests.filter((it) => it.pairId === history.id && it.kind === 'extension')
    const plan = planOf(plans, history, { me, now: ctx.clock.now(), zone })
    const pair = myPair(history, me, today, { asked, plan, isWritten: (kind) => written.has(`${kind} ${history.id}`) })
    return pair ? [{ pair, history }] : []
  })
  return { pairs, zone }
}

function myPair(
  history: PairHistory,
  me: string,
  today: Day,
  known: { asked: readonly PairRequest[]; plan: PlanOfPair; isWritten: (kind: 'agreement' | 'goal') => boolean },
): MyPair | null {
  const { program, meetings } = history
  const pairs = history.pairs.map(asPairFact)
  const fact = pairs.find((it) => it.id === history.id)
  if (!fact) return null
  const role: Role = history.mentorId === me ? 'mentor' : 'mentee'
  const strip = planOwnStrip(program.meetings, fact, { pairs, meetings }, role, today)
  const extension = planExtension(known.asked, me, today)
  const lastDay = extension.agreedUntil ?? program.endsOn
  const now = strip.cells.find((it) => it.isNow)
  const facts = {
    pairId: history.id,
    partner: role === 'mentor' ? history.menteeName : history.mentorName,
    role,
    isOver: fact.endedOn !== null || lastDay < today,
    isPaused: pauseOn(fact, today) !== null,
    questions: strip.questions,
    proposedUntil: extension.theirs?.untilOn ?? null,
    hasAgreement: known.isWritten('agreement'),
    hasGoal: known.isWritten('goal'),
    now: now ? { lastDay: now.lastDay, isMet: now.state !== 'due' } : null,
    timesBy: known.plan.timesBy,
    planned: known.plan.planned,
    unsaid: unsaidOf(strip, known.plan, today),
  }
  const { endedOn } = fact
  const { everyDays } = program.meetings
  return { ...strip, facts, season: program.name, seasonId: history.seasonId, everyDays, endedOn }
}

/** Every season of one’s pairs, running or over. */
function ownSeasons(all: readonly Known[]): readonly OwnSeason[] {
  return [...Map.groupBy(all, (it) => it.history.seasonId)].flatMap(([id, known]) => {
    const pairs = known.flatMap(({ history }) => history.pairs.filter((it) => it.id === history.id).map(asPairFact))
    return known[0] ? [{ id, program: known[0].history.program, pairs }] : []
  })
}

/** Seasons of running pairs, and of applications whose season is not over. */
function seasonsOf(running: readonly Known[], applied: readonly OwnApplication[], today: Day): readonly SeasonOf[] {
  const found = new Map<string, { id: string; program: Program; roles: Role[] }>()
  const add = (id: string, program: Program, role: Role) => {
    const season = found.get(id) ?? { id, program, roles: [] }
    if (!season.roles.includes(role)) season.roles.push(role)
    found.set(id, season)
  }
  for (const { pair, history } of running) add(history.seasonId, history.program, pair.facts.role)
  for (const { seasonId, program, role, heard } of applied)
    if (heard === null && program.endsOn >= today) add(seasonId, program, role)
  return [...found.values()]
}

/** The roles in which somebody is in a running pair of a season. */
function rolesIn(running: readonly Known[], seasonId: string): readonly Role[] {
  return [...new Set(running.filter((it) => it.history.seasonId === seasonId).map((it) => it.pair.facts.role))]
}

function deedsIn(all: Awaited<ReturnType<typeof deedsOf>>, seasonId: string): OwnDeeds {
  const keys = (list: readonly { seasonId: string; key: string }[]) =>
    list.filter((it) => it.seasonId === seasonId).map((it) => it.key)
  return {
    courses: keys(all.courses),
    events: keys(all.events),
    signedUp: keys(all.signedUp),
    answered: all.answered.filter((it) => it.seasonId === seasonId),
  }
}

function applicationOf(
  { program, role, submittedOn, heard, hasChosen }: OwnApplication,
  today: Day,
): readonly MyApplication[] {
  if (heard === 'pair' || program.endsOn < today) return []
  const state = heard === null ? 'waiting' : 'no-place'
  const shortlist = hasChosen !== null && heard === null ? `/seasons/${program.key}/shortlist` : null
  const { name: season, key } = program
  return [{ season, key, role, submittedOn, hearsOn: program.announcement.on, state, shortlist }]
}

function comingIn(rail: readonly RailLine[]): { text: string; on: Day } | null {
  const coming = rail.filter((it) => it.place === 'coming' && it.firstDay !== null)
  const [first] = coming.sort((one, other) => ((one.firstDay ?? '') < (other.firstDay ?? '') ? -1 : 1))
  return first?.firstDay ? { text: first.text, on: first.firstDay } : null
}

function pagesOf({ key, events, training, certificate }: Program): MySeason['pages'] {
  const base = `/seasons/${key}`
  return [
    ...events.map((it) => ({
      href: `${base}/events/${it.key}`,
      text: it.calledOff ? `${it.name}, called off` : it.name,
    })),
    ...(training.length > 0 ? [{ href: `${base}/training`, text: 'Your training' }] : []),
    ...(certificate ? [{ href: `${base}/certificate`, text: 'Your certificate' }] : []),
    { href: `${base}/questions`, text: 'Questions, asked and answered' },
  ]
}

function namesOf({ name, season, key, startsOn }: Program): Pick<MySeason, 'name' | 'season' | 'key' | 'year'> {
  return { name, season, key, year: startsOn.slice(0, 4) }
}
