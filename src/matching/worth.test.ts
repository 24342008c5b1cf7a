import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLessThanHours, minutesADay, sharedOver, type WeekRun } from './overlap.ts'
import type { Mentee, Mentor, Policy } from './problem.ts'
import { prepare } from './scorer.ts'
import type { Taxonomy } from './taxonomy.ts'
import { readSharedHours } from './terms/overlap.ts'
import { likeness, rarityIn, vectorOf } from './trigrams.ts'
import { FULL_WORTH, pointsOf, TERM_NAMES, type TermName } from './weights.ts'
import { pairWorth } from './worth.ts'

const TAXONOMY: Taxonomy = [
  { id: 'Selling', parents: ['Customers'], aliases: ['sales', 'sales skills'] },
  { id: 'Key accounts', parents: ['Selling'], aliases: ['account management'] },
  { id: 'Marketing', parents: ['Customers'], aliases: [] },
  { id: 'Contracts', parents: ['Law'], aliases: ['contract law'] },
]
const open: Policy = {
  otherDivision: false,
  reportingLineDistance: 0,
  blocks: [],
  forbidden: [],
  pinned: [],
  past: [],
  seed: 1,
  shortage: { by: 'count' },
}
const only = (name: TermName, more: Policy['worth'] = {}): Policy => ({
  ...open,
  worth: { ...more, weights: { [name]: 1 } },
})

function mentee(more: Partial<Mentee> = {}): Mentee {
  return { id: 'e', division: null, lineAbove: [], topics: [], priority: { score: null, appliedAt: '' }, ...more }
}
function mentor(more: Partial<Mentor> = {}): Mentor {
  return { ...mentee({ id: 'm' }), minimum: 0, maximum: 1, ...more }
}

const span = fc
  .tuple(fc.integer({ min: 0, max: 10_079 }), fc.integer({ min: 1, max: 900 }))
  .map(([from, long]) => [from, Math.min(10_080, from + long)] as const)
/** Ascending and apart, as the type asks. */
const spans = fc
  .array(span, { maxLength: 5 })
  .map((all) =>
    [...all]
      .sort((a, b) => a[0] - b[0])
      .reduce<(readonly [number, number])[]>(
        (kept, it) => ((kept.at(-1)?.[1] ?? -1) < it[0] ? [...kept, it] : kept),
        [],
      ),
  )
const run = fc.record({ weeks: fc.integer({ min: 1, max: 6 }), spans })
const hours = fc.option(fc.array(run, { minLength: 1, maxLength: 4 }))
const words = ['Selling', 'SALES', 'key accounts', 'marketing', 'contract law', 'selling things', 'Rust', ' rust ', '']
const ids = ['e1', 'e2', 'e3', 'm1', 'm2', 'm3']
const person = fc.record({
  topics: fc.array(fc.constantFrom(...words), { maxLength: 4 }),
  level: fc.option(fc.integer({ min: -3, max: 9 })),
  years: fc.option(fc.integer({ min: 0, max: 50 })),
  languages: fc.array(fc.constantFrom('English', 'french ', 'Swahili'), { maxLength: 2 }),
  hours,
  wishes: fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
  asynchronous: fc.boolean(),
})
const mentees = fc
  .array(person, { maxLength: 3 })
  .map((all) => all.map((it, at) => mentee({ ...it, id: `e${at + 1}` })))
const mentors = fc
  .array(person, { maxLength: 3 })
  .map((all) => all.map((it, at) => mentor({ ...it, id: `m${at + 1}` })))
const weights = fc.record(Object.fromEntries(TERM_NAMES.map((name) => [name, fc.integer({ min: 0, max: 9 })])))
const policy = fc
  .record({
    weights,
    similarWords: fc.boolean(),
    past: fc.array(fc.record({ mentorId: fc.constantFrom(...ids), menteeId: fc.constantFrom(...ids) }), {
      maxLength: 3,
    }),
  })
  .map(({ past, ...worth }): Policy => ({ ...open, past, worth: { ...worth, taxonomy: TAXONOMY } }))

