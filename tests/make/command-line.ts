import type pg from 'pg'
import { runCommand } from '../../src/cli/run-command.ts'
import { type Clock, machineClock } from '../../src/runtime/clock.ts'
import type { Config } from '../../src/runtime/config.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { freshInstallation } from './installation.ts'

type CommandLine = (...words: string[]) => Promise<readonly string[]>

/** A coordinator's command line on a database of its own: words in, printed lines out. */
export function commandLine(pool: pg.Pool, set: Partial<Config> = {}, clock: Clock = machineClock): CommandLine {
  const installation = freshInstallation(set, pool)
  return async (...words) => runCommand({ ...(await installation), machineClock: clock }, words, process.cwd())
}

/** The same on an installation that the test also uses otherwise. */
export function commandLineOf(installation: Installation): CommandLine {
  return (...words) => runCommand(installation, words, process.cwd())
}
