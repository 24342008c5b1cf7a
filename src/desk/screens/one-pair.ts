import { dayIn } from '../../calendar/days.ts'
import { planStrips } from '../../journey/meet/rules.ts'
import type { Day } from '../../model/day.ts'
import type { WindowState } from '../../model/figures.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { letterCounts } from '../../store/desk.ts'
import { type Companion, peopleById } from '../../store/own-pairs.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { pairHistoryOf } from '../../store/pair-pages.ts'
import { seasonsOf } from '../../store/seasons.ts'
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
