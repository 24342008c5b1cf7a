import { beforeAll, describe, expect, it } from 'vitest'
import { writeDigests } from '../../src/desk/actions/write-digests.ts'
import { digestLetter } from '../../src/journey/announce/messages/digest-letter.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { type Everybody, everybody } from '../make/everybody.ts'

const MONDAY_MORNING = '2021-07-26T08:10:00.000Z'

describe('the morning letter to coordinators', () => {
  let all: Everybody
  beforeAll(async () => {
    all = await everybody()
    const { pool } = all.installation
    await pool.query('delete from meeting where mentee_id = $1', [all.ids.mentee])
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const letters = () =>
    rows("select person_id, about, state, subject, body from outbox_message where kind = 'desk-digest' order by about")
  async function writeAt(now: string) {
    const house = await openHouse({ ...all.installation, machineClock: { now: () => now } })
    if (!house) throw new Error('no house')
    return writeDigests(asProgram(house, 'test'), digestLetter)
  }

  it('is not written at night, nor on a weekend', async () => {
    expect(await writeAt('2021-07-26T05:00:00.000Z')).toEqual({ written: 0 })
    expect(await writeAt('2021-07-25T08:10:00.000Z')).toEqual({ written: 0 })
  })

  it('says in numbers what waits, names nobody, and comes once a day to those whose season it is', async () => {
    const { written } = await writeAt(MONDAY_MORNING)
    expect(written).toBeGreaterThan(0)
    expect(await writeAt('2021-07-26T09:00:00.000Z')).toEqual({ written: 0 })
    const found = await letters()
    const names = (
      await rows('select name from person where id in (select mentee_id from pair union select mentor_id from pair)')
    ).map((it) => it.name)
    for (const it of found) {
      expect(it.body).toContain('of which nothing is known')
      expect(it.body).toContain('/desk')
      for (const name of names) if (!it.body.includes(`Good morning ${name}`)) expect(it.body).not.toContain(name)
    }
    const hats = await rows(
      "select distinct person_id from hat where hat = 'coordinator' and (season_id is null or season_id = $1)",
      all.ids.season,
    )
    for (const it of found) expect(hats.map((hat) => hat.person_id)).toContain(it.person_id)
  })

  it('comes again the next morning, not to whoever has turned it off', async () => {
    const [first] = await letters()
    await rows(
      "insert into letter_choice (organisation_id, person_id, page_only, changed_at) values ($1, $2, '{desk}', now())",
      all.ids.organisation,
      first.person_id,
    )
    await writeAt('2021-07-27T08:10:00.000Z')
    const next = (await letters()).filter((it) => it.about === '2021-07-27')
    expect(next.length).toBeGreaterThan(0)
    expect(next.map((it) => it.person_id)).not.toContain(first.person_id)
  })

  it('is not written where nothing waits', async () => {
    expect(await writeAt('2024-01-08T08:10:00.000Z')).toEqual({ written: 0 })
  })
})
