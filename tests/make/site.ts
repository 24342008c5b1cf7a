import type pg from 'pg'
import { serveSite } from '../../src/web/serve-site.ts'
import { freshInstallation } from './installation.ts'

/** The real site on a free port of loopback. */
export async function openSite(pool: pg.Pool): Promise<{ address: string; close: () => Promise<void> }> {
  return serveSite(await freshInstallation({}, pool))
}
