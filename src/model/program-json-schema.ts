import { z } from 'zod'
import { programSchema } from './program.ts'

/** The JSON Schema of a program file, for editors: draft 2020-12, as people write it (defaults may be left out). */
export function programJsonSchema(): object {
  return { ...z.toJSONSchema(programSchema, { io: 'input', unrepresentable: 'any' }), title: 'Alongside program file' }
}
