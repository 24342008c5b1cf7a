import { describe, expect, it } from 'vitest'
import { columnInWords, groundInWords, listInWords, readersInWords, retentionInWords } from './privacy.ts'

describe('privacy in plain words', () => {
  it('says who reads something', () => {
    expect(readersInWords(['subject'])).toBe('you')
    expect(readersInWords(['subject', 'partner', 'coordinator'])).toBe(
      'you, the other half of your pair and the coordinators of the season',
    )
    expect(readersInWords(['subject', 'people-team'], 'anybody’s')).toBe('the person themselves and the people team')
    expect(readersInWords([])).toBe('nobody')
  })

  it('says how long something stays, one rule after the other', () => {
    const cases: readonly [rules: Parameters<typeof retentionInWords>[0], says: string][] = [
      [[{ days: 0, from: 'season-end' }], 'until the season’s end'],
      [[{ days: 365, from: 'season-end' }], 'a year after the season’s end'],
      [[{ days: 30, from: 'selection' }], '30 days after everyone has heard, or as the program says'],
      [[{ days: 730, from: 'recorded' }], '2 years after it was recorded'],
      [[{ days: 1, from: 'expired' }], 'a day after it has expired'],
      [[{ forGood: 'until its owner removes it' }], 'until its owner removes it'],
      [
        [
          { days: 14, from: 'settled', columns: ['body'] },
          { days: 365, from: 'settled' },
        ],
        'body: 14 days after the letter left; a year after the letter left',
      ],
    ]
    for (const [rules, says] of cases) expect(retentionInWords(rules)).toBe(says)
  })

  it('names columns, lists and hats as people would', () => {
    expect(columnInWords('submitted_on')).toBe('submitted')
    expect(columnInWords('management_track')).toBe('management track')
    expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c')
    expect(groundInWords('coordinator')).toBe('A coordinator')
    expect(groundInWords('unheard-of')).toBe('Somebody')
  })
})
