import { dayIn } from '../../calendar/days.ts'
import { planExtension } from '../../journey/meet/rules/going-on.ts'
import { planStrips } from '../../journey/meet/rules.ts'
import type { Day } from '../../model/day.ts'
import type { WindowState } from '../../model/figures.ts'
import type { Role } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { letterCounts } from '../../store/desk.ts'
import { type Companion, peopleById } from '../../store/own-pairs.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { pairHistoryOf } from '../../store/pair-pages.ts'
import { requestsOf } from '../../store/pair-requests.ts'
import { seasonsOf } from '../../store/seasons.ts'
import { seekingAgainOf } from '../../store/seeks-again.ts'
import { type Standing, standingOf } from './pairs.ts'

export type OnePair = {
  readonly id: string
  readonly season: string
  readonly seasonName: string
  readonly everyDays: number
  readonly today: Day
  readonly mentor: Companion
  readonly mentee: Companion
  readonly publishedOn: Day
  readonly endedOn: Day | null
  readonly standing: Standing
  readonly cells: readonly { readonly firstDay: Day; readonly lastDay: Day; readonly state: WindowState }[]
  readonly pauses: readonly { readonly from: Day; readonly until: Day | null }[]
  readonly excusedOn: readonly Day[]
  readonly seasonEndsOn: Day
  /** Until when both agreed to go on after the season, or one of them proposes to; null where neither does. */
  readonly goesOn: { readonly until: Day; readonly isAgreed: boolean } | null
  /** Who asked for another match and has not got one: what ending the pair would offer them. */
  readonly wantsAnother: readonly Role[]
  /** Of an ended pair, who is back on the waiting list or has their place free, and since when. */
  readonly seeks: readonly { readonly role: Role; readonly on: Day }[]
  /** What the product wrote to the two, by kind. */
  readonly letters: readonly { readonly kind: string; readonly many: number; readonly lastOn: Day }[]
}

/** One pair as its coordinator sees it: when they met and what was done for them, nothing of what they wrote. */
export async function seeOnePair(ctx: Context, input: { readonly pair: string }): Promise<OnePair> {
  return within(ctx, async (tx) => {
    const history = await pairHistoryOf(tx, ctx.organisationId, input.pair)
    const two = history ? [history.mentorId, history.menteeId] : []
    await permit(ctx, tx, 'desk.seePair', { seasonId: history?.seasonId, people: two })
    const season = (await seasonsOf(tx, ctx.organisationId)).find((it) => it.id === history?.seasonId)
    const fact = history?.pairs.map(asPairFact).find((it) => it.id === input.pair)
    const people = await peopleById(tx, ctx.organisationId, two)
    const mentor = people.get(history?.mentorId ?? '')
    const mentee = people.get(history?.menteeId ?? '')
    if (!history || !season || !fact || !mentor || !mentee) throw new NotFound('There is no such pair.')
    const rhythm = history.program.meetings
    const today = ctx.on ?? dayIn(ctx.clock.now(), history.program.zone)
    const pairs = history.pairs.map(asPairFact)
    const strip = planStrips(rhythm, pairs, history.meetings, today)[pairs.findIndex((it) => it.id === fact.id)] ?? []
    const requests = await requestsOf(tx, ctx.organisationId, fact.id)
    const roleOf = (id: string): Role => (id === fact.mentorId ? 'mentor' : 'mentee')
    const extensions = requests.filter((it) => it.kind === 'extension')
    const { agreedUntil, theirs } = planExtension(extensions, '', today)
    const seeks = await seekingAgainOf(tx, ctx.organisationId, fact.id)
    const counts = await letterCounts(tx, ctx.organisationId, season.id, two)
    return {
      id: fact.id,
      season: season.key,
      seasonName: `${history.program.name}, ${history.program.season}`,
      everyDays: rhythm.everyDays,
      today,
      mentor,
      mentee,
      publishedOn: fact.publishedOn,
      endedOn: fact.endedOn,
      standing: standingOf(fact, today),
      cells: strip.map(({ window, state }) => ({ firstDay: window.firstDay, lastDay: window.lastDay, state })),
      pauses: fact.pauses,
      excusedOn: fact.excusedOn,
      seasonEndsOn: history.program.endsOn,
      goesOn: theirs?.untilOn
        ? { until: theirs.untilOn, isAgreed: false }
        : agreedUntil
          ? { until: agreedUntil, isAgreed: true }
          : null,
      wantsAnother: requests.filter((it) => it.kind === 'another-match').map((it) => roleOf(it.askedBy)),
      seeks: seeks.map((it) => ({ role: roleOf(it.personId), on: it.on })),
      letters: Object.entries(Object.groupBy(counts, (it) => it.kind)).map(([kind, of = []]) => ({
        kind,
        many: of.reduce((sum, it) => sum + it.many, 0),
        lastOn:
          of
            .map((it) => it.lastOn)
            .sort()
            .at(-1) ?? '',
      })),
    }
  })
}
