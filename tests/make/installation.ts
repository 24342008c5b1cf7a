import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { machineClock } from '../../src/runtime/clock.ts'
import { type Config, readConfig } from '../../src/runtime/config.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { openKeyring } from '../../src/runtime/keyring.ts'
import { newRootKey } from '../../src/runtime/root-key.ts'
import { openStore } from '../../src/store/database.ts'
import { freshDatabase, freshKeys } from './database.ts'

/** An Alongside of one's own: an empty database, or one that is there already, with keys and a data folder beside it; `kept` are the keys of what is there. */
export async function freshInstallation(
  set: Partial<Config> = {},
  there?: pg.Pool,
  kept?: { readonly keys: pg.Pool; readonly rootKey: Buffer },
): Promise<Installation & { readonly pool: pg.Pool; readonly keys: pg.Pool }> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-test-'))
  const pool = there ?? (await freshDatabase())
  const keys = kept?.keys ?? (await freshKeys())
  const roots = { newest: 1, byNumber: new Map([[1, kept?.rootKey ?? newRootKey()]]) }
  return {
    db: openStore(pool),
    keyring: openKeyring(openStore(keys), roots),
    config: { ...readConfig({ DATABASE_URL: 'postgres://unused' }, folder), dataFolder: folder, port: 0, ...set },
    machineClock,
    pool,
    keys,
  }
}