describe('the worth of a pair', () => {
  it('is a whole number 0 to 10,000, the sum of parts that keep to their own most', () => {
    fc.assert(
      fc.property(mentees, mentors, policy, (es, ms, rules) => {
        const scorer = prepare(es, ms, rules)
        es.forEach((_, row) => {
          ms.forEach((__, column) => {
            const { worth, terms } = scorer.explain(row, column)
            expect(scorer.score(row, column)).toBe(worth)
            expect(Number.isInteger(worth) && worth >= 0 && worth <= FULL_WORTH).toBe(true)
            for (const it of terms)
              expect(Number.isInteger(it.points) && it.points >= 0 && it.points <= it.max).toBe(true)
            for (const it of terms) expect(it.says).not.toBe('')
            const most = terms.reduce((sum, it) => sum + it.max, 0)
            expect(most).toBe(terms.length === 0 ? 0 : FULL_WORTH)
          })
        })
      }),
      { numRuns: 150 },
    )
  })

  it('depends on the two people and the policy alone, in whatever order everybody comes', () => {
    fc.assert(
      fc.property(mentees, mentors, policy, (es, ms, rules) => {
        const all = prepare(es, ms, rules)
        const turned = prepare([...es].reverse(), [...ms].reverse(), rules)
        es.forEach((e, row) => {
          ms.forEach((m, column) => {
            expect(pairWorth(m, e, rules)).toEqual(all.explain(row, column))
            expect(turned.score(es.length - 1 - row, ms.length - 1 - column)).toBe(all.score(row, column))
            const mixed = { topics: [...e.topics].reverse(), languages: [...(e.languages ?? [])].reverse() }
            expect(pairWorth(m, { ...e, ...mixed }, rules).worth).toBe(all.score(row, column))
          })
        })
      }),
      { numRuns: 100 },
    )
  })

  it('shares 10,000 among the weights to the last point', () => {
    fc.assert(
      fc.property(weights, (given) => {
        const points = [...pointsOf(given)]
        expect(points.reduce((sum, [, it]) => sum + it, 0)).toBe(points.length === 0 ? 0 : FULL_WORTH)
        for (const [name, it] of points)
          for (const [other, its] of points)
            if ((given[name] ?? 0) > (given[other] ?? 0)) expect(it).toBeGreaterThanOrEqual(its)
      }),
    )
    expect([...pointsOf({ topics: 6, wishes: 1, experience: 1, seniority: 1, overlap: 1, language: 1 })]).toEqual([
      ['topics', 5455],
      ['wishes', 909],
      ['experience', 909],
      ['seniority', 909],
      ['overlap', 909],
      ['language', 909],
    ])
  })

  it('where nothing is known, is half of every part and no reason for anybody', () => {
    const { terms } = pairWorth(mentor(), mentee(), {
      ...open,
      worth: { weights: { topics: 3, wishes: 2, seniority: 2, overlap: 1 } },
    })
    for (const it of terms) expect(it.points).toBe(Math.floor(it.max / 2))
  })
})

