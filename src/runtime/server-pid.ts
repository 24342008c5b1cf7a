import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasEnded, runningProcess } from './postgres/running-process.ts'

const SECONDS_TO_STOP = 30

/** Leaves the site's process number in the data folder for `npm stop`; returns what takes it away again. */
export function leaveServerPid(dataFolder: string): () => void {
  const file = join(dataFolder, 'server.pid')
  const text = `${process.pid} ${runningProcess(process.pid)?.startedAt ?? ''}\n`
  rmSync(file, { force: true })
  writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
  return () => {
    if (readServerPid(dataFolder)?.pid === process.pid) rmSync(file, { force: true })
  }
}

/** Stops the site that runs on this data folder and waits until it has ended. */
export async function stopRunning(config: {
  readonly dataFolder: string
}): Promise<{ stopped: boolean; pid: number | null }> {
  const left = readServerPid(config.dataFolder)
  const running = left && runningProcess(left.pid)
  // The number may have gone to another program since; the start time tells.
  if (!left || !running || running.startedAt !== left.startedAt) return { stopped: true, pid: null }
  process.kill(left.pid, 'SIGTERM')
  return { stopped: await hasEnded(left.pid, SECONDS_TO_STOP), pid: left.pid }
}

function readServerPid(dataFolder: string): { readonly pid: number; readonly startedAt: string } | null {
  try {
    const [, pid = '', startedAt = ''] =
      /^(\d+) (.*)\n$/.exec(readFileSync(join(dataFolder, 'server.pid'), 'utf8')) ?? []
    return pid ? { pid: Number(pid), startedAt } : null
  } catch {
    return null
  }
}
