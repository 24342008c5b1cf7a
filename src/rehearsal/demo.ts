import type { Config } from '../runtime/config.ts'
import type { Database } from '../store/database.ts'

/** Loads the demo into an empty database. */
export async function loadDemo(_db: Database, _config: Config): Promise<void> {}
