import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { BreakdownFact, ChangeFact, SurveyFact } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { BREAKDOWNS, type BrokenDownBy, type Question, type Survey } from '../../../model/surveys.ts'
import { readProgram } from '../../design/load-program.ts'
import { planBreakdowns } from '../../survey/rules/breakdowns.ts'
import { decideBreakdown } from '../../survey/rules/breaking-down.ts'
import { decideChange } from '../../survey/rules/changes.ts'
import { planPairing } from '../../survey/rules/pairing.ts'
import { GUARD, type Guard } from '../../survey/rules.ts'
import { countResults } from '../rules.ts'
import { attack, type Page, type Read } from './attack.ts'

const RUNS = process.env.DEPTH === 'full' ? 10_000 : 300
const loaded = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!loaded.ok) throw new Error('The program cannot be read.')
const PROGRAM = loaded.value
const [PRE_CLOSES, END_CLOSES] = [addDays(PROGRAM.startsOn, 10), addDays(PROGRAM.startsOn, 60)]

/** Asked before and after; and asked once, in groups. */
const PAIRED: readonly Question[] = [
  { kind: 'agreement', key: 'fit', text: 'f', points: 3 },
  { kind: 'yes-no', key: 'sure', text: 's' },
  { kind: 'skills', key: 'skills', text: 's', options: ['asking', 'listening'] },
]
const ONCE: readonly Question[] = [
  { kind: 'yes-no', key: 'again', text: 'a' },
  { kind: 'agreement', key: 'time', text: 't', points: 3 },
  { kind: 'skills', key: 'grown', text: 'g', options: ['asking', 'listening'] },
]
const SURVEYS: Record<string, Survey> = {
  pre: survey(PRE_CLOSES, [...PAIRED]),
  end: { ...survey(END_CLOSES, [...PAIRED, ...ONCE]), breakdowns: ['division', 'department'] },
}
function survey(closes: string, mentee: Question[]): Survey {
  return { name: 's', opens: PROGRAM.startsOn, closes, required: false, series: 'x', questions: { mentee } }
}
const program: Program = { ...PROGRAM, surveys: SURVEYS }

type Answers = Readonly<Record<string, readonly string[]>>
type Person = {
  readonly division: string
  readonly department: string
  readonly pre: Answers | null
  readonly end: Answers | null
}

const leaning = (...values: string[]) => fc.constantFrom(...values).map((it) => (it === '' ? [] : [it]))
const before = fc.record({
  fit: leaning('3', '3', '2', '1', '1', ''),
  sure: leaning('yes', 'yes', 'no', ''),
  skills: fc.subarray(['asking', 'listening']),
})
const after = fc.record({
  fit: leaning('3', '3', '2', ''),
  sure: leaning('yes', 'yes', 'yes', 'no'),
  skills: fc.subarray(['asking', 'listening']),
  again: leaning('yes', 'yes', 'yes', 'no', ''),
  time: leaning('3', '3', '2', '1'),
  grown: fc.subarray(['asking', 'listening']),
})
/** Departments lie within divisions, but for one that lies across them. */
const person: fc.Arbitrary<Person> = fc
  .record({
    department: fc.constantFrom('a1', 'a1', 'a2', 'b1', 'b1', 'b2', 'x'),
    across: fc.constantFrom('A', 'B'),
    pre: fc.option(before, { freq: 6 }),
    end: fc.option(after, { freq: 6 }),
  })
  .map(({ across, department, ...answers }) => {
    const division = department.startsWith('a') ? 'A' : department.startsWith('b') ? 'B' : across
    return { division, department, ...answers }
  })
/** Often everybody answers both times: then nobody hides among those who answered once. */
const people = fc
  .tuple(fc.array(person, { minLength: 8, maxLength: 44, size: 'max' }), fc.boolean(), after)
  .map(([all, isWhole, filled]) =>
    isWhole ? all.map((it) => ({ ...it, pre: it.pre ?? filled, end: it.end ?? filled })) : all,
  )

/** What is switched off, and how the product would lay answers down then. */
type Way = { readonly guard: Guard; readonly apart?: boolean; readonly pairedToo?: boolean }

const answered = (all: readonly Person[], which: 'pre' | 'end', key: string) =>
  all.map((it) => it[which]?.[key] ?? []).filter((it) => it.length > 0)

function changesOf(all: readonly Person[], { guard }: Way): ChangeFact[] {
  return planPairing(SURVEYS).flatMap((paired) => {
    const { key } = paired.question
    const pairs = all.map((it) => ({ before: it.pre?.[key] ?? [], after: it.end?.[key] ?? [] }))
    const both = { before: answered(all, 'pre', key), after: answered(all, 'end', key) }
    return decideChange(paired, pairs, both, guard).map((it) => ({ ...it, series: 'x', role: 'mentee', question: key }))
  })
}

function groupsOf(all: readonly Person[], way: Way): BreakdownFact[] {
  return ONCE.flatMap((question) => {
    const given = all
      .filter((it) => it.end)
      .map(({ division, department, end }) => ({ values: end?.[question.key] ?? [], groups: { division, department } }))
    const declared: BrokenDownBy[] = ['division', 'department']
    const laid = way.apart
      ? declared.flatMap((by) => decideBreakdown(question, [by], given, way.guard))
      : decideBreakdown(question, declared, given, way.guard)
    return laid.map((it) => ({ ...it, survey: 'end', role: 'mentee', question: question.key }))
  })
}

