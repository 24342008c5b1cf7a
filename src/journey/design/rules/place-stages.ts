import type { Day } from '../../../model/day.ts'
import { editText, readValue } from './edit-text.ts'
import { isObject } from './plan-form.ts'
import { type NewSeason, shiftProgram } from './shift-days.ts'
import type { Path, TextEdit } from './splice.ts'

/** A stage of an old plan: what happens, and on which days. */
export type PlannedStage = { readonly stage: string; readonly from: Day; readonly until: Day }
type Meaning = {
  readonly words: RegExp
  readonly but?: RegExp
  readonly edits: (it: PlannedStage, value: unknown) => readonly TextEdit[]
}

const set = (path: Path, value: unknown): TextEdit => ({ do: 'set', path, value })

/** What a plan usually calls the stages that rules hang on. Whatever is not known here is a milestone and nothing more. */
const MEANINGS: readonly Meaning[] = [
  { words: /\bcall\b.*\bmentors?\b|\bmentors?\b.*\b(apply|applications?|call)\b/i, edits: callOf('mentor') },
  { words: /\bcall\b.*\bmentees?\b|\bmentees?\b.*\b(apply|applications?|call)\b/i, edits: callOf('mentee') },
  {
    words: /\b(announce\w*|everyone hears|pairs? (is|are) made|pairing)\b/i,
    edits: (it) => [set(['announcement', 'on'], it.until)],
  },
  { words: /\bcoffee\b/i, edits: (it) => [set(['coffeeChats'], { from: it.from, until: it.until })] },
  { words: /\bkick-?\s?off\b/i, edits: eventCalled(/kick/i) },
  { words: /\b(celebration|closing)\b/i, edits: eventCalled(/celebrat|clos/i) },
  { words: /\b(mid|half)\b|half-way|mid-program/i, but: /survey/i, edits: eventCalled(/mid|half/i) },
  {
    words: /\bmeetings?\b/i,
    but: /kick|first/i,
    edits: (it) =>
      it.from < it.until ? [set(['meetings', 'from'], it.from), set(['meetings', 'until'], it.until)] : [],
  },
]

/**
 * A template with the dates of an old plan: everything moves to its first day, what is known by its words moves to its own, and
 * the milestones are the plan's rows. What then contradicts itself is said in the draft. Null where the template cannot be read.
 */
export function placeStages(
  text: string,
  it: Omit<NewSeason, 'startsOn'>,
  stages: readonly PlannedStage[],
): string | null {
  const sorted = stages.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const startsOn = sorted[0]?.from
  const endsOn = sorted.reduce((last, one) => (one.until > last ? one.until : last), startsOn ?? '')
  const shifted = startsOn === undefined ? null : shiftProgram(text, { ...it, startsOn })
  if (shifted === null) return null
  const value = readValue(shifted)
  const known = sorted.flatMap((one) =>
    MEANINGS.filter(({ words, but }) => words.test(one.stage) && !but?.test(one.stage)).flatMap(({ edits }) =>
      edits(one, value),
    ),
  )
  const timeline = sorted.map((one) => ({
    when: one.from === one.until ? { day: one.from } : { from: one.from, until: one.until },
    text: one.stage,
  }))
  return editText(shifted, [set(['endsOn'], endsOn), ...known, set(['timeline'], timeline)])
}

function callOf(role: 'mentor' | 'mentee'): Meaning['edits'] {
  const at = ['roles', role, 'call']
  return (it) => [set([...at, 'opens'], it.from), ...(it.from < it.until ? [set([...at, 'closes'], it.until)] : [])]
}

/** The event of the template that is called so takes the day; its sessions are planned anew. */
function eventCalled(name: RegExp): Meaning['edits'] {
  return (it, value) => {
    const events = isObject(value) && Array.isArray(value.events) ? value.events : []
    const at = events.findIndex((one) => isObject(one) && (name.test(String(one.key)) || name.test(String(one.name))))
    if (at < 0) return []
    const when = it.from === it.until ? { day: it.from } : { from: it.from, until: it.until }
    const event = events[at]
    const sessions = isObject(event) && Array.isArray(event.sessions) ? event.sessions : []
    const bare = sessions.map((one) => (isObject(one) ? { key: one.key } : one))
    return [set(['events', at, 'when'], when), set(['events', at, 'sessions'], bare)]
  }
}
