import type { Operation } from '../operation.ts'
import { columnsOf } from '../parameters.ts'

/** Columns that the season's program names. */
const OF_THE_PROGRAM: Readonly<Record<string, string>> = {
  reviews: 'each criterion of the program, by its key (required): a whole number from 1 to 5',
  survey: 'each question of the survey for the role, by its key (required): an answer; several are parted by ;',
}

/** What a request carries: a program file, or a sheet with its columns. */
export function describeBody(operation: Operation): { readonly requestBody?: object } {
  if (!operation.file) return {}
  const isProgram = operation.file === 'program'
  return {
    requestBody: {
      required: true,
      description: isProgram
        ? 'A program file in YAML, UTF-8, of the schema at /program.schema.json'
        : describeColumns(operation),
      content: { [isProgram ? 'application/yaml' : 'text/csv']: { schema: { type: 'string' } } },
    },
  }
}

function describeColumns(operation: Operation): string {
  const fixed = columnsOf(operation).map(({ name, required, kind, ignored }) => {
    return `\`${name}\` (${required ? 'required' : 'optional'}): ${ignored ? 'not read' : kind.kind}`
  })
  const more = OF_THE_PROGRAM[operation.file ?? '']
  const lines = [...fixed, ...(more ? [more] : [])].map((line) => `- ${line}`)
  return ['A sheet as CSV, UTF-8, at most 64 MB, with a header in row 1. Columns:', '', ...lines].join('\n')
}
