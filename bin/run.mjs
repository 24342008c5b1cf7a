#!/usr/bin/env node
// Starts everything: installs what the lockfile says, finds the pinned Node, builds the client, runs the command.
// Standard library only, and Node 18 is enough: this file runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const at = (...parts) => join(root, ...parts)
const HOOK = ['--import', './src/runtime/tsx.ts']
const VITE = at('node_modules', 'vite', 'bin', 'vite.js')

// Drop what the outer npm put into the environment; keep the user's own npm settings (cache, registry).
const OUTER_NPM =
  /^npm_(package|lifecycle|command|execpath|node_execpath|config_(local_prefix|prefix|global_prefix|noproxy|node_gyp|user_agent|npm_version|init_module))/i
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OUTER_NPM.test(name)))
delete env.NODE_ENV
// Node keeps what it compiled, types stripped: a start takes two thirds of the time and 40 MB less.
env.NODE_COMPILE_CACHE ??= at('node_modules', '.cache', 'node-compile')

/** Runs one command of this file and ends the process with its exit code. */
export async function launch(command, args) {
  const known = { start, stop, cli, test, check, bench, screenshots, dev }
  const chosen = Object.hasOwn(known, command ?? '') ? known[command] : null
  if (!chosen) {
    console.error(`usage: node bin/run.mjs ${Object.keys(known).join('|')}`)
    process.exit(2)
  }
  const callerFolder = process.cwd()
  process.chdir(root)
  install()
  env.PATH = [dirname(findNode()), at('node_modules', '.bin'), env.PATH].join(delimiter)
  process.exit(await chosen(args, callerFolder))
}

function start(args) {
  buildClient()
  return run([...HOOK, 'src/main.ts', 'serve', ...args], { NODE_ENV: 'production' })
}

function dev(args) {
  buildClient()
  return run(['--watch-path=src', ...HOOK, 'src/main.ts', 'serve', ...args])
}

function stop(args) {
  return run([...HOOK, 'src/main.ts', 'stop', ...args], { NODE_ENV: 'production' })
}

function cli(args, callerFolder) {
  return run([...HOOK, 'src/main.ts', 'cli', ...args], { NODE_ENV: 'production', ALONGSIDE_CWD: callerFolder })
}

function bench([name = '', ...args]) {
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(at('bench', `${name}.ts`))) {
    console.error(`There is no bench/${name}.ts`)
    return 2
  }
  buildClient()
  return run([...HOOK, `bench/${name}.ts`, ...args], { NODE_ENV: 'production' })
}

function screenshots(args) {
  buildClient()
  const chromium = findChromium()
  if (!chromium) console.error(HOW_TO_GET_CHROMIUM)
  return chromium ? run([...HOOK, 'tests/screenshots.ts', ...args], { CHROME_PATH: chromium }) : 1
}

async function check() {
  return (await countChecks()).failed > 0 ? 1 : 0
}

async function test(args) {
  buildClient()
  const chromium = findChromium()
  const count = await countChecks()
  const report = at('node_modules', `.vitest-report-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run([at('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...args], {
    CHROME_PATH: chromium ?? '',
  })
  addReport(count, report, code)
  rmSync(report, { force: true })
  if (!chromium) {
    console.log(HOW_TO_GET_CHROMIUM)
    count.failed += 1
  }
  console.log(`${count.passed} passed, ${count.failed} failed`)
  return count.failed > 0 ? code || 1 : code
}

function addReport(count, file, code) {
  let failed = 0
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    // A file that cannot even be loaded has no tests to fail, and counts as one.
    const broken = report.testResults.filter((one) => one.status === 'failed' && !one.assertionResults.some(isFailed))
    failed = report.numFailedTests + broken.length
    count.passed += report.numPassedTests
  } catch {
    failed = 1
  }
  count.failed += code !== 0 && failed === 0 ? 1 : failed
}

function isFailed(assertion) {
  return assertion.status === 'failed'
}

async function countChecks() {
  const tsc = at('node_modules', 'typescript', 'bin', 'tsc')
  const biome = at('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const knip = at('node_modules', 'knip', 'bin', 'knip.js')
  const errorsOnly = ['--formatter-enabled=false', '--assist-enabled=false', '--diagnostic-level=error']
  const steps = {
    types: [tsc, '-p', 'tsconfig.json'],
    'types of the pure core': [tsc, '-p', 'tsconfig.pure.json'],
    lint: [biome, 'ci', ...errorsOnly],
    'nothing unused': [knip, '--no-progress'],
  }
  const count = { passed: 0, failed: 0 }
  for (const [name, args] of Object.entries(steps)) {
    const ok = (await run(args)) === 0
    console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`)
    count[ok ? 'passed' : 'failed'] += 1
  }
  return count
}

