import { OPERATIONS } from './operations.ts'

const COMMON = [
  {
    name: 'season',
    in: 'query',
    schema: { type: 'string' },
    description: 'The key of the season; may be left out while there is one',
  },
  {
    name: 'on',
    in: 'query',
    schema: { type: 'string', format: 'date' },
    description: 'The day it happened, or the as-of day of what is shown',
  },
]

/** The OpenAPI 3.1 description of every operation, from the one table. */
export function describeApi(): object {
  const paths = Object.fromEntries(
    OPERATIONS.map((it) => [
      `/api/v1/${it.stage}/${it.verb}`,
      {
        [it.shows && !it.file ? 'get' : 'post']: {
          operationId: it.action,
          summary: it.about,
          security: [{ token: [] }],
          parameters: [
            ...COMMON,
            ...it.options.map((option) => ({
              name: option.name,
              in: 'query',
              required: option.required === true,
              description: option.about,
              schema: { type: option.kind === 'switch' ? 'boolean' : option.kind === 'number' ? 'integer' : 'string' },
            })),
          ],
          ...(it.file
            ? {
                requestBody: {
                  required: true,
                  content: {
                    [it.file === 'program' ? 'application/yaml' : 'text/csv']: { schema: { type: 'string' } },
                  },
                },
              }
            : {}),
          responses: {
            200: { description: 'Done' },
            404: { description: 'Not there, or not yours' },
            409: { description: 'A rule said no: code and facts' },
            422: { description: 'What was given cannot be used: fields' },
          },
        },
      },
    ]),
  )
  return {
    openapi: '3.1.0',
    info: { title: 'Alongside', version: '1', description: 'Runs mentorship programs.' },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  }
}
