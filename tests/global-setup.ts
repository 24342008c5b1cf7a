import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createDatabase } from '../src/runtime/postgres/databases.ts'
import { openDatabase } from '../src/runtime/postgres.ts'
import { KEYS_FOLDER, migrate } from '../src/store/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { readonly host: string; readonly port: number; readonly user: string }
  }
}

/** The migrated databases that `freshDatabase` and `freshKeys` clone. */
const TEMPLATES = { template_migrated: undefined, template_keys: KEYS_FOLDER } as const

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** One real PostgreSQL for all test files, thrown away at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'alongside-tests-'))
  chmodSync(dataFolder, 0o711)
  const database = await openDatabase({ dataFolder, databaseUrl: null }, { role: 'server', settings: FAST })
  async function teardown() {
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const { host = '', port = 5432, user = '' } = database.connection
    project.provide('postgres', { host, port, user: String(user) })
    for (const [template, folder] of Object.entries(TEMPLATES)) {
      await createDatabase({ host, port, user, database: 'postgres' }, template)
      const pool = new pg.Pool({ host, port, user, database: template })
      await migrate(pool, { folder }).finally(() => pool.end())
    }
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}
