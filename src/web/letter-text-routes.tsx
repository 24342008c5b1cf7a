import { z } from 'zod'
import { dropText, editText, openText, type TextSaved, undoText } from '../journey/announce/actions/edit-text.ts'
import { ANNOUNCED } from '../journey/announce/rules/decide-text.ts'
import type { LetterText } from '../model/filled-text.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { type TextFault, TextPage } from './coordinator/announce/text-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

/** The most letters that are changed at once by name: what one page shows. */
const MOST = 50
const letter = z
  .union([z.uuid(), z.array(z.uuid()).max(MOST)])
  .optional()
  .transform((it) => (it === undefined ? [] : typeof it === 'string' ? [it] : [...new Set(it)]))
const asked = z.object({ season: z.string().min(1).max(100), kind: z.enum(ANNOUNCED), letter })
const changed = asked.extend({
  does: z.enum(['open', 'save', 'drop', 'undo']),
  seen: z.string().max(2000).default(''),
  // Longer than what is taken: the answer says how long it may be, and gives everything back.
  subject: z.string().max(10_000).default(''),
  body: z.string().max(100_000).default(''),
})
type Asked = z.infer<typeof asked>
type Changed = z.infer<typeof changed>

const EDIT = 'announce.editText'

/** The words of letters that wait, changed for one, some, or all of a kind. */
export const textRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/desk/letters/text',
    action: EDIT,
    given: asked,
    answer: (visit) => textPage(visit, visit.given, null, []),
    again: notThere,
  }),
  route({ method: 'POST', path: '/desk/letters/text', action: EDIT, given: changed, answer: change, again: notThere }),
]

async function textPage(
  { ctx, page }: Visit<unknown>,
  { season, kind, letter: letters }: Asked,
  entered: LetterText | null,
  faults: readonly TextFault[],
) {
  const open = await openText(ctx, { season, kind, letters })
  const content = <TextPage open={open} season={season} entered={entered} faults={faults} />
  return page(faults.length > 0 ? 'Error: not saved' : 'Words of letters', content, faults.length > 0 ? 422 : 200)
}

async function change(visit: Visit<Changed>) {
  const { does, letter: letters, season, kind } = visit.given
  if (does === 'open') return openChosen(visit)
  try {
    const saved = await DOES[does](visit)
    return visit.goTo(`/desk/letters?${doneQuery(season, kind, letters, saved)}`)
  } catch (fault) {
    const entered = does === 'save' ? { subject: visit.given.subject, body: visit.given.body } : null
    if (fault instanceof Invalid) return textPage(visit, visit.given, entered, fault.fields.map(asFault))
    if (fault instanceof Refused)
      return textPage(visit, visit.given, entered, [{ fieldId: 'body', text: fault.message }])
    throw fault
  }
}

/** Those ticked on the list; none ticked is said there. */
function openChosen(visit: Visit<Changed>) {
  const { letter: letters, season, kind } = visit.given
  if (letters.length > 0) return textPage(visit, visit.given, null, [])
  return visit.goTo(`/desk/letters?${new URLSearchParams({ season, kind })}`)
}

const DOES: Readonly<Record<'save' | 'drop' | 'undo', (visit: Visit<Changed>) => Promise<TextSaved>>> = {
  save: ({ ctx, given }) => editText(ctx, { ...given, letters: given.letter }),
  drop: ({ ctx, given }) => dropText(ctx, { ...given, letters: given.letter }),
  undo: ({ ctx, given }) => undoText(ctx, { ...given, letters: given.letter }),
}

function doneQuery(season: string, kind: string, letters: readonly string[], saved: TextSaved): URLSearchParams {
  const { letters: many, seen } = saved
  return new URLSearchParams({ season, kind, done: 'changed', of: letters.join('.'), many: String(many), seen })
}

function asFault({ place, message }: { place: string; message: string }): TextFault {
  return { fieldId: place === 'subject' ? 'subject' : 'body', text: message }
}
