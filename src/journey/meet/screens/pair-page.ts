import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import type { Agreement, Goal } from '../../../model/shared-text.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { enterOwnPair, type OwnPair } from '../../../runtime/own-pair.ts'
import { openShared } from '../../../runtime/shared-seal.ts'
import type { Tx } from '../../../store/database.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { type Introduction, introductionsOf, type PairHistory, pairHistory } from '../../../store/pair-pages.ts'
import { requestsSeenBy } from '../../../store/pair-requests.ts'
import { countNotes } from '../../../store/private-notes.ts'
import { countPages, standingOf } from '../../../store/shared-wordings.ts'
import { pauseOn, planExtension } from '../rules/going-on.ts'
import { type OwnStrip, planOwnStrip } from '../rules/own-strip.ts'

export type { Introduction } from '../../../store/pair-pages.ts'

/** Where a pair stands: what its people may still change in it. */
export type PairStanding = {
  readonly pairId: string
  readonly season: string
  readonly seasonKey: string
  readonly seasonEndsOn: Day
  readonly role: 'mentor' | 'mentee'
  readonly partner: string
  readonly today: Day
  readonly endedOn: Day | null
  readonly pause: { readonly from: Day; readonly until: Day | null } | null
  readonly extension: ReturnType<typeof planExtension>
  /** The days on which the reader asked for another match, and for help, last. */
  readonly askedForMatchOn: Day | null
  readonly askedForHelpOn: Day | null
}
export type PairPage = PairStanding &
  OwnStrip & {
    readonly everyDays: number
    readonly minutes: number
    /** The day on which meetings begin, while it is to come: a coffee chat has its place before. */
    readonly chatUntil: Day | null
    readonly me: Introduction | null
    readonly them: Introduction | null
    readonly agreement: Agreement | null
    readonly goal: (Goal & { readonly percent: number | null }) | null
    readonly pages: number
    readonly notes: number
  }

/** All of a pair's page but the meetings to come; the actor is one of its two. */
export async function pairPage(ctx: Context, input: { pair: string }): Promise<PairPage> {
  return within(ctx, async (tx) => {
    const { pair, history, standing } = await enter(ctx, tx, 'meet.seePair', input.pair)
    const { meetings, everyDays, minutes } = { meetings: history.meetings, ...history.program.meetings }
    const pairs = history.pairs.map(asPairFact)
    const fact = pairs.find((it) => it.id === pair.id) ?? notThere()
    const strip = planOwnStrip(history.program.meetings, fact, { pairs, meetings }, pair.role, ctx.today)
    const people = await introductionsOf(tx, ctx.organisationId, pair.id, ctx.today)
    return {
      ...standing,
      ...strip,
      everyDays,
      minutes,
      chatUntil: ctx.today < history.program.meetings.from ? history.program.meetings.from : null,
      ...introduced(people, pair, history.program),
      ...(await written(ctx, tx, pair.id)),
      pages: await countPages(tx, ctx.organisationId, pair.id),
      notes: await countNotes(tx, ctx.organisationId, pair.me, pair.id),
    }
  })
}

/** Where a pair stands, for the page on which its people change that. */
export async function pairStanding(ctx: Context, input: { pair: string }): Promise<PairStanding> {
  return within(ctx, async (tx) => (await enter(ctx, tx, 'meet.seePair', input.pair)).standing)
}

async function enter(
  ctx: Context,
  tx: Tx,
  action: string,
  id: string,
): Promise<{ pair: OwnPair; history: PairHistory; standing: PairStanding }> {
  const pair = await enterOwnPair(ctx, tx, action, id)
  const subject = { organisationId: ctx.organisationId, personId: pair.me, shownOn: ctx.today }
  const history = (await pairHistory(tx, subject, id)) ?? notThere()
  const fact = history.pairs.map(asPairFact).find((it) => it.id === id) ?? notThere()
  const requests = await requestsSeenBy(tx, ctx.organisationId, [id], pair.me)
  const last = (kind: string) => requests.find((it) => it.kind === kind && it.askedBy === pair.me)?.askedOn ?? null
  const standing = {
    pairId: id,
    season: pair.season,
    seasonKey: history.program.key,
    seasonEndsOn: pair.seasonEndsOn,
    role: pair.role,
    partner: pair.partner,
    today: ctx.today,
    endedOn: fact.endedOn,
    pause: pauseOn(fact, ctx.today),
    extension: planExtension(
      requests.filter((it) => it.kind === 'extension'),
      pair.me,
      ctx.today,
    ),
    askedForMatchOn: last('another-match'),
    askedForHelpOn: last('help'),
  }
  return { pair, history, standing }
}

/** The two, each with what their role's questions share with the other one. */
function introduced(people: readonly Introduction[], pair: OwnPair, program: Program): Pick<PairPage, 'me' | 'them'> {
  const of = (personId: string): Introduction | null => {
    const found = people.find((it) => it.personId === personId)
    const { questions } = program.roles[personId === pair.mentorId ? 'mentor' : 'mentee']
    const isShared = (key: string) => questions.find((it) => it.key === key)?.shareable !== false
    return found
      ? { ...found, topics: isShared('topics') ? found.topics : [], about: isShared('about') ? found.about : null }
      : null
  }
  return { me: of(pair.me), them: of(pair.partnerId) }
}

async function written(ctx: Context, tx: Tx, pairId: string): Promise<Pick<PairPage, 'agreement' | 'goal'>> {
  const all = await standingOf(tx, ctx.organisationId, pairId)
  const of = (kind: string) => all.filter((it) => it.kind === kind)
  const [agreement] = await openShared(ctx, pairId, 'agreement', of('agreement'))
  const [goal] = await openShared(ctx, pairId, 'goal', of('goal'))
  const [progress] = await openShared(ctx, pairId, 'progress', of('progress'))
  return {
    agreement: agreement?.text ?? null,
    goal: goal ? { ...goal.text, percent: progress?.text.percent ?? null } : null,
  }
}

function notThere(): never {
  throw new NotFound('There is no such pair.')
}