function readOf(all: readonly Person[], way: Way = { guard: GUARD }): Read {
  const surveys = (['pre', 'end'] as const).map((key): SurveyFact => {
    const given = all.flatMap((it) => (it[key] ? [it[key]] : []))
    const answers = given.flatMap((it) => Object.entries(it).map(([question, values]) => ({ question, values })))
    return { survey: key, role: 'mentee', answered: given.length, answers }
  })
  const facts = { surveys, changes: changesOf(all, way), breakdowns: groupsOf(all, way) }
  const empty = { pairs: [], departments: [], attendance: [], meetings: [] }
  const days = [PRE_CLOSES, END_CLOSES].flatMap((day) => [day, addDays(day, 1)])
  const pages = days.map((asOf): Page => countResults(program, { season: 'x', asOf, ...empty, ...facts }))
  const known: Read['known'] = (_survey, _role, question) =>
    all
      .filter((it) => (it.end?.[question] ?? []).length > 0)
      .map(({ division, department }) => ({ division, department }))
  return { season: 'x', program, pages, known }
}

describe('an attacker who also reads changes and groups, and knows who is where', () => {
  it('makes no answer certain, and works out no figure of fewer than 5 people', () => {
    let [changes, groups] = [0, 0]
    fc.assert(
      fc.property(people, people, (one, other) => {
        const found = attack([readOf(one), { ...readOf(other), season: 'y' }])
        expect(found.certain).toEqual([])
        expect(found.small).toEqual([])
        changes += found.changes
        groups += found.groups
      }),
      { numRuns: RUNS },
    )
    // Figures were there to be read: the protection is not silence.
    expect(changes).toBeGreaterThan(RUNS)
    expect(groups).toBeGreaterThan(RUNS)
  })

  const NOT_ALIKE: Guard = { ...GUARD, alike: -1 }
  const NO_DIFFERENCE: Guard = { ...GUARD, difference: 0 }
  const WAYS: readonly (readonly [what: string, way: Way, won: 'certain' | 'small', of: RegExp])[] = [
    ['groups are told of in which all said the same', { guard: NOT_ALIKE }, 'certain', /group/],
    ['a change is told where all said the same before or after', { guard: NOT_ALIKE }, 'certain', /both|once/],
    ['few may be left when groups are taken from the whole', { guard: NO_DIFFERENCE }, 'small', /group/],
    ['few may have answered only once', { guard: NO_DIFFERENCE }, 'small', /once/],
    ['breakdowns are not weighed against one another', { guard: GUARD, apart: true }, 'small', /group/],
  ]
  it.each(WAYS)('would win where %s', (_, way, how, of) => {
    let won = 0
    fc.assert(
      fc.property(people, (all) => {
        if (attack([readOf(all, way)])[how].some((it) => of.test(it.of))) won += 1
      }),
      { numRuns: 100 },
    )
    expect(won).toBeGreaterThan(0)
  })

  it('is right about what it calls certain of groups and of changes', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...WAYS), (all, [, way]) => {
        for (const it of attack([readOf(all, way)]).certain) {
          const gave = (one: Person) => (one[it.survey as 'pre' | 'end']?.[it.question] ?? []).includes(it.option)
          const asked = all.filter((one) => (one[it.survey as 'pre' | 'end']?.[it.question] ?? []).length > 0)
          const both = (one: Person) => [one.pre, one.end].every((given) => (given?.[it.question] ?? []).length > 0)
          const of = it.of.includes('both')
            ? [asked.filter(both)]
            : it.of.includes('once')
              ? [asked.filter((one) => !both(one))]
              : everyPart(asked)
          expect(of.some((some) => some.length > 0 && some.every((one) => gave(one) === it.gave))).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a question that is compared is not broken down, and the other way round', () => {
    const broken = planBreakdowns(SURVEYS, 'end').map((it) => it.question.key)
    expect(new Set(broken)).toEqual(new Set(ONCE.map((it) => it.key)))
    expect(planPairing(SURVEYS).map((it) => it.question.key)).toEqual(PAIRED.map((it) => it.key))
    expect(BREAKDOWNS).toContain('division')
  })
})

/** Every group an attacker may mean: those of a name, those of several names, and what two of them share or do not. */
function everyPart(all: readonly Person[]): readonly (readonly Person[])[] {
  const by = (key: 'division' | 'department') => subsets([...Map.groupBy(all, (it) => it[key]).values()])
  const [divisions, departments] = [by('division'), by('department')]
  return [...divisions, ...departments].flatMap((one) => [
    one,
    ...[...divisions, ...departments].flatMap((two) => [
      one.filter((it) => two.includes(it)),
      one.filter((it) => !two.includes(it)),
    ]),
  ])
}

function subsets(groups: readonly (readonly Person[])[]): readonly (readonly Person[])[] {
  const found: (readonly Person[])[] = [[]]
  for (const group of groups) found.push(...found.map((it) => [...it, ...group]))
  return found
}
