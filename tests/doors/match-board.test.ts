import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proposeMatch } from '../../src/journey/match/actions.ts'
import { planMatchApart } from '../../src/journey/match/solve-apart.ts'
import type { Context } from '../../src/runtime/context.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { asOperator, openHouse } from '../../src/runtime/open-context.ts'
import { erase } from '../../src/store/erasures.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const KEY = 'women-2021'

describe('the match board', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let ctx: Context
  const callers: Record<string, { headers: Record<string, string>; formToken: string }> = {}
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    installation = await freshInstallation()
    const run = commandLineOf(installation)
    await playSmallSeason(run, `programs/${KEY}.yaml`, { mentors: 5, mentees: 7, announced: false })
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    site = makeSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    await run('office', 'give-hat', 'mentor5@example.com', 'coordinator')
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    for (const email of ['coordinator@example.com', 'mentor5@example.com']) {
      const { cookie, formToken } = await signInAs(installation, email, { stepped: true })
      callers[email.split('@')[0] ?? ''] = { headers: { cookie }, formToken }
    }
    for (const { id, name } of (await installation.pool.query('select id, name from person')).rows) ids[name] = id
    const house = await openHouse(installation)
    if (!house) throw new Error('There is no organisation.')
    ctx = await asOperator(house, undefined, null)
  })

  const as = (who: string) => {
    const caller = () => callers[who] ?? { headers: {}, formToken: '' }
    return {
      get: (path: string) => requestAs(site, caller(), 'GET', path, {}),
      post: (path: string, form: Record<string, string> = {}) =>
        requestAs(site, caller(), 'POST', path, { season: KEY, ...form }),
    }
  }
  const { get, post } = as('coordinator')
  const rows = async (sql: string) => (await installation.pool.query(sql)).rows
  const id = (name: string) => ids[name] ?? ''
  const match = (path: string, at: Record<string, string> = {}) =>
    `/desk/match${path}?${new URLSearchParams({ season: KEY, ...at })}`
  const pairsOf = async (run = 'desc') => {
    const [latest] = await rows(`select answer from match_run order by number ${run} limit 1`)
    const pairs: { menteeId: string; mentorId: string }[] = latest.answer.pairs
    return new Map(pairs.map((it) => [it.menteeId, it.mentorId]))
  }
  const seenOn = (body: string) => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const nameOf = (wanted: string) => Object.keys(ids).find((name) => ids[name] === wanted) ?? ''

  beforeEach(async () => {
    for (const table of ['match_comment', 'match_rule', 'pair', 'match_run'])
      await installation.pool.query(`delete from ${table}`)
    await post('/desk/selection/match')
  })

  it('says before a run who is to be seated, and that nothing hidden is counted', async () => {
    const { body } = await get(match('/ready'))
    expect(body).toContain('At least 2 mentees will be without a mentor')
    expect(body).toContain('at most 5 of 7 mentees')
  })

  it('keeps every run with its rules and a proof that was checked, opens any, and compares two', async () => {
    expect((await get(match(''))).body).toContain('Proved: no better match exists')
    const pairs = await pairsOf()
    const [mentee = '', mentor = ''] = [...pairs][0] ?? []
    await post('/desk/match/rules', { kind: 'forbid', mentee, mentor })
    await post('/desk/selection/match')
    const runs = (await get(match('/runs'))).body
    expect(runs).toContain('2 runs')
    expect(runs).toContain('Run 1')
    const compared = (await get(match('/compare', { run: '1', with: '2' }))).body
    expect(compared).toContain('moved')
    expect(compared).toContain('Run 2: 0 pairs pinned, 1 forbidden')
    expect((await get(match('', { run: '1' }))).body).toContain('Go to the latest run')
    expect((await get(match('', { run: '9' }))).status).toBe(404)
    const [kept] = await rows('select answer, made_by from match_run where number = 2')
    expect(kept.answer).toMatchObject({ stands: true, asked: { forbidden: [{ mentorId: mentor, menteeId: mentee }] } })
    expect(kept.made_by).toBe(id('coordinator@example.com') || kept.made_by)
  })

  it('shows a pair with its reason, what else was possible and the exact price, and no points of its parts', async () => {
    const [mentee = '', mentor = ''] = [...(await pairsOf())][0] ?? []
    const { body, status } = await get(match('/place', { mentee }))
    expect(status).toBe(200)
    expect(body).toContain(`${nameOf(mentee)} with ${nameOf(mentor)}`)
    expect(body).toContain('What else was possible')
    expect(body).toMatch(/All pairs together lose (nothing|[\d.]+ points?)/)
    expect(body).toContain('Parts are shown without their points')
  })

  it('is asked and changed by the command line in the same words', async () => {
    const run = commandLineOf(installation)
    const on = ['--on', '2021-06-28']
    expect((await run('match', 'ready', ...on))[0]).toContain('at most 5 can have a place at once')
    expect(await run('match', 'runs')).toEqual([expect.stringMatching(/^Run 1, .*: 5 pairs, 2 without a mentor/)])
    const [[mentee = '', mentor = ''] = []] = [...(await pairsOf())]
    const pair = ['--mentee', `${nameOf(mentee)}@example.com`, '--mentor', `${nameOf(mentor)}@example.com`]
    const price = await run('match', 'price', '--kind', 'forbid', ...pair, ...on)
    expect(price.join(' ')).toMatch(/instead of/)
    const seen = price.at(-1)?.replace('seen: ', '') ?? ''
    await run('match', 'set', '--kind', 'forbid', ...pair, '--seen', seen, ...on)
    const [rule = ''] = await run('match', 'rules')
    expect(rule).toContain(`forbidden: ${nameOf(mentee)} with ${nameOf(mentor)}`)
    await run('match', 'lift', rule.split(' ').at(-1) ?? '', ...on)
    expect(await run('match', 'rules')).toEqual([])
  })

  it('says what an undo would gain before it is done', async () => {
    const [[mentee = '', mentor = ''] = []] = [...(await pairsOf())]
    await post('/desk/match/rules', { kind: 'forbid', mentee, mentor })
    const [{ change_id: change }] = await rows('select change_id from match_rule')
    const price = (await get(match('/price', { kind: 'lift', change }))).body
    expect(price).toContain(`free to pair ${nameOf(mentee)} with ${nameOf(mentor)}, or not`)
    expect(price).toContain('Undo it')
    await post('/desk/match/rules/lift', { change })
    expect((await get(match('/price', { kind: 'lift', change }))).status).toBe(404)
  })

  it('tells the price first, then pins, and the next run obeys; the undo stands beside it', async () => {
    const before = await pairsOf()
    const [mentee = '', own = ''] = [...before][0] ?? []
    const other = [...before.values()].find((it) => it !== own) ?? ''
    const asked = { kind: 'pin', mentee, mentor: other }
    const price = await get(match('/price', asked))
    expect(price.body).toContain(`${nameOf(mentee)} gets ${nameOf(other)} instead of ${nameOf(own)}.`)
    expect(await rows('select 1 from match_rule')).toEqual([])
    const done = await post('/desk/match/rules', { ...asked, seen: seenOn(price.body) })
    expect(done.status).toBe(303)
    const page = (await get(done.location)).body
    expect(page).toContain('run again to see the pairs')
    expect(page).toContain(`Pinned: ${nameOf(mentee)} with ${nameOf(other)}`)
    await post('/desk/selection/match')
    expect((await pairsOf()).get(mentee)).toBe(other)
    const change = /name="change" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await post('/desk/match/rules/lift', { change })
    expect((await post('/desk/match/rules/lift', { change })).status).toBe(404)
    await post('/desk/selection/match')
    expect(await pairsOf()).toEqual(before)
    const [rule] = await rows('select set_by, lifted_by, lifted_at from match_rule')
    expect(rule).toMatchObject({ set_by: rule.lifted_by, lifted_at: expect.any(Date) })
  })

  it('swaps the mentors of two in one step, undone in one', async () => {
    const before = await pairsOf()
    const [[one = '', mentor = ''] = [], [two = '', other = ''] = []] = [...before]
    const asked = { kind: 'swap', mentee: one, with: two }
    const price = await get(match('/price', asked))
    await post('/desk/match/rules', { ...asked, seen: seenOn(price.body) })
    await post('/desk/selection/match')
    const after = await pairsOf()
    expect([after.get(one), after.get(two)]).toEqual([other, mentor])
    const [{ change_id: change }] = await rows('select distinct change_id from match_rule')
    await post('/desk/match/rules/lift', { change })
    expect(await rows('select 1 from match_rule where lifted_at is null')).toEqual([])
  })

  it('does nothing for somebody who saw another price, and shows what it costs now', async () => {
    const [[one = '', mentor = ''] = [], [two = '', other = ''] = []] = [...(await pairsOf())]
    const asked = { kind: 'pin', mentee: one, mentor }
    const seen = seenOn((await get(match('/price', asked))).body)
    await post('/desk/match/rules', { kind: 'pin', mentee: two, mentor: other })
    const late = await post('/desk/match/rules', { ...asked, seen })
    expect(late.status).toBe(409)
    expect(late.body).toContain('has changed since you opened it')
    expect(await rows('select 1 from match_rule')).toHaveLength(1)
    expect((await post('/desk/match/rules', { ...asked, seen: seenOn(late.body) })).status).toBe(303)
  })

  it('a pair asked for twice is refused with the reason, at once too, and one rule stands', async () => {
    const [[mentee = '', mentor = ''] = []] = [...(await pairsOf())]
    const asked = { kind: 'pin', mentee, mentor }
    const all = await Promise.all([1, 2, 3].map(() => post('/desk/match/rules', asked)))
    expect(all.map((it) => it.status).sort()).toEqual([303, 409, 409])
    expect(await rows('select 1 from match_rule')).toHaveLength(1)
    expect((await get(match('/price', asked))).body).toContain('is pinned already. Undo that first.')
  })

  it('of a pair that is kept apart silently there is no price, and no other word than not possible', async () => {
    const [mentee = ''] = [...(await pairsOf()).keys()]
    const blocked = await withBlock(mentee)
    await post('/desk/selection/match')
    const place = (await get(match('/place', { mentee }))).body
    expect(place).toContain('Not possible.')
    expect(place.replaceAll(/<[^>]*>/g, ' ').toLowerCase()).not.toContain('block')
    const price = await get(match('/price', { kind: 'pin', mentee, mentor: blocked }))
    expect(price.status).toBe(409)
    expect(price.body).toContain('This pair is not possible.')
    await installation.pool.query('delete from match_wish')
  })

  /** The mentee does not want to be matched with the mentor they have. */
  async function withBlock(mentee: string): Promise<string> {
    const { wishesAt } = await import('../../src/journey/apply/shapes.ts')
    const mentor = (await pairsOf()).get(mentee) ?? ''
    const [season] = await rows('select id, organisation_id from season')
    const wish = '0190a000-0000-7000-8000-000000000001'
    const owner = { organisationId: season.organisation_id, kind: 'person', id: mentee } as const
    const words = JSON.stringify({ wishes: [], blocks: [mentor] })
    const sealed = await ctx.keyring.seal(owner, wishesAt(wish), words)
    await installation.pool.query(
      `insert into match_wish (organisation_id, id, season_id, person_id, role, sealed, made_at)
       values ($1, $2, $3, $4, 'mentee', $5, '2021-06-01')`,
      [season.organisation_id, wish, season.id, mentee, sealed],
    )
    return mentor
  }

  it('a coordinator who takes part finds their own pair locked, and nothing of it priced', async () => {
    const mine = id('mentor5')
    const [mentee = ''] = [...(await pairsOf())].find(([, mentor]) => mentor === mine) ?? []
    const me = as('mentor5')
    const board = (await me.get(match(''))).body
    expect(board).toContain('Your own pair: another coordinator has it.')
    expect((await me.get(match('/place', { mentee }))).status).toBe(404)
    expect((await me.get(match('/price', { kind: 'forbid', mentee, mentor: mine }))).status).toBe(404)
    expect((await me.post('/desk/match/rules', { kind: 'forbid', mentee, mentor: mine })).status).toBe(404)
    expect((await me.post('/desk/match/comments', { run: '1', mentee, words: 'Mine' })).status).toBe(404)
    const sheet = (await me.get(match('/pairs.csv'))).body
    expect(sheet.split('\n').find((it) => it.includes('mentor5'))).toMatch(/,,+/)
  })

  it('keeps comments with the run, for their author to take away, and loses nothing that was written', async () => {
    const [mentee = ''] = [...(await pairsOf()).keys()]
    const empty = await post('/desk/match/comments', { run: '1', mentee, words: '  ' })
    expect(empty.status).toBe(422)
    const long = await post('/desk/match/comments', { run: '1', mentee, words: 'x'.repeat(2001) })
    expect(long.body).toContain('x'.repeat(2001))
    expect((await post('/desk/match/comments', { run: '1', mentee, words: 'They know each other.' })).status).toBe(303)
    expect((await get(match('/place', { mentee }))).body).toContain('They know each other.')
    expect((await get(match(''))).body).toContain('1 comment.')
    const [{ id: comment }] = await rows('select id from match_comment')
    const mentees = [...(await pairsOf())].filter(([, mentor]) => mentor !== id('mentor5'))
    const at = { run: '1', mentee: mentees[0]?.[0] ?? '', comment }
    expect((await as('mentor5').post('/desk/match/comments/delete', at)).status).toBe(404)
    expect((await post('/desk/match/comments/delete', at)).status).toBe(303)
    expect(await rows('select 1 from match_comment')).toEqual([])
  })

  it('publishing says by name what has changed since the run, and offers to run again', async () => {
    await installation.pool.query(
      `update application set superseded_by = id where role = 'mentee' and person_id = '${id('mentee1')}'`,
    )
    const refused = await post('/desk/match/publish', { run: '1' })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('No longer to be seated: mentee1 (mentee).')
    expect(refused.body).toContain('Run again')
    expect(await rows('select 1 from pair')).toEqual([])
    await installation.pool.query(
      `update application set superseded_by = null where role = 'mentee' and person_id = '${id('mentee1')}'`,
    )
    const [[mentee = '', mentor = ''] = []] = [...(await pairsOf())]
    await post('/desk/match/rules', { kind: 'forbid', mentee, mentor })
    expect((await post('/desk/match/publish', { run: '1' })).body).toContain(
      `Forbidden: ${nameOf(mentee)} with ${nameOf(mentor)}.`,
    )
  })

  it('does not publish a run that another coordinator made since, and says who', async () => {
    const [[mentee = '', mentor = ''] = []] = [...(await pairsOf())].filter(([, it]) => it !== id('mentor5'))
    await as('mentor5').post('/desk/match/rules', { kind: 'forbid', mentee, mentor })
    await as('mentor5').post('/desk/selection/match')
    const late = await post('/desk/match/publish', { run: '1' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Run 2 was made by mentor5 since you opened run 1')
    expect(await rows('select 1 from pair')).toEqual([])
  })

  it('of two coordinators who publish at once one wins, and the other is told', async () => {
    const [one, other] = await Promise.all([
      post('/desk/match/publish', { run: '1' }),
      as('mentor5').post('/desk/match/publish', { run: '1' }),
    ])
    const led = [one.location, other.location].map((it) => new URL(it, 'http://x').searchParams.get('done')).sort()
    expect(led).toEqual(['before', 'published'])
    expect(await rows('select 1 from pair')).toHaveLength(5)
    expect((await get(match(''))).body).toMatch(/Published on .* by (mentor5|coordinator)/)
  })

  it('leaves nothing half done when it dies between solving and keeping', async () => {
    await installation.pool.query('delete from match_run')
    const dying = proposeMatch(ctx, { season: KEY }, async (problem, policy) => {
      await planMatchApart(problem, policy)
      throw new Error('The lights went out.')
    })
    await expect(dying).rejects.toThrow('The lights went out.')
    expect(await rows('select 1 from match_run')).toEqual([])
    expect((await proposeMatch(ctx, { season: KEY })).run).toBe(1)
  })

  it('of somebody who was erased nothing stays in what a run was asked, nor a rule or a comment about them', async () => {
    const [[mentee = '', mentor = ''] = []] = [...(await pairsOf())].filter(([, it]) => it !== id('mentor5'))
    await post('/desk/match/rules', { kind: 'forbid', mentee, mentor })
    await post('/desk/selection/match')
    await post('/desk/match/comments', { run: '1', mentee, words: 'They know each other.' })
    const [{ organisation_id: organisation }] = await rows('select organisation_id from season')
    const day = { erasedAt: '2021-06-28T10:00:00Z', day: '2021-06-28', newId }
    await ctx.db.transaction().execute((tx) => erase(tx, organisation, { personId: mentee, ...day }))
    for (const { answer } of await rows('select answer from match_run')) {
      expect(Object.keys(answer.asked.mentees)).not.toContain(mentee)
      expect(answer.asked.forbidden).toEqual([])
    }
    expect(await rows('select 1 from match_rule union all select 1 from match_comment')).toEqual([])
  })
})
