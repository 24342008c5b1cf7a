import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { commandLineOf } from './command-line.ts'
import { freshInstallation } from './installation.ts'
import { signInAs } from './sign-in.ts'
import { playSmallSeason } from './small-season.ts'

export const CHOOSE_BY = '2021-06-27'
/** A season of so many people whose mentees choose from shortlists, everybody decided, and nothing made yet; its clock stands. */
export async function choosingSeason(size: {
  readonly mentors: number
  readonly mentees: number
  readonly size?: number
}) {
  const clock = { at: '2021-06-24T10:00:00.000Z' }
  const installation = await freshInstallation()
  const machineClock = { now: () => clock.at }
  const there = { ...installation, machineClock }
  const run = commandLineOf(there)
  const file = join(mkdtempSync(join(tmpdir(), 'alongside-choosing-')), 'program.yaml')
  const program = readFileSync('programs/women-2021.yaml', 'utf8')
  const own = `  overlapHours: null\n  shortlist: { size: ${size.size ?? 3}, chooseBy: ${CHOOSE_BY} }\n`
  writeFileSync(file, program.replace('  overlapHours: null\n', own))
  await playSmallSeason(run, file, { ...size, matched: false })
  await installation.pool.query("update hat set from_on = '2021-01-01'")
  const caller = async (name: string) => {
    const { cookie, formToken } = await signInAs(there, `${name}@example.com`, { stepped: name === 'coordinator' })
    return { headers: { cookie }, formToken }
  }
  const tick = async () => {
    const house = await openHouse(there)
    if (house) await doWhatIsDue(house)
  }
  return { installation: there, pool: installation.pool, clock, run, caller, tick }
}
