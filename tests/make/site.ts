import type pg from 'pg'
import { readConfig } from '../../src/runtime/config.ts'
import { openStore } from '../../src/store/database.ts'
import { serveSite } from '../../src/web/serve-site.ts'

/** The real site on a free port of loopback. */
export function openSite(pool: pg.Pool): Promise<{ address: string; close: () => Promise<void> }> {
  const config = { ...readConfig({ DATABASE_URL: 'postgres://unused' }, '.'), port: 0 }
  return serveSite(openStore(pool), config)
}