describe('topics', () => {
  const points = (
    wanted: string[],
    offered: string[],
    more: Policy['worth'] = { taxonomy: TAXONOMY, similarWords: true },
  ) => pairWorth(mentor({ topics: offered }), mentee({ topics: wanted }), only('topics', more)).worth

  it.each([
    [['Selling'], ['sales skills'], 10_000],
    [['Selling'], ['Key accounts'], 6000],
    [['account management'], ['sales'], 6000],
    [['Selling'], ['Marketing'], 3000],
    [['Selling'], ['Contracts'], 0],
    [['Selling', 'Contracts'], ['Selling'], 5000],
    [['Selling', 'SALES'], ['sales'], 10_000],
    [['Rust'], [' rust '], 10_000],
    [['Rust'], ['Gardening'], 0],
    [[], ['Selling'], 5000],
    [['Selling'], [], 0],
    [['Élan vital'], ['elan vital'], 8000],
  ])('%j wanted and %j offered is %i', (wanted, offered, worth) => {
    expect(points(wanted, offered)).toBe(worth)
  })

  it('one more topic offered never takes points away, and one more hit never either', () => {
    const list = fc.array(fc.constantFrom(...words), { maxLength: 4 })
    fc.assert(
      fc.property(list, list, fc.constantFrom(...words), (wanted, offered, more) => {
        expect(points(wanted, [...offered, more])).toBeGreaterThanOrEqual(points(wanted, offered))
        if (wanted.some((it) => it.trim() !== '')) expect(points(wanted, [...offered, ...wanted])).toBe(10_000)
      }),
    )
  })

  it('without a taxonomy and similar words, only the same words count', () => {
    expect(points(['selling things'], ['selling thing'], {})).toBe(0)
    expect(points(['sales'], ['Selling'], {})).toBe(0)
  })
})

describe('how alike texts are', () => {
  const rarity = rarityIn(TAXONOMY.flatMap((it) => [it.id, ...it.aliases]))
  const alike = (a: string, b: string) => likeness(vectorOf(a, rarity), vectorOf(b, rarity))

  it.each([
    ['leading my first team', 'Leading a first team', 60],
    ['data visualisation', 'data visualization', 60],
    ['kubernetes clusters', 'Running Kubernetes', 50],
  ])('%s and %s say nearly the same', (a, b, least) => {
    expect(alike(a, b)).toBeGreaterThanOrEqual(least)
  })

  it.each([
    ['kubernetes clusters', 'returning from parental leave'],
    ['tax law', 'public speaking'],
  ])('%s and %s have nothing to do with each other', (a, b) => {
    expect(alike(a, b)).toBeLessThan(20)
  })

  it('a long text is known by the 32 trigrams that tell most', () => {
    const long = 'abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba 0123456789'
    expect(vectorOf(long, rarity).terms.length).toBe(32)
    expect(vectorOf('sales', rarity).terms.length).toBe(5)
  })

  it('is the same both ways, full with itself, and fits 32 bytes whatever the text', () => {
    const text = fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom(...words))
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a))
        const vector = vectorOf(a, rarity)
        expect(vector.weights.length).toBeLessThanOrEqual(32)
        expect(vector.terms.length).toBe(vector.weights.length)
        expect(alike(a, a)).toBe(vector.terms.length === 0 ? 0 : 100)
      }),
    )
  })
})

describe('shared hours', () => {
  /** Every minute of every week, one by one. */
  function counted(a: readonly WeekRun[], b: readonly WeekRun[]): number {
    const weeksOf = (runs: readonly WeekRun[]) => runs.flatMap((it) => Array<WeekRun['spans']>(it.weeks).fill(it.spans))
    const [one, other] = [weeksOf(a), weeksOf(b)]
    let minutes = 0
    for (let week = 0; week < Math.min(one.length, other.length); week++)
      for (let minute = 0; minute < 10_080; minute++)
        if ([one[week], other[week]].every((its) => its?.some(([from, until]) => from <= minute && minute < until)))
          minutes++
    return minutes
  }

  it('are every minute of every week that both work, the same both ways', () => {
    const runs = fc.array(run, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(runs, runs, (a, b) => {
        expect(sharedOver(a, b)?.minutes).toBe(counted(a, b))
        expect(sharedOver(a, b)).toEqual(sharedOver(b, a))
      }),
      { numRuns: 25 },
    )
  })

  it('are the same looked up as asked one by one, and too little by the same measure', () => {
    fc.assert(
      fc.property(mentees, mentors, fc.integer({ min: 0, max: 8 }), (es, ms, least) => {
        const known = readSharedHours({ mentees: es, mentors: ms })
        es.forEach((e, row) => {
          ms.forEach((m, column) => {
            const both = sharedOver(e.hours, m.hours)
            expect(known.shared(row, column)).toEqual(both)
            expect(known.isTooLittle(row, column, least)).toBe(both !== null && isLessThanHours(both, least))
            if (both) expect(isLessThanHours(both, minutesADay(both) / 60)).toBe(false)
          })
        })
      }),
    )
  })

  it.each([1, 20, 62, 71, 83, 140, 480])(
    'of exactly %i minutes a day are enough where just that is asked',
    (minutes) => {
      expect(isLessThanHours({ minutes: minutes * 15, weeks: 3 }, minutes / 60)).toBe(false)
      expect(isLessThanHours({ minutes: minutes * 15 - 1, weeks: 3 }, minutes / 60)).toBe(true)
    },
  )

  it('people who both chose to write need none', () => {
    const far = { hours: [{ weeks: 1, spans: [[0, 60]] as const }] }
    const other = { hours: [{ weeks: 1, spans: [[600, 660]] as const }] }
    const worth = (asynchronous: boolean) =>
      pairWorth(mentor({ ...far, asynchronous }), mentee({ ...other, asynchronous: true }), only('overlap')).worth
    expect([worth(true), worth(false)]).toEqual([10_000, 0])
  })
})

