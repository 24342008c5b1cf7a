import { beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../../src/runtime/clock.ts'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { everyWay } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const SOMEBODY = 'mentee4@example.com'
/** It is about the installation, and says its age and its memory. */
const OF_THE_MACHINE = ['/upkeep/doctor']
/** What is held about oneself: there the people team’s answer may be read, by oneself, once decisions were released. */
const OF_ONESELF = ['/me', '/me/export.json', '/me/export.html']
/** The coordinator of this season is its people team too, whose answer this is: the matrix shows that nobody else opens it. */
const OF_THE_PEOPLE_TEAM = ['/clearance']
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})/g

type World = {
  readonly said: readonly string[]
  readonly letters: readonly { readonly to: string; readonly subject: string; readonly body: string }[]
  readonly pages: Readonly<Record<string, string>>
  readonly queries: Readonly<Record<string, number>>
}

/** A season in which one person does not proceed for the given cause, and everything that anybody could see of it. */
async function worldWhere(cause: { notCleared?: string[]; uncommitted?: string[] }): Promise<World> {
  const installation = { ...(await freshInstallation()), machineClock: stoppedClock('2026-11-24T09:00:00.000Z') }
  const run = commandLineOf(installation)
  const said: string[] = []
  const listening = async (...words: string[]) => {
    const lines = await run(...words)
    said.push(...lines)
    return lines
  }
  await playSmallSeason(listening, 'programs/women-2021.yaml', { mentors: 1, mentees: 5, ...cause })
  const { rows: letters } = await installation.pool.query(
    'select p.email as "to", m.subject, m.body from outbox_message m join person p on p.id = m.person_id order by p.email, m.subject',
  )
  let queries = 0
  const counting = {
    ...installation,
    db: openStore(installation.pool, () => {
      queries += 1
    }),
  }
  const site = makeSite(counting)
  const pages: Record<string, string> = {}
  const counted: Record<string, number> = {}
  for (const email of ['coordinator@example.com', SOMEBODY, 'mentee5@example.com']) {
    const { cookie } = await signInAs(installation, email, { stepped: true })
    for (const { path } of everyWay().filter((it) => it.method === 'GET' && !it.path.startsWith('/api/'))) {
      const at = path.replace(':key', 'women-2021')
      if (at.includes(':') || [...OF_THE_MACHINE, ...OF_THE_PEOPLE_TEAM].includes(at)) continue
      if (email === SOMEBODY && OF_ONESELF.includes(at)) continue
      queries = 0
      const answer = await site.request(at, { headers: { cookie } })
      pages[`${email} ${path}`] = `${answer.status} ${masked(await answer.text())}`
      counted[`${email} ${path}`] = queries
    }
  }
  const folder = installation.config.dataFolder
  return { said: said.map((line) => masked(line.replaceAll(folder, 'FOLDER'))), letters, pages, queries: counted }
}

function masked(text: string): string {
  return text
    .replaceAll(UUID, 'ID')
    .replaceAll(INSTANT, 'INSTANT')
    .replaceAll(/\d{2}:\d{2} UTC/g, 'TIME')
    .replaceAll(/[0-9a-f]{64}/g, 'HASH')
    .replaceAll(/name="token" value="[^"]*"/g, 'TOKEN')
    .replaceAll(/"token":"[^"]*"/g, 'TOKEN')
}

describe('why somebody does not proceed cannot be told from anything that anybody sees', () => {
  let cleared: World
  let other: World
  beforeAll(async () => {
    cleared = await worldWhere({ notCleared: [SOMEBODY] })
    other = await worldWhere({ uncommitted: [SOMEBODY] })
  }, 120_000)

  it('every line that every command prints is the same to the byte', () => {
    expect(cleared.said).toEqual(other.said)
  })

  it('every letter is the same, and everybody without a place gets the same one but for the name', () => {
    expect(cleared.letters).toEqual(other.letters)
    const noPlace = cleared.letters.filter((it) => /your application/.test(it.subject))
    expect(noPlace.length).toBeGreaterThanOrEqual(3)
    const names = new Set(noPlace.map((it) => it.body.replace(/^Hello [^,]+,/, 'Hello NAME,')))
    expect([...names]).toHaveLength(1)
  })

  it('every page of the coordinator and of the person themself is the same to the byte', () => {
    expect(cleared.pages).toEqual(other.pages)
  })

  it('every page takes the same number of queries, so that its time says nothing either', () => {
    expect(cleared.queries).toEqual(other.queries)
  })

  it('the one who is refused and one who waits for a place see the same of their own', () => {
    const own = (email: string) =>
      Object.entries(cleared.pages)
        .filter(([key]) => key.startsWith(email) && !OF_ONESELF.includes(key.split(' ')[1] ?? ''))
        .map(([key, text]) => [key.replace(email, ''), text.replaceAll(/mentee\d/g, 'NAME')])
    const others = Object.fromEntries(own('mentee5@example.com'))
    for (const [path = '', text] of own(SOMEBODY)) expect(others[path], path).toBe(text)
  })
})
