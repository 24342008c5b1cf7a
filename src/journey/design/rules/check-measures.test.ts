import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readProgram } from '../load-program.ts'

const TEXT = readFileSync('programs/women-2021.yaml', 'utf8')
const LAST = '  - { key: feedback, definition: feedback, text: Feedback of mentors and mentees on the program }\n'

/** The faults of the program with one more measure, each with its line. */
function faultsOf(measure: string) {
  const text = TEXT.replace(LAST, `${LAST}  - { key: more, text: More, ${measure} }\n`)
  const line = text.split('\n').findIndex((it) => it.includes('key: more')) + 1
  const read = readProgram(text)
  return read.ok ? [] : read.faults.map((it) => ({ ...it, onItsLine: it.line === line }))
}

describe('a measure in the program file', () => {
  it.each([
    'definition: cadence, targetPercent: 95',
    'definition: skills, survey: end, role: mentee, question: skills, option: confidence, targetPercent: 50',
    'definition: staying, monthsAfter: 12',
    'definition: training, training: course',
  ])('%s can be asked for', (measure) => expect(faultsOf(measure)).toEqual([]))

  it.each([
    ['definition: happiness', 'participation'],
    ['definition: departments, targetPercent: 50', 'counts and divides by nothing'],
    ['definition: skills, survey: autumn', 'there is no survey "autumn"'],
    ['definition: skills, survey: end, question: wishes', 'no survey asks "wishes" there'],
    ['definition: skills, survey: end, option: flying', 'no question there offers "flying"'],
    ['definition: cadence, survey: end', 'takes no "survey"'],
    ['definition: cadence, monthsAfter: 3', 'takes no "monthsAfter"'],
    ['definition: training, training: yoga', 'there is no course "yoga"'],
    ['definition: completion', 'does not say what completes a season'],
  ])('%s is refused on its line: %s', (measure, says) => {
    const faults = faultsOf(measure)
    expect(faults.map((it) => `${it.message}. ${it.remedy}`).join()).toContain(says)
    expect(faults.every((it) => it.onItsLine)).toBe(true)
  })

  it('that two share a key is said', () => {
    expect(faultsOf('definition: cadence')).toEqual([])
    const twice = readProgram(TEXT.replace(LAST, LAST + LAST))
    expect(twice.ok ? [] : twice.faults.map((it) => it.message)).toEqual([
      expect.stringContaining('names two measures'),
    ])
  })
})
