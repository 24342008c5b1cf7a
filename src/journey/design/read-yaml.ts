import { isMap, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import { LARGEST_PROGRAM_CHARACTERS } from './rules/draft-size.ts'

/** A fault of a file; line and column begin at 1. */
export type FileFault = {
  readonly line: number
  readonly column: number
  readonly path: string
  readonly message: string
  readonly remedy: string
}
export type ReadYaml<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

type Path = readonly PropertyKey[]
type Found = { readonly path: Path; readonly message: string; readonly remedy: string }

const MOST_ALIASES = 50

/** Reads a YAML file by its schema and says everything that is wrong with it at once, with line and column; it never throws. */
export function readYaml<T>(
  text: string,
  it: { readonly schema: z.ZodType<T>; readonly check?: (value: T) => readonly Found[]; readonly begin: string },
): ReadYaml<T> {
  const refused = (message: string, remedy: string) => ({
    ok: false as const,
    faults: [{ line: 1, column: 1, path: '', message, remedy }],
  })
  if (text.length > LARGEST_PROGRAM_CHARACTERS)
    return refused('the file is larger than 512 KB', 'Remove what does not belong to it.')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) return { ok: false, faults: document.errors.map((error) => notYaml(lines, error)) }
  const read = toValue(document)
  if (!read.ok) return refused(read.message, 'Write the values out instead of repeating them by reference.')
  if (!isMap(document.contents)) return refused('the file is empty or is not a list of names and values', it.begin)
  const parsed = it.schema.safeParse(read.value)
  const found: readonly Found[] = parsed.success
    ? (it.check?.(parsed.data) ?? [])
    : parsed.error.issues.flatMap(flatten).map((issue) => ({ path: issue.path, ...sayIssue(issue) }))
  if (parsed.success && found.length === 0) return { ok: true, value: parsed.data }
  const faults = found.map(({ path, message, remedy }) => ({
    ...placeOf(lines, offsetOf(document.contents, path)),
    path: path.join('.'),
    message,
    remedy,
  }))
  return { ok: false, faults: inOrder(faults) }
}

function notYaml(lines: LineCounter, error: { readonly pos: readonly [number, number]; readonly message: string }) {
  return { ...placeOf(lines, error.pos[0]), path: '', message: error.message, remedy: 'Correct the YAML here.' }
}

function toValue(
  document: ReturnType<typeof parseDocument>,
): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: MOST_ALIASES }) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

function inOrder(faults: readonly FileFault[]): readonly FileFault[] {
  return [...faults].sort((a, b) => a.line - b.line || a.column - b.column)
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** Where a path stands in the file, or the nearest thing above it: a missing key is said at its parent. */
function offsetOf(root: ParsedNode | null, path: Path): number {
  let at: Node | null = root
  let offset = 0
  for (const step of path) {
    if (!at || !('get' in at) || typeof at.get !== 'function') break
    if (isMap(at)) {
      const pair = at.items.find((item) => String((item.key as { value?: unknown } | null)?.value) === String(step))
      const keyRange = (pair?.key as Node | null)?.range
      if (keyRange) offset = keyRange[0]
    }
    const next: unknown = at.get(step, true)
    if (!next || typeof next !== 'object') break
    at = next as Node
    if (typeof step === 'number' && at.range) offset = at.range[0]
  }
  return offset
}

type Issue = z.core.$ZodIssue

/** A key that does not belong is a fault of its own place, and so is the likeliest form of a value with several. */
function flatten(issue: Issue): Issue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }))
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const likeliest = [...issue.errors].sort((a, b) => strangeness(a) - strangeness(b))[0] ?? []
  return likeliest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] } as Issue))
}

/** A union's form is the likelier the fewer keys it does not know or misses. */
function strangeness(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0)
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of names and values',
  record: 'a group of names and values',
}

function sayIssue(issue: Issue): { message: string; remedy: string } {
  const name = String(issue.path.at(-1) ?? 'the file')
  if (issue.code === 'unrecognized_keys')
    return { message: `"${name}" is not a key that belongs here`, remedy: 'Correct its spelling or remove it.' }
  const got = /received (\w+)/.exec(issue.message)?.[1]
  if (issue.code === 'invalid_type' && (got === 'undefined' || got === 'null'))
    return { message: `${name} is missing or empty`, remedy: `Add ${name}.` }
  if (issue.code === 'invalid_type')
    return { message: `${name} is not ${KINDS[issue.expected] ?? issue.expected}`, remedy: 'Correct this value.' }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { message: `${name} is empty`, remedy: `Write ${name}.` }
  if (issue.code === 'invalid_value')
    return {
      message: `${name} is not one of the choices`,
      remedy: `Use one of: ${issue.values.map(String).join(', ')}.`,
    }
  return { message: `${name}: ${issue.message}`, remedy: 'Correct this value.' }
}

/** The line, from 1, on which each of these places stands, or the nearest thing above it. */
export function linesOf(text: string, paths: readonly Path[]): readonly number[] {
  const lines = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  return paths.map((path) => placeOf(lines, offsetOf(contents, path)).line)
}
