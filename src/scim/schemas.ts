import { CORE, ENTERPRISE } from './attributes.ts'

/** The most users of one answer. */
export const MOST_RESULTS = 200

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema'

/** What there is, and what there is not: no bulk, no passwords, no versions (RFC 7643, 5). */
export function serviceProviderConfig(base: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MOST_RESULTS },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: false },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A token that an owner makes for the directory service',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  }
}

export function userType(base: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'A person of the directory',
    schema: CORE,
    schemaExtensions: [{ schema: ENTERPRISE, required: false }],
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/User` },
  }
}

type Attribute = { readonly name: string; readonly description: string } & Readonly<Record<string, unknown>>

/** The two schemas of a user, with the attributes that are ours and no others. */
export function schemas(base: string): readonly { readonly id: string }[] {
  const schemaOf = (id: string, name: string, description: string, attributes: readonly Attribute[]) => ({
    schemas: [SCHEMA],
    id,
    name,
    description,
    attributes,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
  })
  return [
    schemaOf(CORE, 'User', 'A person of the directory', CORE_ATTRIBUTES),
    schemaOf(ENTERPRISE, 'Enterprise User', 'Where in the organisation they are', ENTERPRISE_ATTRIBUTES),
  ]
}

const USUAL = {
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
}

function attribute(name: string, description: string, more: object = {}): Attribute {
  return { name, description, ...USUAL, ...more }
}

const CORE_ATTRIBUTES = [
  attribute('userName', 'What the directory service calls them', { required: true, uniqueness: 'server' }),
  attribute('externalId', 'The id the directory service has for them', { caseExact: true, uniqueness: 'server' }),
  attribute('displayName', 'The name shown to others'),
  attribute('name', 'Their name and its parts', {
    type: 'complex',
    subAttributes: [
      attribute('formatted', 'The whole name'),
      attribute('givenName', 'Given name'),
      attribute('familyName', 'Family name'),
    ],
  }),
  attribute('title', 'What they do'),
  attribute('timezone', 'Their time zone, such as Europe/Dublin'),
  attribute('active', 'False ends every way in at once', { type: 'boolean' }),
  attribute('emails', 'The address at work; one is kept', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'The address', { uniqueness: 'server' }),
      attribute('type', 'Always work', { mutability: 'readOnly' }),
      attribute('primary', 'Always true', { type: 'boolean', mutability: 'readOnly' }),
    ],
  }),
]

const ENTERPRISE_ATTRIBUTES = [
  attribute('employeeNumber', 'The employee id'),
  attribute('department', 'Their department'),
  attribute('division', 'Their division'),
  attribute('manager', 'Whom they report to', {
    type: 'complex',
    subAttributes: [
      attribute('value', 'The id of the manager', { caseExact: true }),
      attribute('$ref', 'Where the manager is found', { type: 'reference', mutability: 'readOnly' }),
      attribute('displayName', 'The name of the manager', { mutability: 'readOnly' }),
    ],
  }),
]
