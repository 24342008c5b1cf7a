import type { Day } from '../../../model/day.ts'
import type { ProgramEvent } from '../../../model/program.ts'
import { editText, readValue, type TextEdit } from './edit-text.ts'
import { isObject } from './plan-form.ts'

type Decision = { readonly on: Day; readonly text: string; readonly because: string }

/**
 * A program file with one of its events as it is now, or one more: what did not change keeps its place, its form and its comments.
 * The text is one that was loaded before. PRODUCT.md, design: the page and the file are one.
 */
export function writeEvent(text: string, event: ProgramEvent): string {
  const events = eventsIn(text)
  const values = plain(event)
  const at = events.findIndex((it) => it.key === event.key)
  const before = events[at]
  if (!before) return editText(text, [{ do: 'insert', path: ['events'], at: events.length, value: values }]) ?? text
  const gone = Object.keys(before).filter((key) => !(key in values) && !isUsual(key, before[key]))
  const changed = Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
  const edits: readonly TextEdit[] = [
    ...gone.map((key) => ({ do: 'remove' as const, path: ['events', at, key] })),
    ...changed.map(([key, value]) => ({ do: 'set' as const, path: ['events', at, key], value })),
  ]
  return editText(text, edits) ?? text
}

/** A program file without one of its events. */
export function writeWithoutEvent(text: string, key: string): string {
  const at = eventsIn(text).findIndex((it) => it.key === key)
  return at < 0 ? text : (editText(text, [{ do: 'remove', path: ['events', at] }]) ?? text)
}

/** A program file with one more decision, as its last. */
export function writeDecision(text: string, decision: Decision): string {
  const at = decisionsIn(text).length
  return editText(text, [{ do: 'insert', path: ['decisions'], at, value: decision }]) ?? text
}

/** A program file without the last decision of these words. */
export function writeWithoutDecision(text: string, words: string): string {
  const at = decisionsIn(text).findLastIndex((it) => it.text === words)
  return at < 0 ? text : (editText(text, [{ do: 'remove', path: ['decisions', at] }]) ?? text)
}

function decisionsIn(text: string): readonly Readonly<Record<string, unknown>>[] {
  const decisions = readValue(text)?.decisions
  return Array.isArray(decisions) ? decisions.map((it) => (isObject(it) ? it : {})) : []
}

function eventsIn(text: string): readonly Readonly<Record<string, unknown>>[] {
  const events = readValue(text)?.events
  return Array.isArray(events) ? events.map((it) => (isObject(it) ? it : {})) : []
}

/** What the schema fills in by itself is not written. */
function plain(event: ProgramEvent): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(event).filter(([key, value]) => value !== undefined && !isUsual(key, value)))
}

function isUsual(key: string, value: unknown): boolean {
  if (key === 'optional') return value === false
  if (key === 'countsTowardsTarget') return value === true
  return Array.isArray(value) && value.length === 0
}
