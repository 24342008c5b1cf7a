import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readProgram } from '../../journey/design/load-program.ts'

const FOLDER = join(import.meta.dirname, '../../../programs')

export type ProgramTemplate = { readonly file: string; readonly name: string; readonly text: string }

let read: readonly ProgramTemplate[] | null = null

/** The program files that ship, to begin with one; read once, since they come with the product. */
export function programTemplates(): readonly ProgramTemplate[] {
  read ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8')
      const program = readProgram(text)
      return program.ok ? [{ file, name: `${program.value.name}, ${program.value.season}`, text }] : []
    })
  return read
}
