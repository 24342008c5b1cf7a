import type { DirectoryPerson } from '../people/shapes/directory-person.ts'
import { readCell } from '../sheets/cell.ts'
import { email as addressCell } from '../sheets/cells.ts'
import { type Attribute, attributeAt, ENTERPRISE } from './attributes.ts'
import { ScimFault } from './fault.ts'
import { wellFormed } from './well-formed.ts'

/** What a request says of a user. Null takes a value away; what is not said is not here and stays as it is. */
export type Said = {
  userName?: string | null
  email?: string | null
  externalId?: string | null
  displayName?: string | null
  formatted?: string | null
  givenName?: string | null
  familyName?: string | null
  title?: string | null
  timezone?: string | null
  employeeNumber?: string | null
  department?: string | null
  division?: string | null
  manager?: string | null
  active?: boolean
}

const TEXTS: Partial<Record<Attribute, Exclude<keyof Said, 'active'>>> = {
  userName: 'userName',
  externalId: 'externalId',
  displayName: 'displayName',
  'name.formatted': 'formatted',
  'name.givenName': 'givenName',
  'name.familyName': 'familyName',
  title: 'title',
  timezone: 'timezone',
  'emails.value': 'email',
  employeeNumber: 'employeeNumber',
  department: 'department',
  division: 'division',
  'manager.value': 'manager',
}

/** A user as JSON: names as RFC 7643 nests them, or flat with dots and urns as some write them. */
export function readUser(user: object): Said {
  const said: Said = {}
  sayAll(said, user, '')
  return said
}

/**
 * Puts one value on what was said. A value of a kind that does not fit is passed over rather than refused: a request that ends
 * somebody must not fail for a title. Only `active` itself is refused when it cannot be read.
 */
export function say(said: Said, attribute: Attribute, value: unknown): void {
  switch (attribute) {
    case 'active':
      said.active = readActive(value)
      break
    case 'enterprise':
      sayAll(said, value, `${ENTERPRISE}:`)
      break
    case 'name':
      if (typeof value === 'string') sayText(said, 'name.formatted', value)
      else sayAll(said, value, 'name.')
      break
    case 'emails':
      sayText(said, 'emails.value', theOneOf(value))
      break
    case 'manager':
      sayText(said, 'manager.value', managerIn(value))
      break
    default:
      sayText(said, attribute, value)
  }
}

function sayText(said: Said, attribute: Attribute, value: unknown): void {
  const key = TEXTS[attribute]
  const text = readText(value)
  if (key && text !== undefined) said[key] = text
}

function sayAll(said: Said, values: unknown, under: string): void {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return
  for (const [name, value] of Object.entries(values)) {
    const attribute = attributeAt(`${under}${name}`)
    if (attribute && attribute !== 'id') say(said, attribute, value)
  }
}

/** What is known of somebody with what was said put on it; `before` is null for somebody new. */
export function putOn(before: DirectoryPerson | null, said: Said): DirectoryPerson {
  const known = before ?? NOBODY
  const userName = said.userName?.toLowerCase() ?? known.userName
  const email = emailFrom(known, said)
  if (userName === '' && email === '') throw new ScimFault(400, 'invalidValue', 'userName is missing')
  if (email === '')
    throw new ScimFault(
      400,
      'invalidValue',
      'no address: userName is none, and emails holds none that can be written to',
    )
  const keep = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value)
  const givenName = keep(said.givenName, known.givenName)
  const familyName = keep(said.familyName, known.familyName)
  return {
    userName: userName || email,
    email,
    externalId: keep(said.externalId, known.externalId),
    name: nameFrom(known, said, { givenName, familyName }) || userName || email,
    givenName,
    familyName,
    isActive: keep(said.active, known.isActive),
    employeeId: keep(said.employeeNumber, known.employeeId),
    title: keep(said.title, known.title),
    division: keep(said.division, known.division),
    department: keep(said.department, known.department),
    timeZone: isZone(said.timezone) ? said.timezone : known.timeZone,
    managerRef: keep(said.manager, known.managerRef),
  }
}

const NOBODY: DirectoryPerson = {
  userName: '',
  email: '',
  externalId: null,
  name: '',
  givenName: null,
  familyName: null,
  isActive: true,
  employeeId: null,
  title: null,
  division: null,
  department: null,
  timeZone: null,
  managerRef: null,
}

/** The address said, else a new userName where it was the address before. */
function emailFrom(known: DirectoryPerson, said: Said): string {
  const address = asAddress(said.email) ?? (known.userName === known.email ? asAddress(said.userName) : null)
  return address ?? known.email
}

function asAddress(text: string | null | undefined): string | null {
  const read = readCell(addressCell, text ?? '', { dates: 'iso', zone: undefined })
  return read.ok ? read.value : null
}

/** The name to show; where only its parts are said, and it was made of them, it is made of them anew. */
function nameFrom(
  known: DirectoryPerson,
  said: Said,
  now: { givenName: string | null; familyName: string | null },
): string {
  const whole = said.displayName || said.formatted
  if (whole) return whole
  if (said.givenName === undefined && said.familyName === undefined) return known.name
  const joined = (it: typeof now) => [it.givenName, it.familyName].filter(Boolean).join(' ')
  const isStandIn = ['', known.userName, known.email].includes(known.name)
  const isWholeNow = joined(known) === '' && now.givenName !== null && now.familyName !== null
  return isStandIn || isWholeNow || known.name === joined(known) ? joined(now) || known.name : known.name
}

function readText(value: unknown): string | null | undefined {
  const plain = unwrapped(value)
  if (plain === null) return null
  if (typeof plain !== 'string' && typeof plain !== 'number') return undefined
  return wellFormed(String(plain)).trim() || null
}

/** Older directory services wrap a value: `[{"$ref": null, "value": "False"}]`. */
function unwrapped(value: unknown): unknown {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'object' && one !== null && 'value' in one ? one.value : one
}

function readActive(value: unknown): boolean {
  const text = String(unwrapped(value)).trim().toLowerCase()
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw new ScimFault(400, 'invalidValue', 'active is true or false')
}

/** Of several addresses the first that is primary, else the first at work, else the first. */
function theOneOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const has = (key: string, is: string) =>
    value.find((it) => typeof it === 'object' && it !== null && String(it[key]).toLowerCase() === is)
  return has('primary', 'true') ?? has('type', 'work') ?? value[0]
}

/** A manager by id, alone or in an object, or by the last part of a reference. */
function managerIn(value: unknown): unknown {
  const plain = unwrapped(value)
  if (typeof plain !== 'object' || plain === null) return plain
  const ref = '$ref' in plain ? plain.$ref : 'managerId' in plain ? plain.managerId : null
  return typeof ref === 'string' ? ref.split('/').at(-1) : null
}

function isZone(zone: string | null | undefined): zone is string | null {
  if (zone === undefined) return false
  if (zone === null) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
