import type { Operation } from '../operation.ts'
import { columnsOf } from '../parameters.ts'

/** Columns that the season's program names. */
const OF_THE_PROGRAM: Readonly<Record<string, string>> = {
  reviews: 'each criterion of the program, by its key (required): a whole number from 1 to 5',
  survey: 'each question of the survey for the role, by its key (required): an answer; several are parted by ;',
}

/** Files that are no sheets. */
const TEXTS: Readonly<Record<string, { readonly says: string; readonly type: string }>> = {
  program: {
    says: 'A program file in YAML, UTF-8, of the schema at /program.schema.json',
    type: 'application/yaml',
  },
  event: {
    says: 'One event in YAML or JSON, UTF-8, as it stands in a program file',
    type: 'application/yaml',
  },
  words: { says: 'The words of the letter, UTF-8, without greeting and signature', type: 'text/plain' },
  message: {
    says: 'The e-mail as it came, with its headers: a delivery status notification (RFC 3464)',
    type: 'message/rfc822',
  },
}

/** What a request carries: a text of a kind, or a sheet with its columns. */
export function describeBody(operation: Operation): { readonly requestBody?: object } {
  if (!operation.file) return {}
  const body = TEXTS[operation.file] ?? { says: describeColumns(operation), type: 'text/csv' }
  return {
    requestBody: {
      required: true,
      description: body.says,
      content: { [body.type]: { schema: { type: 'string' } } },
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
