import { describe, expect, it } from 'vitest'
import { readFilter } from './filter.ts'

const text = (field: string, value: string, op = 'eq') => ({ is: 'text', field, op, value })

describe('the filters that directory services send', () => {
  it.each([
    ['userName eq "Ann@Example.com"', text('userName', 'Ann@Example.com')],
    ['username Eq "ann@example.com"', text('userName', 'ann@example.com')],
    ['externalId EQ "00u1"', text('externalId', '00u1')],
    ['emails.value eq "ann@example.com"', text('email', 'ann@example.com')],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "a"', text('userName', 'a', 'sw')],
    ['URN:IETF:params:scim:schemas:core:2.0:USER:USERNAME eq "a"', text('userName', 'a')],
    ['active eq true', { is: 'active', value: true }],
    ['Active eq False', { is: 'active', value: false }],
    ['active eq "True"', { is: 'active', value: true }],
    ['active ne true', { is: 'active', value: false }],
    ['externalId pr', text('externalId', 'null', 'pr')],
    ['externalId eq null', { is: 'not', of: text('externalId', '', 'pr') }],
    ['name.familyName co "True North"', text('familyName', 'True North', 'co')],
  ])('%s', (filter, condition) => {
    expect(readFilter(filter)).toEqual(condition)
  })

  it('and, or, not and brackets nest', () => {
    expect(readFilter('active eq true AND (userName eq "a" or not (externalId eq "b"))')).toEqual({
      is: 'all',
      of: [
        { is: 'active', value: true },
        { is: 'any', of: [text('userName', 'a'), { is: 'not', of: text('externalId', 'b') }] },
      ],
    })
  })

  it('a path into the addresses finds the one address, and none of another kind', () => {
    const work = { is: 'constant', value: true }
    expect(readFilter('emails[type eq "work"].value eq "a@x.org"')).toEqual({
      is: 'all',
      of: [work, text('email', 'a@x.org')],
    })
    expect(readFilter('EMAILS[Type eq "Work" and value co "@x.org"]')).toEqual({
      is: 'all',
      of: [work, text('email', '@x.org', 'co')],
    })
    expect(readFilter('emails[type eq "home"]')).toEqual({ is: 'constant', value: false })
    expect(readFilter('emails.primary eq true')).toEqual(work)
  })

  it('no filter is everybody', () => {
    for (const none of [undefined, '', '  ']) expect(readFilter(none)).toEqual({ is: 'constant', value: true })
  })

  it.each([
    ['userName eq'],
    ['userName eq "a'],
    ['userName gt "a"'],
    ['meta.lastModified gt "2020-01-01T00:00:00Z"'],
    ['roles eq "owner"'],
    ['active eq "perhaps"'],
    ['; drop table person'],
    ['('.repeat(1000)],
    ['a'.repeat(3000)],
  ])('%s cannot be used and says so', (filter) => {
    expect(() => readFilter(filter)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidFilter' }))
  })
})
