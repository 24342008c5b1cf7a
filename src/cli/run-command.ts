import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Operation } from '../api/operation.ts'
import { OPERATIONS } from '../api/operations.ts'
import { takeSheet } from '../api/take-sheet.ts'
import { sealWhatIsNew } from '../jobs/sealing.ts'
import { doWhatIsDue } from '../jobs/tick.ts'
import { setUp } from '../office/actions/set-up.ts'
import type { Context } from '../runtime/context.ts'
import { Invalid } from '../runtime/errors.ts'
import type { Installation } from '../runtime/installation.ts'
import { asOperator, type House, noOrganisation, openHouse } from '../runtime/open-context.ts'
import { type Command, parseCommand } from './parse-command.ts'
import { sayResult } from './say-result.ts'

/** One command, from its words to the lines it prints. */
export async function runCommand(
  installation: Installation,
  words: readonly string[],
  cwd: string,
): Promise<readonly string[]> {
  if (words[0] === 'office' && words[1] === 'setup') return foundOrganisation(installation, words.slice(2))
  const command = parseCommand(words)
  const file = command.file ? readBytes(command.file === '-' ? 0 : resolve(cwd, command.file)) : null
  const house = await openHouse(installation)
  if (!house) throw noOrganisation()
  const ctx = await asOperator(house, command.as, command.on)
  try {
    return await answer(ctx, command, file, cwd, house)
  } finally {
    await sealWhatIsNew(house, false)
  }
}

async function answer(ctx: Context, command: Command, file: Uint8Array | null, cwd: string, house: House) {
  const place = command.place === null ? {} : { place: resolve(cwd, command.place) }
  const result = await takeSheet(ctx, command.operation, {
    options: { ...command.options, ...place },
    file,
    map: command.map,
    dates: command.dates,
    strict: command.strict,
  })
  if (!command.operation.shows) await doWhatIsDue(house)
  return command.json ? [JSON.stringify(result)] : sayResult(command.operation, result)
}

async function foundOrganisation(installation: Installation, words: string[]): Promise<readonly string[]> {
  const { db, config, machineClock } = installation
  const { values } = parseArgs({
    args: words,
    options: {
      organisation: { type: 'string' },
      operator: { type: 'string' },
      'one-person': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const operator = values.operator?.trim().toLowerCase()
  if (!values.organisation) throw new Invalid('--organisation NAME is missing.')
  if (!operator || !/^[^@\s]+@[^@\s]+$/.test(operator))
    throw new Invalid('--operator ADDRESS is missing or is not an address: who runs the program.')
  const made = await setUp(db, machineClock, {
    organisation: values.organisation,
    operator,
    onePerson: values['one-person'] === true,
    kind: 'real',
    dataFolder: config.dataFolder,
  })
  const house = await openHouse(installation)
  if (house) await sealWhatIsNew(house, true)
  if (values.json) return [JSON.stringify(made)]
  return [
    `${values.organisation} is set up in ${config.dataFolder}. ${operator} is owner and coordinator${values['one-person'] ? ', people team and named contact; application forms say so' : ''}.`,
  ]
}

/** A file by its path, or 0 for what is piped in. */
function readBytes(path: string | 0): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new Invalid(path === 0 ? 'Nothing was piped in.' : `The file ${path} cannot be read. Check its name.`)
  }
}

/** Every command, a line each. */
export function helpLines(): readonly string[] {
  const widest = Math.max(...OPERATIONS.map((it) => `${it.stage} ${it.verb}${wordOf(it)}`.length))
  const line = (name: string, about: string) => `  ${name.padEnd(widest)}  ${about}`
  return [
    'alongside <stage> <verb> [FILE] [--season S] [--on YYYY-MM-DD] [--as ADDRESS] [--json]',
    '',
    line('office setup', 'Found the organisation: --organisation NAME --operator ADDRESS [--one-person]'),
    line('upkeep restore FOLDER', 'Put a backup into an empty place: --keys FILE [--older]'),
    line('match csv', 'Match two spreadsheets, without a database: --help says more'),
    line('match verify FOLDER', 'Check what match csv wrote'),
    ...OPERATIONS.map((it) => line(`${it.stage} ${it.verb}${wordOf(it)}`, it.about)),
    '',
    'Imports also take --map column=header (kept with the season), --dates dmy|mdy and --strict.',
  ]
}

/** What stands after the command itself. */
function wordOf(it: Operation): string {
  const bare = it.options.filter((option) => option.word).map((option) => option.name.toUpperCase())
  const words = it.file ? ['FILE'] : it.place ? [it.place] : bare
  return words.map((word) => ` ${word}`).join('')
}
