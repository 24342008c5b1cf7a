import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DirectoryPerson } from '../people/shapes/directory-person.ts'
import { ENTERPRISE } from './attributes.ts'
import { readPatch } from './read-patch.ts'
import { putOn, readUser } from './read-user.ts'

const ANN: DirectoryPerson = {
  userName: 'ann@example.com',
  email: 'ann@example.com',
  externalId: '00u1',
  name: 'Ann Lee',
  givenName: 'Ann',
  familyName: 'Lee',
  isActive: true,
  employeeId: '7',
  title: 'Lead',
  division: 'Sales',
  department: 'North',
  timeZone: 'Europe/Dublin',
  managerRef: 'boss',
}
const patched = (...Operations: object[]) => putOn(ANN, readPatch({ Operations }))

describe('active, in every dialect', () => {
  it.each([
    [{ op: 'replace', path: 'active', value: false }],
    [{ op: 'Replace', path: 'active', value: 'False' }],
    [{ op: 'replace', value: { active: false } }],
    [{ op: 'REPLACE', value: { Active: 'false' } }],
    [{ op: 'Add', path: 'active', value: 'False' }],
    [{ op: 'replace', path: 'active', value: [{ $ref: null, value: 'False' }] }],
    [{ Op: 'replace', Path: 'Active', Value: 'FALSE' }],
    [{ op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:active', value: 0 }],
    [{ op: 'replace', value: { 'urn:ietf:params:scim:schemas:core:2.0:User:active': false } }],
  ])('%o ends somebody', (operation) => {
    expect(patched(operation).isActive).toBe(false)
  })

  it('something that is neither is refused, and never passed over', () => {
    for (const value of ['disabled', null, {}, []])
      expect(() => patched({ op: 'replace', path: 'active', value })).toThrow(expect.objectContaining({ status: 400 }))
  })

  it('a value that does not fit beside it keeps nobody in', () => {
    const rest = [
      { op: 'replace', path: 'title', value: { odd: [1] } },
      { op: 'replace', path: 'timezone', value: 'Middle-earth/Shire' },
      { op: 'replace', path: 'addresses[type eq "work"].country', value: 'IE' },
    ]
    expect(patched(...rest, { op: 'Replace', path: 'active', value: 'False' })).toEqual({ ...ANN, isActive: false })
  })
})

describe('a patch', () => {
  it('takes paths of the enterprise extension with a colon, with a dot, and as an object', () => {
    const urn = ENTERPRISE.toUpperCase()
    for (const operation of [
      { op: 'Replace', path: `${ENTERPRISE}:department`, value: 'South' },
      { op: 'replace', path: `${urn}.department`, value: 'South' },
      { op: 'add', value: { [`${ENTERPRISE}:department`]: 'South' } },
      { op: 'replace', value: { [ENTERPRISE]: { department: 'South' } } },
      { op: 'add', path: ENTERPRISE, value: { department: 'South' } },
    ])
      expect(patched(operation)).toEqual({ ...ANN, department: 'South' })
  })

  it('takes a manager as an id, an object, a reference or a list, and takes one away', () => {
    const path = `${ENTERPRISE}:manager`
    for (const value of [
      'carl',
      { value: 'carl' },
      [{ value: 'carl' }],
      { $ref: '../Users/carl' },
      { managerId: 'carl' },
    ])
      expect(patched({ op: 'Add', path, value }).managerRef).toBe('carl')
    expect(patched({ op: 'Add', path: `${path}.value`, value: 'carl' }).managerRef).toBe('carl')
    for (const operation of [
      { op: 'Remove', path },
      { op: 'Remove', path, value: [{ value: 'boss' }] },
      { op: 'Replace', path, value: '' },
    ])
      expect(patched(operation).managerRef).toBeNull()
  })

  it('takes the parts of a name, and makes the name of them where it was made of them', () => {
    expect(patched({ op: 'Replace', path: 'name.familyName', value: 'Kay' })).toMatchObject({ name: 'Ann Kay' })
    expect(patched({ op: 'replace', value: { 'name.givenName': 'Anna' } })).toMatchObject({ name: 'Anna Lee' })
    expect(patched({ op: 'Replace', path: 'displayName', value: 'Annie' })).toMatchObject({
      name: 'Annie',
      givenName: 'Ann',
    })
    const nicknamed = { ...ANN, name: 'Annie' }
    const said = readPatch({ Operations: [{ op: 'replace', path: 'name.familyName', value: 'Kay' }] })
    expect(putOn(nicknamed, said)).toMatchObject({ name: 'Annie', familyName: 'Kay' })
  })

  it('moves the address by any path that means the one at work', () => {
    for (const operation of [
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'New@Example.com' },
      { op: 'Replace', path: 'emails[primary eq true].value', value: 'new@example.com' },
      {
        op: 'replace',
        value: {
          emails: [
            { value: 'other@example.com', type: 'home' },
            { value: 'new@example.com', primary: 'True' },
          ],
        },
      },
      { op: 'replace', path: 'emails', value: [{ value: 'new@example.com' }] },
    ])
      expect(patched(operation)).toEqual({ ...ANN, email: 'new@example.com' })
    expect(patched({ op: 'Replace', path: 'emails[type eq "home"].value', value: 'x@example.com' })).toEqual(ANN)
  })

  it('a new userName moves the address while it is the address', () => {
    expect(patched({ op: 'replace', path: 'userName', value: 'Kay@example.com' })).toMatchObject({
      userName: 'kay@example.com',
      email: 'kay@example.com',
    })
    const apart = { ...ANN, userName: 'alee' }
    const said = readPatch({ Operations: [{ op: 'replace', path: 'userName', value: 'akay@example.com' }] })
    expect(putOn(apart, said)).toMatchObject({ userName: 'akay@example.com', email: 'ann@example.com' })
  })

  it('sets no role, group, entitlement, id or anything else that is not ours', () => {
    const operations = [
      'roles',
      'groups',
      'entitlements',
      'id',
      'hats',
      'kind',
      'password',
      'meta',
      '__proto__',
    ].flatMap((path) => [
      { op: 'Add', path, value: [{ value: 'owner', primary: 'True' }] },
      { op: 'replace', value: JSON.parse(`{"${path}": "owner"}`) },
    ])
    expect(patched(...operations, { op: 'add', path: 'roles[primary eq "True"].value', value: 'owner' })).toEqual(ANN)
  })

  it.each([
    [{}],
    [{ Operations: [] }],
    [{ Operations: ['replace'] }],
    [{ Operations: [{ op: 'move', path: 'active', value: false }] }],
    [{ Operations: [{ op: 'remove' }] }],
    [{ Operations: [{ op: 'replace', value: false }] }],
  ])('%o is none, and is said to be none', (body) => {
    expect(() => readPatch(body)).toThrow(expect.objectContaining({ status: 400 }))
  })
})

describe('a put and a patch that say the same do the same', () => {
  const text = fc.option(fc.string({ maxLength: 12 }), { nil: null })
  const user = fc.record(
    {
      userName: fc.constantFrom('ann@example.com', 'Kay@Example.com', 'alee'),
      externalId: text,
      displayName: text,
      name: fc.record({ formatted: text, givenName: text, familyName: text }, { requiredKeys: [] }),
      title: text,
      timezone: fc.constantFrom('Europe/Dublin', 'Asia/Tokyo', 'nowhere', null),
      active: fc.constantFrom(true, false, 'True', 'False'),
      emails: fc.array(fc.record({ value: fc.emailAddress(), type: fc.constantFrom('work', 'home') }), {
        maxLength: 2,
      }),
      [ENTERPRISE]: fc.record(
        { department: text, division: text, employeeNumber: text, manager: fc.record({ value: text }) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )

  it('as one object, as one operation without a path, and as an operation for each attribute', () => {
    fc.assert(
      fc.property(user, (it) => {
        const put = putOn(ANN, readUser(it))
        expect(putOn(ANN, readPatch({ Operations: [{ op: 'replace', value: it }] }))).toEqual(put)
        const { name, [ENTERPRISE]: enterprise, ...rest } = it
        const operations = [
          ...Object.entries(rest),
          ...Object.entries(name ?? {}).map(([key, value]) => [`name.${key}`, value] as const),
          ...Object.entries(enterprise ?? {}).map(([key, value]) => [`${ENTERPRISE}:${key}`, value] as const),
        ].map(([path, value]) => ({ op: 'Replace', path, value }))
        if (operations.length > 0) expect(putOn(ANN, readPatch({ Operations: operations }))).toEqual(put)
      }),
    )
  })

  it('twice is like once', () => {
    fc.assert(
      fc.property(user, (it) => {
        const once = putOn(ANN, readUser(it))
        expect(putOn(once, readUser(it))).toEqual(once)
      }),
    )
  })
})

describe('somebody new', () => {
  it('needs an address, as userName or among the addresses', () => {
    expect(putOn(null, readUser({ userName: 'Ann@Example.com' }))).toMatchObject({
      userName: 'ann@example.com',
      email: 'ann@example.com',
      name: 'ann@example.com',
      isActive: true,
    })
    const apart = readUser({ userName: 'alee', emails: [{ value: 'ann@example.com' }], name: { givenName: 'Ann' } })
    expect(putOn(null, apart)).toMatchObject({ userName: 'alee', email: 'ann@example.com', name: 'Ann' })
    expect(() => putOn(null, readUser({ userName: 'alee' }))).toThrow(expect.objectContaining({ status: 400 }))
  })

  it('has no null character and no half letter in anything', () => {
    const odd = readUser({ userName: 'a@x.org', displayName: 'A\u0000nn \ud800', title: '\u0000' })
    expect(putOn(null, odd)).toMatchObject({ name: 'Ann \ufffd', title: null })
  })
})
