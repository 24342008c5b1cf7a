import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Known, PersonInput } from '../shapes/directory.ts'
import { NOTHING_KNOWN } from './describe-change.ts'
import { planDirectory, type Setting } from './plan-directory.ts'

const DAY = '2026-11-23'
const person = (name: string, more: Partial<Known> = {}): Known => ({
  ...NOTHING_KNOWN,
  id: `id-of-${name}`,
  email: `${name}@example.com`,
  name,
  kind: 'directory',
  employee_id: null,
  in_directory: true,
  left_on: null,
  is_erased: false,
  ...more,
})
const row = (name: string, more: Partial<PersonInput> = {}): PersonInput => ({
  row: 2,
  email: `${name}@example.com`,
  name,
  ...more,
})
const plan = (rows: readonly PersonInput[], known: readonly Known[], more: Partial<Setting> = {}) => {
  let made = known.length
  const setting = { known, day: DAY, whole: false, selfId: null, ownerIds: [], ...more }
  return planDirectory(rows, setting, () => `new-${++made}`)
}

describe('what a sheet says of one person', () => {
  it('somebody new is added, and holds from the beginning of record', () => {
    const { people, entries, changed, report } = plan([row('ann', { division: 'Sales' })], [])
    expect(people).toEqual([
      { id: 'new-1', email: 'ann@example.com', name: 'ann', kind: 'directory', employee_id: null },
    ])
    expect(entries).toMatchObject([{ isFirst: true, record: { person_id: 'new-1', division: 'Sales' } }])
    expect(changed).toMatchObject([{ what: 'new', changes: [{ field: 'division', from: null, to: 'Sales' }] }])
    expect(report).toMatchObject({ read: 1, accepted: 1, unchanged: 0 })
  })

  it('a change says field by field what it was and what it becomes', () => {
    const known = [
      person('ann', { division: 'Sales', works_on: [1, 2, 3, 4, 5], manager_id: 'id-of-bea' }),
      person('bea'),
    ]
    const rows = [row('ann', { name: 'Ann', division: 'Legal', worksOn: [1, 3], managerRef: null })]
    expect(plan(rows, known).changed).toEqual([
      {
        row: 2,
        email: 'ann@example.com',
        name: 'Ann',
        what: 'changed',
        changes: [
          { field: 'name', from: 'ann', to: 'Ann' },
          { field: 'division', from: 'Sales', to: 'Legal' },
          { field: 'manager', from: 'bea@example.com', to: null },
          { field: 'works on', from: 'Mon to Fri', to: 'Mon, Wed' },
        ],
      },
    ])
  })

  it('what the file has no column for stays, what a cell leaves empty goes', () => {
    const known = [person('ann', { division: 'Sales', title: 'Lead', employee_id: '7' })]
    expect(plan([row('ann')], known).report).toMatchObject({ accepted: 0, unchanged: 1 })
    expect(plan([row('ann', { title: null })], known).entries[0]?.record).toMatchObject({
      title: null,
      division: 'Sales',
    })
  })

  it('a guest who turns up in the directory becomes part of it', () => {
    const { people, changed } = plan([row('ann')], [person('ann', { kind: 'guest', in_directory: false })])
    expect(people).toMatchObject([{ id: 'id-of-ann', kind: 'directory' }])
    expect(changed).toMatchObject([{ what: 'new' }])
  })

  it('the word "null" in a cell is a text and not nothing', () => {
    expect(plan([row('ann', { title: 'null' })], [person('ann')]).entries).toHaveLength(1)
  })
})

describe('managers', () => {
  it('are found by employee id or address, also those of the same sheet', () => {
    const rows = [
      row('ann', { managerRef: 'E9', row: 2 }),
      row('bea', { employeeId: 'e9', managerRef: 'carl@example.com', row: 3 }),
    ]
    const { entries, report } = plan(rows, [person('carl')])
    expect(entries.map((it) => it.record.manager_id)).toEqual(['new-3', 'id-of-carl'])
    expect(report.notes).toEqual([])
  })

  it('an unknown one is a note, oneself is none, and a circle is kept as it is said', () => {
    const rows = [
      row('ann', { managerRef: 'nobody@example.com', row: 2 }),
      row('bea', { managerRef: 'bea@example.com', row: 3 }),
      row('carl', { managerRef: 'dora@example.com', row: 4 }),
      row('dora', { managerRef: 'carl@example.com', row: 5 }),
    ]
    const { entries, report } = plan(rows, [])
    expect(entries.map((it) => it.record.manager_id)).toEqual([null, null, 'new-4', 'new-3'])
    expect(report.notes).toMatchObject([{ row: 2, column: 'manager_id' }])
  })
})

