import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Letter } from './email.ts'

/** Writes a letter that nobody sends as a file of its day, for the coordinator to take from there; writing it again changes nothing. */
export function fileLetter(folder: string, day: string, kind: string, letter: Letter): void {
  const at = join(folder, day)
  mkdirSync(at, { recursive: true, mode: 0o700 })
  const text = `To: ${inOneLine(letter.name)} <${letter.email}>\nSubject: ${inOneLine(letter.subject)}\n\n${letter.body}\n`
  writeFileSync(join(at, `${kind}-${letter.id}.txt`), text, { mode: 0o600 })
}

/** Whoever sends the file on gets no header that a name or a subject made up. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

/** Takes a letter out of the folder again, if it is still there. */
export function unfileLetter(folder: string, it: { readonly day: string; readonly kind: string; readonly id: string }) {
  rmSync(join(folder, it.day, `${it.kind}-${it.id}.txt`), { force: true })
}
