import { describeBody } from './describe/body.ts'
import { describeShapes, refTo } from './describe/shapes.ts'
import type { Operation } from './operation.ts'
import { API_OPERATIONS } from './operations.ts'
import { MOST_OF_A_NUMBER, type Option } from './option.ts'
import { parametersOf } from './parameters.ts'
import { PROBLEMS } from './shapes/problems.ts'

/** The OpenAPI 3.1 description of every operation, from the one table. */
export function describeApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Alongside',
      version: '1',
      description: 'Runs mentorship programs. Every operation needs a token, but for the public program page.',
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: describeShapes(),
      responses: Object.fromEntries(PROBLEMS.map(({ status, shape }) => [status, responseOf(shape)])),
    },
    paths: Object.fromEntries(API_OPERATIONS.map((it) => [pathOf(it), describeOperation(it)])),
  }
}

function pathOf(it: Operation): string {
  return `/api/v1${it.publicPath ?? `/${it.stage}/${it.verb}`}`
}

function describeOperation(it: Operation): object {
  const key = {
    name: 'key',
    in: 'path',
    required: true,
    description: 'the key of the season',
    schema: { type: 'string' },
  }
  return {
    [it.shows && !it.file ? 'get' : 'post']: {
      operationId: it.action,
      tags: [it.stage],
      summary: it.about,
      security: it.publicPath ? [] : [{ token: [] }],
      parameters: [...(it.publicPath ? [key] : []), ...parametersOf(it).map(describeParameter)],
      ...describeBody(it),
      responses: { 200: responseOf(it.result), ...problemsOf(it) },
    },
  }
}

/** Nobody can be refused or give something wrong where there is nothing to give but a key. */
function problemsOf(it: Operation): object {
  const possible = PROBLEMS.filter(({ status }) => !it.publicPath || status === 404 || status === 500)
  return Object.fromEntries(possible.map(({ status }) => [status, { $ref: `#/components/responses/${status}` }]))
}

function responseOf(shape: Operation['result']): object {
  const description = shape.meta()?.description ?? 'Done'
  return { description, content: { 'application/json': { schema: refTo(shape) } } }
}

function describeParameter(option: Option): object {
  const { name, required = false, about } = option
  return { name, in: 'query', required, description: about, schema: schemaOf(option) }
}

function schemaOf(option: Option): object {
  switch (option.kind) {
    case 'text':
      return { type: 'string' }
    case 'number':
      return { type: 'integer', minimum: 0, maximum: MOST_OF_A_NUMBER }
    case 'day':
      return { type: 'string', format: 'date' }
    case 'time':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }
    case 'switch':
      return { type: 'boolean' }
    case 'choice':
      return { type: 'string', enum: option.choices }
  }
}