describe('who leaves by a sheet', () => {
  it('has a day in left_on; who is only missing has not left, unless the file is the whole directory', () => {
    const known = [
      person('ann'),
      person('bea'),
      person('guest', { kind: 'guest' }),
      person('self', { kind: 'self-declared' }),
    ]
    const dated = plan([row('ann', { leftOn: '2026-11-20' })], known)
    expect(dated.endings).toMatchObject([{ personId: 'id-of-ann', leftOn: '2026-11-20', row: 2 }])
    expect(dated.changed).toMatchObject([
      { what: 'leaves', changes: [{ field: 'left on', from: null, to: '2026-11-20' }] },
    ])
    expect(plan([row('ann')], known).endings).toEqual([])
    const whole = plan([row('ann')], known, { whole: true })
    expect(whole.endings).toMatchObject([{ personId: 'id-of-bea', leftOn: DAY, row: null }])
    expect(whole.report).toMatchObject({ read: 1, accepted: 0, unchanged: 1, facts: { left: 1, returned: 0 } })
  })

  it('who left or was erased before does not leave again', () => {
    const known = [person('ann', { left_on: '2026-01-01' }), person('bea', { is_erased: true })]
    expect(plan([row('carl')], known, { whole: true }).endings).toEqual([])
  })

  it('a later day lets nobody in again who is gone, and the sheet is told so', () => {
    const known = [person('ann', { left_on: '2026-01-01' })]
    const later = plan([row('ann', { leftOn: '2099-12-31' })], known)
    expect(later.endings).toEqual([])
    expect(later.report.notes).toMatchObject([{ row: 2, column: 'left_on' }])
    const still = plan([row('ann', { leftOn: '2099-12-31' })], [person('ann', { left_on: '2099-06-30' })])
    expect(still.endings).toMatchObject([{ leftOn: '2099-12-31' }])
  })

  it('a sheet without the column brings nobody back and says so; an empty cell does', () => {
    const known = [person('ann', { left_on: '2026-01-01' })]
    const silent = plan([row('ann')], known)
    expect(silent.endings).toEqual([])
    expect(silent.report.notes).toMatchObject([{ row: 2, column: 'left_on' }])
    const said = plan([row('ann', { leftOn: null })], known)
    expect(said.endings).toMatchObject([{ personId: 'id-of-ann', before: '2026-01-01', leftOn: null }])
    expect(said.changed).toMatchObject([{ what: 'returns' }])
  })

  it('nobody shuts themselves out, and the last owner stays; both are notes', () => {
    const known = [person('ann'), person('bea'), person('carl')]
    const self = plan([row('bea')], known, { whole: true, selfId: 'id-of-ann' })
    expect(self.endings.map((it) => it.personId)).toEqual(['id-of-carl'])
    expect(self.report.notes).toMatchObject([{ row: 1 }])
    const owner = plan([row('bea')], known, { whole: true, ownerIds: ['id-of-ann', 'id-of-carl'] })
    expect(owner.endings).toEqual([])
    const oneStays = plan([row('ann'), row('bea')], known, { whole: true, ownerIds: ['id-of-ann', 'id-of-carl'] })
    expect(oneStays.endings.map((it) => it.personId)).toEqual(['id-of-carl'])
  })
})

describe('every row is counted once', () => {
  const names = fc.constantFrom('ann', 'bea', 'carl', 'dora')
  const text = fc.option(fc.constantFrom('Sales', 'Legal'), { nil: null })
  const leftOn = fc.option(fc.constantFrom(null, '2026-01-01', '2027-01-01'), { nil: undefined })
  const rows = fc.array(fc.record({ name: names, division: text, leftOn }), { maxLength: 6 })

  it('read is accepted, unchanged and rejected, whatever is known; and the same sheet twice changes nothing', () => {
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (first, second, whole) => {
        const asRows = (it: typeof first) => it.map((one, at) => row(one.name, { ...one, row: at + 2 }))
        const known = apply([], plan(asRows(first), []))
        const next = plan(asRows(second), known, { whole })
        expect(next.report.accepted + next.report.unchanged + next.report.rejected.length).toBe(second.length)
        const again = plan(asRows(second), apply(known, next), { whole })
        expect(again.changed).toEqual([])
        expect(again.report.accepted).toBe(0)
      }),
    )
  })
})

/** Everybody known after a plan was carried out. */
function apply(known: readonly Known[], it: ReturnType<typeof plan>): readonly Known[] {
  const people = new Map(known.map((one) => [one.id, one]))
  for (const one of it.people) {
    const before = people.get(one.id) ?? person('x', { in_directory: false })
    people.set(one.id, { ...before, ...one, in_directory: true })
  }
  for (const { record } of it.entries) {
    const before = people.get(record.person_id)
    if (before) people.set(record.person_id, { ...before, ...record })
  }
  for (const one of it.endings) {
    const before = people.get(one.personId)
    if (before) people.set(one.personId, { ...before, left_on: one.leftOn })
  }
  return [...people.values()]
}
