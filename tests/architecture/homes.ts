import { posix } from 'node:path'
import { STAGES } from '../../src/journey/stages.ts'
import { type Fault, isTest, lineOf, type SourceFile, scan } from './read-source.ts'

/** What a file is to the house: a home, or the part of a stage it plays. */
export type Place = { readonly kind: string; readonly stage: string | null }
export type Import = { readonly from: string; readonly line: number; readonly typesOnly: boolean }

/** Everything with the inside of a stage, in order: each may look back. */
const IN_ORDER: readonly string[] = ['people', 'office', 'upkeep', ...STAGES]
const PARTS = ['shapes', 'rules', 'actions', 'screens', 'messages']
const DOORS = ['web', 'api', 'scim', 'cli', 'jobs']
const HOMES = [
  ...['model', 'calendar', 'matching', 'permissions', 'ui', 'texts', 'sheets', 'store', 'runtime', 'outbox'],
  ...['desk', 'rehearsal', ...DOORS],
]
export const PURE = ['model', 'calendar', 'matching', 'permissions', 'rules', 'shapes']

/** Files that are not named after what they are. Keep this short: a new line here needs a reason. */
const COUNTS_AS: Readonly<Record<string, string>> = {
  // The letters of `announce` on their way out: find, permit, send, mark, each in one transaction.
  'src/journey/announce/sending.ts': 'actions',
  // Reads and keeps the headers a coordinator mapped, in transactions of its own.
  'src/journey/design/columns.ts': 'actions',
  // The text of a program file in, the program or its faults out: total, and without any outside.
  'src/journey/design/load-program.ts': 'rules',
  'src/journey/design/read-yaml.ts': 'rules',
  // What proposing and publishing both ask the store before they decide.
  'src/journey/match/read-problem.ts': 'actions',
  // Both ends of the threads in which a match is solved and its certificate checked, so that the server answers meanwhile.
  'src/journey/match/solve-apart.ts': 'actions',
  'src/journey/match/board-apart.ts': 'actions',
  'src/journey/match/board-worker.ts': 'actions',
  'src/journey/match/solve-worker.ts': 'actions',
  'src/journey/match/pass-together.ts': 'actions',
  'src/journey/match/pass-worker.ts': 'actions',
  // Both ends of the thread in which the times of an event are worked out.
  'src/journey/gather/plan-apart.ts': 'actions',
  'src/journey/gather/plan-worker.ts': 'actions',
  // Turns stored applications into the rules' questions and the answers into decisions to store.
  'src/journey/review/admission.ts': 'actions',
  // The four errors know nothing of us, and every home that may fail says them.
  'src/runtime/errors.ts': 'errors',
}

/** What single files may import beyond their kind. */
const MAY_ALSO: Readonly<Record<string, readonly string[]>> = {
  // The matching door of the command line: two spreadsheets in, pairs out, without a database.
  'src/cli/match-csv.ts': ['matching'],
  // Shows the demo's letters as a mail program would.
  'src/rehearsal/see-letters.ts': ['outbox'],
  // Checks what it wrote, with the checker that shares nothing with the solver.
  'src/cli/verify-match.ts': ['matching'],
  // Takes the list of the two roles, which is the model's.
  'src/texts/en/calls.ts': ['model'],
}

/** For a home without stages every stage is its own. */
const ANY_PART = PARTS.map((part) => `own ${part}`)
const LOOKING_BACK = ['own shapes', 'own rules', 'earlier shapes', 'earlier rules']
const TO_WORK_WITH = ['model', 'calendar', 'matching', 'permissions', 'store', 'runtime', 'errors']
const DOOR = [
  ...ANY_PART,
  ...[
    'stages',
    'desk',
    'rules',
    'rehearsal',
    'sheets',
    'ui',
    'texts',
    'runtime',
    'errors',
    'model',
    'calendar',
    'permissions',
  ],
  // The command line and the API share one table of operations; the site carries the API and the tick.
  ...DOORS,
  // A door is given the database and passes it on; it asks it nothing.
  'types of store',
]

/** DESIGN's table of homes. Its own home is open to every file, except in stages, where the parts are named. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  matching: [],
  ui: [],
  errors: [],
  stages: [],
  // A day is a type of the model's; the calendar counts with it.
  calendar: ['types of model'],
  texts: ['types of model'],
  sheets: ['model', 'calendar'],
  permissions: ['model'],
  store: ['model', 'calendar', 'types of permissions', 'errors'],
  // The context knows what day it is in the organisation's zone.
  runtime: ['model', 'store', 'permissions', 'errors', 'calendar'],
  outbox: ['model', 'store', 'permissions', 'errors'],
  shapes: ['model', 'calendar', 'own shapes'],
  rules: ['model', 'calendar', 'matching', ...LOOKING_BACK],
  actions: [...TO_WORK_WITH, 'outbox', ...LOOKING_BACK, 'own actions', 'own messages'],
  screens: [...TO_WORK_WITH.filter((home) => home !== 'matching'), ...LOOKING_BACK, 'own screens'],
  messages: ['model', 'calendar', 'texts', 'ui', 'own shapes', 'own messages'],
  desk: [...TO_WORK_WITH, 'outbox', 'stages', 'rules', ...ANY_PART.filter((part) => /shapes|rules|screens/.test(part))],
  // The demo keeps a clock and a mailbox of its own, and shows what came of it.
  rehearsal: ['model', 'calendar', 'store', 'runtime', 'errors', ...ANY_PART],
  ...Object.fromEntries(DOORS.map((door) => [door, DOOR])),
  jobs: [...DOOR, 'outbox'],
}

/** Pure homes take no package but these. */
const PACKAGES_OF_PURE: Readonly<Record<string, readonly string[]>> = {
  model: ['zod'],
  calendar: ['temporal-polyfill'],
}
const PACKAGES_OF_FILES: Readonly<Record<string, readonly string[]>> = {
  // A program file is YAML, and a fault of it is said with its line; both libraries only turn text into values.
  'src/journey/design/read-yaml.ts': ['yaml', 'zod'],
  // The same text, edited where it stands.
  'src/journey/design/rules/edit-text.ts': ['yaml'],
  'src/journey/design/rules/splice.ts': ['yaml'],
}

