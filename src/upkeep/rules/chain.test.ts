import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChainLine } from '../../model/audit-line.ts'
import { decideAnchor, decideLink, type Head, type Link, planBeginning, planSealedText, planSeals } from './chain.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const beginning = planBeginning('northwind', hash)

const word = fc.string({ maxLength: 8 })
const lines = fc.uniqueArray(
  fc.record<ChainLine>({
    id: fc.uuid(),
    action: word,
    actorKind: word,
    actorPersonId: fc.option(fc.uuid()),
    via: word,
    seasonId: fc.option(fc.uuid()),
    about: fc.option(word),
    outcome: fc.constantFrom('done', 'refused'),
    ground: fc.option(word),
    onDay: fc.constantFrom('2026-11-24', '2026-11-25'),
    recordedAt: fc.constantFrom('2026-11-24T09:00:00.000000Z', '2026-11-24T09:00:00.000001Z'),
    subjects: fc.array(fc.tuple(fc.uuid(), fc.constantFrom('S3', 'S4')), { maxLength: 3 }),
  }),
  { minLength: 3, maxLength: 12, selector: (line) => line.id },
)

function chained(all: readonly ChainLine[]): Link[] {
  const seals = planSeals(beginning, all, hash)
  return seals.map((seal, at) => ({ seal, line: all[at] ?? null }))
}

/** The code and number of the first place that does not fit, or null. */
function firstFault(chain: readonly Link[], from: Head = beginning): readonly [string, unknown] | null {
  let head = from
  for (const link of chain) {
    const next = decideLink(head, link, chain, hash)
    if (!next.ok) return [next.code, next.facts.number]
    head = next.value
  }
  return null
}

describe('the chain over the audit', () => {
  it('holds for whatever lines were written, in one batch or many', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, cut) => {
        const chain = chained(all)
        expect(firstFault(chain)).toBeNull()
        const first = planSeals(beginning, all.slice(0, 1 + (cut % 2)), hash)
        const rest = planSeals(first.at(-1) ?? beginning, all.slice(first.length), hash)
        expect([...first, ...rest]).toEqual(chain.map((it) => it.seal))
      }),
    )
  })

  it('names the number of a line of which anything was changed', () => {
    const keys = ['action', 'actorKind', 'actorPersonId', 'via', 'seasonId', 'about', 'outcome', 'ground'] as const
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom(...keys, 'onDay', 'recordedAt'), (all, pick, key) => {
        const chain = chained(all)
        const at = pick % chain.length
        const there = chain[at] as Link & { line: ChainLine }
        chain[at] = { ...there, line: { ...there.line, [key]: `${there.line[key]} changed` } }
        expect(firstFault(chain)).toEqual(['line-changed', at + 1])
        chain[at] = { ...there, line: { ...there.line, subjects: [...there.line.subjects, ['somebody else', 'S4']] } }
        expect(firstFault(chain)).toEqual(['line-changed', at + 1])
      }),
    )
  })

  it('names a line that was removed, a seal that is missing, and two that changed places', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, pick) => {
        const chain = chained(all)
        const at = pick % (chain.length - 1)
        const [one, two] = [chain[at], chain[at + 1]] as [Link, Link]
        expect(firstFault(chain.with(at, { ...one, line: null }))).toEqual(['line-removed', at + 1])
        expect(firstFault(chain.toSpliced(at, 1))).toEqual(['seal-missing', at + 1])
        const swapped = chain
          .with(at, { ...two, seal: { ...two.seal, number: at + 1 } })
          .with(at + 1, { ...one, seal: { ...one.seal, number: at + 2 } })
        expect(firstFault(swapped)).toEqual(['lines-reordered', at + 1])
        const exchanged = chain
          .with(at, { seal: { ...one.seal, auditId: two.seal.auditId }, line: two.line })
          .with(at + 1, { seal: { ...two.seal, auditId: one.seal.auditId }, line: one.line })
        expect(firstFault(exchanged)).toEqual(['lines-reordered', at + 1])
      }),
    )
  })

  it('a line in the middle that was left out and the rest numbered anew does not join', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, pick) => {
        const at = pick % (all.length - 1)
        const renumbered = chained(all)
          .toSpliced(at, 1)
          .map((it, index) => ({ ...it, seal: { ...it.seal, number: index + 1 } }))
        expect(firstFault(renumbered)).toEqual(['lines-reordered', at + 1])
      }),
    )
  })

  it('holds from its remaining start once its beginning was removed', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const [, ...left] = chained(all)
        const start = left[0]?.seal.previous ?? ''
        expect(firstFault(left, { number: 1, hash: start })).toBeNull()
      }),
    )
  })

  it('no two lines are sealed as the same text, wherever a text in them ends', () => {
    const [one, two] = [
      ['a', 'b'],
      ['a","b', ''],
    ].map(([action = '', via = '']) => ({ ...(chained([]) as object), action, via }))
    const line = (it: object) => planSealedText('', 1, it as ChainLine)
    expect(line(one ?? {})).not.toBe(line(two ?? {}))
  })
})

describe('an anchor that was kept elsewhere', () => {
  const head = { number: 9, hash: 'nine' }
  it.each([
    ['stands where it stood', { number: 9, hash: 'nine' }, head, 'nine', null],
    ['is another line now', { number: 4, hash: 'four' }, head, 'other', 'anchor-differs'],
    ['lies behind the end', { number: 10, hash: 'ten' }, head, null, 'tail-cut'],
    ['was kept of an audit that is empty now', { number: 1, hash: 'one' }, null, null, 'tail-cut'],
    ['is of a line that was removed', { number: 2, hash: 'two' }, head, null, 'anchor-gone'],
  ])('%s', (_, anchor, at, found, code) => {
    const decided = decideAnchor(anchor, at, found)
    expect(decided.ok ? null : decided.code).toBe(code)
  })
})
