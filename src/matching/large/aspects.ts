import { NOT_POSSIBLE } from '../grid.ts'
import { readHardRules, refusalOf } from '../hard-rules.ts'
import type { Mentee, Mentor, Policy } from '../problem.ts'
import { experienceTerm, seniorityTerm } from '../terms/ladder.ts'
import { languageTerm } from '../terms/language.ts'
import { overlapTerm } from '../terms/overlap.ts'
import { pastTerm } from '../terms/past.ts'
import type { Asked, PreparedTerm } from '../terms/prepared-term.ts'
import { wishesTerm } from '../terms/wishes.ts'
import { pointsOf, type TermName, USUAL_WEIGHTS } from '../weights.ts'

/**
 * One side of people that worth and open rules look at: rows and columns fall into kinds, and two kinds have one value, points or
 * `NOT_POSSIBLE`. What two single people have between them (wishes, past pairs, blocks, lines) is left to `exceptions.ts`.
 */
export type Aspect = {
  readonly rowKind: Int32Array
  readonly columnKind: Int32Array
  /** Row kinds × column kinds. */
  readonly value: Int32Array
  readonly rowKinds: number
  readonly columnKinds: number
}

type Person = Mentor | Mentee
type Plan = {
  /** All of a person that this aspect looks at; the same object or text is the same kind. */
  readonly keyOf: (one: Person) => unknown
  readonly keeps: (one: Person) => Partial<Person>
  readonly terms: readonly TermName[]
  readonly rule: Partial<Policy> | null
}
type Making = (asked: Asked, most: number) => PreparedTerm

const TERMS: Readonly<Partial<Record<TermName, Making>>> = {
  wishes: wishesTerm,
  experience: experienceTerm,
  seniority: seniorityTerm,
  overlap: overlapTerm,
  language: languageTerm,
  past: pastTerm,
}
const NO_RULES: Pick<
  Policy,
  'otherDivision' | 'reportingLineDistance' | 'overlapHours' | 'levelsAhead' | 'blocks' | 'forbidden' | 'past'
> = {
  otherDivision: false,
  reportingLineDistance: 0,
  overlapHours: null,
  levelsAhead: null,
  blocks: [],
  forbidden: [],
  past: [],
}
/** Somebody of whom nothing is known. */
const NOBODY: Mentor = {
  id: '',
  division: null,
  lineAbove: [],
  topics: [],
  priority: { score: null, appliedAt: '' },
  minimum: 0,
  maximum: 1,
}
/** A list that names nobody of the run. */
const A_LIST = ['\u0000nobody']

/** Reads everybody into the aspects that a policy looks at; computed by the terms and the rules themselves, once for two kinds. */
export function readAspects(mentees: readonly Mentee[], mentors: readonly Mentor[], policy: Policy): readonly Aspect[] {
  const points = pointsOf(policy.worth?.weights ?? USUAL_WEIGHTS)
  const plans: readonly Plan[] = [
    {
      keyOf: (one) => one.division,
      keeps: ({ division }) => ({ division }),
      terms: [],
      rule: policy.otherDivision ? { otherDivision: true } : null,
    },
    {
      keyOf: readHoursKeys(),
      keeps: ({ hours, asynchronous }) => ({ hours, asynchronous }),
      terms: ['overlap'],
      rule: policy.overlapHours == null ? null : { overlapHours: policy.overlapHours },
    },
    {
      keyOf: (one) => one.level ?? null,
      keeps: ({ level }) => ({ level }),
      terms: ['seniority'],
      rule: policy.levelsAhead ? { levelsAhead: policy.levelsAhead } : null,
    },
    { keyOf: (one) => one.years ?? null, keeps: ({ years }) => ({ years }), terms: ['experience'], rule: null },
    {
      keyOf: (one) => (one.languages?.length ? one.languages.join('\n') : null),
      keeps: ({ languages }) => ({ languages }),
      terms: ['language'],
      rule: null,
    },
    {
      keyOf: (one) => (one.wishes?.length ?? 0) > 0,
      keeps: ({ wishes }) => ({ wishes: wishes?.length ? A_LIST : [] }),
      terms: ['wishes', 'past'],
      rule: null,
    },
  ]
  return plans.flatMap((plan) => {
    const terms = plan.terms.flatMap((name) => {
      const [make, most] = [TERMS[name], points.get(name)]
      return make && most !== undefined ? [{ make, most }] : []
    })
    return terms.length === 0 && !plan.rule ? [] : [readAspect(plan, terms, mentees, mentors, policy)]
  })
}

function readAspect(
  { keyOf, keeps, rule }: Plan,
  terms: readonly { readonly make: Making; readonly most: number }[],
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  policy: Policy,
): Aspect {
  const rows = kindsOf(mentees, keyOf)
  const columns = kindsOf(mentors, keyOf)
  const asked: Asked = {
    mentees: rows.first.map((one) => ({ ...NOBODY, ...keeps(one) })),
    mentors: columns.first.map((one) => ({ ...NOBODY, ...keeps(one), id: 'other' })),
    policy: { ...policy, ...NO_RULES },
  }
  const prepared = terms.map(({ make, most }) => make(asked, most))
  const rules = rule ? readHardRules({ ...policy, ...NO_RULES, ...rule }) : null
  const value = new Int32Array(asked.mentees.length * asked.mentors.length)
  asked.mentees.forEach((mentee, row) => {
    asked.mentors.forEach((mentor, column) => {
      const isPossible = rules === null || refusalOf(rules, mentor, mentee) === null
      value[row * asked.mentors.length + column] = isPossible
        ? prepared.reduce((sum, it) => sum + it.points(row, column), 0)
        : NOT_POSSIBLE
    })
  })
  const [rowKinds, columnKinds] = [asked.mentees.length, asked.mentors.length]
  return { rowKind: rows.of, columnKind: columns.of, value, rowKinds, columnKinds }
}

function kindsOf<One extends Person>(people: readonly One[], keyOf: (one: One) => unknown) {
  const kinds = new Map<unknown, number>()
  const first: One[] = []
  const of = Int32Array.from(people, (one) => {
    const key = keyOf(one)
    const known = kinds.get(key)
    if (known !== undefined) return known
    kinds.set(key, first.length)
    return first.push(one) - 1
  })
  return { of, first }
}

// Hours are long texts and few: each list is written out once.
function readHoursKeys(): (one: Person) => string {
  const texts = new Map<unknown, string>()
  return ({ hours, asynchronous }) => {
    let text = texts.get(hours ?? null)
    if (text === undefined) {
      text = JSON.stringify(hours ?? null)
      texts.set(hours ?? null, text)
    }
    return asynchronous === true ? `${text}a` : text
  }
}
