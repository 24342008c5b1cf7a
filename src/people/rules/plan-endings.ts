import type { Day } from '../../model/day.ts'
import type { Known, PersonInput } from '../shapes/directory.ts'
import type { Setting } from './plan-directory.ts'
import type { Note } from './read-rows.ts'

/** Somebody who leaves on a day, or comes back (null); `row` is null for who is not in the sheet. */
export type Ending = {
  readonly personId: string
  readonly email: string
  readonly name: string
  readonly row: number | null
  readonly before: Day | null
  readonly leftOn: Day | null
}

const HEADER_ROW = 1

/**
 * Who leaves by a sheet: who has a day in `left_on`, and of a whole directory who is not in it. A sheet brings back only whom it
 * says so of, by an empty `left_on`: an old export would let leavers in again. Who brings the sheet and the last owner stay.
 */
export function planEndings(
  rows: readonly PersonInput[],
  byEmail: ReadonlyMap<string, Known>,
  ids: ReadonlyMap<string, string>,
  setting: Setting,
): { readonly list: readonly Ending[]; readonly notes: readonly Note[] } {
  const wanted = [
    ...rows.flatMap((row) => endingOfRow(row, byEmail.get(row.email), ids.get(row.email) ?? '', setting.day)),
    ...(setting.whole ? absentPeople(setting, new Set(rows.map((row) => row.email))) : []),
  ]
  const staying = whoStays(wanted, setting)
  return {
    list: wanted.filter((it) => !staying.has(it.personId)),
    notes: [
      ...wanted.flatMap((it) => {
        const message = staying.get(it.personId)
        return message ? [{ row: it.row ?? HEADER_ROW, column: 'left_on', message: `${it.email} ${message}` }] : []
      }),
      ...rows.flatMap((row) => noteOfLeaver(row, byEmail.get(row.email), setting.day)),
    ],
  }
}

function endingOfRow(row: PersonInput, known: Known | undefined, id: string, day: Day): readonly Ending[] {
  const before = known?.left_on ?? null
  if (row.leftOn === undefined || row.leftOn === before || isLaterThanGone(row, known, day)) return []
  return [{ personId: id, email: row.email, name: row.name, row: row.row, before, leftOn: row.leftOn }]
}

function absentPeople({ known, day }: Setting, inSheet: ReadonlySet<string>): readonly Ending[] {
  const here = known.filter((it) => it.kind === 'directory' && !it.is_erased && (!it.left_on || it.left_on > day))
  return here
    .filter((it) => !inSheet.has(it.email))
    .map((it) => ({ personId: it.id, email: it.email, name: it.name, row: null, before: it.left_on, leftOn: day }))
}

function whoStays(wanted: readonly Ending[], { selfId, ownerIds }: Setting): ReadonlyMap<string, string> {
  const leaving = new Set(wanted.filter((it) => it.leftOn !== null).map((it) => it.personId))
  const stays = new Map<string, string>()
  if (selfId && leaving.has(selfId)) stays.set(selfId, 'brings this sheet, and is not shut out by it')
  const remaining = ownerIds.filter((id) => !leaving.has(id) || stays.has(id))
  if (ownerIds.length > 0 && remaining.length === 0)
    for (const id of ownerIds) stays.set(id, 'is the last owner, and stays until somebody else is one')
  return stays
}

/** A later day for whoever is gone would let them in again until it. */
function isLaterThanGone(row: PersonInput, known: Known | undefined, day: Day): boolean {
  return !!known?.left_on && known.left_on <= day && !!row.leftOn && row.leftOn > known.left_on
}

function noteOfLeaver(row: PersonInput, known: Known | undefined, day: Day): readonly Note[] {
  if (!known?.left_on || known.left_on > day) return []
  if (row.leftOn !== undefined && !isLaterThanGone(row, known, day)) return []
  const message = `${row.email} left on ${known.left_on} and stays so; an empty cell in a column left_on brings them back`
  return [{ row: row.row, column: 'left_on', message }]
}
