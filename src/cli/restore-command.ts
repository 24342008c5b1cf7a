import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { machineClock } from '../runtime/clock.ts'
import type { Config } from '../runtime/config.ts'
import { Invalid } from '../runtime/errors.ts'
import type { OpenOptions } from '../runtime/postgres.ts'
import { restore } from '../upkeep/actions/restore.ts'

/** Whether these words are the one command that needs a place without an organisation. */
export function isRestore(words: readonly string[]): boolean {
  return words[0] === 'upkeep' && words[1] === 'restore'
}

/** `upkeep restore FOLDER --keys FILE`: from its words to the lines it prints. A running site on the same data is refused. */
export async function restoreCommand(
  config: Config,
  words: readonly string[],
  cwd: string,
  settings: OpenOptions['settings'] = [],
): Promise<readonly string[]> {
  const { values, positionals } = readWords(words.slice(2))
  const [folder, ...more] = positionals
  if (!folder || !values.keys || more.length > 0)
    throw new Invalid(
      'Name the folder and the backup of the keys: alongside upkeep restore FOLDER --keys FILE [--older]',
    )
  const it = { folder: resolve(cwd, folder), keys: resolve(cwd, values.keys), older: values.older === true }
  const role = config.databaseUrl ? 'command' : 'server'
  const restored = await restore(config, it, { machineClock, options: { role, settings } })
  return values.json ? [JSON.stringify(restored)] : restored.lines
}

function readWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: { keys: { type: 'string' }, older: { type: 'boolean' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw new Invalid(error instanceof Error ? error.message : String(error))
  }
}
