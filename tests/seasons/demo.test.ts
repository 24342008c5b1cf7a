import { beforeAll, describe, expect, it } from 'vitest'
import { seeToday } from '../../src/desk/screens/today.ts'
import { showMatch } from '../../src/journey/match/actions.ts'
import { showResults } from '../../src/journey/results/screens.ts'
import { loadDemo } from '../../src/rehearsal/demo.ts'
import { readMailbox } from '../../src/rehearsal/mailbox.ts'
import { moveClock } from '../../src/rehearsal/move-clock.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { asOperator, openHouse } from '../../src/runtime/open-context.ts'
import { freshInstallation } from '../make/installation.ts'

describe('the demo', () => {
  let installation: Installation
  const open = async () => {
    const house = await openHouse(installation)
    if (!house) throw new Error('no organisation')
    return { house, ctx: await asOperator(house, undefined, null) }
  }
  beforeAll(async () => {
    installation = await freshInstallation()
    await loadDemo(installation)
  })

  it('has 32 pairs, a waiting list, a late mentor in reserve and one pair that ended', async () => {
    const { ctx } = await open()
    const match = await showMatch(ctx, {})
    expect(match.pairs).toHaveLength(32)
    expect(match.waitingList).toHaveLength(5)
    const { results } = await showResults(ctx, {})
    expect(results.participation).toMatchObject({ pairs: 32, people: 64, endedPairs: 1 })
  })

  it('stands on a Monday in mid-season and shows every state a window can have', async () => {
    const { house, ctx } = await open()
    expect(house.today).toBe('2026-11-02')
    const { results } = await showResults(ctx, {})
    const states = new Set(results.strips.flatMap((strip) => strip.windows))
    expect([...states].sort()).toEqual(['coming', 'disagree', 'due', 'ended', 'excused', 'met', 'one', 'unknown'])
  })

  it('shows the survey half-way, which has closed, for both roles', async () => {
    const { results } = await showResults((await open()).ctx, {})
    expect(results.surveys.map((it) => [it.survey, it.role, it.invited])).toEqual([
      ['mid', 'mentee', 32],
      ['mid', 'mentor', 32],
    ])
  })

  it('keeps every letter in its mailbox and sends none', async () => {
    const { house } = await open()
    const { found, messages } = await readMailbox(installation.db, house.organisation.id, '', 50, 1)
    expect(found).toBe(32 * 2 + 6 + 2)
    expect(messages).toHaveLength(50)
  })

  it('puts on the coordinator’s desk what an experienced one would expect there', async () => {
    const { house } = await open()
    const { personId } = (await asOperator(house, undefined, null)).actor as { personId: string }
    const hats = [{ hat: 'coordinator' as const, seasonId: null }]
    const actor = { kind: 'person' as const, personId, hats, signInId: newId(), stepped: true }
    const { lines } = await seeToday({ ...(await asOperator(house, undefined, null)), actor })
    const kinds = Object.groupBy(lines, (it) => it.line.kind)
    expect(Object.keys(kinds).sort()).toEqual([
      ...['another-match', 'certificate', 'help', 'look-again', 'place', 'quiet-pair', 'seats'],
    ])
    expect(lines.length).toBeLessThan(12)
    expect(kinds.place?.[0]?.line).toMatchObject({ waiting: 5, reserve: 1 })
  })

  it('can be moved on by a week', async () => {
    await moveClock((await open()).house, 7)
    expect((await open()).house.today).toBe('2026-11-09')
  })
})
