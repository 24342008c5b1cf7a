import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { clusterFolder } from '../../src/runtime/database-user.ts'
import { openDatabase } from '../../src/runtime/postgres.ts'
import { makeDataFolder } from './data-folder.ts'
import { whenTheFileEnds } from './leaving.ts'

export type OwnServer = {
  /** The site's user, who owns nothing. */
  readonly plain: string
  /** The user who owns the tables, and is no administrator. */
  readonly holder: string
  readonly ask: (url: string, statement: string) => Promise<readonly Record<string, unknown>[]>
}

/** A PostgreSQL as an organisation runs it: one user owns the database, another one is for the site. */
export async function ownServer(): Promise<OwnServer> {
  const dataFolder = makeDataFolder('own-server')
  const database = await openDatabase({ dataFolder, databaseUrl: null }, { role: 'server', settings: ['fsync=off'] })
  whenTheFileEnds(async () => {
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const { host = '' } = database.connection
  const url = (user: string, name: string) =>
    `postgres://${user}@localhost:5432/${name}?host=${encodeURIComponent(host)}`
  appendFileSync(join(clusterFolder(dataFolder), 'pg_hba.conf'), 'local all plain,holder trust\n')
  const administrator = new pg.Client(database.connection)
  await administrator.connect()
  for (const statement of [
    'select pg_reload_conf()',
    'create role holder login createrole createdb',
    'create role plain login',
    'create database house owner holder',
  ])
    await administrator.query(statement)
  await administrator.end()
  return { plain: url('plain', 'house'), holder: url('holder', 'house'), ask }
}

async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const answers = await client.query(statement).finally(() => client.end())
  // Several statements in one text answer with a list.
  return [answers].flat().at(-1)?.rows ?? []
}
