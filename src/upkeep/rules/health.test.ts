import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Found, planStandpoints, planSummary } from './health.ts'
import { PROMISES, planPromises } from './promises.ts'

const NOW = '2026-11-24T09:00:00.000Z'
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString()

/** An installation on which everything holds. */
const sound: Found = {
  now: NOW,
  database: {
    embedded: true,
    version: '18.4',
    fsync: 'on',
    synchronousCommit: 'on',
    checksums: 'on',
    syncs: 1,
    user: 'site',
    openTables: [],
    appMayLookAround: false,
    appMayChangeAudit: false,
    userMayChangeAudit: false,
    newestMigration: '0002-people-and-privacy.sql',
  },
  heldBy: 4711,
  audit: { checked: 12, fault: null, unsealed: 0 },
  rootKey: { place: 'keys/root.key', mode: '600', changedAt: daysAgo(3) },
  keysBackedUpAt: daysAgo(1),
  backedUpAt: daysAgo(1),
  restoredAt: daysAgo(40),
  mail: { configured: true, testedAt: daysAgo(2) },
  publicUrl: 'https://mentoring.example.com',
  wearers: 3,
  wearersWithoutStep: 0,
  retainedAt: daysAgo(0),
  erasedAndBack: 0,
  node: '24.21.0',
}

const at = (found: Partial<Found>, key: string) => {
  const look = planStandpoints({ ...sound, ...found }).find((it) => it.key === key)
  if (!look) throw new Error(`nobody looks at ${key}`)
  return look
}
const database = (set: Partial<Found['database']>): Partial<Found> => ({ database: { ...sound.database, ...set } })

describe('what the doctor says of an installation', () => {
  it('holds where it does, and never says so of what it has not looked at', () => {
    const looks = planStandpoints(sound)
    expect(looks.filter((it) => it.state !== 'holds').map((it) => it.key)).toEqual(['versions'])
    expect(planSummary(looks)).toBe(
      `Nothing that was looked at here is broken: ${looks.length - 1} hold, 0 to look at, 1 not checked here.`,
    )
    expect(at({}, 'versions').says).toMatch(/npm audit/)
  })

  it.each<[string, Partial<Found>, string, RegExp]>([
    ['fsync is off', database({ fsync: 'off' }), 'written-to-disk', /fsync is off/],
    ['a commit is not written through', database({ syncs: 0 }), 'written-to-disk', /was not written through/],
    [
      'commits do not wait for the disk',
      database({ synchronousCommit: 'off' }),
      'written-to-disk',
      /synchronous_commit/,
    ],
    ['nobody holds the data', { heldBy: null }, 'one-owner', /would not be refused/],
    ['a table has no wall', database({ openTables: ['diary'] }), 'second-wall', /missing on diary/],
    ['actions see past the wall', database({ appMayLookAround: true }), 'second-wall', /see past/],
    ['actions may change the audit', database({ appMayChangeAudit: true }), 'append-only', /may change the audit/],
    [
      'the audit was changed',
      { audit: { checked: 6, fault: 'line-changed at 7', unsealed: 0 } },
      'audit',
      /line-changed at 7/,
    ],
    [
      'others read the root key',
      { rootKey: { ...sound.rootKey, mode: '644' } },
      'root-key',
      /chmod 600 keys\/root.key/,
    ],
    ['the root key is gone', { rootKey: { ...sound.rootKey, mode: 'none' } }, 'root-key', /not where it should be/],
    ['an erased person is back', { erasedAndBack: 2 }, 'erasures', /2 of the ledger/],
  ])('is broken when %s', (_, found, key, says) => {
    expect(at(found, key)).toMatchObject({ state: 'broken', says: expect.stringMatching(says) })
    expect(planSummary(planStandpoints({ ...sound, ...found }))).toMatch(/^1 of what was looked at here is broken/)
  })

  it.each<[string, Partial<Found>, string]>([
    ['the server counts no syncs', database({ syncs: null }), 'written-to-disk'],
    ['the database has no checksums', database({ checksums: 'off' }), 'checksums'],
    ['the site’s user owns the audit', database({ userMayChangeAudit: true }), 'append-only'],
    ['the keys were never backed up', { keysBackedUpAt: null }, 'keys-backup'],
    ['the backup of the keys is about to be too old', { keysBackedUpAt: daysAgo(24) }, 'keys-backup'],
    ['the data was never backed up', { backedUpAt: null }, 'backup'],
    ['the last backup is two weeks old', { backedUpAt: daysAgo(14) }, 'backup'],
    ['retention has never run', { retainedAt: null }, 'retention'],
    ['retention has stopped', { retainedAt: daysAgo(5) }, 'retention'],
    ['there is no mail server', { mail: { configured: false, testedAt: null } }, 'mail'],
    ['the mail server was not tested', { mail: { configured: true, testedAt: null } }, 'mail'],
    ['it is on this machine only', { publicUrl: 'http://127.0.0.1:3000' }, 'https'],
    ['somebody with a hat has no second step', { wearersWithoutStep: 1 }, 'second-steps'],
  ])('is to look at when %s', (_, found, key) => {
    expect(at(found, key).state).toBe('look')
  })

  it('of a database server of one’s own it does not say who holds the data', () => {
    expect(at({ ...database({ embedded: false }), heldBy: null }, 'one-owner').state).toBe('unchecked')
  })
})

describe('the promises', () => {
  it('name looks that the doctor makes, and tests that are there', () => {
    const looks = planStandpoints(sound).map((it) => it.key)
    for (const { key, looks: by = [], shownBy = [], not } of PROMISES) {
      for (const look of by) expect(looks, key).toContain(look)
      for (const file of shownBy) expect(existsSync(file), `${key}: ${file}`).toBe(true)
      expect(by.length + shownBy.length > 0 || not !== undefined, key).toBe(true)
    }
  })

  it('that nothing looks at and nothing shows is unchecked, and one that is broken here is broken', () => {
    const states = (found: Partial<Found>) =>
      Object.fromEntries(planPromises(planStandpoints({ ...sound, ...found })).map((it) => [it.key, it.state]))
    expect(states({})).toMatchObject({
      R4: 'unchecked',
      S6: 'unchecked',
      R2: 'unchecked',
      R3: 'holds',
      S9: 'tested',
      P1: 'holds',
    })
    expect(states({ audit: { checked: 1, fault: 'line-removed at 1', unsealed: 0 } })).toMatchObject({ P1: 'broken' })
    expect(states({ backedUpAt: null })).toMatchObject({ R8: 'look' })
  })
})
