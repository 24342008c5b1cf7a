import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'alongside-fill-back-'))
const DUALS = ['dan', 'dee', 'dov']
const HEADER =
  'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity'

/** One mentor and two mentees of Sales, three of Finance who applied for both: four places for five who look for one. */
async function matched(shortage: string) {
  const installation = await freshInstallation()
  const run = commandLineOf(installation)
  const sheet = (name: string, lines: readonly string[]) => {
    writeFileSync(join(FOLDER, name), `${lines.join('\n')}\n`)
    return join(FOLDER, name)
  }
  const program = readFileSync('programs/women-2021.yaml', 'utf8')
  const own = program.replace('shortage: { by: count, fillBack: false }', `shortage: ${shortage}`)
  await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com', '--one-person')
  await run('design', 'load', sheet('program.yaml', [own]))
  const person = (division: string) => (name: string) => `${name},${name}@example.com,${division},Team,2015-01-01`
  const all = [...['mo', 'eva', 'eli'].map(person('Sales')), ...DUALS.map(person('Finance'))]
  await run('people', 'import', sheet('people.csv', ['name,email,division,department,start_date', ...all]))
  const applied = (role: string) => (name: string, at: number) =>
    `2021-05-25T09:0${at}:00Z,${name}@example.com,${role},yes,yes,yes,yes,yes,coaching,1`
  const applications = [...['mo', ...DUALS].map(applied('mentor')), ...['eva', 'eli', ...DUALS].map(applied('mentee'))]
  await run('apply', 'import', sheet('applications.csv', [HEADER, ...applications]))
  await run('review', 'clear', sheet('not-cleared.csv', ['email']), '--on', '2021-06-28')
  await run('review', 'decide', '--on', '2021-06-28')
  const [shown = ''] = await run('match', 'propose', '--on', '2021-06-28', '--json')
  const kept = (await installation.pool.query('select answer from match_run')).rows[0].answer
  return { shown: JSON.parse(shown), kept }
}

describe('people who applied for both, where places are short', () => {
  it('serve as mentors only, and who got no mentee is seated where a place is left if the program says so', async () => {
    const { shown, kept } = await matched('{ by: count, fillBack: true }')
    const menteesOf = (mentor: string) =>
      shown.pairs.filter((it: { mentor: string }) => it.mentor === mentor).map((it: { mentee: string }) => it.mentee)
    expect(shown.pairs).toHaveLength(3)
    const [back] = menteesOf('mo@example.com')
    expect(DUALS.map((it) => `${it}@example.com`)).toContain(back)
    expect(shown.mentorsOnly).toHaveLength(2)
    expect(shown.mentorsOnly).not.toContain(back)
    expect(kept.certificate.pairs).toHaveLength(2)
    expect(kept.certificateOfFillBack.pairs).toHaveLength(1)
  })

  it('stay mentors only where the program says nothing of it', async () => {
    const { shown, kept } = await matched('{ by: feasibility, fillBack: false }')
    expect(shown.pairs).toHaveLength(2)
    expect(shown.mentorsOnly).toHaveLength(3)
    expect(kept.certificateOfFillBack).toBeUndefined()
  })
})
