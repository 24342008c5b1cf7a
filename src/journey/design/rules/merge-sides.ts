import { editText, readValue } from './edit-text.ts'
import { type FormPart, planForm } from './plan-form.ts'
import { PROGRAM_SHAPE } from './program-shape.ts'
import { type Entered, fieldsIn, nameOf, readForm } from './read-form.ts'
import { readStep } from './read-step.ts'
import { moveDays } from './shift-days.ts'
import type { TextEdit } from './splice.ts'
import { valueAt } from './value-at.ts'

/** The button that moves every date of the program. */
export const MOVE_DAYS = 'move days'

/** What a page was filled from, and what came back from both sides of it. */
export type Sides = {
  readonly base: string
  /** The text as it came back; undefined where the page had none. */
  readonly text: string | undefined
  readonly entered: Entered
  /** The button that was pressed beside saving, and the word that belongs to it. */
  readonly step: string | null
}
export type Merged =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly code: 'unreadable' | 'both-changed' | 'no-days'
      readonly places: readonly string[]
      readonly message: string
    }

/** One text out of what was entered in fields and in the text: what either side changed is in it, and nothing else moves. */
export function mergeSides({ base, text: given, entered, step }: Sides): Merged {
  const text = (given ?? base).replaceAll('\r\n', '\n')
  const before = readValue(base)
  const edits = before ? readForm(PROGRAM_SHAPE, before, entered) : []
  const forms = before ? formsChosen(planForm(PROGRAM_SHAPE, before), entered) : []
  if (edits.length + forms.length === 0 && step === null) return { ok: true, text }
  const now = readValue(text)
  if (!before || !now)
    return {
      ok: false,
      code: 'unreadable',
      places: ['text'],
      message:
        'The text cannot be read, so what you changed in the fields cannot be put into it. Mend the text first; nothing of yours is lost.',
    }
  const both = edits.filter((it) => changedInBoth(it, before, now))
  if (both.length > 0)
    return {
      ok: false,
      code: 'both-changed',
      places: both.map((it) => nameOf(it.path)),
      message: 'This was changed in the field and in the text, to two different values. Make them say the same.',
    }
  const filled = editText(text, edits) ?? text
  const chosen = forms.reduce((at, it) => pressed(at, `form ${it.name}`, it.form), filled)
  if (step === MOVE_DAYS) return moved(chosen, entered['new/days'])
  return { ok: true, text: step === null ? chosen : pressed(chosen, step, wordFor(step, entered)) }
}

function moved(text: string, entered: Entered[string]): Merged {
  const days = typeof entered === 'string' ? entered.trim() : ''
  const now = /^[+-]?\d{1,5}$/.test(days) ? moveDays(text, Number(days)) : null
  if (now !== null) return { ok: true, text: now }
  const message = 'Write by how many days, such as 7 or -7. The program must say when it starts.'
  return { ok: false, code: 'no-days', places: ['new/days'], message }
}

function pressed(text: string, step: string, word: string): string {
  return editText(text, readStep(PROGRAM_SHAPE, readValue(text), step, word)) ?? text
}

function wordFor(step: string, entered: Entered): string {
  const [verb, name = ''] = step.split(' ')
  const said = (what: string) => {
    const word = entered[`${what}/${name.split('/').slice(1).join('/')}`]
    return typeof word === 'string' ? word : ''
  }
  return verb === 'bank' ? said('bank') : verb === 'instrument' ? `${said('kind')} ${said('new')}` : said('new')
}

function formsChosen(part: FormPart, entered: Entered): readonly { name: string; form: string }[] {
  const inside = 'parts' in part ? part.parts : 'items' in part ? part.items : []
  const below = inside.flatMap((it) => formsChosen(it, entered))
  if (part.part !== 'forms') return below
  const form = entered[nameOf(part.path, 'form')]
  return typeof form === 'string' && form !== part.chosen && part.forms.includes(form)
    ? [{ name: nameOf(part.path), form }, ...below]
    : below
}

function changedInBoth(edit: TextEdit, before: unknown, now: unknown): boolean {
  const [was, is] = [valueAt(before, edit.path), valueAt(now, edit.path)]
  const wanted = edit.do === 'set' ? edit.value : undefined
  return JSON.stringify(was) !== JSON.stringify(is) && JSON.stringify(is) !== JSON.stringify(wanted)
}

/**
 * A text that was changed from `base`, brought onto a newer one, where everything that was changed are values that fields hold too;
 * null where it is more than that, or where both have changed the same.
 */
export function bringOnto(base: string, changed: string, newest: string): string | null {
  const [before, after, now] = [readValue(base), readValue(changed), readValue(newest)]
  if (!before || !after || !now) return null
  const edits = readForm(PROGRAM_SHAPE, before, valuesOf(after))
  if (editText(base, edits) !== changed || edits.some((it) => changedInBoth(it, before, now))) return null
  return editText(newest, edits)
}

/** What every field says, by its name. */
export function valuesOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldsIn(planForm(PROGRAM_SHAPE, value)).map((it) => [nameOf(it.path), it.value]))
}
