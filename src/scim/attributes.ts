export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** What of a user is ours, under the names of RFC 7643; everything else is passed over, roles and groups above all. */
const ATTRIBUTES = [
  'id',
  'userName',
  'externalId',
  'displayName',
  'name',
  'name.formatted',
  'name.givenName',
  'name.familyName',
  'title',
  'timezone',
  'active',
  'emails',
  'emails.value',
  'emails.type',
  'emails.primary',
  'employeeNumber',
  'department',
  'division',
  'manager',
  'manager.value',
] as const
export type Attribute = (typeof ATTRIBUTES)[number] | 'enterprise'

const BY_LOWER = new Map(ATTRIBUTES.map((it) => [it.toLowerCase(), it]))

/**
 * The attribute a path names, or null for one that is not ours. Letters of any case; with the schema's urn before it, followed by
 * a colon or, as some write it, a dot; the one work address by any filter that means it.
 */
export function attributeAt(path: string): Attribute | null {
  const plain = withoutUrn(path.trim())
  if (plain === '') return 'enterprise'
  const valued = /^(\w+)\[(.*)\](?:\.(\w+))?$/s.exec(plain)
  if (!valued) return BY_LOWER.get(plain.toLowerCase()) ?? null
  const [, name = '', filter = '', part] = valued
  if (!MEANS_THE_ONE.test(filter)) return null
  return BY_LOWER.get((part ? `${name}.${part}` : name).toLowerCase()) ?? null
}

/** There is one address of each person, the one at work. */
const MEANS_THE_ONE = /^\s*(type\s+eq\s+"work"|primary\s+eq\s+"?true"?)(\s+and\s+primary\s+eq\s+"?true"?)?\s*$/i

function withoutUrn(path: string): string {
  for (const urn of [CORE, ENTERPRISE]) {
    if (path.toLowerCase() === urn.toLowerCase()) return urn === ENTERPRISE ? '' : path
    const before = path.slice(0, urn.length).toLowerCase() === urn.toLowerCase()
    if (before && /[:.]/.test(path.charAt(urn.length))) return path.slice(urn.length + 1)
  }
  return path
}
