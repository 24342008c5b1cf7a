import { checkBackup, finishBackup, type Manifest, makeBackupFolder, writeLines } from '../../runtime/backup-folder.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { asOwner } from '../../runtime/installation.ts'
import { appliedMigrations, atOneInstant, backedUpTables, LEFT_OUT, linesOf } from '../../store/backups.ts'
import type { Database } from '../../store/database.ts'

export type BackedUp = {
  readonly takenAt: string
  readonly tables: number
  readonly rows: number
  readonly lines: readonly string[]
}

/**
 * Copies every table as it was at one instant into a folder, and reads it back. The keys are not in it: what is sealed stays
 * sealed. People may go on working meanwhile.
 */
export async function backUp(ctx: Context, { folder }: { readonly folder: string }): Promise<BackedUp> {
  await within(ctx, (tx) => permit(ctx, tx, 'upkeep.backUp', { about: 'begun' }))
  makeBackupFolder(folder)
  const takenAt = ctx.machineClock.now()
  const manifest = await asOwner(ctx, (owner) => copyTables(owner, folder, takenAt))
  finishBackup(folder, manifest)
  await checkBackup(folder)
  const tables = Object.values(manifest.tables)
  const rows = tables.reduce((sum, it) => sum + it.rows, 0)
  await within(ctx, (tx) => permit(ctx, tx, 'upkeep.backUp', { about: WHOLE }))
  return { takenAt, tables: tables.length, rows, lines: inLines(folder, tables.length, rows) }
}

/** What the audit says of a backup that was written, read back and found whole. */
export const WHOLE = 'whole'

function copyTables(owner: Database, folder: string, takenAt: string): Promise<Manifest> {
  return atOneInstant(owner, async (tx) => {
    const schema = await appliedMigrations(tx)
    const tables: Record<string, Manifest['tables'][string]> = {}
    for (const table of await backedUpTables(tx))
      tables[table.name] = await writeLines(folder, table.name, linesOf(tx, table))
    return { what: 'alongside backup', format: 1, takenAt, schema, tables, leftOut: LEFT_OUT }
  })
}

function inLines(folder: string, tables: number, rows: number): readonly string[] {
  return [
    `${rows} rows of ${tables} tables are in ${folder}, read back and whole.`,
    'They hold what people wrote: keep the folder as you keep the database.',
    'What is sealed opens only with a backup of the keys (alongside upkeep back-up-keys FILE), and that only with the root key.',
  ]
}
