import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

/** Of one page, with those that begin and end its transaction and the one that narrows it to its organisation. */
const MOST_QUERIES = 9

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
  const site = makeSite({ ...(await freshInstallation({}, pool)), db })
  const count = async (address: string) => {
    queries = 0
    const answer = await site.request(address, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(200)
    return queries
  }
  return {
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
    expect(Object.keys(small)).toHaveLength(5)
    expect(large).toEqual(small)
  })

  it(`are ${MOST_QUERIES} at most, and one at least`, () => {
    const outside = Object.entries(small).filter(([, queries]) => queries < 1 || queries > MOST_QUERIES)
    expect(outside).toEqual([])
  })
})