/** One line and npm's own errors go to the error output: a command's output may be piped into a file. */
function install() {
  const stamp = at('node_modules', '.installed')
  const lock = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lock) return
  console.error('Installing what package-lock.json lists (once, about half a minute) ...')
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const stdio = ['ignore', process.stderr, process.stderr]
  const done = spawnSync('npm', ['ci', ...flags], { cwd: root, env, stdio, shell: process.platform === 'win32' })
  if (done.status !== 0) process.exit(done.status ?? 1)
  writeFileSync(stamp, lock)
}

function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const names = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]
  const pinned = names.map((name) => at('node_modules', name, 'bin', binary)).find((file) => existsSync(file))
  if (pinned) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`Node 24 or newer is needed on ${platform}-${process.arch}; this is ${process.version}`)
  process.exit(1)
}

function buildClient() {
  const manifest = at('dist', 'client', '.vite', 'manifest.json')
  const newest = Math.max(...['src/ui', 'src/web', 'vite.config.ts'].map((path) => lastChange(at(path))))
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return
  const stdio = ['ignore', process.stderr, process.stderr]
  const built = spawnSync(findNode(), [VITE, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio })
  if (built.status !== 0) {
    console.error('The client could not be built; see above.')
    process.exit(built.status ?? 1)
  }
}

/** In milliseconds; a folder's own time counts too, as it changes when a file goes. */
function lastChange(path) {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))))
}

const HOW_TO_GET_CHROMIUM =
  'The browser tests need Chromium: install it (apt-get install chromium), or set CHROME_PATH to the program.'

function findChromium() {
  const found = chromiumHere()
  const canInstall = process.getuid?.() === 0 && onPath('apt-get')
  if (found || !canInstall) return found
  console.error('Installing Chromium for the browser tests ...')
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  const updated = spawnSync('apt-get', ['update'], options).status === 0
  // The shell is Chromium without its windows: it draws our pages in half the time. Not every release has it.
  for (const name of updated ? ['chromium-headless-shell', 'chromium'] : [])
    if (spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], options).status === 0) break
  return chromiumHere()
}

function chromiumHere() {
  if (env.CHROME_PATH && existsSync(env.CHROME_PATH)) return env.CHROME_PATH
  return ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean) ?? null
}

function onPath(program) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file)) ?? null
}

let canFollow

/** Runs the pinned Node. Where setpriv exists the child dies with us, so a killed launcher leaves nothing behind. */
function run(args, extra = {}) {
  canFollow ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig=KILL', 'true']).status === 0
  const command = [...(canFollow ? ['setpriv', '--pdeathsig=KILL', '--'] : []), findNode(), ...args]
  return new Promise((ended) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, env: { ...env, ...extra }, stdio: 'inherit' })
    const forward = (signal) => {
      // At a terminal, Ctrl-C has reached the child already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward)
    child.on('error', (error) => console.error(error.message))
    child.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, forward)
      ended(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1))
    })
  })
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await launch(process.argv[2], process.argv.slice(3))
}
