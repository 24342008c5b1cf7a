import { beforeAll, describe, expect, it } from 'vitest'
import { seeOneApplication } from '../../src/desk/screens/one-application.ts'
import { seeToday } from '../../src/desk/screens/today.ts'
import { readDrafts, releaseDecisions } from '../../src/journey/announce/actions.ts'
import { seeBoard } from '../../src/journey/match/actions/see-board.ts'
import { showMatch } from '../../src/journey/match/actions.ts'
import { seekAgain } from '../../src/journey/meet/actions/after-ending.ts'
import { attackResults } from '../../src/journey/results/screens/attack-results.ts'
import { showResults } from '../../src/journey/results/screens.ts'
import { seeReviewing } from '../../src/journey/review/actions/assign-reviewers.ts'
import type { Results } from '../../src/model/figures.ts'
import { loadDemo } from '../../src/rehearsal/demo.ts'
import { readMailbox } from '../../src/rehearsal/mailbox.ts'
import { moveClock } from '../../src/rehearsal/move-clock.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { asOperator, openHouse } from '../../src/runtime/open-context.ts'
import { freshInstallation } from '../make/installation.ts'

describe('the demo', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  const open = async () => {
    const house = await openHouse(installation)
    if (!house) throw new Error('no organisation')
    return { house, ctx: await asOperator(house, undefined, null) }
  }
  /** Whoever runs the demo, in a sign-in of their own. */
  const coordinator = async () => {
    const { ctx } = await open()
    const { personId } = ctx.actor as { personId: string }
    const hats = [{ hat: 'coordinator' as const, seasonId: null }]
    return { ...ctx, actor: { kind: 'person' as const, personId, hats, signInId: newId(), stepped: true } }
  }
  beforeAll(async () => {
    installation = await freshInstallation()
    await loadDemo(installation)
  })

  it('has 32 pairs from summer, one that was matched late from the waiting list, and one that ended', async () => {
    const { ctx } = await open()
    const first = await showMatch(ctx, { run: 1 })
    expect(first.pairs).toHaveLength(32)
    expect(first.waitingList).toHaveLength(5)
    const last = await showMatch(ctx, {})
    expect([last.run, last.pairs.length, last.waitingList.length, last.publishedOn]).toEqual([3, 1, 4, '2026-10-30'])
    const { results } = await showResults(ctx, {})
    expect(results.participation).toMatchObject({ pairs: 33, people: 66, endedPairs: 1 })
  })

  it('leaves no page of selecting empty: letters that wait, a pin, a forbidden pair, a comment, reviews with a spread', async () => {
    const { ctx } = await open()
    const season = 'autumn-2026'
    expect((await readDrafts(ctx, { season })).drafts).toHaveLength(4)
    const board = await seeBoard(ctx, { season })
    expect(board.rules.map((it) => it.kind).sort()).toEqual(['forbidden', 'pinned'])
    expect((await seeBoard(ctx, { season, run: 2 })).pairs.map((it) => it.comments)).toEqual([1])
    const me = await coordinator()
    const filter = { q: '', role: null, division: null, state: null, sort: 'name' as const }
    expect(await seeReviewing(me, { season, each: 2 })).toMatchObject({ assigned: 6, sent: 3 })
    const { rows } = await installation.pool.query(
      'select a.id from application a join review_assignment s on s.application_id = a.id join review r on r.application_id = a.id and r.reviewer_id = s.reviewer_id group by 1 having count(*) = 2',
    )
    const one = await seeOneApplication(me, { id: rows[0].id, filter, step: null })
    expect(one.reviews).toMatchObject({ sent: 2, lowest: 3, highest: 4.5 })
  })

  it('stands on a Monday in mid-season and shows every state a window can have', async () => {
    const { house, ctx } = await open()
    expect(house.today).toBe('2026-11-02')
    const { results } = await showResults(ctx, {})
    const states = new Set(results.strips.flatMap((strip) => strip.windows))
    expect([...states].sort()).toEqual(['coming', 'disagree', 'due', 'ended', 'excused', 'met', 'one', 'unknown'])
  })

  it('shows the surveys that have closed for both roles, the groups of one, and what people let others read', async () => {
    const { results, said } = await showResults((await open()).ctx, {})
    expect(results.surveys.map((it) => [it.survey, it.role, it.invited, it.answers])).toEqual([
      ['mid', 'mentee', 32, 26],
      ['mid', 'mentor', 32, 26],
      ['pre', 'mentee', 32, 30],
      ['pre', 'mentor', 32, 30],
    ])
    expect(results.changes).toEqual([])
    expect(groupsShown(results)).toEqual(['mid mentee on_track', 'mid mentor on_track'])
    expect(said.quotes.map((it) => it.signed).sort()).toEqual(['name', 'role'])
    expect(said.paraphrases.map((it) => [it.survey, it.role, it.base]).sort()).toEqual([
      ['pre', 'mentee', 30],
      ['pre', 'mentor', 30],
    ])
  })

  it('keeps every letter in its mailbox and sends none', async () => {
    const { house } = await open()
    const { found, messages } = await readMailbox(installation.db, house.organisation.id, '', 50, 1)
    expect(found).toBe(32 * 2 + 5 + 2 + 2 + 2)
    expect(messages).toHaveLength(50)
  })

  it('puts on the coordinator’s desk what an experienced one would expect there', async () => {
    const { lines } = await seeToday(await coordinator())
    const kinds = Object.groupBy(lines, (it) => it.line.kind)
    expect(Object.keys(kinds).sort()).toEqual([
      ...['announce', 'another-match', 'certificate', 'help', 'look-again', 'quiet-pair', 'seats'],
    ])
    expect(lines.length).toBeLessThan(12)
    expect(kinds.announce?.[0]?.line).toMatchObject({ many: 4, pairs: 1, dueOn: '2026-10-31' })
  })

  it('goes on, once these letters are released, with who waits and which mentor may have a place free', async () => {
    await releaseDecisions((await open()).ctx, { season: 'autumn-2026' })
    const { lines } = await seeToday(await coordinator())
    const of = (kind: string) => lines.filter((it) => it.line.kind === kind).map((it) => it.line)
    expect(of('announce')).toEqual([])
    expect(of('place')).toMatchObject([{ waiting: 4, reserve: 2 }])
    expect(of('free-place')).toMatchObject([{ endedOn: '2026-10-14', waiting: expect.any(Number) }])
    const ended = (await showMatch((await open()).ctx, { run: 1 })).pairs[27]
    await seekAgain(await coordinator(), { mentee: ended?.mentee ?? '', who: 'mentor' })
    expect((await seeToday(await coordinator())).lines.map((it) => it.line.kind)).not.toContain('free-place')
  })

  it('can be moved on week by week, while its people meet, come and answer, until everything is told', async () => {
    for (let week = 0; week < 5; week += 1) await moveClock((await open()).house, 7)
    const { house, ctx } = await open()
    expect(house.today).toBe('2026-12-07')
    const { results, said } = await showResults(ctx, {})
    const end = results.surveys.filter((it) => it.survey === 'end')
    expect(end.map((it) => it.role)).toEqual(['mentee', 'mentor'])
    // Whose pair has ended is not asked.
    for (const { answers } of end) expect([23, 24]).toContain(answers)
    expect(results.changes?.map((it) => [it.role, it.question])).toEqual([
      ['mentor', 'listens'],
      ['mentee', 'next_step'],
      ['mentee', 'somebody_to_ask'],
    ])
    for (const { shown } of results.changes ?? []) {
      expect(shown?.low).toBeLessThan(shown?.change ?? 0)
      expect(shown?.base).toBeGreaterThan(22)
    }
    expect(groupsShown(results)).toEqual(
      expect.arrayContaining(['end mentee will_keep_meeting', 'end mentor had_time_and_support']),
    )
    expect(results.measures.filter((it) => it.missing === null).map((it) => it.measure)).toEqual(
      expect.arrayContaining(['cadence', 'goals', 'go-on', 'next-step', 'confident']),
    )
    expect(said.quotes).toHaveLength(4)
    const met = results.strips.flatMap((strip) => strip.windows).filter((it) => it === 'met').length
    expect(met).toBeGreaterThan(150)
  })

  it('tells nothing for certain of what anybody answered', async () => {
    const { certain } = await attackResults((await open()).ctx)
    expect(certain).toEqual([])
  })
})

/** The questions of which at least one group is shown. */
function groupsShown(results: Results): readonly string[] {
  const shown = (results.breakdowns ?? []).filter((it) => it.groups.length > 0)
  return shown.map((it) => `${it.survey} ${it.role} ${it.question}`).sort()
}
