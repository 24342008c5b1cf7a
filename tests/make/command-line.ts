import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { runCommand } from '../../src/cli/run-command.ts'
import { type Config, readConfig } from '../../src/runtime/config.ts'
import { openStore } from '../../src/store/database.ts'

/** A coordinator's command line on a database of its own: words in, printed lines out. */
export function commandLine(
  pool: pg.Pool,
  set: Partial<Config> = {},
): (...words: string[]) => Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-season-'))
  const config = { ...readConfig({ DATABASE_URL: 'postgres://unused' }, folder), dataFolder: folder, ...set }
  const db = openStore(pool)
  return (...words) => runCommand(db, config, words, process.cwd())
}
