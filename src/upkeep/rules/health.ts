/**
 * How a promise stands: looked at here and now, `holds` or `broken`; `look` is nothing broken that somebody should do something
 * about; `tested` is shown by a test of the product; `unchecked` is neither.
 */
export type Standing = 'holds' | 'broken' | 'look' | 'tested' | 'unchecked'

export type Standpoint = { readonly key: string; readonly state: Standing; readonly says: string }

/** What was found out about an installation; instants are ISO, and null is never, or not known. */
export type Found = {
  readonly now: string
  readonly database: {
    readonly embedded: boolean
    readonly version: string
    readonly fsync: string
    readonly synchronousCommit: string
    readonly checksums: string
    readonly syncs: number | null
    readonly user: string
    readonly openTables: readonly string[]
    readonly appMayLookAround: boolean
    readonly appMayChangeAudit: boolean
    readonly userMayChangeAudit: boolean
    readonly newestMigration: string
  }
  /** Who holds the lock of the data folder, as a process number. */
  readonly heldBy: number | null
  readonly audit: { readonly checked: number; readonly fault: string | null; readonly unsealed: number }
  readonly rootKey: { readonly place: string; readonly mode: string | null; readonly changedAt: string | null }
  readonly keysBackedUpAt: string | null
  readonly backedUpAt: string | null
  readonly restoredAt: string | null
  readonly mail: { readonly configured: boolean; readonly testedAt: string | null }
  readonly publicUrl: string
  readonly wearers: number
  readonly wearersWithoutStep: number
  readonly retainedAt: string | null
  readonly erasedAndBack: number
  readonly node: string
}

const DAY_MS = 86_400_000
/** A backup of the keys may not be used after 30 days; a week before is time for the next. */
const KEYS_DUE_DAYS = 23
const BACKUP_DUE_DAYS = 7
/** Retention runs once a day. */
const RETENTION_DUE_DAYS = 2

type Look = (it: Found) => Omit<Standpoint, 'key'>

const holds = (says: string) => ({ state: 'holds', says }) as const
const broken = (says: string) => ({ state: 'broken', says }) as const
const look = (says: string) => ({ state: 'look', says }) as const
const unchecked = (says: string) => ({ state: 'unchecked', says }) as const

