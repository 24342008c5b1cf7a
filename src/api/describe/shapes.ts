import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { API_OPERATIONS } from '../operations.ts'
import { PROBLEMS } from '../shapes/problems.ts'

/** Where the description keeps a schema, for others to point at. */
export function refTo(shape: z.ZodType): { readonly $ref: string } {
  return { $ref: placeOf(titleOf(shape)) }
}

/** The JSON Schemas of every answer and problem, by title. */
export function describeShapes(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>()
  const shapes = new Set<z.ZodType>([...API_OPERATIONS.map((it) => it.result), ...PROBLEMS.map((it) => it.shape)])
  for (const shape of shapes) registry.add(shape, { id: titleOf(shape) })
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-2020-12', uri: placeOf, override: sayDay })
  return Object.fromEntries(Object.entries(schemas).map(([title, { $schema, $id, ...schema }]) => [title, schema]))
}

/** JSON Schema cannot say which days there are; that it is a day it can. */
function sayDay({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: { format?: string } }): void {
  if (zodSchema === daySchema) jsonSchema.format = 'date'
}

function titleOf(shape: z.ZodType): string {
  const title = shape.meta()?.title
  if (!title) throw new Error('A result needs a title: .meta({ title })')
  return title
}

function placeOf(title: string): string {
  return `#/components/schemas/${title}`
}
