import type pg from 'pg'
import { type Database, openStore } from '../../src/store/database.ts'

/**
 * A store on one connection whose whole work is undone again: transactions of the product become savepoints within one that is
 * rolled back. So each of thousands of requests meets the same world.
 */
export async function undoneStore(pool: pg.Pool): Promise<{
  readonly db: Database
  readonly undone: <T>(work: () => Promise<T>) => Promise<T>
  readonly close: () => void
}> {
  const client = await pool.connect()
  const query = (text: unknown, ...rest: unknown[]) => {
    const said = typeof text === 'string' ? text : (text as { text: string }).text
    const instead = insteadOf(said)
    // The driver's own shape of a query goes through as it came.
    return (client.query as (...words: unknown[]) => unknown)(instead ?? text, ...(instead ? [] : rest))
  }
  const lent = { query, release: () => {} }
  const stub = { connect: async () => lent, query, end: async () => {}, on: () => stub, options: { max: 1 } }
  return {
    db: openStore(stub as unknown as pg.Pool),
    undone: async (work) => {
      await client.query('begin')
      try {
        return await work()
      } finally {
        await client.query('rollback')
      }
    },
    close: () => client.release(),
  }
}

/** The product's own beginning and end of a transaction, within another one. */
function insteadOf(said: string): string | null {
  if (/^\s*(begin|start transaction)/i.test(said)) return 'savepoint product'
  if (/^\s*commit/i.test(said)) return 'release savepoint product; reset role; reset app.organisation'
  if (/^\s*rollback\s*$/i.test(said)) return 'rollback to savepoint product; release savepoint product'
  return null
}
