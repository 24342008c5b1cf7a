import { Hono, type Context as Http } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addPerson, removePerson, savePerson } from '../people/actions/save-person.ts'
import { readPeople, readPerson } from '../people/screens/read-people.ts'
import type { Context } from '../runtime/context.ts'
import { asDirectoryService, type House } from '../runtime/open-context.ts'
import { faultAnswer, listAnswer, scimAnswer } from './answers.ts'
import { ScimFault } from './fault.ts'
import { readFilter } from './filter.ts'
import { readPage } from './read-page.ts'
import { readPatch } from './read-patch.ts'
import { putOn, readUser, type Said } from './read-user.ts'
import { schemas, serviceProviderConfig, userType } from './schemas.ts'
import { partOf, userResource } from './user-resource.ts'

const LARGEST_BYTES = 256 * 1024
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Open = () => Promise<House | null>
type Visit = { readonly http: Http; readonly ctx: Context; readonly base: string }

/** SCIM 2.0 (RFC 7643, 7644) for the organisation's directory service: people come, change and leave, and nothing else. */
export function makeScim(house: Open) {
  const scim = new Hono()
  const on = (method: string, path: string, answer: (visit: Visit) => Promise<Response> | Response) =>
    scim.on(method, path, (http) => answered(http, house, answer))
  on('GET', '/ServiceProviderConfig', ({ http, base }) => scimAnswer(http, serviceProviderConfig(base)))
  on('GET', '/ResourceTypes', ({ http, base }) => listAnswer(http, [userType(base)]))
  on('GET', '/ResourceTypes/User', ({ http, base }) => scimAnswer(http, userType(base)))
  on('GET', '/Schemas', ({ http, base }) => listAnswer(http, schemas(base)))
  on('GET', '/Schemas/:id', oneSchema)
  on('GET', '/Users', users)
  on('POST', '/Users', added)
  on('GET', '/Users/:id', oneUser)
  on('PUT', '/Users/:id', (visit) => changed(visit, readUser))
  on('PATCH', '/Users/:id', (visit) => changed(visit, readPatch))
  on('DELETE', '/Users/:id', deleted)
  for (const path of ['/Bulk', '/Me'])
    scim.all(path, (http) => faultAnswer(http, new ScimFault(501, null, 'This is not offered.')))
  scim.all('*', (http) => faultAnswer(http, NOTHING))
  return scim
}

async function answered(http: Http, house: Open, answer: (visit: Visit) => Promise<Response> | Response) {
  try {
    const open = await house()
    if (!open) throw NOTHING
    const token = /^Bearer +(\S+)$/i.exec(http.req.header('authorization') ?? '')?.[1]
    const ctx = token ? await asDirectoryService(open, token) : null
    if (!ctx) throw new ScimFault(401, null, 'A token of the directory service is needed: Authorization: Bearer …')
    return await answer({ http, ctx, base: `${open.config.publicUrl}/scim/v2` })
  } catch (error) {
    return faultAnswer(http, error)
  }
}

function oneSchema({ http, base }: Visit) {
  const found = schemas(base).find((it) => it.id.toLowerCase() === http.req.param('id')?.toLowerCase())
  if (!found) throw NOTHING
  return scimAnswer(http, found)
}

async function users({ http, ctx, base }: Visit) {
  const query = http.req.query()
  const page = readPage(query)
  const condition = readFilter(query.filter)
  const { people, found } = await readPeople(ctx, { condition, ...page })
  const resources = people.map((it) => partOf(userResource(it, base), query.attributes, query.excludedAttributes))
  return listAnswer(http, resources, { found, startIndex: page.offset + 1 })
}

async function oneUser({ http, ctx, base }: Visit) {
  const { attributes, excludedAttributes } = http.req.query()
  const person = await readPerson(ctx, idOf(http))
  return scimAnswer(http, partOf(userResource(person, base), attributes, excludedAttributes))
}

async function added({ http, ctx, base }: Visit) {
  const said = readUser(await readBody(http))
  if (!said.userName) throw new ScimFault(400, 'invalidValue', 'userName is missing')
  const person = userResource(await addPerson(ctx, putOn(null, said)), base)
  return scimAnswer(http, person, 201, { location: `${base}/Users/${person.id}` })
}

/** A put is read like a patch of all it names: what it does not name stays, so that a sheet's words are not lost (RFC 7644, 3.5.1). */
async function changed({ http, ctx, base }: Visit, read: (body: object) => Said) {
  const said = read(await readBody(http))
  const person = await savePerson(ctx, { id: idOf(http), change: (before) => putOn(before, said) })
  return scimAnswer(http, userResource(person, base))
}

async function deleted({ http, ctx }: Visit) {
  await removePerson(ctx, idOf(http))
  return http.body(null, 204)
}

function idOf(http: Http): string {
  const id = http.req.param('id')?.toLowerCase() ?? ''
  if (!UUID.test(id)) throw NOTHING
  return id
}

async function readBody(http: Http): Promise<object> {
  const onError = () => {
    throw TOO_LARGE
  }
  await bodyLimit({ maxSize: LARGEST_BYTES, onError })(http, async () => {})
  const body: unknown = await http.req.json().catch(() => null)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  throw new ScimFault(400, 'invalidSyntax', 'the body is not a JSON object')
}

const NOTHING = new ScimFault(404, null, 'There is nothing here.')
const TOO_LARGE = new ScimFault(413, null, 'The body is larger than 256 KiB.')
