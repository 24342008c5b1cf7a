import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { ProgramEvent } from '../../../model/program.ts'

/**
 * A program file with one of its events as it is now, or one more: what did not change keeps its place, its form and its comments.
 * The text is one that was loaded before. PRODUCT.md, design: the page and the file are one.
 */
export function writeEvent(text: string, event: ProgramEvent): string {
  const document = parseDocument(text)
  const events = document.get('events', true)
  const values = plain(event)
  if (!isSeq(events)) document.set('events', document.createNode([values]))
  else {
    const found = events.items.find((it): it is YAMLMap => isMap(it) && it.get('key') === event.key)
    if (found) bringUpToDate(found, values, (value) => document.createNode(value))
    else events.add(document.createNode(values))
  }
  return document.toString({ lineWidth: 0 })
}

/** A program file without one of its events. */
export function writeWithoutEvent(text: string, key: string): string {
  const document = parseDocument(text)
  const events = document.get('events', true)
  if (isSeq(events)) events.items = events.items.filter((it) => !(isMap(it) && it.get('key') === key))
  return document.toString({ lineWidth: 0 })
}

function bringUpToDate(found: YAMLMap, values: Readonly<Record<string, unknown>>, node: (value: unknown) => unknown) {
  const before = found.toJSON() as Record<string, unknown>
  for (const key of Object.keys(before)) if (!(key in values) && !isUsual(key, before[key])) found.delete(key)
  for (const [key, value] of Object.entries(values))
    if (JSON.stringify(value) !== JSON.stringify(before[key])) found.set(key, node(value))
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