describe('the other parts', () => {
  it.each([
    ['seniority', { level: 5 }, { level: 3 }, 10_000],
    ['seniority', { level: 4 }, { level: 3 }, 5000],
    ['seniority', { level: 3 }, { level: 4 }, 0],
    ['experience', { years: 9 }, { years: 4 }, 10_000],
    ['experience', { years: 5 }, { years: 4 }, 2000],
    ['language', { languages: ['English', 'Czech'] }, { languages: [' czech'] }, 10_000],
    ['language', { languages: ['English'] }, { languages: ['Czech'] }, 0],
    ['language', { languages: [] }, { languages: ['Czech'] }, 5000],
    ['wishes', { wishes: ['e'] }, { wishes: ['m'] }, 10_000],
    ['wishes', {}, { wishes: ['m'] }, 7500],
    ['wishes', {}, { wishes: ['x', 'm'] }, 7000],
    ['wishes', { wishes: ['x'] }, { wishes: ['x'] }, 0],
    ['wishes', { wishes: ['x', 'y', 'z', 'u', 'v', 'w', 'e'] }, { wishes: [] }, 5000],
  ] as const)('%s of %j and %j is %i', (name, ofMentor, ofMentee, worth) => {
    expect(pairWorth(mentor(ofMentor), mentee(ofMentee), only(name)).worth).toBe(worth)
  })

  it('more languages than bits in a word are told apart', () => {
    const many = Array.from({ length: 80 }, (_, at) => `language ${at}`)
    many.forEach((one, at) => {
      const es = [mentee({ languages: [one] })]
      const scorer = prepare(
        es,
        many.map((it) => mentor({ languages: [it] })),
        only('language'),
      )
      expect(many.map((_, column) => scorer.score(0, column) > 0).indexOf(true)).toBe(at)
    })
  })

  it('a step up never takes points away', () => {
    const step = fc.option(fc.integer({ min: -5, max: 60 }))
    fc.assert(
      fc.property(fc.constantFrom('level' as const, 'years' as const), step, step, (name, above, below) => {
        const of = (by: number) =>
          pairWorth(
            mentor({ [name]: above === null ? null : above + by }),
            mentee({ [name]: below }),
            only(name === 'level' ? 'seniority' : 'experience'),
          ).worth
        expect(of(1)).toBeGreaterThanOrEqual(of(0))
      }),
    )
  })

  it('a pair of the past has no points for being new', () => {
    const past = [{ mentorId: 'm', menteeId: 'e' }]
    expect(pairWorth(mentor(), mentee(), { ...only('past'), past }).worth).toBe(0)
    expect(pairWorth(mentor(), mentee(), only('past')).worth).toBe(10_000)
  })
})
