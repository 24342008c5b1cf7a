import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readProgram } from '../load-program.ts'
import { editText } from './edit-text.ts'

const GOOD = readFileSync('programs/women-2021.yaml', 'utf8')
const PULSE = {
  name: 'How is it going?',
  opens: '2021-07-20',
  closes: '2021-07-23',
  questions: { mentee: [{ kind: 'yes-no', key: 'going', text: 'Is it going well?' }] },
}
const readWith = (survey: object, more: readonly (readonly [string, object])[] = []) => {
  const edits = [['pulse', survey] as const, ...more].map(([key, value]) => ({
    do: 'set' as const,
    path: ['surveys', key],
    value,
  }))
  return readProgram(editText(GOOD, edits) ?? '')
}
const roundsIn = (survey: object) => {
  const read = readWith(survey)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return Object.entries(read.value.surveys).filter(([key]) => key.startsWith('pulse'))
}
const faultsOf = (survey: object, more: readonly (readonly [string, object])[] = []) => {
  const read = readWith(survey, more)
  return read.ok ? [] : read.faults.map((it) => it.message)
}

describe('a check-in that repeats', () => {
  it('is a survey of its own each time, open as many days as the first', () => {
    const rounds = roundsIn({ ...PULSE, shareOn: '2021-07-26', repeat: { opensOn: ['2021-09-07', '2021-08-10'] } })
    expect(rounds.map(([key, it]) => [key, it.name, it.opens, it.closes, it.shareOn])).toEqual([
      ['pulse', 'How is it going?', '2021-07-20', '2021-07-23', '2021-07-26'],
      ['pulse-2', 'How is it going? (2)', '2021-08-10', '2021-08-13', '2021-08-16'],
      ['pulse-3', 'How is it going? (3)', '2021-09-07', '2021-09-10', '2021-09-13'],
    ])
    expect(rounds.every(([, it]) => it.repeat === undefined && it.questions.mentee?.length === 1)).toBe(true)
  })

  it('comes every so many windows until meetings end', () => {
    const rounds = roundsIn({ ...PULSE, repeat: { everyWindows: 2 } })
    expect(rounds.map(([, it]) => it.opens)).toEqual(['2021-07-20', '2021-08-17', '2021-09-14'])
  })

  it('says once when it repeats, under names and on days that are free', () => {
    expect(faultsOf({ ...PULSE, repeat: {} })).toEqual([expect.stringContaining('does not say once when it repeats')])
    expect(faultsOf({ ...PULSE, repeat: { everyWindows: 2, opensOn: ['2021-08-10'] } })).toEqual([
      expect.stringContaining('does not say once when it repeats'),
    ])
    expect(faultsOf({ ...PULSE, repeat: { opensOn: ['2021-07-23'] } })).toEqual([
      expect.stringContaining('before the one before has closed'),
    ])
    expect(faultsOf({ ...PULSE, repeat: { opensOn: ['2021-08-10'] } }, [['pulse-2', PULSE]])).toEqual([
      expect.stringContaining('would be called "pulse-2"'),
    ])
  })
})

describe('instruments that contradict themselves', () => {
  it.each([
    [
      'a pre survey after the last meetings',
      { kind: 'pre', opens: '2021-10-09', closes: '2021-10-12' },
      'after the last meetings',
    ],
    ['a later survey in the season', { kind: 'later' }, 'in the season'],
    ['a close before the opening', { closes: '2021-07-19' }, 'before it opens'],
    ['nobody asked', { questions: { mentee: [], leaver: [] } }, 'asks nobody'],
    ['supervisors of a role, and no questions for them', { supervisorsOf: ['mentee'] }, 'has no questions for them'],
    [
      'two questions of one name',
      { questions: { leaver: [...PULSE.questions.mentee, ...PULSE.questions.mentee] } },
      'two questions "going"',
    ],
  ])('%s', (_, change, says) => {
    expect(faultsOf({ ...PULSE, ...change })).toEqual([expect.stringContaining(says)])
  })

  it('a later survey may lie months after the season, and supervisors or early leavers may be all it asks', () => {
    const days = { kind: 'later', opens: '2022-04-04', closes: '2022-04-15' }
    const questions = { supervisor: PULSE.questions.mentee, leaver: PULSE.questions.mentee }
    expect(faultsOf({ ...PULSE, ...days, questions })).toEqual([])
  })
})
