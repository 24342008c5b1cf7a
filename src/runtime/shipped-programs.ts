import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ShippedProgram = { readonly key: string; readonly text: string }

const FOLDER = join(import.meta.dirname, '../../programs')
let read: readonly ShippedProgram[] | undefined

/** The program files that come with the product, by the names of their files; read once. */
export function shippedPrograms(): readonly ShippedProgram[] {
  read ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ key: file.slice(0, -'.yaml'.length), text: readFileSync(join(FOLDER, file), 'utf8') }))
  return read
}
