import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProgramEvent } from '../../../model/program.ts'
import { readProgram } from '../load-program.ts'
import { writeDecision, writeEvent, writeWithoutDecision, writeWithoutEvent } from './write-event.ts'

const TEXT = readFileSync('programs/women-2021.yaml', 'utf8')

function eventsOf(text: string): readonly ProgramEvent[] {
  const read = readProgram(text)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.events
}

describe('an event written into its file', () => {
  it('that did not change leaves every line as it was', () => {
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    for (const event of eventsOf(TEXT))
      expect(lines(writeEvent(TEXT, event))).toEqual(lines(writeEvent(TEXT, eventsOf(TEXT)[0] ?? event)))
  })

  it('keeps the comments of the file, also those inside of it', () => {
    const text = TEXT.replace('events:\n', 'events:\n  # agreed with the panel\n').replace(
      /\n( +)minutes: 25/,
      '\n$1# not longer\n$1minutes: 25',
    )
    const [event] = eventsOf(text)
    if (!event) throw new Error('no event')
    const changed = writeEvent(text, { ...event, name: 'Opening' })
    expect(changed).toContain('# agreed with the panel')
    expect(changed).toContain('# not longer')
    expect(eventsOf(changed)[0]).toEqual({ ...event, name: 'Opening' })
  })

  it('reads back as it was meant, whatever is changed, and no other event is touched', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 }).map((it) => it.replaceAll(/[^\p{L}\p{N} :#'"-]/gu, 'x'))
    const session = fc.record({
      on: fc.constantFrom('2021-07-07', '2021-07-08'),
      places: fc.integer({ min: 1, max: 90 }),
    })
    const change = fc.record({
      name: word,
      minutes: fc.integer({ min: 1, max: 200 }),
      optional: fc.boolean(),
      countsTowardsTarget: fc.boolean(),
      panellists: fc.array(word, { maxLength: 3 }),
      text: fc.option(word, { nil: undefined }),
      sessions: fc
        .array(session, { minLength: 1, maxLength: 4 })
        .map((all) => all.map((it, at) => ({ ...it, key: String(at + 1) }))),
    })
    const [first, ...rest] = eventsOf(TEXT)
    if (!first) throw new Error('no event')
    fc.assert(
      fc.property(change, (it) => {
        const wanted = { ...first, ...it }
        const [found, ...others] = eventsOf(writeEvent(TEXT, wanted))
        expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(wanted)))
        expect(others).toEqual(rest)
      }),
      { numRuns: 40 },
    )
  })

  it('is taken out with a decision that says why, and both can be put back', () => {
    const [first] = eventsOf(TEXT)
    if (!first) throw new Error('no event')
    const decision = { on: '2021-07-01', text: '“Kickoff” is not part of it.', because: 'Nobody: "can" come, # yet.' }
    const out = writeDecision(writeWithoutEvent(TEXT, first.key), decision)
    const read = readProgram(out)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    expect(read.value.decisions.at(-1)).toEqual(decision)
    expect(read.value.events.map((it) => it.key)).not.toContain(first.key)
    expect(writeWithoutDecision(out, decision.text)).toBe(writeWithoutEvent(TEXT, first.key))
    const twice = writeDecision(out, { ...decision, on: '2021-07-02' })
    expect(writeWithoutDecision(twice, decision.text)).toBe(out)
    expect(writeWithoutDecision(TEXT, 'No such words.')).toBe(TEXT)
    const off = writeEvent(TEXT, { ...first, calledOff: { on: '2021-07-01', because: 'ill' } })
    expect(eventsOf(off)[0]?.calledOff).toEqual({ on: '2021-07-01', because: 'ill' })
    expect(eventsOf(writeEvent(off, first))).toEqual(eventsOf(TEXT))
  })

  it('a new one comes last, and can be taken out again', () => {
    const [first] = eventsOf(TEXT)
    if (!first) throw new Error('no event')
    const added = writeEvent(TEXT, { ...first, key: 'one-more' })
    expect(eventsOf(added).map((it) => it.key)).toEqual([...eventsOf(TEXT).map((it) => it.key), 'one-more'])
    expect(eventsOf(writeWithoutEvent(added, 'one-more'))).toEqual(eventsOf(TEXT))
    expect(eventsOf(writeEvent(TEXT.replace(/\nevents:\n[\s\S]*?\n(?=\w)/, '\n'), first))).toHaveLength(1)
  })
})
