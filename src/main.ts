import { exitFor } from './cli/exit.ts'
import { isMatchCsv, matchCsv } from './cli/match-csv.ts'
import { MATCH_HELP } from './cli/match-help.ts'
import { isRestore, restoreCommand } from './cli/restore-command.ts'
import { helpLines, runCommand } from './cli/run-command.ts'
import { showProgress } from './cli/show-progress.ts'
import { isVerifyMatch, verifyMatch } from './cli/verify-match.ts'
import { FIRST_LINK_HOURS, makeFirstOwnerLink } from './office/actions/first-owner-link.ts'
import { loadDemo } from './rehearsal/demo.ts'
import { type Config, readConfig } from './runtime/config.ts'
import { openInstallation } from './runtime/installation.ts'
import { stopRunning } from './runtime/postgres.ts'
import { theOrganisation } from './store/organisations.ts'
import { serveSite } from './web/serve-site.ts'

const [what, ...words] = process.argv.slice(2)

try {
  const config = readConfig(process.env, process.cwd())
  if (what === 'serve') await serve(config, words.includes('--empty'))
  else if (what === 'stop')
    console.log((await stopRunning(config)).stopped ? 'Stopped.' : 'Nothing is running on this data.')
  else await command(config, words)
} catch (error) {
  const { code, lines } = exitFor(error)
  for (const line of lines) console.error(line)
  process.exit(code)
}

async function command(config: Config, words: readonly string[]): Promise<void> {
  const cwd = process.env.ALONGSIDE_CWD ?? process.cwd()
  if (isMatchCsv(words) || isVerifyMatch(words)) return void console.log((await onSheets(words, cwd)).join('\n'))
  if (words.length === 0 || words.includes('--help')) return void console.log(helpLines().join('\n'))
  if (config.dataFolderNote) console.error(config.dataFolderNote)
  if (isRestore(words)) return void console.log((await restoreCommand(config, words, cwd)).join('\n'))
  const { close, ...installation } = await openInstallation(config, { role: 'command' })
  try {
    const lines = await runCommand(installation, words, cwd)
    console.log(lines.join('\n'))
  } finally {
    await close()
  }
}

/** The commands that need no database, and are read before there is one. */
async function onSheets(words: readonly string[], cwd: string): Promise<readonly string[]> {
  if (words.includes('--help')) return MATCH_HELP
  return isVerifyMatch(words) ? verifyMatch(words, cwd) : matchCsv(words, cwd, showProgress(process.stderr))
}

async function serve(config: Config, empty: boolean): Promise<void> {
  if (config.dataFolderNote) console.log(config.dataFolderNote)
  const { close, ...installation } = await openInstallation(config, { role: 'server' })
  const isFounded = (await theOrganisation(installation.db)) !== undefined
  if (!empty && !isFounded) {
    console.log('Loading the demo: an invented organisation and a season half way through.')
    await loadDemo(installation)
  }
  const site = await serveSite(installation)
  console.log(`Alongside is at ${site.address}`)
  if (empty && !isFounded) {
    console.log(`Set up your organisation here, once, within ${FIRST_LINK_HOURS} hours:`)
    console.log(await makeFirstOwnerLink(installation))
  }
  let closing = false
  const stop = async () => {
    if (closing) return
    closing = true
    await site.close()
    await close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
