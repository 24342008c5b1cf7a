import type { Context as Http } from 'hono'
import { Invalid, NotAllowed, NotFound, Refused } from '../runtime/errors.ts'
import { ScimFault } from './fault.ts'

const HEADERS = { 'content-type': 'application/scim+json; charset=utf-8', 'cache-control': 'no-store' }

export function scimAnswer(
  http: Http,
  body: object,
  status: 200 | 201 = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return http.body(JSON.stringify(body), status, { ...HEADERS, ...headers })
}

/** A list, whole unless said. */
export function listAnswer(
  http: Http,
  resources: readonly object[],
  page: { readonly found: number; readonly startIndex: number } = { found: resources.length, startIndex: 1 },
): Response {
  return scimAnswer(http, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: page.found,
    startIndex: page.startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  })
}

/** How this door says what went wrong (RFC 7644, 3.12). Not allowed reads like not there. */
export function faultAnswer(http: Http, error: unknown): Response {
  const { status, scimType, message } = faultOf(error)
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType ? { scimType } : {}),
    detail: message,
  }
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  return http.body(JSON.stringify(body), status, { ...HEADERS, ...challenge })
}

function faultOf(error: unknown): ScimFault {
  if (error instanceof ScimFault) return error
  if (error instanceof NotFound || error instanceof NotAllowed)
    return new ScimFault(404, null, 'There is nothing here.')
  if (error instanceof Invalid) return new ScimFault(400, 'invalidValue', error.message)
  if (error instanceof Refused)
    return new ScimFault(409, error.code === 'person-taken' ? 'uniqueness' : null, error.message)
  console.error(error)
  return new ScimFault(500, null, 'This is a fault of Alongside. Nothing was changed.')
}
