import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PERMISSIONS } from '../../src/permissions/all.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

type Shown = {
  pairs: { mentor: string; mentee: string; worth: number | null; reason: string | null }[]
  waitingList: string[]
  unmatched: { email: string }[]
  locked: number
}

describe('a coordinator who takes part', () => {
  let run: ReturnType<typeof commandLineOf>
  let own = ''
  let other = ''
  let waiting = ''
  const SEASON = ['--season', 'women-2021']

  beforeAll(async () => {
    run = commandLineOf(await freshInstallation())
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 8 })
    const shown: Shown = JSON.parse((await run('match', 'show', '--json'))[0] ?? '')
    const pair = shown.pairs[0]
    own = pair?.mentee ?? ''
    other = shown.pairs.find((it) => it.mentee !== own && it.mentor !== pair?.mentor)?.mentee ?? ''
    waiting = shown.waitingList[0] ?? ''
    await run('office', 'give-hat', own, 'coordinator')
    if (waiting) await run('office', 'give-hat', waiting, 'coordinator')
  })

  it('sees their own pair in the match without its worth and reason, and every other one whole', async () => {
    const shown: Shown = JSON.parse((await run('match', 'show', '--json', '--as', own))[0] ?? '')
    const mine = shown.pairs.filter((it) => it.mentee === own)
    expect(mine).toEqual([{ mentor: expect.any(String), mentee: own, worth: null, reason: null }])
    for (const pair of shown.pairs.filter((it) => it.mentee !== own)) {
      expect(pair.worth).toEqual(expect.any(Number))
      expect(pair.reason).toEqual(expect.any(String))
    }
    expect(shown.locked).toBe(1)
    expect((await run('match', 'show', '--as', own)).at(-1)).toBe(
      '1 line about you is locked; another coordinator handles it.',
    )
  })

  it('the other coordinator sees it whole', async () => {
    const shown: Shown = JSON.parse((await run('match', 'show', '--json'))[0] ?? '')
    expect(shown.pairs.find((it) => it.mentee === own)?.reason).toEqual(expect.any(String))
    expect(shown.locked).toBe(0)
  })

  it('does not see where they stand in the waiting list', async () => {
    expect(waiting).not.toBe('')
    const shown: Shown = JSON.parse((await run('match', 'show', '--json', '--as', waiting))[0] ?? '')
    expect(shown.waitingList).not.toContain(waiting)
    expect(shown.unmatched.map((it) => it.email)).not.toContain(waiting)
    expect(shown.locked).toBeGreaterThan(0)
  })

  it('proposing a match shows no more than looking at it', async () => {
    const shown: Shown = JSON.parse((await run('match', 'propose', '--json', '--as', own))[0] ?? '')
    for (const pair of shown.pairs.filter((it) => it.mentee === own)) expect(pair.reason).toBeNull()
  })

  it.each(['end', 'pause', 'excuse', 'log'])('does not %s their own pair, and may another', async (verb) => {
    const on = ['--on', '2021-07-20']
    await expect(run('meet', verb, ...SEASON, '--mentee', own, ...on, '--as', own)).rejects.toThrow('not yours to do')
    if (verb !== 'end') await run('meet', verb, ...SEASON, '--mentee', other, ...on, '--as', own)
    await run('meet', verb, ...SEASON, '--mentee', own, '--on', verb === 'end' ? '2021-08-30' : '2021-07-20')
  })
})

describe('letters before they leave', () => {
  it('those about the reader’s own pair, and their own without a place, are locked and counted', async () => {
    const run = commandLineOf(await freshInstallation())
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 8, announced: false })
    const all = await drafts()
    const pair = all.drafts.find((it) => it.kind === 'pair')?.to ?? ''
    const without = all.drafts.find((it) => it.kind === 'no-place')?.to ?? ''
    expect(all.locked).toBe(0)
    await run('office', 'give-hat', pair, 'coordinator')
    await run('office', 'give-hat', without, 'coordinator')

    const paired = await drafts(pair)
    expect(paired.drafts.map((it) => it.to)).not.toContain(pair)
    expect(paired.drafts.some((it) => it.body.includes(`${nameOf(pair)} is your`))).toBe(false)
    expect(all.drafts.some((it) => it.body.includes(`${nameOf(pair)} is your`))).toBe(true)
    expect(paired.locked).toBe(all.drafts.length - paired.drafts.length)
    expect(paired.locked).toBeGreaterThanOrEqual(2)

    const unplaced = await drafts(without)
    expect(unplaced.locked).toBe(1)
    expect(unplaced.drafts.map((it) => it.to)).not.toContain(without)
    expect((await run('announce', 'drafts', '--as', without)).at(-1)).toBe(
      '1 letter about you is locked; another coordinator reads it.',
    )

    async function drafts(as?: string): Promise<{
      drafts: { to: string; kind: string; body: string }[]
      locked: number
    }> {
      const who = as ? ['--as', as] : []
      return JSON.parse((await run('announce', 'drafts', '--json', ...who))[0] ?? '')
    }
  })
})

function nameOf(email: string): string {
  return email.split('@')[0] ?? ''
}

describe('an application of a coordinator', () => {
  it('is not taken while they are the only one of the season, and is once there is a second', async () => {
    const run = commandLineOf(await freshInstallation())
    const folder = mkdtempSync(join(tmpdir(), 'alongside-locked-'))
    const [people, applications] = [join(folder, 'people.csv'), join(folder, 'applications.csv')]
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'ada@example.com')
    writeFileSync(
      people,
      'name,email,division,start_date\nAda,ada@example.com,Sales,2015-01-01\nBo,bo@example.com,Sales,2015-01-01\n',
    )
    await run('people', 'import', people)
    await run('design', 'load', 'programs/women-2021.yaml')
    writeFileSync(
      applications,
      'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity\n' +
        '2021-06-01T09:00:00Z,ada@example.com,mentor,yes,yes,yes,yes,yes,coaching,1\n' +
        '2021-06-01T09:00:00Z,bo@example.com,mentor,yes,yes,yes,yes,yes,coaching,1\n',
    )
    const take = async () => JSON.parse((await run('apply', 'import', applications, '--json'))[0] ?? '')
    const first = await take()
    expect(first).toMatchObject({ read: 2, accepted: 1, rejected: [{ row: 2, code: 'only-coordinator' }] })
    await run('office', 'give-hat', 'bo@example.com', 'coordinator')
    expect(await take()).toMatchObject({ read: 2, accepted: 1, unchanged: 1, rejected: [] })
  })
})

it('whatever a coordinator does to one person or pair is not theirs to do to themself', () => {
  const onePair = ['meet.logMeeting', 'meet.endPair', 'meet.pausePair', 'meet.excusePair', 'people.answerLookAgain']
  for (const action of onePair) expect(PERMISSIONS[action]?.notOwn, action).toBe(true)
  const sources = ['src/journey/meet/actions/meetings.ts', 'src/journey/meet/actions/pair-changes.ts']
  for (const file of sources)
    expect(readFileSync(file, 'utf8')).toMatch(/permit\(ctx, tx, [^,]+, \{ seasonId: season\.id, people: \[/)
})
