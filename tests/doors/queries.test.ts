import { beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../../src/runtime/clock.ts'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const PAGES_OF_ONES_OWN = [
  '/my',
  '/pairs/:pair',
  '/pairs/:pair/meetings',
  '/pairs/:pair/meetings/times',
  '/pairs/:pair/workbook',
  '/pairs/:pair/notes',
  '/seasons/women-2021/surveys/mid',
  '/seasons/women-2021/events/kickoff',
  '/seasons/women-2021/training',
  '/seasons/women-2021/certificate',
  '/seasons/women-2021/questions',
  '/seasons/women-2021/apply',
  '/seasons/women-2021/application',
  '/me/letters',
]
const PAGES_OF_THE_DESK = [
  '/desk',
  '/desk/closed',
  '/desk/together?season=women-2021&kind=certificate',
  '/desk/pairs?season=women-2021',
  '/desk/pairs/:pair',
  '/desk/write?season=women-2021&to=pairs',
  '/desk/write?season=women-2021&to=seats&of=kickoff',
  '/desk/written?season=women-2021',
  '/desk/health?season=women-2021',
  '/desk/events?season=women-2021',
  '/desk/applications?season=women-2021',
  '/desk/waiting-list?season=women-2021',
  '/desk/completed?season=women-2021',
  '/desk/closing?season=women-2021',
  '/desk/earlier',
]
/** Of one page, with those that begin and end its transaction and the one that narrows it to its organisation. */
const MOST_QUERIES = 9

/** Of a page of one's own, which also asks who is there and writes down who looked. */
const MOST_OF_ONES_OWN = 14
/** Of a page of a coordinator, of one season: the same, and the facts of the season. */
const MOST_OF_THE_DESK = 16

/** A season of so many pairs, and how many queries each of its pages takes. */
async function queriesPerPage(pairs: number): Promise<Readonly<Record<string, number>>> {
  const pool = await freshDatabase()
  const run = commandLine(pool)
  const season = await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: pairs, mentees: pairs + 1 })
  expect(season.pairs).toBe(pairs)
  const { path } = JSON.parse((await run('results', 'link', '--json'))[0] ?? '')
  const { token } = JSON.parse((await run('office', 'token', '--json'))[0] ?? '')
  let queries = 0
  const db = openStore(pool, () => {
    queries += 1
  })
  const machineClock = stoppedClock('2021-08-12T10:00:00.000Z')
  const installation = { ...(await freshInstallation({}, pool)), db }
  const inSeason = { ...installation, machineClock }
  const [site, siteInSeason] = [makeSite(installation), makeSite(inSeason)]
  const { rows } = await pool.query('select p.id, m.email from pair p join person m on m.id = p.mentee_id order by 2')
  const [first] = rows
  await pool.query("update hat set from_on = '2021-01-01'")
  await pool.query('update season set program = program || \'{"certificate": {}}\'')
  const mentee = await signInAs(inSeason, first.email)
  const coordinator = await signInAs(inSeason, 'coordinator@example.com', { stepped: true })
  const count = async (address: string, by?: { readonly cookie: string }) => {
    queries = 0
    const answer = by
      ? await siteInSeason.request(address, { headers: { cookie: by.cookie } })
      : await site.request(address, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status, address).toBe(200)
    return queries
  }
  const pages: Record<string, number> = {}
  for (const path of PAGES_OF_ONES_OWN) pages[path] = await count(path.replace(':pair', first.id), mentee)
  for (const path of PAGES_OF_THE_DESK) pages[path] = await count(path.replace(':pair', first.id), coordinator)
  return {
    ...pages,
    'the front page': await count('/'),
    'the program page': await count('/seasons/women-2021'),
    'the counts anybody may see': await count('/seasons/women-2021/results'),
    'the results by a link': await count(path),
    'the results of the API': await count('/api/v1/results/show'),
  }
}

describe('the queries of a page', () => {
  let small: Readonly<Record<string, number>> = {}
  let large: Readonly<Record<string, number>> = {}

  beforeAll(async () => {
    small = await queriesPerPage(4)
    large = await queriesPerPage(12)
  })

  it('are as many for twelve pairs as for four', () => {
    expect(Object.keys(small)).toHaveLength(5 + PAGES_OF_ONES_OWN.length + PAGES_OF_THE_DESK.length)
    expect(large).toEqual(small)
  })

  it(`are ${MOST_QUERIES} at most, ${MOST_OF_ONES_OWN} on a page of one's own, ${MOST_OF_THE_DESK} on the desk, and one at least`, () => {
    const mostOf = new Map([
      ...PAGES_OF_ONES_OWN.map((name) => [name, MOST_OF_ONES_OWN] as const),
      ...PAGES_OF_THE_DESK.map((name) => [name, MOST_OF_THE_DESK] as const),
    ])
    const most = (name: string) => mostOf.get(name) ?? MOST_QUERIES
    const outside = Object.entries(small).filter(([name, queries]) => queries < 1 || queries > most(name))
    expect(outside).toEqual([])
  })
})
