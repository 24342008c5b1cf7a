import { beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../../src/runtime/clock.ts'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const KEY = 'women-2021'
/** With those that begin and end the transactions, ask who is there, and write down who looked. */
const MOST_QUERIES = 24

/** How many queries each page of the match board takes in a season of so many pairs. */
async function queriesPerPage(pairs: number): Promise<Readonly<Record<string, number>>> {
  const installation = { ...(await freshInstallation()), machineClock: stoppedClock('2021-06-28T10:00:00.000Z') }
  const { pool } = installation
  const run = commandLineOf(installation)
  await playSmallSeason(run, `programs/${KEY}.yaml`, { mentors: pairs, mentees: pairs + 2, announced: false })
  await pool.query('delete from pair')
  await pool.query('update match_run set published_on = null')
  await pool.query("update hat set from_on = '2021-01-01'")
  let queries = 0
  const db = openStore(pool, () => {
    queries += 1
  })
  const site = makeSite({ ...installation, db })
  const { cookie } = await signInAs(installation, 'coordinator@example.com', { stepped: true })
  const { rows } = await pool.query('select answer from match_run')
  const [one, other] = rows[0].answer.pairs
  const pages = {
    board: '',
    ready: '/ready',
    runs: '/runs',
    compare: '/compare?run=1&with=1',
    place: `/place?mentee=${one.menteeId}`,
    price: `/price?kind=swap&mentee=${one.menteeId}&with=${other.menteeId}`,
  }
  const counted: Record<string, number> = {}
  for (const [name, path] of Object.entries(pages)) {
    queries = 0
    const address = `/desk/match${path}${path.includes('?') ? '&' : '?'}season=${KEY}`
    const answer = await site.request(address, { headers: { cookie } })
    expect(answer.status, address).toBe(200)
    counted[name] = queries
  }
  return counted
}

describe('the queries of the match board', () => {
  let small: Readonly<Record<string, number>> = {}
  let large: Readonly<Record<string, number>> = {}
  beforeAll(async () => {
    small = await queriesPerPage(3)
    large = await queriesPerPage(11)
  })

  it('are as many for eleven pairs as for three', () => {
    expect(large).toEqual(small)
  })

  it(`are ${MOST_QUERIES} at most`, () => {
    expect(Object.entries(small).filter(([, many]) => many < 1 || many > MOST_QUERIES)).toEqual([])
  })
})
