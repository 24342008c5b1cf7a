import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../src/cli/run-command.ts'
import { priceRule } from '../src/journey/match/actions/price-rule.ts'
import { seeBoard } from '../src/journey/match/actions/see-board.ts'
import { seePlace } from '../src/journey/match/actions/see-place.ts'
import { setRule } from '../src/journey/match/actions/set-rule.ts'
import { proposeMatch } from '../src/journey/match/actions.ts'
import { TOPICS } from '../src/model/topics.ts'
import { readConfig } from '../src/runtime/config.ts'
import { openInstallation } from '../src/runtime/installation.ts'
import { asOperator, openHouse } from '../src/runtime/open-context.ts'
import { makeDataFolder } from '../tests/make/data-folder.ts'

/**
 * How long a coordinator waits on the match board of a season of so many people, half of them mentors: everything that an action
 * does, database and thread of the solver included. One change must answer in under a second for 500. Wall time, the middle of some.
 */
const PEOPLE = Number(process.env.PEOPLE ?? 500)
const TIMES = 5
const DIVISIONS = ['Care', 'Quality', 'Engineering', 'Finance', 'Support', 'People', 'Product', 'Research']
const ZONES = ['Europe/Dublin', 'America/Toronto', 'Asia/Tokyo', 'Africa/Nairobi']
const ON = '2021-06-28'
/** Days on which the calls of the program are open. */
const MENTORS_APPLY = '2021-05-20'
const MENTEES_APPLY = '2021-06-07'

const config = { ...readConfig({ ALONGSIDE_DATA: makeDataFolder('bench') }, process.cwd()), port: 0 }
const { close, ...installation } = await openInstallation(config, { role: 'server' })
await playUpToTheMatch()
const house = await openHouse(installation)
if (!house) throw new Error('There is no organisation.')
const ctx = await asOperator(house, undefined, ON)
const first = await timed('the first run, solved, proved and checked', 1, () => proposeMatch(ctx, {}))
const chosen = first.pairs.slice(0, TIMES * 2)
const one = (at: number) => chosen[at % chosen.length] ?? { mentee: '', mentor: '' }
await timed('the board', TIMES, () => seeBoard(ctx, {}))
await timed('what one change costs', TIMES, (at) =>
  priceRule(ctx, { kind: 'pin', mentee: one(at).mentee, mentor: one(at + 1).mentor }),
)
await timed('one pair with what four others would cost', TIMES, (at) => seePlace(ctx, { mentee: one(at).mentee }))
await timed('one change done', 1, () => setRule(ctx, { kind: 'pin', mentee: one(0).mentee, mentor: one(1).mentor }))
await timed('the run after it', 1, () => proposeMatch(ctx, {}))
await close()
process.exit(0)

async function timed<T>(what: string, times: number, work: (at: number) => Promise<T>): Promise<T> {
  const took: number[] = []
  let found: T | undefined
  for (let at = 0; at < times; at += 1) {
    const began = process.hrtime.bigint()
    found = await work(at)
    took.push(Number(process.hrtime.bigint() - began) / 1e6)
  }
  took.sort((a, b) => a - b)
  console.log(`${what.padEnd(44)} ${(took[Math.floor(took.length / 2)] ?? 0).toFixed(0)} ms`)
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

/** Invented people of several divisions and zones, through the ordinary commands. */
async function playUpToTheMatch(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-board-'))
  const sheet = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
    return join(folder, name)
  }
  const run = (...words: string[]) => runCommand(installation, words, process.cwd())
  const all = Array.from({ length: PEOPLE }, (_, at) => ({ at, email: `person${at}@example.com` }))
  await run('office', 'setup', '--organisation', 'Example', '--operator', 'coordinator@example.com', '--one-person')
  await run('design', 'load', 'programs/women-2021.yaml')
  const people = all.map(
    ({ at, email }) =>
      `Person ${at},${email},${DIVISIONS[(at * 7) % DIVISIONS.length]},Team,2015-01-01,${ZONES[(at * 3) % ZONES.length]}`,
  )
  await run('people', 'import', sheet('people.csv', ['name,email,division,department,start_date,time_zone', ...people]))
  const applications = all.map(({ at, email }) => {
    const topics = [1, 2, 3].map((step) => TOPICS[(at * step * 13) % TOPICS.length]?.name ?? '').join('; ')
    const minute = String(at % 60).padStart(2, '0')
    const hour = String(9 + (Math.floor(at / 60) % 10)).padStart(2, '0')
    const day = at % 2 ? MENTORS_APPLY : MENTEES_APPLY
    return `${day}T${hour}:${minute}:00Z,${email},${at % 2 ? 'mentor' : 'mentee'},yes,yes,yes,yes,yes,${topics},1`
  })
  const header =
    'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity'
  await run('apply', 'import', sheet('applications.csv', [header, ...applications]))
  await run('review', 'clear', sheet('not-cleared.csv', ['email']), '--on', ON)
  await run('review', 'decide', '--on', ON)
}