/** Packages that belong to some homes only: SQL is the store's, connections are opened below the doors. */
const HOMES_OF_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  kysely: ['store'],
  pg: ['store', 'runtime', 'main'],
  nodemailer: ['outbox'],
  hono: DOORS,
}

/** Null when the file belongs to no home. */
export function placeOf(path: string): Place | null {
  const [src, first, second, third] = path.split('/')
  if (src !== 'src' || !first) return null
  if (path === 'src/main.ts') return { kind: 'main', stage: null }
  if (path === 'src/journey/stages.ts') return { kind: 'stages', stage: null }
  const [stage, part] = first === 'journey' ? [second, third] : [first, second]
  if (!stage || !IN_ORDER.includes(stage)) {
    // What is next is a rule like any other: pure, though the desk is no stage.
    const kind = COUNTS_AS[path] ?? (first === 'desk' && second === 'rules' ? 'rules' : first)
    return HOMES.includes(first) && second ? { kind, stage: null } : null
  }
  // A stage before the stages is not also one of them: src/journey/people would be a second home of that name.
  if ((first === 'journey') !== (STAGES as readonly string[]).includes(stage)) return null
  const name = part?.replace(/(\.test)?\.tsx?$/, '') ?? ''
  const beside = COUNTS_AS[path.replace('.test.', '.')]
  const kind = beside ?? (PARTS.includes(name) ? name : isTest(path) ? 'rules' : null)
  return kind ? { kind, stage } : null
}

export function importsOf(text: string): readonly Import[] {
  const { uncommented } = scan(text)
  const statement = /^[ \t]*(?:import|export)\s+(type\s+)?([\w$*\s{},]+?)\s+from\s*'([^'\n]+)'/gm
  const bare = /^[ \t]*import\s*'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'/gm
  const line = (index: number) => lineOf(uncommented, index)
  const found = [...uncommented.matchAll(statement)].map((it) => ({
    from: it[3] ?? '',
    line: line(it.index + it[0].search(/\S/)),
    typesOnly: it[1] !== undefined || namesTypesOnly(it[2] ?? ''),
  }))
  const others = [...uncommented.matchAll(bare)].map((it) => ({
    from: it[1] ?? it[2] ?? '',
    line: line(it.index + it[0].search(/\S/)),
    typesOnly: false,
  }))
  return [...found, ...others].sort((a, b) => a.line - b.line)
}

function namesTypesOnly(names: string): boolean {
  const braced = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1]
  const each = braced?.split(',').filter((name) => name.trim() !== '') ?? []
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name))
}

/** Every import of a file that the table of homes does not allow. */
export function importFaults(file: SourceFile): readonly Fault[] {
  const place = placeOf(file.path)
  if (!place) return [{ path: file.path, line: 1, says: 'belongs to no home of the house' }]
  return importsOf(file.text).flatMap((it) => {
    const says = it.from.startsWith('.') ? faultOfOurs(file, place, it) : faultOfPackage(file, place, it.from)
    return says ? [{ path: file.path, line: it.line, says }] : []
  })
}

function faultOfOurs(file: SourceFile, place: Place, it: Import): string | null {
  const path = posix.join(posix.dirname(file.path), it.from)
  if (isTest(file.path) && path.startsWith('tests/')) return null
  const target = placeOf(path)
  if (!target) return `imports ${path}, which belongs to no home`
  const name = target.stage ? `${nearness(place, target)} ${target.kind}` : target.kind
  const allowed = [...(MAY_IMPORT[place.kind] ?? []), ...(MAY_ALSO[file.path] ?? [])]
  const isOwnHome = !place.stage && !target.stage && place.kind === target.kind
  if (place.kind === 'main' || isOwnHome || allowed.includes(name)) return null
  if ((it.typesOnly || isTest(file.path)) && allowed.includes(`types of ${name}`)) return null
  return `is ${place.kind}${place.stage ? ` of ${place.stage}` : ''} and may not import ${path} (${name})`
}

function nearness(place: Place, target: Place): string {
  if (!place.stage || place.stage === target.stage) return 'own'
  return IN_ORDER.indexOf(target.stage ?? '') < IN_ORDER.indexOf(place.stage) ? 'earlier' : 'later'
}

function faultOfPackage(file: SourceFile, place: Place, from: string): string | null {
  if (isTest(file.path)) return null
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
  const homes = HOMES_OF_PACKAGES[name]
  if (homes && !homes.includes(place.kind)) return `imports ${name}, which belongs to ${homes.join(', ')}`
  if (!PURE.includes(place.kind)) return null
  const allowed = [...(PACKAGES_OF_PURE[place.kind] ?? []), ...(PACKAGES_OF_FILES[file.path] ?? [])]
  return allowed.includes(name) ? null : `is pure and may not import ${from}`
}