/** What the doctor looks at, in the order a person would ask. */
const LOOKS: Readonly<Record<string, Look>> = {
  'written-to-disk': ({ database: it }) => {
    if (it.fsync !== 'on') return broken('fsync is off: what was acknowledged can be lost in a power cut.')
    if (it.synchronousCommit === 'off') return broken('synchronous_commit is off: the last moments can be lost.')
    if (it.syncs === 0) return broken('fsync is on, and yet a commit of just now was not written through.')
    if (it.syncs === null) return look('fsync is on; this server does not count how often it writes through.')
    return holds('fsync is on, and a commit of just now was written through to the disk.')
  },
  checksums: ({ database: it }) =>
    it.checksums === 'on'
      ? holds('Every page of the database has a checksum: damage is noticed when it is read.')
      : look('The database was made without checksums: damage on the disk can go unnoticed.'),
  'one-owner': ({ database, heldBy }) => {
    if (!database.embedded) return unchecked('The database is a server of your own: it looks after its data itself.')
    return heldBy === null
      ? broken('Nobody holds the lock of the data folder: a second start would not be refused.')
      : holds(`One process holds the data (${heldBy}); a second start is refused.`)
  },
  'second-wall': ({ database: it }) => {
    if (it.openTables.length > 0) return broken(`Row-level security is missing on ${it.openTables.join(', ')}.`)
    if (it.appMayLookAround) return broken('The role of actions may see past row-level security.')
    return holds('Row-level security covers every table of an organisation, and actions cannot see past it.')
  },
  'append-only': ({ database: it }) => {
    if (it.appMayChangeAudit) return broken('The role of actions may change the audit.')
    if (!it.userMayChangeAudit) return holds(`Neither actions nor the site’s user (${it.user}) may change the audit.`)
    return look(
      `Actions may only add to the audit. The site connects as ${it.user}, who owns the tables and could change it; the chain would tell. To part the two, use a PostgreSQL of your own with DATABASE_OWNER_URL.`,
    )
  },
  audit: ({ audit: it }) =>
    it.fault === null
      ? holds(
          `${it.checked === 1 ? 'The one line' : `All ${it.checked} lines`} of the audit ${it.checked === 1 ? 'is' : 'are'} as written; checked just now.`,
        )
      : broken(`The audit is not as it was written: ${it.fault}. Run: npx alongside upkeep verify-audit`),
  unsealed: ({ audit: it }) =>
    holds(`No line older than a minute is without its seal; ${it.unsealed} new ones wait for theirs.`),
  'root-key': ({ rootKey: it, now }) => {
    if (it.mode === null)
      return holds(`The root key comes from ${it.place}; who else can read that is not checked here.`)
    if (it.mode === 'none') return broken(`The root key is not where it should be: ${it.place}`)
    const age = it.changedAt === null ? '' : `, made or changed ${daysBetween(it.changedAt, now)} days ago`
    return it.mode === '600'
      ? holds(`Only its owner can read the root key${age}.`)
      : broken(`The root key has mode ${it.mode}: others on this machine can read it. chmod 600 ${it.place}`)
  },
  'keys-backup': ({ keysBackedUpAt: at, now }) => dated(at, now, KEYS_DUE_DAYS, 'The keys were backed up', NO_KEYS),
  backup: ({ backedUpAt: at, now }) =>
    dated(at, now, BACKUP_DUE_DAYS, 'The data was backed up, and read back whole,', NO_BACKUP),
  'restore-test': ({ restoredAt: at, now }) =>
    at === null
      ? unchecked(
          'No restore is on record here. Try one into an empty folder: npx alongside upkeep restore FOLDER --keys FILE',
        )
      : holds(`This installation was restored ${daysBetween(at, now)} days ago and checked.`),
  erasures: ({ erasedAndBack }) =>
    erasedAndBack === 0
      ? holds('Everybody in the ledger of erasures is erased.')
      : broken(`${erasedAndBack} of the ledger of erasures are here again.`),
  retention: ({ retainedAt: at, now }) =>
    dated(at, now, RETENTION_DUE_DAYS, 'Retention ran', 'Retention has not run yet.'),
  mail: ({ mail: it, now }) => {
    if (!it.configured)
      return look('No mail server is configured: letters go to a folder, and nobody signs in by e-mail.')
    if (it.testedAt === null)
      return look('The mail server was not tested yet: send a test letter from the set-up page.')
    return holds(`A test letter was taken by the mail server ${daysBetween(it.testedAt, now)} days ago.`)
  },
  https: ({ publicUrl }) =>
    publicUrl.startsWith('https://')
      ? holds(`People reach it at ${publicUrl}; what the proxy before it does is not checked here.`)
      : look(`It is reached on this machine only (${publicUrl}); elsewhere it starts with https alone.`),
  'second-steps': ({ wearers, wearersWithoutStep: without }) =>
    without === 0
      ? holds(`All ${wearers} people with a hat have a passkey or one-time codes.`)
      : look(
          `Of ${wearers} with a hat, ${without} ${without === 1 ? 'has' : 'have'} no passkey and no one-time codes yet; until then their hats open nothing on pages.`,
        ),
  versions: ({ node, database }) =>
    unchecked(
      `Node ${node}, PostgreSQL ${database.version}, schema ${database.newestMigration}. Whether newer ones close a hole is not checked here: ask npm audit and the release notes.`,
    ),
}

const NO_KEYS =
  'The keys were not backed up since the root key is the one it is: npx alongside upkeep back-up-keys FILE'
const NO_BACKUP = 'No backup is on record: npx alongside upkeep back-up FOLDER'

/** Every look with what it found. */
export function planStandpoints(found: Found): readonly Standpoint[] {
  return Object.entries(LOOKS).map(([key, at]) => ({ key, ...at(found) }))
}

/** What stands over all of it: how many hold, and how many do not or should be looked at. */
export function planSummary(standpoints: readonly Standpoint[]): string {
  const many = (state: Standing) => standpoints.filter((it) => it.state === state).length
  const [held, off] = [many('holds'), many('broken')]
  const first =
    off === 0
      ? 'Nothing that was looked at here is broken'
      : `${off} of what was looked at here ${off === 1 ? 'is' : 'are'} broken`
  return `${first}: ${held} hold, ${many('look')} to look at, ${many('unchecked')} not checked here.`
}

function dated(at: string | null, now: string, dueDays: number, what: string, never: string) {
  if (at === null) return look(never)
  const days = daysBetween(at, now)
  const says = `${what} ${days === 0 ? 'today' : days === 1 ? 'a day ago' : `${days} days ago`}.`
  return days > dueDays ? look(`${says} It is time again.`) : holds(says)
}

function daysBetween(at: string, now: string): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / DAY_MS))
}
