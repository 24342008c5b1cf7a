import { beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../../src/runtime/clock.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const MENTEE = 'mentee of the pair'

describe('my page', () => {
  let all: Everybody
  const on = (day: string, name: CallerName, path = '/my') =>
    requestAs(
      makeSite({ ...all.installation, machineClock: stoppedClock(`${day}T10:00:00.000Z`) }),
      all.callers[name],
      'GET',
      path,
      {},
    )
  const headingOn = async (day: string, name: CallerName) =>
    /<h1[^>]*>([^<]*)<\/h1>/.exec((await on(day, name)).body)?.[1] ?? ''
  const write = (path: string, form: Record<string, string>) =>
    requestAs(makeSite(all.installation), all.callers[MENTEE], 'POST', `/pairs/${all.ids.pair}/${path}`, form)

  beforeAll(async () => {
    all = await everybody()
    await all.installation.pool.query('delete from meeting where mentee_id = $1 and happened_on > $2', [
      all.ids.mentee,
      '2021-08-10',
    ])
  })

  it('says the one thing to do next, and each thing done makes room for the next one', async () => {
    expect(await headingOn('2021-08-25', MENTEE)).toMatch(/^Agree with mentor\d how you work together$/)
    await write('agreement', { seen: '0', rhythm: 'Thursdays' })
    expect(await headingOn('2021-08-25', MENTEE)).toBe('Write down what you want to reach')
    await write('goal', { seen: '0', words: 'A goal' })
    expect(await headingOn('2021-08-25', MENTEE)).toMatch(/^Meet mentor\d by Wednesday 1 September$/)
    await all.installation.pool.query(
      `insert into meeting (organisation_id, id, season_id, mentee_id, happened_on, confirmed_by, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, '2021-08-24', 'mentor', now())`,
      [all.ids.organisation, all.ids.season, all.ids.mentee],
    )
    expect(await headingOn('2021-08-25', MENTEE)).toMatch(/^Did you meet mentor\d on Tuesday 24 August\?$/)
    expect(await headingOn('2021-08-25', 'mentor of the pair')).toBe('Nothing needs you today')
    expect(await headingOn('2021-09-22', MENTEE)).toBe('Answer the survey “End of the program” by Friday 1 October')
  })

  it('shows the pair with its windows, the season with today in it, and the ways to help', async () => {
    const { body } = await on('2021-08-25', MENTEE)
    for (const says of [
      `href="/pairs/${all.ids.pair}"`,
      'class="strip"',
      'Reply?',
      'Today',
      'Closing celebration',
      'Survey: End of the program',
      'Your private notes',
      'Tell the named contact',
      'aria-current="page" href="/my"',
    ])
      expect(body, says).toContain(says)
    expect(body).not.toContain('As a mentor')
  })

  it('keeps the two hats of somebody who is both apart', async () => {
    await all.installation.pool.query(
      `insert into pair (organisation_id, id, season_id, mentor_id, mentee_id, run_id, worth, reason, published_on, recorded_at)
       select organisation_id, gen_random_uuid(), $1, $2, $3, run_id, 1, '', published_on, recorded_at from pair where id = $4`,
      [all.ids.otherSeason, all.ids.mentee, all.ids.outsider, all.ids.pair],
    )
    await all.installation.pool.query(
      `insert into outbox_message (organisation_id, id, season_id, person_id, kind, about, subject, body, state, drafted_on, released_on, recorded_at)
       select organisation_id, gen_random_uuid(), season_id, $1, 'pair', id::text, '', '', 'sent', published_on, published_on, now() from pair where mentor_id = $1`,
      [all.ids.mentee],
    )
    const { body } = await on('2021-08-25', MENTEE)
    expect(body.indexOf('As a mentee')).toBeGreaterThan(0)
    expect(body.indexOf('As a mentor')).toBeGreaterThan(body.indexOf('As a mentee'))
    expect(body).toContain('You and <bdi>colleague</bdi>')
    await all.installation.pool.query('delete from pair where mentor_id = $1', [all.ids.mentee])
  })

  it('after the end it says so, and the pair is among the earlier ones', async () => {
    const { body } = await on('2026-11-24', MENTEE)
    expect(body).toContain('Nothing needs you today')
    expect(body).toContain('One earlier pair')
  })

  it('somebody without anything reads where to begin', async () => {
    const { body } = await on('2021-08-25', 'colleague')
    expect(body).toContain('You are in no program at the moment')
    expect(body).toContain('See the seasons')
  })

  it('before everyone has heard it says the day and nothing of a pair', async () => {
    const other = await everybody()
    await other.installation.pool.query("update outbox_message set state = 'draft', released_on = null")
    const site = makeSite({ ...other.installation, machineClock: stoppedClock('2021-06-28T10:00:00.000Z') })
    const ask = (path: string) => requestAs(site, other.callers[MENTEE], 'GET', path, {})
    const { body } = await ask('/my')
    expect(body).toContain('You hear about your application on Tuesday 29 June 2021')
    expect(body).not.toContain('/pairs/')
    expect((await ask(`/pairs/${other.ids.pair}`)).status).toBe(404)
  })
})
