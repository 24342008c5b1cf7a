import { Hono, type Context as Http } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Context, refuseAtTheDoor } from '../runtime/context.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../runtime/errors.ts'
import { type House, withLink, withToken } from '../runtime/open-context.ts'
import { describeApi } from './describe-api.ts'
import type { Operation } from './operation.ts'
import { API_OPERATIONS } from './operations.ts'
import { readOn, readQuery } from './read-query.ts'
import type { Problem } from './shapes/problems.ts'
import { takeSheet } from './take-sheet.ts'

const LARGEST_FILE = 64 * 1024 * 1024
const NOT_FOUND = { status: 404, body: { code: 'not-found', message: 'There is nothing here.' } } as const

type Open = () => Promise<House | null>

/** The same operations as the command line, at `/api/v1/<stage>/<verb>`: what shows is GET, what changes is POST. */
export function makeApi(house: Open) {
  const api = new Hono()
  const description = describeApi()
  api.get('/openapi.json', (http) => http.json(description))
  for (const operation of API_OPERATIONS) {
    if (operation.publicPath)
      api.get(operation.publicPath.replace('{key}', ':key'), (http) => answerAnybody(http, operation, house))
    else
      api.on(operation.shows && !operation.file ? 'GET' : 'POST', `/${operation.stage}/${operation.verb}`, (http) =>
        answer(http, operation, house),
      )
  }
  api.all('*', (http) => http.json(NOT_FOUND.body, NOT_FOUND.status))
  return api
}

async function answer(http: Http, operation: Operation, house: Open) {
  return orProblem(http, async () => {
    const query = http.req.query()
    const ctx = await contextOf(http, house, readOn(query))
    await refuseAtTheDoor(ctx, operation.action)
    const taken = readQuery(operation, query)
    const file = operation.file ? await readBody(http) : null
    return takeSheet(ctx, operation, { ...taken, file })
  })
}

async function contextOf(http: Http, house: Open, on: string | null): Promise<Context> {
  const token = /^Bearer (\S+)$/.exec(http.req.header('authorization') ?? '')?.[1]
  const open = await house()
  if (!open || !token) throw new NotAllowed('A token is needed: Authorization: Bearer …')
  return withToken(open, token, on)
}

/** The public program page as data: no token, the season by its key and nothing else. */
async function answerAnybody(http: Http, operation: Operation, house: Open) {
  return orProblem(http, async () => {
    const open = await house()
    if (!open) throw new NotFound('no organisation yet')
    const options = { season: http.req.param('key') }
    return operation.run(withLink(open, operation.action, ''), { options, text: '', rows: [] })
  })
}

async function orProblem(http: Http, work: () => Promise<object>) {
  try {
    return http.json(await work())
  } catch (error) {
    const { status, body } = problemFor(error)
    return http.json(body, status)
  }
}

/** Takes no more into memory than a file may have. */
async function readBody(http: Http): Promise<Uint8Array> {
  const onError = () => {
    throw new Invalid('The file is larger than 64 MB.')
  }
  await bodyLimit({ maxSize: LARGEST_FILE, onError })(http, async () => {})
  return new Uint8Array(await http.req.arrayBuffer())
}

/** How this door says the four errors: 422, 404, 404, 409. A stranger cannot tell "not yours" from "not there". */
export function problemFor(error: unknown): Problem {
  if (error instanceof Invalid)
    return { status: 422, body: { code: 'invalid', message: error.message, fields: error.fields } }
  if (error instanceof NotFound || error instanceof NotAllowed) return NOT_FOUND
  if (error instanceof Refused)
    return { status: 409, body: { code: error.code, message: error.message, facts: error.facts } }
  console.error(error)
  return {
    status: 500,
    body: { code: 'our-fault', message: 'This is a fault of Alongside. Nothing was changed.' },
  }
}
