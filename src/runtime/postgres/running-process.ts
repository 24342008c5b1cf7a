import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A process that still runs. `startedAt` tells it from a later one with the same number. */
export type RunningProcess = { readonly commandLine: string; readonly startedAt: string }

/** Null when there is no such process, or only a zombie: it answers signals but does nothing any more. */
export function runningProcess(pid: number): RunningProcess | null {
  if (!Number.isInteger(pid) || pid <= 0) return null
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

function fromProc(pid: number): RunningProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; the state follows it, the start time is 19 fields further.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { commandLine, startedAt: fields[19] ?? '' }
  } catch {
    return null
  }
}

function fromPs(pid: number): RunningProcess | null {
  const out = spawnSync('ps', ['-p', String(pid), '-o', 'stat=,lstart=,command='], { encoding: 'utf8' }).stdout?.trim()
  const parts = /^(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(out ?? '')
  if (!parts || parts[1]?.startsWith('Z')) return null
  return { startedAt: parts[2] ?? '', commandLine: parts[3] ?? '' }
}

/** True once the process has gone; false when it is still there after `seconds`. */
export async function hasEnded(pid: number, seconds: number): Promise<boolean> {
  const began = runningProcess(pid)?.startedAt
  for (let waited = 0; waited <= seconds * 1000; waited += 20) {
    const now = runningProcess(pid)
    if (!now || now.startedAt !== began) return true
    await pause(20)
  }
  return false
}
