import { beforeAll, describe, expect, it } from 'vitest'
import { askStillGoing } from '../../src/journey/meet/actions/ask-still-going.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { type Everybody, everybody } from '../make/everybody.ts'

describe('“still going?” once a month', () => {
  let all: Everybody
  beforeAll(async () => {
    all = await everybody()
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  async function askOn(day: string) {
    const house = await openHouse({ ...all.installation, machineClock: { now: () => `${day}T10:00:00.000Z` } })
    if (!house) throw new Error('no house')
    return askStillGoing(asProgram(house, 'test'))
  }
  const letters = () => rows("select person_id, about, subject, body from outbox_message where kind = 'still-going'")

  it('asks both of every running pair in the month, once, and nobody before', async () => {
    expect(await askOn('2021-08-06')).toEqual({ written: 0 })
    const pairs = await rows('select id from pair')
    expect(await askOn('2021-08-07')).toEqual({ written: pairs.length * 2 })
    expect(await askOn('2021-08-08')).toEqual({ written: 0 })
    const [one] = await letters()
    expect(one.body).toContain('If so, there is nothing to do.')
    expect(one.body).toContain('/pairs/')
  })

  it('asks no pair that has ended, and goes on to the next month', async () => {
    const pairs = await rows('select id from pair')
    expect(await askOn('2021-09-06')).toEqual({ written: (pairs.length - 1) * 2 })
    const ended = (await letters()).filter((it) => it.about === `${all.ids.endedPair} 2`)
    expect(ended).toEqual([])
  })
})
