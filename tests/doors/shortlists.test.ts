import { beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '../../src/api/operations.ts'
import { wishesAt } from '../../src/journey/apply/shapes.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { choosingSeason } from '../make/choosing-season.ts'
import { requestAs } from '../make/doors.ts'
import { signInAs } from '../make/sign-in.ts'

const KEY = 'women-2021'
const LISTS = '/desk/match/shortlists'
const OWN = `/seasons/${KEY}/shortlist`

describe('a season whose mentees choose from shortlists', () => {
  let season: Awaited<ReturnType<typeof choosingSeason>>
  let site: ReturnType<typeof makeSite>
  const callers = new Map<string, { headers: Record<string, string>; formToken: string }>()
  const ids = new Map<string, string>()

  beforeAll(async () => {
    season = await choosingSeason({ mentors: 6, mentees: 8 })
    site = makeSite(season.installation)
    for (const { id, name } of (await season.pool.query('select id, name from person')).rows) ids.set(name, id)
    await comeIn()
    await block('mentor2', 'mentee4')
  })

  /** Somebody keeps apart from somebody: sealed, for the match alone. */
  async function block(who: string, from: string) {
    const { organisation_id, season_id } = (await rows('select organisation_id, season_id from application limit 1'))[0]
    const id = newId()
    const owner = { organisationId: organisation_id, kind: 'person', id: idOf(who) } as const
    const said = JSON.stringify({ wishes: [], blocks: [idOf(from)] })
    const sealed = await season.installation.keyring.seal(owner, wishesAt(id), said)
    await season.pool.query(
      `insert into match_wish (organisation_id, id, season_id, person_id, role, sealed, made_at) values ($1, $2, $3, $4, 'mentor', $5, now())`,
      [organisation_id, id, season_id, idOf(who), sealed],
    )
  }

  /** Everybody comes in anew: sign-ins end when days pass. */
  async function comeIn() {
    const names = ['coordinator', 'mentor1', ...Array.from({ length: 8 }, (_, at) => `mentee${at + 1}`)]
    for (const name of names) callers.set(name, await season.caller(name))
  }

  const nobody = { headers: {}, formToken: '' }
  const get = (who: string, path: string) => requestAs(site, callers.get(who) ?? nobody, 'GET', path, {})
  const post = (who: string, path: string, form: Record<string, string> = {}) =>
    requestAs(site, callers.get(who) ?? nobody, 'POST', path, { season: KEY, ...form })
  const rows = async (sql: string, values: string[] = []) => (await season.pool.query(sql, values)).rows
  const idOf = (name: string) => ids.get(name) ?? ''
  const nameOf = (id: string) => [...ids].find(([, it]) => it === id)?.[0] ?? ''
  const listOf = async (mentee: string): Promise<readonly string[]> =>
    (await rows('select mentor_id from shortlist_entry where mentee_id = $1 order by mentor_id', [idOf(mentee)]))
      .map((it) => nameOf(it.mentor_id))
      .sort()
  const listsId = async () => (await rows('select id from shortlist'))[0]?.id ?? ''
  const choose = (who: string, ...order: readonly string[]) =>
    post(who, OWN, Object.fromEntries(order.map((name, at) => [`place-${idOf(name)}`, String(at + 1)])))
  const lettersTo = async (name: string) =>
    await rows(
      "select about, body from outbox_message where person_id = $1 and kind = 'shortlist' order by recorded_at, about",
      [idOf(name)],
    )
  const latest = async () => (await rows('select answer from match_run order by number desc limit 1'))[0]?.answer

  /** The same by the command line, with every key that the API declares. */
  const asOperation = async (verb: string) => {
    const answer = JSON.parse((await season.run('match', verb, '--json'))[0] ?? '')
    const { result } = OPERATIONS.find((it) => it.stage === 'match' && it.verb === verb) ?? {}
    expect(result?.safeParse(answer).error?.issues ?? []).toEqual([])
    return answer
  }

  it('publishes nothing before mentees had their say, and says on the desk what is to be done', async () => {
    expect((await get('coordinator', '/desk?season=women-2021')).body).toContain('The shortlists wait to be sent')
    expect((await get('coordinator', `/desk/selection?season=${KEY}`)).body).toContain('Mentees choose first')
    await post('coordinator', '/desk/selection/match')
    const refused = await post('coordinator', '/desk/match/publish')
    expect([refused.status, refused.body.includes('mentees choose first, until Sunday 27 June 2021')]).toEqual([
      409,
      true,
    ])
    expect((await get('coordinator', `/desk/match?season=${KEY}`)).body).not.toContain('Publish these pairs')
    expect(await rows('select 1 from pair')).toEqual([])
  })

  it('makes lists that are fair, and shows who stands on whose', async () => {
    expect((await get('coordinator', `${LISTS}?season=${KEY}`)).body).toContain('No shortlists yet')
    expect((await post('coordinator', LISTS)).location).toBe(`${LISTS}?season=${KEY}&done=made`)
    const entries = await rows('select mentee_id, mentor_id from shortlist_entry')
    expect(entries).toHaveLength(24)
    const offers = [...Map.groupBy(entries, (it) => it.mentor_id).values()].map((it) => it.length)
    expect(offers).toEqual([4, 4, 4, 4, 4, 4])
    const { body } = await get('coordinator', `${LISTS}?season=${KEY}`)
    // Whoever is kept apart is on no list of the other, and nothing says so.
    expect(await listOf('mentee4')).not.toContain('mentor2')
    expect(await listOf('mentee4')).toHaveLength(3)
    expect(body.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/block|not possible|apart/i)
    expect(body).toContain('Shortlists for 8 mentees, not sent yet')
    expect(body).toContain('The letter each of them gets')
    expect((await get('coordinator', `${LISTS}?season=${KEY}&q=mentee3`)).body).toContain('1 list found')
    expect((await get('coordinator', `/desk/match/shortlists.csv?season=${KEY}`)).body.split('\n')).toHaveLength(26)
    for (const who of ['mentee1', 'mentor1']) expect((await get(who, OWN)).status).toBe(404)
  })

  it('keeps lists that are looked at while nothing changes, and sends no others than those', async () => {
    const seen = await listsId()
    await post('coordinator', LISTS)
    expect(await listsId()).toBe(seen)
    await rows('update application set withdrawn_at = now(), superseded_by = id where person_id = $1', [
      idOf('mentee8'),
    ])
    const stale = await post('coordinator', `${LISTS}/send`, { lists: seen })
    expect([stale.status, stale.body.includes('have changed since the shortlists were made')]).toEqual([409, true])
    expect(await asOperation('make-shortlists')).toMatchObject({ mentees: 7, offers: 21 })
    const other = await post('coordinator', `${LISTS}/send`, { lists: seen })
    expect([other.status, other.body.includes('made anew by coordinator')]).toEqual([409, true])
    expect(await rows("select 1 from outbox_message where kind = 'shortlist'")).toEqual([])
  })

  it('opens every list at once and writes to each mentee, without a name in the letter', async () => {
    // Two coordinators press at once: one sends, and the other hears that it is done.
    const lists = await listsId()
    const both = await Promise.all([1, 2].map(() => post('coordinator', `${LISTS}/send`, { lists })))
    expect(both.map((it) => it.location?.split('done=')[1]).sort()).toEqual(['before', 'sent'])
    expect(await asOperation('send-shortlists')).toMatchObject({ letters: 0, before: 'coordinator@example.com' })
    const again = await post('coordinator', LISTS)
    expect([again.status, again.body.includes('no others can be made')]).toEqual([409, true])
    const letters = await rows("select body from outbox_message where kind = 'shortlist'")
    expect(letters).toHaveLength(7)
    for (const { body } of letters) expect(body).not.toMatch(/mentor\d/)
    const { body } = await get('mentee1', OWN)
    for (const name of await listOf('mentee1')) expect(body).toContain(name)
    expect(body).toContain('Choose by Sunday 27 June 2021')
    expect((await get('mentee1', '/my')).body).toContain('Choose from your shortlist of mentors by Sunday 27 June')
    for (const who of ['mentee8', 'mentor1', 'coordinator']) expect((await get(who, OWN)).status).toBe(404)
    expect((await get('coordinator', '/desk?season=women-2021')).body).not.toContain('The shortlists wait')
  })

  it('asks the database as often for its pages as for other pages of the match and of ones own', async () => {
    let queries = 0
    const db = openStore(season.pool, () => {
      queries += 1
    })
    const counted = makeSite({ ...season.installation, db })
    const many = async (who: string, path: string) => {
      queries = 0
      await requestAs(counted, callers.get(who) ?? nobody, 'GET', path, {})
      return queries
    }
    expect(await many('coordinator', `${LISTS}?season=${KEY}`)).toBeLessThanOrEqual(16)
    expect(await many('mentee1', OWN)).toBeLessThanOrEqual(14)
  })

  it('lets a mentee choose, change and take back, and says what is unclear', async () => {
    const [one = '', two = ''] = await listOf('mentee1')
    expect((await choose('mentee1', one, two)).location).toBe(`${OWN}?done=chosen`)
    const unclear = await post('mentee1', OWN, { [`place-${idOf(one)}`]: '2', [`place-${idOf(two)}`]: '2' })
    expect([unclear.status, unclear.body.includes('stands at the same place as another')]).toEqual([422, true])
    expect((await get('mentee1', OWN)).body).toContain('You have chosen 2 mentors')
    await Promise.all([choose('mentee1', one, two), choose('mentee1', two)])
    expect(await rows('select 1 from mentor_choice')).toHaveLength(1)
    expect((await choose('mentee1')).location).toBe(`${OWN}?done=taken`)
    expect(await rows('select 1 from mentor_choice')).toEqual([])
    const stranger = [...ids].find(([name]) => name.startsWith('mentor') && !(name === one || name === two))?.[0] ?? ''
    const others = await listOf('mentee1')
    const foreign = others.includes(stranger) ? 'mentee2' : stranger
    expect((await choose('mentee1', foreign)).status).toBe(422)
  })

  it('shows coordinators who has chosen, and never whom', async () => {
    const [one = ''] = await listOf('mentee1')
    await choose('mentee1', one)
    const { body } = await get('coordinator', `${LISTS}?season=${KEY}`)
    expect(body).toContain('1 of 7 mentees have chosen so far')
    const sealed = (await rows('select sealed from mentor_choice'))[0].sealed as Buffer
    expect(sealed.toString('latin1')).not.toContain(idOf(one))
    const shown = await asOperation('shortlists')
    expect(shown.mentees.filter((it: { hasChosen: boolean }) => it.hasChosen)).toHaveLength(1)
    expect((await season.run('match', 'shortlists')).join('\n')).toContain('mentee1 (has chosen): ')
  })

  it('tells those on whose list a mentor was that they are not available any more, and keeps their order', async () => {
    const [wanted] = await listOf('mentee1')
    const [gone = '', stays = ''] = (await listOf('mentee2')).filter((it) => it !== wanted)
    await choose('mentee2', gone, stays)
    await rows('update application set withdrawn_at = now(), superseded_by = id where person_id = $1', [idOf(gone)])
    await season.tick()
    await season.tick()
    expect((await lettersTo('mentee2')).map((it) => it.about.split(' ')[0])).toEqual(['gone', 'open'])
    const { body } = await get('mentee2', OWN)
    expect(body).toContain('Not available any more')
    expect((await choose('mentee2', gone)).status).toBe(422)
    expect((await get('coordinator', `${LISTS}?season=${KEY}`)).body).toContain('(not available any more)')
  })

  it('reminds once, shortly before the day, those who have not chosen', async () => {
    season.clock.at = '2021-06-26T10:00:00.000Z'
    await comeIn()
    for (const _ of [1, 2]) await season.tick()
    const reminded = await rows(
      "select person_id from outbox_message where kind = 'shortlist' and about like 'remind%'",
    )
    expect(reminded.map((it) => nameOf(it.person_id)).sort()).toEqual([
      'mentee3',
      'mentee4',
      'mentee5',
      'mentee6',
      'mentee7',
    ])
  })

  it('takes no choice of before the day into a run, and none after it', async () => {
    await post('coordinator', '/desk/selection/match')
    expect((await latest()).pairs.some((it: { chosen?: true }) => it.chosen)).toBe(false)
    const open = await post('coordinator', '/desk/match/publish')
    expect([open.status, open.body.includes('Mentees choose until the end of Sunday 27 June 2021')]).toEqual([
      409,
      true,
    ])
    season.clock.at = '2021-06-28T10:00:00.000Z'
    await comeIn()
    const late = await choose('mentee3', (await listOf('mentee3'))[0] ?? '')
    expect([late.status, late.body.includes('has passed, and nothing was changed')]).toEqual([409, true])
    expect((await get('mentee3', OWN)).body).toContain('You have chosen nobody, so you are matched like everybody else')
    const desk = (await get('coordinator', '/desk?season=women-2021')).body
    expect(desk).toContain('The day to choose has passed: 2 of 7 mentees chose')
  })

  it('leaves a coordinator who stands on lists out of what they see', async () => {
    await season.run('office', 'give-hat', 'mentor1@example.com', 'coordinator')
    await rows("update hat set from_on = '2021-01-01'")
    const { cookie, formToken } = await signInAs(season.installation, 'mentor1@example.com', { stepped: true })
    const caller = { headers: { cookie }, formToken }
    const { body } = await requestAs(site, caller, 'GET', `${LISTS}?season=${KEY}`, {})
    expect(body).toContain('What is about you is left out')
    expect(body.slice(body.indexOf('<main'))).not.toContain('mentor1')
  })

  it('keeps to what was chosen, with a reason that says so and a proof that stands, and publishes', async () => {
    await post('coordinator', '/desk/selection/match')
    const answer = await latest()
    const [one = ''] = await listOf('mentee1')
    const pair = answer.pairs.find((it: { menteeId: string }) => it.menteeId === idOf('mentee1'))
    expect([nameOf(pair.mentorId), pair.chosen, pair.pinned]).toEqual([one, true, false])
    expect(pair.reason).toMatch(new RegExp(`^${one} was chosen by mentee1`))
    expect([answer.stands, answer.pairs.length]).toEqual([true, 5])
    const board = (await get('coordinator', `/desk/match?season=${KEY}`)).body
    expect(board).toContain('Chosen by the mentee.')
    expect(board).toContain('2 mentees have a mentor they chose')
    expect(board).toContain('2 mentees chose from a shortlist')
    expect((await post('coordinator', '/desk/match/publish')).status).toBe(303)
    expect(await rows('select 1 from pair')).toHaveLength(5)
  })
})
