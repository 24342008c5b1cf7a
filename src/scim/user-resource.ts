import type { KeptPerson } from '../people/shapes/directory-person.ts'
import { CORE, ENTERPRISE } from './attributes.ts'

/** A person as the User of RFC 7643; `base` is where the service reaches us. There are no roles, groups or entitlements. */
export function userResource(it: KeptPerson, base: string): Readonly<Record<string, unknown>> {
  const manager = it.manager
    ? { value: it.manager.id, $ref: `${base}/Users/${it.manager.id}`, displayName: it.manager.name }
    : null
  return {
    schemas: [CORE, ENTERPRISE],
    id: it.id,
    ...present({ externalId: it.externalId }),
    userName: it.userName,
    displayName: it.name,
    name: { formatted: it.name, ...present({ givenName: it.givenName, familyName: it.familyName }) },
    ...present({ title: it.title, timezone: it.timeZone }),
    active: it.isActive,
    emails: [{ value: it.email, type: 'work', primary: true }],
    [ENTERPRISE]: present({
      employeeNumber: it.employeeId,
      department: it.department,
      division: it.division,
      manager,
    }),
    meta: {
      resourceType: 'User',
      created: it.createdAt,
      lastModified: it.changedAt,
      location: `${base}/Users/${it.id}`,
    },
  }
}

/** Only some attributes, or all but some, where the request asks so (RFC 7644, 3.9); the id and the schemas are always there. */
export function partOf(
  resource: Readonly<Record<string, unknown>>,
  asked: string | undefined,
  without: string | undefined,
): Readonly<Record<string, unknown>> {
  const names = namesIn(asked)
  const left = namesIn(without)
  return Object.fromEntries(
    Object.entries(resource).filter(([key]) => {
      if (key === 'id' || key === 'schemas') return true
      if (names.length > 0) return names.some((name) => concerns(name, key))
      return !left.some((name) => name === key.toLowerCase())
    }),
  )
}

function namesIn(list: string | undefined): readonly string[] {
  const core = `${CORE.toLowerCase()}:`
  const names = (list ?? '').toLowerCase().split(',')
  return names.map((name) => name.trim().replace(core, '')).filter((name) => name !== '')
}

function concerns(name: string, key: string): boolean {
  const whole = key.toLowerCase()
  return name === whole || name.startsWith(`${whole}.`) || name.startsWith(`${whole}:`)
}

function present(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
