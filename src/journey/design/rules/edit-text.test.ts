import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editText, readValue, type TextEdit } from './edit-text.ts'

const FILES = ['women-2021', 'women-2022', 'new-managers-weekly'].map((it) =>
  readFileSync(`programs/${it}.yaml`, 'utf8'),
)
const [GOOD = ''] = FILES
const linesThatWent = (before: string, after: string) => {
  const kept = after.split('\n')
  return before.split('\n').filter((line) => !kept.includes(line))
}
const set = (path: TextEdit['path'], value: unknown): TextEdit => ({ do: 'set', path, value })

describe('an edit changes the file where it stands, and nothing else', () => {
  const CASES: readonly (readonly [what: string, edits: readonly TextEdit[], gone: number, put: string])[] = [
    ['a day', [set(['startsOn'], '2021-05-12')], 1, 'startsOn: 2021-05-12\n'],
    ['a day inside braces', [set(['roles', 'mentor', 'call', 'closes'], '2021-06-08')], 1, 'closes: 2021-06-08, late'],
    ['a text that YAML would misread', [set(['name'], 'yes: #1')], 1, 'name: "yes: #1"\n'],
    ['a long text', [set(['purpose'], 'To learn.')], 2, 'purpose: >-\n  To learn.\nmission:'],
    ['a name that was not there', [set(['acceptsSelfDeclared'], true)], 0, 'acceptsSelfDeclared: true\n'],
    [
      'one more line of a list',
      [{ do: 'insert', path: ['mission'], at: 3, value: 'Be kind' }],
      0,
      '- Bring teams closer together\n  - Be kind\n',
    ],
    ['a line of a list less', [{ do: 'remove', path: ['mission', 1] }], 1, 'organisation\n  - Bring teams'],
    ['an event less', [{ do: 'remove', path: ['events', 1] }], 5, 'key: celebration'],
    ['a part that goes', [{ do: 'remove', path: ['coffeeChats'] }], 1, 'announcement: {'],
    [
      'two lines that trade places',
      [{ do: 'swap', path: ['mission'], at: 0 }],
      0,
      'paths for growth inside it\n  - Build trust',
    ],
    [
      'one more event',
      [
        {
          do: 'insert',
          path: ['events'],
          at: 3,
          value: { key: 'ama', name: 'Ask', when: { day: '2021-08-01' }, minutes: 30, sessions: [{ key: '1' }] },
        },
      ],
      0,
      '  - key: ama\n',
    ],
  ]
  it.each(CASES)('%s', (_, edits, gone, put) => {
    const after = editText(GOOD, edits)
    expect(after).toContain(put)
    expect(linesThatWent(GOOD, after ?? '')).toHaveLength(gone)
  })

  it('comments stay, beside and above what is edited', () => {
    const text =
      '# The file\nkey: a # short\n# Of the events\nevents:\n  # the first\n  - { key: x, name: X } # kept\n  - key: y\n'
    const after = editText(text, [
      set(['key'], 'b'),
      set(['events', 0, 'name'], 'Z'),
      { do: 'insert', path: ['events'], at: 2, value: { key: 'z' } },
    ])
    expect(after).toBe(
      '# The file\nkey: b # short\n# Of the events\nevents:\n  # the first\n  - { key: x, name: Z } # kept\n  - key: y\n  - key: z\n',
    )
  })

  it('what cannot be read is not edited', () => {
    expect(editText('key: [', [set(['key'], 'x')])).toBeNull()
    expect(editText('- a\n', [set(['key'], 'x')])).toBeNull()
  })
})

type Place = { readonly path: TextEdit['path']; readonly value: unknown }
function placesIn(value: unknown, path: TextEdit['path'] = []): readonly Place[] {
  const inside = Array.isArray(value)
    ? value.map((it, at) => [at, it] as const)
    : value && typeof value === 'object'
      ? Object.entries(value)
      : []
  return [...(path.length > 0 ? [{ path, value }] : []), ...inside.flatMap(([key, it]) => placesIn(it, [...path, key]))]
}

it('whatever is set, put in, taken out or moved, the text then says exactly that', () => {
  const words = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.lorem({ maxCount: 40 }),
    fc.constantFrom('yes', '2021-05-05', '1', '', ' x', 'a\nb', '# no', "it's", '- a', '\n', 'a: b', '…'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.nat(),
      fc.constantFrom('set', 'remove', 'insert', 'swap'),
      words,
      (text, pick, what, word) => {
        const before = readValue(text) ?? {}
        const places = placesIn(before)
        const lists = places.filter((it) => Array.isArray(it.value) && it.value.length > 0)
        const { path, value } = (what === 'insert' || what === 'swap' ? lists : places)[
          pick % (what === 'insert' || what === 'swap' ? lists : places).length
        ] ?? { path: ['name'], value: '' }
        const many = Array.isArray(value) ? value.length : 0
        const edit: TextEdit =
          what === 'set'
            ? { do: 'set', path, value: word }
            : what === 'remove'
              ? { do: 'remove', path }
              : what === 'insert'
                ? { do: 'insert', path, at: pick % (many + 1), value: pick % 2 ? word : { key: word } }
                : { do: 'swap', path, at: pick % Math.max(1, many) }
        const after = editText(text, [edit])
        expect(readValue(after ?? '')).toEqual(expectedOf(before, edit))
        expect(
          after
            ?.split('\n')
            .filter((it) => it.startsWith('#'))
            .slice(0, 2),
        ).toEqual(
          text
            .split('\n')
            .filter((it) => it.startsWith('#'))
            .slice(0, 2),
        )
      },
    ),
    { numRuns: Number(process.env.DEPTH ?? 1) * 60 },
  )
})

function expectedOf(before: unknown, edit: TextEdit): unknown {
  const after = structuredClone(before) as Record<string, unknown>
  const last = edit.path.at(-1) ?? ''
  // biome-ignore lint/suspicious/noExplicitAny: a walk through whatever a file holds
  const parent = edit.path.slice(0, -1).reduce<any>((at, step) => at[step], after)
  const list = parent[last]
  if (edit.do === 'set') parent[last] = edit.value
  else if (edit.do === 'remove') Array.isArray(parent) ? parent.splice(Number(last), 1) : delete parent[last]
  else if (edit.do === 'insert') list.splice(edit.at, 0, edit.value)
  else if (edit.at + 1 < list.length) list.splice(edit.at, 2, list[edit.at + 1], list[edit.at])
  return after
}
