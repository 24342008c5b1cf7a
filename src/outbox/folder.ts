import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Letter } from './email.ts'

/** Writes a letter that nobody sends as a file of its day, for the coordinator to take from there; writing it again changes nothing. */
export function fileLetter(folder: string, day: string, kind: string, letter: Letter): void {
  const at = join(folder, day)
  mkdirSync(at, { recursive: true, mode: 0o700 })
  const text = `To: ${letter.name} <${letter.email}>\nSubject: ${letter.subject}\n\n${letter.body}\n`
  writeFileSync(join(at, `${kind}-${letter.id}.txt`), text, { mode: 0o600 })
}
