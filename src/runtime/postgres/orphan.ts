import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseUser } from '../database-user.ts'
import { Refused } from '../errors.ts'
import { hasEnded, runningProcess } from './running-process.ts'
import { writeWhole } from './write-whole.ts'

/** One more than the largest process number Linux can give. */
const IMPOSSIBLE_PID = 4194305

/**
 * Stops a PostgreSQL that outlived the process that started it. Called by the holder of the lock only.
 * Adopting it instead would lose its log, its exit and its settings.
 */
export async function stopOrphan(cluster: string, user: DatabaseUser): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (runningProcess(pid)?.commandLine.includes(` ${cluster} `)) {
    process.kill(pid, 'SIGINT')
    if (!(await hasEnded(pid, 10))) process.kill(pid, 'SIGQUIT')
    if (!(await hasEnded(pid, 10)))
      throw new Refused('database-hangs', { pid }, `PostgreSQL (process ${pid}) does not stop.`)
  }
  if (!existsSync(file)) return
  // A zombie or an unrelated program with that number would keep PostgreSQL from starting. A number that cannot
  // exist is safer than no file: PostgreSQL still checks its shared memory for survivors.
  lines[0] = String(IMPOSSIBLE_PID)
  writeWhole(file, lines.join('\n'), user)
}
