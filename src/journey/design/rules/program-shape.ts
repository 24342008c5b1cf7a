import { programJsonSchema } from '../../../model/program-json-schema.ts'
import type { Shape } from './plan-form.ts'

/** What may be entered in a program: the schema that files are checked with. */
export const PROGRAM_SHAPE = programJsonSchema() as Shape
