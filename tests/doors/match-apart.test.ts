import { beforeAll, describe, expect, it } from 'vitest'
import { proposeMatch } from '../../src/journey/match/actions.ts'
import { planMatchApart } from '../../src/journey/match/solve-apart.ts'
import type { Context } from '../../src/runtime/context.ts'
import { asOperator, openHouse } from '../../src/runtime/open-context.ts'
import { type Everybody, everybody } from '../make/everybody.ts'

const SEASON = { season: 'women-2021' }

describe('a match is solved outside of any transaction', () => {
  let all: Everybody
  let ctx: Context

  beforeAll(async () => {
    all = await everybody()
    const house = await openHouse(all.installation)
    if (!house) throw new Error('There is no organisation.')
    ctx = await asOperator(house, undefined, null)
  })

  const change = () => all.installation.pool.query("update directory_entry set division = division || ' and more'")

  it('is made again when somebody changed something meanwhile, and the run is of what is now', async () => {
    let made = 0
    const first = await proposeMatch(ctx, SEASON, async (problem, policy) => {
      made += 1
      if (made === 1) await change()
      return planMatchApart(problem, policy)
    })
    expect(made).toBe(2)
    const again = await proposeMatch(ctx, SEASON, async () => {
      throw new Error('The same people were matched anew.')
    })
    expect(again).toEqual(first)
  })

  it('gives up with a plain word when things keep changing, and keeps no run', async () => {
    const runs = async () => (await all.installation.pool.query('select 1 from match_run')).rowCount
    const before = await runs()
    await change()
    const restless = proposeMatch(ctx, SEASON, async (problem, policy) => {
      await change()
      return planMatchApart(problem, policy)
    })
    await expect(restless).rejects.toMatchObject({ code: 'match-keeps-changing' })
    expect(await runs()).toBe(before)
  })

  it('asked twice at once gives one run', async () => {
    await change()
    const [one, other] = await Promise.all([1, 2].map(() => proposeMatch(ctx, SEASON, planMatchApart)))
    expect(one).toEqual(other)
  })
})
