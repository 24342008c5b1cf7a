import { isMap, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Program, programSchema } from '../../model/program.ts'
import { checkProgram, type Fault } from './rules.ts'

/** A fault of a program file; line and column begin at 1. */
export type FileFault = {
  readonly line: number
  readonly column: number
  readonly path: string
  readonly message: string
  readonly remedy: string
}
export type Read =
  | { readonly ok: true; readonly value: Program }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

const LARGEST_FILE_CHARACTERS = 512 * 1024
const MOST_ALIASES = 50

type Path = readonly PropertyKey[]

/** Reads a program file and says everything that is wrong with it at once; it never throws. */
export function readProgram(text: string): Read {
  if (text.length > LARGEST_FILE_CHARACTERS)
    return {
      ok: false,
      faults: [atStart('the file is larger than 512 KB', 'Remove what does not belong to the program.')],
    }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      ...placeOf(lines, error.pos[0]),
      path: '',
      message: error.message,
      remedy: 'Correct the YAML here.',
    }))
    return { ok: false, faults }
  }
  const read = toValue(document)
  if (!read.ok)
    return {
      ok: false,
      faults: [atStart(read.message, 'Write the values out instead of repeating them by reference.')],
    }
  if (!isMap(document.contents))
    return {
      ok: false,
      faults: [
        atStart(
          'the file is empty or is not a list of names and values',
          'Begin with "key:", as the files in programs/ do.',
        ),
      ],
    }
  const parsed = programSchema.safeParse(read.value)
  const place = (path: Path) => placeOf(lines, offsetOf(document.contents, path))
  if (!parsed.success)
    return {
      ok: false,
      faults: inOrder(
        parsed.error.issues
          .flatMap(flatten)
          .map((issue) => ({ ...place(issue.path), path: issue.path.join('.'), ...sayIssue(issue) })),
      ),
    }
  const faults = checkProgram(parsed.data, isZone)
  if (faults.length > 0)
    return {
      ok: false,
      faults: inOrder(
        faults.map((fault: Fault) => ({
          ...place(fault.path),
          path: fault.path.join('.'),
          message: fault.message,
          remedy: fault.remedy,
        })),
      ),
    }
  return { ok: true, value: parsed.data }
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

function atStart(message: string, remedy: string): FileFault {
  return { line: 1, column: 1, path: '', message, remedy }
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

function sayIssue(issue: Issue): { message: string; remedy: string } {
  const name = String(issue.path.at(-1) ?? 'the file')
  if (issue.code === 'unrecognized_keys')
    return { message: `"${name}" is not a key that belongs here`, remedy: 'Correct its spelling or remove it.' }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { message: `${name} is missing or empty: ${issue.message}`, remedy: `Add ${name}.` }
  if (issue.code === 'invalid_value')
    return {
      message: `${name} is not one of the choices`,
      remedy: `Use one of: ${issue.values.map(String).join(', ')}.`,
    }
  return { message: `${name}: ${issue.message}`, remedy: 'Correct this value.' }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The rules of a season as plain lines, for `design show`. */
export function describeProgram(program: Program): readonly string[] {
  const { meetings, roles } = program
  const call = (role: 'mentor' | 'mentee') =>
    `${roles[role].call.opens} to ${roles[role].call.closes ?? 'further notice'}, late ones: ${roles[role].call.late}`
  return [
    `${program.name}, ${program.season} (${program.key})`,
    `from ${program.startsOn} to ${program.endsOn}, days in ${program.zone}`,
    `calls: mentors ${call('mentor')}; mentees ${call('mentee')}`,
    `announcement on ${program.announcement.on}`,
    `meetings every ${meetings.everyDays} days from ${meetings.from} to ${meetings.until}, ${meetings.minutes} minutes`,
    `a mentor has ${program.matching.load.minimum} to ${program.matching.load.maximum} mentees`,
    ...(program.completion
      ? [`complete with ${program.completion.meetings} of ${program.completion.of} meetings`]
      : []),
    ...program.events.map(
      (event) =>
        `event ${event.key}: ${event.minutes} minutes, sessions ${event.sessions.map((session) => session.key).join(', ')}`,
    ),
    ...Object.entries(program.surveys).map(([key, survey]) => `survey ${key}: ${survey.opens} to ${survey.closes}`),
    ...program.measures.map(
      (measure) =>
        `measure ${measure.key}: ${measure.text}${measure.targetPercent === undefined ? '' : `, target ${measure.targetPercent} %`}`,
    ),
  ]
}
