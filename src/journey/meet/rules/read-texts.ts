import { type Agreement, CRITERIA, type Goal, type WorkbookPage } from '../../../model/shared-text.ts'
import { LONGEST } from '../shapes.ts'

/** One thing to correct, by the name of its field. */
export type TextFault = { readonly place: string; readonly message: string }
type Read<Text> =
  | { readonly ok: true; readonly value: Text }
  | { readonly ok: false; readonly faults: readonly TextFault[] }
type Entered = { readonly place: string; readonly words: string; readonly most: number }

/** A text as it is kept: line ends of one kind, nothing behind the last word. */
function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd()
}

function tooLong(all: readonly Entered[]): readonly TextFault[] {
  return all
    .filter(({ words, most }) => words.length > most)
    .map(({ place, words, most }) => ({
      place,
      message: `Write at most ${most} characters; these are ${words.length}.`,
    }))
}

function read<Text>(value: Text, faults: readonly TextFault[]): Read<Text> {
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value }
}

/** How a pair works together: each part may be empty, not all of them. */
export function readAgreement(given: Agreement): Read<Agreement> {
  const value = { rhythm: tidy(given.rhythm), place: tidy(given.place), between: tidy(given.between) }
  const long = tooLong(Object.entries(value).map(([place, words]) => ({ place, words, most: LONGEST.paragraph })))
  const isEmpty = Object.values(value).every((words) => words.trim() === '')
  return read(
    value,
    isEmpty ? [{ place: 'rhythm', message: 'Write at least one line; an empty agreement is not kept.' }] : long,
  )
}

/** What a pair wants to reach: the sentence is needed, all else may come later. */
export function readGoal(given: {
  readonly words: string
  readonly purpose: string
  readonly byOn: string | null
  readonly holds: readonly string[]
}): Read<Goal> {
  const value = {
    words: tidy(given.words),
    purpose: tidy(given.purpose),
    byOn: given.byOn,
    holds: CRITERIA.filter((it) => given.holds.includes(it)),
  }
  const missing =
    value.words.trim() === ''
      ? [{ place: 'words', message: 'Write the goal as one sentence; it may change later.' }]
      : []
  const long = tooLong([
    { place: 'words', words: value.words, most: LONGEST.paragraph },
    { place: 'purpose', words: value.purpose, most: LONGEST.paragraph },
  ])
  return read(value, [...missing, ...long])
}

/** One page of a workbook: it has a title, by which it is found, and may be empty otherwise. */
export function readPage(given: WorkbookPage): Read<WorkbookPage> {
  const value = { title: given.title.trim(), text: tidy(given.text) }
  const missing =
    value.title === '' ? [{ place: 'title', message: 'Give the page a title, so that both find it.' }] : []
  const long = tooLong([
    { place: 'title', words: value.title, most: LONGEST.line },
    { place: 'text', words: value.text, most: LONGEST.page },
  ])
  return read(value, [...missing, ...long])
}
