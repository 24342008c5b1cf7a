import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programJsonSchema } from '../../../model/program-json-schema.ts'
import { editText, readValue } from './edit-text.ts'
import { type FormField, formsOf, planForm, type Shape } from './plan-form.ts'
import { fieldsIn, nameOf, readForm, skeletonOf } from './read-form.ts'
import { readStep } from './read-step.ts'
import { valueAt } from './value-at.ts'

const SHAPE = programJsonSchema() as Shape
const FILES = ['women-2021', 'women-2022', 'new-managers-weekly'].map((it) =>
  readFileSync(`programs/${it}.yaml`, 'utf8'),
)
const fieldsOf = (text: string) => fieldsIn(planForm(SHAPE, readValue(text)))
const enter = (text: string, entered: Record<string, string>) =>
  editText(text, readForm(SHAPE, readValue(text), entered)) ?? ''
const asEntered = (fields: readonly FormField[]) => Object.fromEntries(fields.map((it) => [nameOf(it.path), it.value]))
const press = (text: string, step: string, word = '') =>
  editText(text, readStep(SHAPE, readValue(text), step, word)) ?? ''

describe('a program in fields and as text', () => {
  it.each(FILES)('a form sent back as it came changes not one letter of the text', (text) => {
    expect(fieldsOf(text).length).toBeGreaterThan(80)
    expect(enter(text, asEntered(fieldsOf(text)))).toBe(text)
  })

  it('a field that is emptied goes, and one that must be there stays and is empty', () => {
    const [text = ''] = FILES
    expect(enter(text, { 'f/lengthText': '' })).not.toContain('lengthText')
    expect(enter(text, { 'f/name': '' })).toContain('\nname: ""\n')
    expect(enter(text, { 'f/matching/overlapHours': '2,5' })).toContain('overlapHours: 2.5')
    expect(enter(text, { 'f/review': 'no' })).toContain('\nreview: false\n')
    expect(enter(text, { 'f/meetings/minutes': 'half an hour' })).toContain('minutes: half an hour }')
  })

  it('a list of texts keeps the comments of the lines that stay', () => {
    const text = 'hosts:\n  - One # the first\n  - Two\n  - Three # the last\n'
    expect(enter(text, { 'f/hosts': 'One\nTwo and a half\nThree' })).toBe(text.replace('Two', 'Two and a half'))
    expect(enter(text, { 'f/hosts': 'One\nThree' })).toBe(text.replace('  - Two\n', ''))
    expect(enter(text, { 'f/hosts': 'One\r\nTwo\r\nTwo b\r\nThree' })).toBe(text.replace('Two\n', 'Two\n  - Two b\n'))
  })

  it('buttons add, take away, move and choose another form', () => {
    const [text = '', , weekly = ''] = FILES
    const more = readValue(press(text, 'add f/events'))
    expect(valueAt(more, ['events', 3])).toMatchObject({ key: '', minutes: 1, sessions: [{ key: '' }] })
    expect(valueAt(readValue(press(text, 'add f/surveys', 'A year later')), ['surveys', 'a-year-later'])).toMatchObject(
      {
        name: '',
      },
    )
    expect(valueAt(readValue(press(text, 'remove f/events/0')), ['events', 0, 'key'])).toBe('mid-program')
    expect(valueAt(readValue(press(text, 'down f/events/0')), ['events', 1, 'key'])).toBe('kickoff')
    expect(press(text, 'up f/events/0')).toBe(text)
    expect(press(text, 'remove f/events/9')).toBe(text)
    expect(press(weekly, 'form f/events/0/when', 'from')).toContain('when: { from: "", until: "" }')
    expect(press(weekly, 'add f/coffeeChats')).toContain('coffeeChats: { from: "", until: "" }')
    expect(
      valueAt(readValue(press(text, 'form f/roles/mentor/requirements/0', 'commitment')), [
        'roles',
        'mentor',
        'requirements',
        0,
      ]),
    ).toEqual({
      kind: 'commitment',
      text: 'You have been here for at least three months on the day you apply.',
    })
  })

  it('whatever the text holds, there is a form for it', () => {
    const anything = fc.jsonValue()
    fc.assert(
      fc.property(anything, fc.constantFrom(...Object.keys(SHAPE.properties ?? {})), (value, key) => {
        fieldsIn(planForm(SHAPE, { [key]: value }))
        fieldsIn(planForm(SHAPE, value))
      }),
    )
  })
})

/** Programs as the schema allows them, with the words people write. */
function generated(shape: Shape, depth = 0): fc.Arbitrary<unknown> {
  const forms = formsOf(shape)
  if (forms.length > 1) return fc.oneof(...forms.map((it) => generated(it, depth)))
  const one = forms[0] ?? shape
  if (one.const !== undefined) return fc.constant(one.const)
  if (one.properties) {
    const parts = Object.entries(one.properties)
    return fc.record(Object.fromEntries(parts.map(([key, it]) => [key, generated(it, depth + 1)])), {
      requiredKeys: [...(one.required ?? [])],
    })
  }
  if (one.type === 'array')
    return fc.array(generated(one.items ?? {}, depth + 1), { minLength: one.minItems ?? 0, maxLength: 3 })
  if (typeof one.additionalProperties === 'object')
    return fc.dictionary(
      fc.constantFrom('pre', 'mid', 'a_b', 'no-place'),
      generated(one.additionalProperties, depth + 1),
      { maxKeys: 2 },
    )
  if (one.type === 'boolean') return fc.boolean()
  if (one.enum) return fc.constantFrom(...one.enum)
  if (one.type === 'integer' || one.type === 'number') return fc.integer({ min: one.minimum ?? 0, max: 90 })
  if (one.format === 'date') return fc.constantFrom('2026-01-31', '2026-02-28', '2026-12-01')
  return fc.oneof(
    fc.lorem({ maxCount: 30, mode: 'words' }),
    fc.constantFrom('Ja: nein', '"quoted" # not a comment', "it's", 'yes', '12', '- x', 'ü, { b }', 'one\n\ntwo'),
  )
}

it('the fields of any program come back from its text as they were entered', () => {
  const program = generated(SHAPE)
  fc.assert(
    fc.property(program, program, (one, two) => {
      const text = `# Of the season\n${editText(
        'key: x # kept\n',
        Object.entries(one as object).map(([key, value]) => ({ do: 'set' as const, path: [key], value })),
      )}`
      expect(readValue(text)).toEqual(one)
      // What the other program says in the fields that both have is entered into the first.
      const wanted = asEntered(fieldsIn(planForm(SHAPE, two)))
      const fields = fieldsOf(text).filter((it) => (wanted[nameOf(it.path)] ?? '') !== '')
      const entered = Object.fromEntries(fields.map((it) => [nameOf(it.path), wanted[nameOf(it.path)] ?? '']))
      const after = enter(text, entered)
      const shown = asEntered(fieldsOf(after))
      for (const [name, value] of Object.entries(entered)) expect(shown[name], name).toBe(value.trim())
      expect(after.startsWith('# Of the season\n')).toBe(true)
      expect(after).toContain('# kept')
    }),
    { numRuns: Number(process.env.DEPTH ?? 1) * 15, endOnFailure: true },
  )
})

it('what is added is a fault beside its field, and no crash', () => {
  expect(skeletonOf(SHAPE.properties?.events?.items ?? {})).toEqual({
    key: '',
    name: '',
    when: { day: '' },
    minutes: 1,
    sessions: [{ key: '' }],
  })
})
