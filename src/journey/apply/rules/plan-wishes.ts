import type { Wishes } from '../../../model/given-application.ts'
import type { FormFault } from '../shapes.ts'

/** Names on each of the two lists: a wish for everybody is none. */
export const MOST_WISHES = 3
export const MOST_BLOCKS = 20

type Person = { readonly id: string; readonly name: string; readonly email: string }
type Lists = { readonly wishes: string; readonly blocks: string }

/** The lines of both lists as words to look people up by, in lower case. */
export function wordsIn({ wishes, blocks }: Lists): readonly string[] {
  return [...linesOf(wishes), ...linesOf(blocks)].map((line) => line.toLowerCase())
}

/** Who is meant by the names and addresses of both lists. `found` are the people whose name or address is one of the words. */
export function planWishes(
  given: Lists,
  found: readonly Person[],
  me: string,
): { readonly wishes: Wishes; readonly faults: readonly FormFault[] } {
  const wished = readList('wishes', given.wishes, MOST_WISHES, found, me)
  const blocked = readList('blocks', given.blocks, MOST_BLOCKS, found, me)
  const both = wished.ids.some((id) => blocked.ids.includes(id))
  const faults = [...wished.faults, ...blocked.faults]
  if (both) faults.push({ place: 'blocks', code: 'both-lists', facts: {} })
  return { wishes: { wishes: wished.ids, blocks: blocked.ids }, faults }
}

function readList(place: string, text: string, most: number, found: readonly Person[], me: string) {
  const ids = new Set<string>()
  const faults: FormFault[] = []
  const lines = linesOf(text)
  if (lines.length > most) faults.push({ place, code: 'too-many', facts: { most, given: lines.length } })
  for (const line of lines.slice(0, most)) {
    const word = line.toLowerCase()
    const called = found.filter((it) => it.email === word || it.name.toLowerCase() === word)
    const [one] = called
    if (!one) faults.push({ place, code: 'nobody-called', facts: { line } })
    else if (called.length > 1) faults.push({ place, code: 'several-called', facts: { line } })
    else if (one.id === me) faults.push({ place, code: 'oneself', facts: {} })
    else ids.add(one.id)
  }
  return { ids: [...ids], faults: faults.slice(0, 1) }
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '))
  return [...new Set(lines.filter((line) => line !== ''))]
}
