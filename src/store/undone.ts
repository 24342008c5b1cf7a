import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import type { Database, Tables } from './database.ts'

/**
 * Works on a database of which nothing stays: one connection, one transaction that is always rolled back, within which those of
 * the actions are savepoints. Work in it comes one after the other.
 */
export async function undone<T>(db: Database, work: (undoneDb: Database) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    await sql`begin`.execute(one)
    try {
      return await work(within(one))
    } finally {
      await sql`rollback`.execute(one)
    }
  })
}

function within(one: Database): Database {
  const connection = {
    executeQuery: <R>(query: CompiledQuery) => one.executeQuery<R>(query as CompiledQuery<R>),
    streamQuery: () => {
      throw new Error('nothing is streamed in work that is undone')
    },
  }
  const say = async (...statements: readonly RawBuilder<unknown>[]) => {
    for (const statement of statements) await statement.execute(one)
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        releaseConnection: async () => {},
        destroy: async () => {},
        beginTransaction: () => say(sql`savepoint product`),
        // What an action set for itself would go on after a savepoint; after a transaction it does not.
        commitTransaction: () => say(sql`release savepoint product`, sql`reset role`, sql`reset app.organisation`),
        rollbackTransaction: () => say(sql`rollback to savepoint product`, sql`release savepoint product`),
      }),
    },
  })
}
