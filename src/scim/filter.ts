import { type Filter, parse } from 'scim2-parse-filter'
import type { Condition } from '../store/directory-service.ts'
import { type Attribute, attributeAt } from './attributes.ts'
import { ScimFault } from './fault.ts'
import { wellFormed } from './well-formed.ts'

/** In characters; a longer one is no question about people. */
const LONGEST_FILTER = 2000

type Text = Extract<Condition, { is: 'text' }>
const TEXTS: Partial<Record<Attribute, Text['field']>> = {
  id: 'id',
  userName: 'userName',
  externalId: 'externalId',
  displayName: 'name',
  'name.formatted': 'name',
  'name.givenName': 'givenName',
  'name.familyName': 'familyName',
  emails: 'email',
  'emails.value': 'email',
  employeeNumber: 'employeeId',
}
/** What every address of ours is. */
const OF_EVERY_ADDRESS: Partial<Record<Attribute, string>> = { 'emails.type': 'work', 'emails.primary': 'true' }
const COMPARISONS = ['eq', 'ne', 'co', 'sw', 'ew', 'pr'] as const

/** The people a filter of RFC 7644 (3.4.2.2) asks for; without one, all. */
export function readFilter(text: string | undefined): Condition {
  if (text === undefined || text.trim() === '') return { is: 'constant', value: true }
  if (text.length > LONGEST_FILTER) throw unusable(`the filter is longer than ${LONGEST_FILTER} characters`)
  return conditionOf(parsed(text), '')
}

/** True and False with a capital are written by some, and meant as what they say. */
function parsed(text: string): Filter {
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|\b(?:true|false)\b/gi, (found) =>
    found.startsWith('"') ? found : found.toLowerCase(),
  )
  try {
    return parse(plain)
  } catch {
    throw unusable('the filter cannot be read')
  }
}

function conditionOf(filter: Filter, under: string): Condition {
  switch (filter.op) {
    case 'and':
      return { is: 'all', of: filter.filters.map((it) => conditionOf(it, under)) }
    case 'or':
      return { is: 'any', of: filter.filters.map((it) => conditionOf(it, under)) }
    case 'not':
      return { is: 'not', of: conditionOf(filter.filter, under) }
    case '[]':
      return conditionOf(filter.valFilter, `${filter.attrPath}.`)
    case 'pr':
      return compared(`${under}${filter.attrPath}`, 'pr', null)
    default:
      return compared(`${under}${filter.attrPath}`, filter.op, filter.compValue)
  }
}

function compared(path: string, op: string, value: string | number | boolean | null): Condition {
  const comparison = COMPARISONS.find((it) => it === op)
  if (!comparison) throw unusable(`${op} is not supported; eq, ne, co, sw, ew and pr are`)
  const attribute = attributeAt(path)
  if (value === null && comparison !== 'pr') return noValue(path, comparison)
  const said = wellFormed(String(value))
  if (attribute === 'active') return activeIs(comparison, said)
  const constant = attribute && OF_EVERY_ADDRESS[attribute]
  if (constant) return { is: 'constant', value: holds(constant, comparison, said.toLowerCase()) }
  const field = attribute && TEXTS[attribute]
  if (!field) throw unusable(`people cannot be filtered by ${path}`)
  return { is: 'text', field, op: comparison, value: said }
}

/** `eq null` asks for who has none. */
function noValue(path: string, comparison: string): Condition {
  const has = compared(path, 'pr', '')
  return comparison === 'ne' ? has : { is: 'not', of: has }
}

function activeIs(comparison: string, said: string): Condition {
  if (comparison === 'pr') return { is: 'constant', value: true }
  const value = said.toLowerCase() === 'true'
  if (!value && said.toLowerCase() !== 'false') throw unusable('active is true or false')
  if (comparison !== 'eq' && comparison !== 'ne') throw unusable(`active cannot be compared by ${comparison}`)
  return { is: 'active', value: comparison === 'eq' ? value : !value }
}

function holds(text: string, comparison: Text['op'], said: string): boolean {
  switch (comparison) {
    case 'eq':
      return text === said
    case 'ne':
      return text !== said
    case 'co':
      return text.includes(said)
    case 'sw':
      return text.startsWith(said)
    case 'ew':
      return text.endsWith(said)
    case 'pr':
      return true
  }
}

function unusable(detail: string): ScimFault {
  return new ScimFault(400, 'invalidFilter', detail)
}
