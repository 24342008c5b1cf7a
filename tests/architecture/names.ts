import { posix } from 'node:path'
import { PURE, placeOf } from './homes.ts'
import { type Fault, faultsAt, isTest, lineOf, type SourceFile, scan } from './read-source.ts'

const MOST_LINES = 300
const MOST_LINES_OF_A_TEST = 500

/** Names that say nothing of what is inside. */
const SAYS_NOTHING = /^(utils?|helpers?|common|lib|misc|services?|data|info|handle|process|do|managers?)$/i
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?(\.[a-z]+)?$/

/** The one sheet of styles, the schema and the printed table of permissions are read from top to bottom and may be long. */
const MAY_BE_LONG = /\.(css|sql)$|^src\/permissions\/actions\.md$/

/** Files beside the configuration that read the environment. */
const MAY_READ_THE_ENVIRONMENT: Readonly<Record<string, string>> = {
  'src/main.ts': 'hands the environment to the configuration',
  'src/runtime/config.ts': 'is where the environment is read',
  'src/runtime/postgres/cluster.ts': 'passes the search path on to the programs of PostgreSQL, and nothing else',
  'src/runtime/postgres/binaries.ts': "finds the user's cache folder by the convention of the system",
}

const OUTSIDE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\b(?!\s*\(\s*[^)\s])/, 'new Date()'],
  [/(?<![\w.]|new )Date\(/, 'Date()'],
  [/\bTemporal\.Now\b/, 'Temporal.Now'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bperformance\.now\b/, 'performance.now'],
  [/\bcrypto\.(randomUUID|getRandomValues)\b/, 'crypto'],
  [/\bprocess\.env\b/, 'process.env'],
]

export function sizeFaults(file: SourceFile): readonly Fault[] {
  if (MAY_BE_LONG.test(file.path)) return []
  const most = isTest(file.path) ? MOST_LINES_OF_A_TEST : MOST_LINES
  const lines = file.text.replace(/\n$/, '').split('\n').length
  return lines > most ? [{ path: file.path, line: most + 1, says: `has ${lines} lines; the most is ${most}` }] : []
}

export function nameFaults(file: SourceFile): readonly Fault[] {
  const folders = posix.dirname(file.path).split('/')
  const name = posix.basename(file.path)
  const first = (says: string): Fault => ({ path: file.path, line: 1, says })
  const faults = [
    ...folders
      .filter((folder) => !KEBAB.test(folder))
      .map((folder) => first(`stands in "${folder}", not in kebab-case`)),
    ...folders
      .filter((folder) => SAYS_NOTHING.test(folder))
      .map((folder) => first(`stands in "${folder}", which says nothing`)),
    ...(FILE.test(name) || name === 'README.md' ? [] : [first('is not named in kebab-case')]),
    ...(SAYS_NOTHING.test(name.split('.')[0] ?? '') ? [first('has a name that says nothing')] : []),
    ...(/^index\.\w+$/.test(name) ? [first('is an index; a file is named after what it holds')] : []),
  ]
  return [...faults, ...exportFaults(file)]
}

function exportFaults(file: SourceFile): readonly Fault[] {
  if (!/\.(ts|tsx|mjs)$/.test(file.path)) return []
  const { bare } = scan(file.text)
  const said = /^export\s+(?:declare\s+)?(?:async\s+)?(?:function\*?|const|let|class|type|interface|enum)\s+(\w+)/gm
  const listed = /^export\s+(?:type\s+)?\{([^}]*)\}/gm
  const names = [
    ...[...bare.matchAll(said)].map((it) => ({ at: it.index, name: it[1] ?? '' })),
    ...[...bare.matchAll(listed)].flatMap((it) =>
      (it[1] ?? '').split(',').map((name) => ({ at: it.index, name: name.trim().split(/\s+/).at(-1) ?? '' })),
    ),
  ]
  const silent = names.filter(({ name }) => SAYS_NOTHING.test(name))
  return [
    ...silent.map(({ at, name }) => ({
      path: file.path,
      line: lineOf(file.text, at),
      says: `exports "${name}", which says nothing`,
    })),
    ...(file.path.startsWith('src/') ? faultsAt(file, bare, /^export\s+default\b/m, 'has a default export') : []),
  ]
}

/** What a file of src/ reads from outside: clock, dice and environment in pure homes, the environment anywhere else. */
export function outsideFaults(file: SourceFile): readonly Fault[] {
  if (isTest(file.path) || !/\.tsx?$/.test(file.path)) return []
  const { bare } = scan(file.text)
  if (PURE.includes(placeOf(file.path)?.kind ?? ''))
    return [
      ...OUTSIDE.flatMap(([pattern, name]) => faultsAt(file, bare, pattern, `is pure and may not read ${name}`)),
      ...faultsAt(file, bare, /\bany\b/, 'is pure and may not say any'),
    ]
  if (MAY_READ_THE_ENVIRONMENT[file.path]) return []
  return faultsAt(file, bare, /\bprocess\.env\b/, 'reads process.env; runtime/config.ts does that once')
}

/** Words of the first program in the product, which runs any. */
export function wordFaults(file: SourceFile): readonly Fault[] {
  if (isTest(file.path)) return []
  return faultsAt(file, file.text, /women|fortnight/i, 'says a word that belongs into a program file')
}
