import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty data folder that the database's own user can enter too. */
export function makeDataFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `alongside-${name}-`))
  chmodSync(folder, 0o711)
  return folder
}
