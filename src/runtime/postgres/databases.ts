import pg from 'pg'

/** How to reach one database; give it to `new pg.Pool`. */
export type Connection = pg.PoolConfig

/** The embedded server listens on a socket in `socketFolder` and knows one user. */
export function embeddedConnection(socketFolder: string, database: string): Connection {
  return { host: socketFolder, port: 5432, user: 'alongside', database }
}

/** True once the server in that folder answers. */
export async function isReady(socketFolder: string): Promise<boolean> {
  const client = new pg.Client(embeddedConnection(socketFolder, 'postgres'))
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes the database unless it is there; two who try at once both succeed. */
export async function createDatabase(maintenance: Connection, database: string): Promise<void> {
  const client = new pg.Client(maintenance)
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`)
  } catch (error) {
    // 42P04: the other one was first; 23505: at the same instant.
    if (!(error instanceof pg.DatabaseError) || !['42P04', '23505'].includes(error.code ?? '')) throw error
  } finally {
    await client.end()
  }
}
