import { describe, expect, it } from 'vitest'
import { decideParaphrase, decideQuote, decideWordsStanding, isFor, planWords } from './words.ts'

describe('what people wrote', () => {
  const closed = { closes: '2026-01-10' }
  it.each([
    ['on the last day', '2026-01-10', false, 12, null, 'coming'],
    ['before the close is done', '2026-01-11', true, 12, null, 'coming'],
    ['by nine', '2026-01-11', false, 9, null, 'few'],
    ['by ten', '2026-01-11', false, 10, null, 'readable'],
    ['and was paraphrased', '2026-01-20', false, 0, '2026-01-15', 'published'],
  ] as const)('%s', (_, today, isSealed, writers, publishedOn, standing) => {
    expect(decideWordsStanding(closed, { isSealed, writers, publishedOn }, today)).toBe(standing)
  })

  it('a paraphrase may be kept unfinished, and is published only by somebody who is sure', () => {
    expect(decideParaphrase(' ', { publish: false, isSure: false }).ok).toBe(true)
    expect(decideParaphrase('Most want more time.', { publish: true, isSure: true })).toMatchObject({ ok: true })
    expect(decideParaphrase('Most want more time.', { publish: true, isSure: false })).toMatchObject({
      code: 'not-sure',
    })
    expect(decideParaphrase(' ', { publish: true, isSure: true })).toMatchObject({ code: 'nothing-written' })
    expect(decideParaphrase('x'.repeat(5001), { publish: false, isSure: false })).toMatchObject({ code: 'too-long' })
  })

  it('a quote has words, and not too many', () => {
    expect(decideQuote('\r\n ')).toMatchObject({ code: 'nothing-written' })
    expect(decideQuote('x'.repeat(601))).toMatchObject({ code: 'too-long' })
    expect(decideQuote(' It\r\nhelped. ')).toMatchObject({ ok: true, value: 'It\nhelped.' })
  })

  it('what is for the team is for nobody else, and what is public is for all', () => {
    const audiences = ['team', 'organisation', 'public'] as const
    const shown = audiences.map((audience) => audiences.filter((reader) => isFor(audience, reader)))
    expect(shown).toEqual([['team'], ['team', 'organisation'], ['team', 'organisation', 'public']])
  })

  it('is asked by free texts alone', () => {
    const days = { opens: '2026-01-01', closes: '2026-01-10', required: false, name: 'x' }
    const questions = {
      mentee: [
        { kind: 'free-text' as const, key: 'words', text: 'w' },
        { kind: 'yes-no' as const, key: 'again', text: 'a' },
      ],
    }
    expect(planWords({ x: { ...days, questions } })).toEqual([
      { survey: 'x', role: 'mentee', question: 'words', text: 'w' },
    ])
  })
})
