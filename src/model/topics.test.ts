import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asTopic, asTopics, findTopics, TOPICS } from './topics.ts'

describe('the list of topics', () => {
  it('holds 150 to 300 skills under at least ten parents, each with words of its own', () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(150)
    expect(TOPICS.length).toBeLessThanOrEqual(300)
    expect(new Set(TOPICS.map((it) => it.parent)).size).toBeGreaterThanOrEqual(10)
    for (const it of TOPICS) expect(it.name, it.parent).toMatch(/^[A-Z][^:;]+$/)
  })

  it('no word means two topics', () => {
    const words = TOPICS.flatMap((it) => [it.name, ...it.aliases].map((word) => word.toLowerCase()))
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    for (const word of words) expect(word).toBe(word.trim())
  })

  it.each([
    ['Stakeholder Management', 'Managing expectations'],
    ['  one  on ones ', 'Holding one-to-one conversations'],
    ['resume', 'Writing a résumé'],
    ['RÉSUMÉ', 'Writing a résumé'],
    ['coaching', 'Coaching'],
    ['Bee keeping', 'Bee keeping'],
  ])('%s is taken as %s', (given, taken) => {
    expect(asTopic(given)).toBe(taken)
  })

  it('a word of the program’s own stays the program’s own', () => {
    expect(asTopic('FEEDBACK', ['Feedback'])).toBe('Feedback')
  })

  it('the same topic in two words is one, and doing it again changes nothing', () => {
    expect(asTopics(['feedback', 'Giving feedback', '', 'Bee keeping'])).toEqual(['Giving feedback', 'Bee keeping'])
    const word = fc.oneof(fc.constantFrom(...TOPICS.flatMap((it) => [it.name, ...it.aliases])), fc.string())
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const once = asTopics(words)
        expect(asTopics(once)).toEqual(once)
        expect(new Set(once.map((it) => it.toLowerCase())).size).toBe(once.length)
      }),
    )
  })

  it('every topic is found by its name and by each of its other words', () => {
    for (const it of TOPICS) for (const word of [it.name, ...it.aliases]) expect(findTopics(word), word).toContain(it)
    expect(findTopics('public sp')[0]?.name).toBe('Speaking in public')
    expect(findTopics(' ')).toEqual([])
    expect(findTopics('qqq')).toEqual([])
  })
})
