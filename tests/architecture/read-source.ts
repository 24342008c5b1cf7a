import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** A file as the gates read it; `path` counts from the project's folder and has forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string }
export type Fault = { readonly path: string; readonly line: number; readonly says: string }

/** A template literal; `text` is as long as the source, with every `${…}` in it turned into `$` and blanks. */
export type Template = { readonly start: number; readonly text: string }

export type Scanned = {
  /** The source without its comments. */
  readonly uncommented: string
  /** The source without comments and without what stands between quotes. */
  readonly bare: string
  readonly templates: readonly Template[]
  /** What stands between plain quotes. */
  readonly strings: readonly Template[]
}

const ROOT = join(import.meta.dirname, '../..')

export function readFolder(folder: string, name: RegExp = /./): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => posix.join(folder, join(entry.parentPath, entry.name).slice(join(ROOT, folder).length)))
    .sort()
    .map((path) => readFile(path))
}

export function readFile(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') }
}

export function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$/.test(path)
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Every match of a pattern as a fault on its line; `where` is the text to look in, as long as the file's own. */
export function faultsAt(file: SourceFile, where: string, pattern: RegExp, says: string): readonly Fault[] {
  const found = [...where.matchAll(new RegExp(pattern, pattern.flags.replace('g', '').concat('g')))]
  return found.map((match) => ({ path: file.path, line: lineOf(file.text, match.index), says }))
}

/** One fault a line, so that a failing gate reads like a list of things to mend. */
export function inWords(faults: readonly Fault[]): readonly string[] {
  return faults.map((fault) => `${fault.path}:${fault.line} ${fault.says}`)
}

export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

const BEFORE_A_PATTERN = /(?:^|[(,=:[!&|?{;+]|=>|\b(?:return|typeof|case))\s*$/

/** Tells code from comments, strings and templates. Enough for our own source; it is not a parser. */
export function scan(text: string): Scanned {
  const comments: [number, number][] = []
  const quoted: [number, number][] = []
  const strings: Template[] = []
  const templates: Template[] = []
  let at = 0
  readCode(false)
  const uncommented = without(text, comments)
  return { uncommented, bare: without(uncommented, quoted), templates, strings }

  function readCode(inTemplate: boolean): void {
    let depth = 0
    while (at < text.length) {
      const one = text[at]
      const two = text.slice(at, at + 2)
      if (two === '//') readComment(endOf('\n', at))
      else if (two === '/*') readComment(endOf('*/', at + 2) + 2)
      else if (one === "'" || one === '"') readString(one)
      else if (one === '`') readTemplate()
      else if (one === '/' && BEFORE_A_PATTERN.test(text.slice(Math.max(0, at - 12), at))) readPattern()
      else {
        if (one === '}' && depth === 0 && inTemplate) return
        depth += one === '{' ? 1 : one === '}' ? -1 : 0
        at += 1
      }
    }
  }

  function readComment(end: number): void {
    comments.push([at, end])
    at = end
  }

  /** A string ends with its line at the latest: the apostrophe of a text in JSX hides no more than that. */
  function readString(quote: string): void {
    const start = at + 1
    at = start
    while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
    quoted.push([start, at])
    strings.push({ start, text: text.slice(start, at) })
    at += text[at] === quote ? 1 : 0
  }

  function readPattern(): void {
    const start = at
    let inClass = false
    for (at += 1; at < text.length && text[at] !== '\n' && (inClass || text[at] !== '/'); at += 1) {
      if (text[at] === '\\') at += 1
      else if (text[at] === '[') inClass = true
      else if (text[at] === ']') inClass = false
    }
    if (text[at] === '/') quoted.push([start + 1, at])
    else at = start
    at += 1
  }

  function readTemplate(): void {
    const start = at + 1
    let content = ''
    let from = start
    const take = (end: number) => {
      quoted.push([from, end])
      content += text.slice(from, end)
    }
    at = start
    while (at < text.length && text[at] !== '`') {
      if (text.slice(at, at + 2) !== '${') at += text[at] === '\\' ? 2 : 1
      else {
        take(at)
        const opened = at
        at += 2
        readCode(true)
        at += 1
        content += `$${blank(text.slice(opened + 1, at))}`
        from = at
      }
    }
    take(at)
    at += 1
    templates.push({ start, text: content })
  }

  function endOf(mark: string, from: number): number {
    const found = text.indexOf(mark, from)
    return found < 0 ? text.length : found
  }
}

function without(text: string, spans: readonly (readonly [number, number])[]): string {
  let left = ''
  let at = 0
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    left += text.slice(at, start) + blank(text.slice(start, end))
    at = end
  }
  return left + text.slice(at)
}
