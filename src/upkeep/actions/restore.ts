import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { checkBackup, type Manifest } from '../../runtime/backup-folder.ts'
import type { Clock } from '../../runtime/clock.ts'
import type { Config } from '../../runtime/config.ts'
import { permit, within } from '../../runtime/context.ts'
import { Invalid, Refused } from '../../runtime/errors.ts'
import {
  type BareInstallation,
  bringUpToDate,
  type Installation,
  openBare,
  restoringFile,
  rootKeyFile,
} from '../../runtime/installation.ts'
import { openKeyring } from '../../runtime/keyring.ts'
import { KEYS_KEPT_DAYS, type KeysBackup, readKeysBackup } from '../../runtime/keys-backup.ts'
import { newId } from '../../runtime/new-id.ts'
import { asOperator, asProgram, openHouse } from '../../runtime/open-context.ts'
import type { OpenOptions } from '../../runtime/postgres.ts'
import { type RootKeys, readRootKeys } from '../../runtime/root-key.ts'
import { isEmptyDatabase } from '../../store/backups.ts'
import { openStore } from '../../store/database.ts'
import { putKeysBack } from '../../store/keys.ts'
import { KEYS_FOLDER, migrate } from '../../store/migrate.ts'
import { refreshStatistics } from '../../store/organisations.ts'
import { applyErasures } from './apply-erasures.ts'
import { loadTables, schemaOf } from './load-tables.ts'
import { sealAudit } from './seal-audit.ts'
import { checkAudit } from './verify-audit.ts'

export type Restoring = {
  readonly folder: string
  readonly keys: string
  /** Take a backup of the keys although its time is over. */
  readonly older: boolean
}

export type Restored = {
  readonly takenAt: string
  readonly rows: number
  readonly erasedAgain: number
  readonly lines: readonly string[]
}

/**
 * Puts a backup into an empty place: everything is read and compared before anything is written, the data comes in one
 * transaction, and whoever was erased since is erased again. Killed half-way it is run again, and nothing starts before it is done.
 */
export async function restore(
  config: Config,
  it: Restoring,
  { machineClock, options }: { readonly machineClock: Clock; readonly options: OpenOptions },
): Promise<Restored> {
  const manifest = await checkBackup(it.folder)
  const keys = readKeysBackup(readText(it.keys), it.keys)
  if (!it.older && machineClock.now() > keys.until) throw tooOld(keys)
  const until = schemaOf(manifest)
  const roots = rootsHere(config)
  const bare = await openBare(config, options)
  try {
    const installation = { ...storesOf(bare, roots), config, machineClock }
    refuseOtherRoot(installation, keys)
    const rows = await load(bare, it.folder, manifest, keys, until)
    await bringUpToDate(bare)
    await refreshStatistics(openStore(bare.owner.pool))
    const { people } = await applyErasures(installation, keys.erasures)
    const audit = await finish(installation, manifest.takenAt)
    rmSync(restoringFile(config))
    return { takenAt: manifest.takenAt, rows, erasedAgain: people, lines: inLines(manifest, keys, rows, people, audit) }
  } finally {
    await bare.close()
  }
}

function storesOf(bare: BareInstallation, roots: RootKeys) {
  return { db: openStore(bare.pool), keyring: openKeyring(openStore(bare.keys), roots) }
}

/** Loads the data, or finds that a run before this one has done so and was killed afterwards. */
async function load(
  bare: BareInstallation,
  folder: string,
  manifest: Manifest,
  keys: KeysBackup,
  until: string,
): Promise<number> {
  const marker = restoringFile(bare.config)
  const rows = Object.values(manifest.tables).reduce((sum, it) => sum + it.rows, 0)
  const again = existsSync(marker) && readFileSync(marker, 'utf8') === manifest.takenAt
  const owner = openStore(bare.owner.pool)
  const isEmpty = await isEmptyDatabase(owner)
  if (!isEmpty && !again) throw notEmpty(bare.config)
  writeFileSync(marker, manifest.takenAt, { mode: 0o600 })
  await migrate(bare.owner.keys, { folder: KEYS_FOLDER })
  for (let at = 0; at < keys.keys.length; at += KEYS_AT_A_TIME)
    await putKeysBack(openStore(bare.owner.keys), keys.keys.slice(at, at + KEYS_AT_A_TIME))
  if (!isEmpty) return rows
  await migrate(bare.owner.pool, { until })
  await loadTables(owner, folder, manifest)
  return rows
}

