import { type Fault, lineOf, type SourceFile } from './read-source.ts'
import { closing, type Item, itemsOf, namesIn, type Statement, statementsOf } from './statements.ts'

/** Tables that no organisation leads, and why that is right; on Citus they stay with the coordinator node. */
const NOT_LED: Readonly<Record<string, string>> = {
  organisation: 'is the organisation; its own id distributes it',
  migration: 'records what the schema is, of which there is one',
  migration_lock: 'is taken by whoever migrates',
  first_owner_link: 'is the way in before any organisation is there',
  root_key: 'holds the numbers of the root keys, which wrap the keys of every organisation',
}
const RECORDS_MIGRATIONS = 'src/store/migrate.ts'
const LONGEST_NAME = 50

const VOLATILE =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|gen_random_uuid|uuidv[47]|random)\s*\(|\b(current_(date|time|timestamp)|localtime(stamp)?)\b/
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/\bon\s+delete\s+set\s+(null|default)\b/, 'sets a key to null on delete; clear it by a statement, or cascade'],
  [/\bmerge\s+into\b/, 'merges; write insert … on conflict'],
  [/\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/, 'makes a trigger'],
  [/\bdeferrable\b|\binitially\s+deferred\b/, 'defers a constraint'],
  [/\bpg_(try_)?advisory_(un)?lock\w*/, 'takes a lock of the session'],
  [/\bset_config\s*\(/, 'uses set_config, which does not travel; write set local'],
  [/^\s*set\s+(?!local\b|transaction\b)/, 'sets something beyond the transaction; write set local'],
]

/** What Citus or the house refuses in our SQL; all files together, since a join must know the tables. */
export function sqlFaults(files: readonly SourceFile[]): readonly Fault[] {
  const statements = files.flatMap(statementsOf)
  const items = statements.flatMap(itemsOf)
  const domain = new Set(items.map((item) => item.table).filter((table) => !NOT_LED[table] || table === 'organisation'))
  return [
    ...items.flatMap(itemFaults),
    ...statements.flatMap((it) => [
      ...refusals(it),
      ...indexFaults(it),
      ...blockFaults(it),
      ...tableFaults(it),
      ...joinFaults(it, domain),
    ]),
  ]
}

function faultAt({ file, start }: Statement, at: number, says: string): Fault {
  return { path: file.path, line: lineOf(file.text, start + at), says }
}

function refusals(it: Statement): readonly Fault[] {
  const found = REFUSED.flatMap(([pattern, says]) => each(it, pattern, says))
  const isRecord = it.file.path === RECORDS_MIGRATIONS
  // Two first starts at once would both make the record of migrations; its time is the database's, as no clock is there yet.
  const locks = isRecord ? [] : each(it, /\bpg_(try_)?advisory_xact_lock\w*/, 'takes an advisory lock')
  const times =
    isRecord && /^\s*create\s+table\b/.test(it.text) ? [] : each(it, VOLATILE, 'asks the database for time or dice')
  return [...found, ...locks, ...times, ...movedKeys(it)]
}

function each(it: Statement, pattern: RegExp, says: string): readonly Fault[] {
  return [...it.text.matchAll(new RegExp(pattern, 'g'))].map((match) =>
    faultAt(it, match.index + match[0].search(/\S/), `${says}: ${match[0].trim()}`),
  )
}

function movedKeys(it: Statement): readonly Fault[] {
  const sets = [...it.text.matchAll(/\bset\s+([\s\S]*?)(?=\b(?:where|from|returning)\b|$)/g)]
  const moved = sets.filter((set) => /(^|,)\s*organisation_id\s*=/.test(set[1] ?? ''))
  return moved.map((set) => faultAt(it, set.index, 'moves a row to another organisation'))
}

/** Keys, foreign keys and names of one column or constraint. */
function itemFaults(item: Item): readonly Fault[] {
  const named = /^constraint\s+(\w+)\s+([\s\S]*)$/.exec(item.text)
  const text = named?.[2] ?? item.text
  const says: string[] = []
  const isConstraint = named !== null || /^(primary\s+key|unique|foreign\s+key|check|exclude)\b/.test(text)
  const column = isConstraint ? null : (/^\w+/.exec(text)?.[0] ?? '')
  const key = /\b(primary\s+key|unique|exclude)\b[\w\s]*(?:\(([^)]*)\))?/.exec(text)
  if (key && !NOT_LED[item.table]) {
    const columns = column ? [column] : namesIn(key[2] ?? '')
    if (!columns.includes('organisation_id')) says.push(`a ${key[1]} of ${item.table} without organisation_id`)
    else if (key[1]?.startsWith('primary') && columns[0] !== 'organisation_id')
      says.push(`the primary key of ${item.table} does not begin with organisation_id`)
  }
  const foreign = /\breferences\s+([\w.]+)\s*(?:\(([^)]*)\))?/.exec(text)
  if (foreign && !isLed(column ? [column] : namesIn(/\(([^)]*)\)/.exec(text)?.[1] ?? ''), foreign))
    says.push(`a foreign key of ${item.table} to ${foreign[1]} that organisation_id does not lead`)
  const name = named?.[1] ?? impliedName(item.table, text, column)
  if (name) says.push(...nameSays(name))
  return says.map((one) => faultAt(item.statement, item.at, one))
}

