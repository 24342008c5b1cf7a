import { Hono, type Context as Http } from 'hono'
import { isDay } from '../model/day.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../runtime/errors.ts'
import { type House, withToken } from '../runtime/open-context.ts'
import { describeApi } from './describe-api.ts'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { takeSheet } from './take-sheet.ts'

const LARGEST_FILE = 64 * 1024 * 1024

/** The same operations as the command line, at `/api/v1/<stage>/<verb>`: what shows is GET, what changes is POST. */
export function makeApi(house: () => Promise<House | null>) {
  const api = new Hono()
  api.get('/openapi.json', (http) => http.json(describeApi()))
  for (const operation of OPERATIONS) {
    const path = `/${operation.stage}/${operation.verb}`
    const isRead = operation.shows && !operation.file
    api.on(isRead ? 'GET' : 'POST', path, (http) => answer(http, operation, house))
  }
  api.all('*', (http) => http.json({ code: 'not-found', message: 'There is nothing here.' }, 404))
  return api
}

async function answer(http: Http, operation: Operation, house: () => Promise<House | null>) {
  try {
    const query = http.req.query()
    const token = /^Bearer (\S+)$/.exec(http.req.header('authorization') ?? '')?.[1]
    const open = await house()
    if (!open || !token) throw new NotAllowed('A token is needed: Authorization: Bearer …')
    if (query.on !== undefined && !isDay(query.on))
      throw new Invalid('on is a day such as 2021-07-08', { fields: [{ place: 'on', message: 'is not a day' }] })
    const ctx = await withToken(open, token, query.on ?? null)
    const file = operation.file ? await readBody(http) : null
    const result = await takeSheet(ctx, operation, {
      options: optionsOf(operation, query),
      file,
      map: mapOf(query),
      dates: datesOf(query.dates),
      strict: query.strict === 'true',
    })
    return http.json(result)
  } catch (error) {
    const { status, body } = problemFor(error)
    return http.json(body, status)
  }
}

async function readBody(http: Http): Promise<Uint8Array> {
  const bytes = new Uint8Array(await http.req.arrayBuffer())
  if (bytes.byteLength > LARGEST_FILE) throw new Invalid('The file is larger than 64 MB.')
  return bytes
}

function optionsOf(operation: Operation, query: Readonly<Record<string, string>>) {
  const out: Record<string, string | number | boolean | undefined> = { season: query.season }
  for (const option of operation.options) {
    const value = query[option.name]
    const place = { place: option.name, message: option.about }
    if (value === undefined && option.required) throw new Invalid(`${option.name} is missing`, { fields: [place] })
    if (value === undefined) continue
    if (option.kind === 'role' && value !== 'mentor' && value !== 'mentee')
      throw new Invalid('role is mentor or mentee', { fields: [place] })
    if (option.kind === 'number' && !/^\d{1,6}$/.test(value))
      throw new Invalid(`${option.name} is a whole number`, { fields: [place] })
    out[option.name] = option.kind === 'switch' ? value === 'true' : option.kind === 'number' ? Number(value) : value
  }
  return out
}

function mapOf(query: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (key.startsWith('map.') ? [[key.slice(4), value]] : [])),
  )
}

function datesOf(order: string | undefined): 'iso' | 'dmy' | 'mdy' {
  if (order === undefined || order === 'iso') return 'iso'
  if (order === 'dmy' || order === 'mdy') return order
  throw new Invalid('dates is dmy or mdy', { fields: [{ place: 'dates', message: `is ${order}` }] })
}

/** How this door says the four errors: 422, 404, 404, 409. A stranger cannot tell "not yours" from "not there". */
export function problemFor(error: unknown): { status: 404 | 409 | 422 | 500; body: object } {
  if (error instanceof Invalid)
    return { status: 422, body: { code: 'invalid', message: error.message, fields: error.fields } }
  if (error instanceof NotFound || error instanceof NotAllowed)
    return { status: 404, body: { code: 'not-found', message: 'There is nothing here.' } }
  if (error instanceof Refused)
    return { status: 409, body: { code: error.code, message: error.message, facts: error.facts } }
  console.error(error)
  return { status: 500, body: { code: 'our-fault', message: 'This is a fault of Alongside. Nothing was changed.' } }
}