const KEYS_AT_A_TIME = 500

/** Seals what the backup held without a seal yet, writes down that this is a restore, and checks the audit. */
async function finish(installation: Installation, takenAt: string): Promise<string> {
  const house = await openHouse(installation)
  if (!house) throw new Refused('backup-broken', { file: 'organisation.jsonl' }, 'The backup holds no organisation.')
  const operator = await asOperator(house, undefined, null)
  await within(operator, (tx) => permit(operator, tx, 'upkeep.restore', { about: takenAt }))
  const program = asProgram(house, `restore ${newId()}`)
  await sealAudit(program, { whole: true })
  const { fault, head } = await checkAudit(program, null)
  await sealAudit(program, { whole: true })
  return fault
    ? `is not as it was written: ${fault.code} at ${fault.number}`
    : `is sound up to number ${head?.number ?? 0}`
}

function rootsHere(config: Config): RootKeys {
  if (config.rootKey || existsSync(rootKeyFile(config))) return readRootKeys(config.rootKey, rootKeyFile(config))
  const remedy = `Put the root key to ${rootKeyFile(config)} first, from where you keep it, readable by its owner alone.`
  throw new Invalid(`The root key is not here, and without it the keys of the backup open nothing. ${remedy}`, {
    fields: [{ place: rootKeyFile(config), message: 'is not there', remedy }],
  })
}

/** Every key is tried before anything is written: afterwards it would be too late to look for the right root key. */
function refuseOtherRoot({ keyring, config }: Installation, { keys }: KeysBackup): void {
  for (const key of keys) {
    if (key.wrapped === null || keyring.canUnwrap({ ...key, wrapped: Buffer.from(key.wrapped, 'base64') })) continue
    const where = config.rootKey ? 'ALONGSIDE_ROOT_KEY' : rootKeyFile(config)
    throw new Refused(
      'root-key-differs',
      { root: key.root, where },
      `The root key in ${where} does not open this backup of the keys: it needs root key ${key.root} of when it was made.`,
    )
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Invalid(`The backup of the keys ${file} cannot be read. Check its name.`)
  }
}

function tooOld(keys: KeysBackup): Refused {
  return new Refused(
    'keys-backup-old',
    { takenAt: keys.takenAt, until: keys.until },
    `This backup of the keys is older than ${KEYS_KEPT_DAYS} days: it may open what was erased since. Use a newer one, or, if there is none, add --older.`,
  )
}

function notEmpty(config: Config): Refused {
  return new Refused(
    'not-empty',
    { dataFolder: config.dataFolder },
    'There is an organisation here already, and a restore writes over nothing. Restore into a new folder, with ALONGSIDE_DATA, or an empty database.',
  )
}

function inLines({ takenAt, tables }: Manifest, keys: KeysBackup, rows: number, erased: number, audit: string) {
  const missing = `The backup of the keys is older than that of the data: what was first sealed for somebody after ${keys.takenAt} does not open.`
  return [
    `${rows} rows of ${Object.keys(tables).length} tables are back as they were at ${takenAt}. The audit ${audit}.`,
    `Erased again: ${erased}. Whoever was erased after ${keys.takenAt} is not known here: erase them again.`,
    ...(keys.takenAt < takenAt ? [missing] : []),
    'Nobody is signed in, and links in older letters open nothing.',
    `Go through who has left and which tokens were revoked after ${takenAt}: they are back as they were then.`,
  ]
}
