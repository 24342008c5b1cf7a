import { createHash } from 'node:crypto'
import { type Manifest, readLines } from '../../runtime/backup-folder.ts'
import { Refused } from '../../runtime/errors.ts'
import { appliedMigrations, backedUpTables, linesOf, putLinesBack, type TableShape } from '../../store/backups.ts'
import type { Database, Tx } from '../../store/database.ts'
import { knownMigrations } from '../../store/migrate.ts'

/** The last migration of a backup, if this Alongside knows all of them as they were. */
export function schemaOf({ schema }: Manifest): string {
  const known = knownMigrations()
  for (const [file, sha256] of Object.entries(schema))
    if (known.get(file) !== sha256)
      throw new Refused(
        'backup-of-another-schema',
        { file },
        `The backup was made by another Alongside: ${file} is not the same here. Restore it with that one, and update afterwards.`,
      )
  return Object.keys(schema).sort().at(-1) ?? ''
}

/** Loads every table in one transaction and compares what then stands in the database with the backup, row by row. */
export async function loadTables(owner: Database, folder: string, manifest: Manifest): Promise<void> {
  await refuseOtherSchema(owner, manifest)
  await owner.transaction().execute(async (tx) => {
    const tables = (await backedUpTables(tx)).filter((it) => it.name in manifest.tables)
    for (const { name } of tables)
      for await (const lines of readLines(folder, name)) await putLinesBack(tx, name, lines)
    for (const table of tables) await compare(tx, table, manifest.tables[table.name])
  })
}

/** An empty database of a newer schema has columns the backup knows nothing of. */
async function refuseOtherSchema(owner: Database, { schema }: Manifest): Promise<void> {
  const applied = await appliedMigrations(owner)
  if (JSON.stringify(Object.keys(applied)) === JSON.stringify(Object.keys(schema).sort())) return
  throw new Refused(
    'not-empty',
    { applied: Object.keys(applied).length },
    'The tables here are newer than the backup. Restore into a new folder, with ALONGSIDE_DATA, or a database without tables.',
  )
}

async function compare(tx: Tx, table: TableShape, written: Manifest['tables'][string] | undefined): Promise<void> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const lines of linesOf(tx, table)) {
    hash.update(`${lines.join('\n')}\n`)
    rows += lines.length
  }
  if (written?.rows === rows && written.sha256 === hash.digest('hex')) return
  throw new Refused(
    'backup-broken',
    { file: `${table.name}.jsonl`, rows },
    `${table.name} did not come back as it was.`,
  )
}
