import { attributeAt } from './attributes.ts'
import { ScimFault } from './fault.ts'
import { readUser, type Said, say } from './read-user.ts'

/** Attributes that nobody can be without: taking them away says nothing. */
const NEEDED = ['userName', 'active', 'emails', 'emails.value', 'name', 'displayName', 'name.formatted']

/** What the operations of a patch say of a user, one after the other (RFC 7644, 3.5.2); `op` in any letters. */
export function readPatch(body: object): Said {
  const operations = valueAt(body, 'operations')
  if (!Array.isArray(operations) || operations.length === 0)
    throw new ScimFault(400, 'invalidSyntax', 'Operations is missing')
  return Object.assign({}, ...operations.map(readOperation))
}

function readOperation(operation: unknown): Said {
  if (typeof operation !== 'object' || operation === null)
    throw new ScimFault(400, 'invalidSyntax', 'an operation is an object')
  const op = String(valueAt(operation, 'op')).toLowerCase()
  const path = valueAt(operation, 'path')
  const value = valueAt(operation, 'value')
  if (op !== 'add' && op !== 'replace' && op !== 'remove')
    throw new ScimFault(400, 'invalidSyntax', 'op is add, replace or remove')
  if (typeof path === 'string' && path.trim() !== '') return readAt(path, op === 'remove' ? null : value, op)
  if (op === 'remove') throw new ScimFault(400, 'noTarget', 'remove needs a path')
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ScimFault(400, 'invalidValue', 'without a path the value is an object')
  return readUser(value)
}

function readAt(path: string, value: unknown, op: string): Said {
  const attribute = attributeAt(path)
  const said: Said = {}
  if (!attribute || attribute === 'id') return said
  if (op !== 'remove') say(said, attribute, value)
  else if (attribute === 'enterprise') say(said, attribute, NO_ENTERPRISE)
  else if (!NEEDED.includes(attribute)) say(said, attribute, null)
  return said
}

const NO_ENTERPRISE = { employeeNumber: null, department: null, division: null, manager: null }

/** The keys of a message are written in any letters too. */
function valueAt(it: object, key: string): unknown {
  return Object.entries(it).find(([name]) => name.toLowerCase() === key)?.[1]
}