function isLed(columns: readonly string[], foreign: RegExpExecArray): boolean {
  const theirs = namesIn(foreign[2] ?? '')
  const at = columns.indexOf('organisation_id')
  return at >= 0 && theirs[at] === (foreign[1] === 'organisation' ? 'id' : 'organisation_id')
}

/** What PostgreSQL calls a key nobody named; Citus adds the number of a shard to it. */
function impliedName(table: string, text: string, column: string | null): string | null {
  const kind = /\b(foreign\s+key|references)\b/.test(text) ? 'fkey' : /\bunique\b/.test(text) ? 'key' : null
  const columns = column ? [column] : namesIn(/\(([^)]*)\)/.exec(text)?.[1] ?? '')
  return kind ? [table, ...columns, kind].join('_') : null
}

function nameSays(name: string): readonly string[] {
  return [
    ...(name.length > LONGEST_NAME
      ? [`the name ${name} has ${name.length} characters; the most is ${LONGEST_NAME}`]
      : []),
    ...(/_\d+$/.test(name) ? [`the name ${name} ends like the number of a shard`] : []),
  ]
}

function indexFaults(it: Statement): readonly Fault[] {
  const made =
    /^\s*create\s+(unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(\w+)\s+on\s+(?:only\s+)?([\w.]+)\s*(?:using\s+\w+\s*)?\(/.exec(
      it.text,
    )
  if (!made) return []
  const columns = namesIn(it.text.slice(made[0].length, closing(it.text, made[0].length)))
  const says = [...nameSays(made[2] ?? '')]
  if (made[1] && !NOT_LED[made[3] ?? ''] && !columns.includes('organisation_id'))
    says.push(`a unique index of ${made[3]} without organisation_id`)
  return says.map((one) => faultAt(it, made[0].search(/\S/), one))
}

function blockFaults(it: Statement): readonly Fault[] {
  const second = it.file.path.endsWith('.sql') ? /;\s*\S/.exec(it.text) : null
  return second
    ? [faultAt(it, second.index + second[0].length - 1, 'a second statement in one block; part them with --;;')]
    : []
}

function tableFaults(it: Statement): readonly Fault[] {
  const made = /^\s*create\s+table\s+(?:if\s+not\s+exists\s+)?([\w.]+)/.exec(it.text)
  if (!made || NOT_LED[made[1] ?? '']) return []
  const led = itemsOf(it).some((item) => /\bprimary\s+key\b/.test(item.text))
  return led ? [] : [faultAt(it, made[0].search(/\S/), `${made[1]} has no primary key`)]
}

const TABLE = /\b(from|join|using|update)\s+(?:only\s+)?(\w+)\b(?!\s*\()|,\s*(\w+)\s+(?:as\s+)?\w+\s+(?=where\b)/g
const ENDS_A_CONDITION =
  /\b(left|right|inner|full|cross|join|where|group\s+by|order\s+by|limit|returning|union|for\s+update)\b/

/** Rows of two tables meet within one organisation, and a lock names one. */
function joinFaults(it: Statement, domain: ReadonlySet<string>): readonly Fault[] {
  const tables = [...it.text.matchAll(TABLE)]
    .map((match) => ({ at: match.index, word: match[1] ?? ',', table: match[2] ?? match[3] ?? '' }))
    .filter(({ table }) => domain.has(table) && table !== 'organisation')
  const joins = tables.filter(({ at, word }) => word === 'join' && !namesBothSides(it.text, at))
  const compared = it.text.match(/\borganisation_id\s*(=|\bin\b|,)/g)?.length ?? 0
  const loose = tables.length > 1 && compared < tables.length - 1 ? tables.slice(0, 1) : []
  const locks = /\bfor\s+(no\s+key\s+)?(update|(key\s+)?share)\b/.exec(it.text)
  const lockedLoosely = locks && tables.length > 0 && !/\borganisation_id\s*=/.test(it.text)
  return [
    ...joins.map(({ at, table }) => faultAt(it, at, `joins ${table} without organisation_id on both sides`)),
    ...(joins.length === 0 ? loose : []).map(({ at }) =>
      faultAt(it, at, `reads ${tables.map((one) => one.table).join(' and ')} without organisation_id on both sides`),
    ),
    ...(lockedLoosely ? [faultAt(it, locks.index, 'locks rows without naming one organisation')] : []),
  ]
}

function namesBothSides(text: string, at: number): boolean {
  const after = text.slice(at).replace(/^join\s+/, '')
  const end = after.search(ENDS_A_CONDITION)
  const condition = end < 0 ? after : after.slice(0, end)
  const key = String.raw`\borganisation_id`
  const sides = [
    String.raw`${key}\s*=\s*(?:[\w.]*${key}|${idOfOrganisation(text)})\b`,
    String.raw`\busing\s*\([^)]*${key}\b`,
  ]
  return new RegExp(sides.join('|')).test(condition)
}

/** The organisation itself is met by its own id, which only a statement that reads it can name without a table. */
function idOfOrganisation(text: string): string {
  const read = /\b(?:from|join)\s+organisation\b(?:\s+(?:as\s+)?(?!(?:left|right|inner|join|where|on)\b)(\w+))?/.exec(
    text,
  )
  if (!read) return String.raw`organisation\.id`
  return read[1] ? String.raw`${read[1]}\.id` : String.raw`(?:organisation\.)?id`
}
