import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readProgram } from './load-program.ts'

const GOOD = readFileSync('programs/women-2021.yaml', 'utf8')
const lineOf = (text: string, needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length

function faultsOf(text: string) {
  const read = readProgram(text)
  return read.ok ? [] : read.faults
}

const CASES: readonly (readonly [what: string, from: string, to: string, message: RegExp])[] = [
  ['a day that does not exist', 'startsOn: 2021-05-05', 'startsOn: 2021-02-30', /YYYY-MM-DD/],
  ['a key that does not belong', 'zone: Etc/UTC', 'zone: Etc/UTC\nzoen: x', /"zoen" is not a key/],
  ['a zone nobody knows', 'zone: Etc/UTC', 'zone: Mars/Olympus', /not a time zone/],
  ['an end before the start', 'endsOn: 2021-10-07', 'endsOn: 2021-04-07', /before it starts/],
  [
    'a text that promises another length',
    'lengthText: 3 months',
    'lengthText: 5 months',
    /says 5 months and the meetings run for 3/,
  ],
  [
    'pairs announced while a call is open',
    'announcement: { on: 2021-06-29',
    'announcement: { on: 2021-06-20',
    /while the call for mentees is open/,
  ],
  ['a rhythm no window fits', 'everyDays: 14', 'everyDays: 140', /no window of 140 days fits/],
  [
    'an event after the end',
    'weekOf: 2021-09-20, dayOpen: true }\n    minutes',
    'weekOf: 2021-12-20, dayOpen: true }\n    minutes',
    /outside the season/,
  ],
  ['a certificate that is no training', 'training: dib-certification', 'training: no-such', /no training has the key/],
  ['a late rule that does not exist', 'late: reserve', 'late: perhaps', /not one of the choices/],
  [
    'a day to choose while a call is open',
    'overlapHours: null',
    'shortlist: { size: 3, chooseBy: 2021-06-23 }',
    /choose their mentors by 2021-06-23, while the call for mentees is open until 2021-06-23/,
  ],
  [
    'a day to choose that is the day of the announcement',
    'overlapHours: null',
    'shortlist: { size: 3, chooseBy: 2021-06-29 }',
    /and pairs are announced on 2021-06-29/,
  ],
  ['a shortlist of one', 'overlapHours: null', 'shortlist: { size: 1, chooseBy: 2021-06-25 }', /.+/],
  ['a certificate for nothing', 'review: true', 'certificate: {}\nreview: true', /asks for nothing/],
  [
    'a survey before no certificate',
    'name: Before the program',
    'gate: certificate\n    name: Before the program',
    /the program gives none/,
  ],
  [
    'a series of one survey',
    'name: Half-way',
    'name: Half-way\n    series: growth',
    /only the survey mid is in the series growth/,
  ],
  ['a load with its ends swapped', 'minimum: 1, maximum: 1', 'minimum: 2, maximum: 1', /at least 2 and at most 1/],
]

for (const [what, from, to, message] of CASES) {
  it(`a program file with ${what} is refused where it stands, with the remedy`, () => {
    expect(GOOD).toContain(from)
    const faults = faultsOf(GOOD.replace(from, to))
    const found = faults.find((fault) => message.test(fault.message))
    expect(found, JSON.stringify(faults)).toBeDefined()
    expect(found?.remedy).toMatch(/\.$/)
    const line = lineOf(GOOD, from)
    expect(found?.line).toBeGreaterThanOrEqual(Math.max(1, line - 1))
    expect(found?.line).toBeLessThanOrEqual(line + 2)
  })
}

it('all faults of a file are said at once, in the order of their lines', () => {
  const faults = faultsOf(GOOD.replace('startsOn: 2021-05-05', 'startsOn: x').replace('minutes: 30', 'minutes: -1'))
  expect(faults).toHaveLength(2)
  expect(faults[0]?.line).toBeLessThan(faults[1]?.line ?? 0)
})

it('broken YAML, an empty file and a huge one are refused with their place', () => {
  expect(faultsOf('key: [')[0]).toMatchObject({ line: 1 })
  expect(faultsOf('')[0]?.message).toMatch(/empty/)
  expect(faultsOf('x'.repeat(600_000))[0]?.message).toMatch(/larger than 512 KB/)
})

it('references that multiply are refused', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(8)}*${'abcdefgh'[at]}]`),
  ].join('\n')
  expect(faultsOf(bomb)[0]?.message).toBeTruthy()
})

it('whatever is done to a program file, reading it answers and never throws', () => {
  fc.assert(
    fc.property(fc.nat(GOOD.length - 1), fc.nat(40), fc.string({ maxLength: 20 }), (at, cut, put) => {
      const read = readProgram(GOOD.slice(0, at) + put + GOOD.slice(at + cut))
      if (read.ok) return
      for (const fault of read.faults) {
        expect(fault.line).toBeGreaterThan(0)
        expect(fault.column).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})
