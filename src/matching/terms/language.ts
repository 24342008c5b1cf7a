import type { Mentee, Mentor } from '../problem.ts'
import { type Asked, neutral, type PreparedTerm } from './prepared-term.ts'

/** Bits of one word of a mask. */
const BITS = 31

/** Whether they speak a language in common. */
export function languageTerm({ mentees, mentors }: Asked, most: number): PreparedTerm {
  const bits = new Map<string, number>()
  const keysOf = (it: Mentor | Mentee) => (it.languages ?? []).map(asKey).filter((key) => key !== '')
  for (const key of [...mentees, ...mentors].flatMap(keysOf)) if (!bits.has(key)) bits.set(key, bits.size)
  const words = Math.max(1, Math.ceil(bits.size / BITS))
  const masksOf = (people: readonly (Mentor | Mentee)[]) => {
    const masks = new Int32Array(people.length * words)
    people.forEach((it, at) => {
      for (const key of keysOf(it)) {
        const bit = bits.get(key) ?? 0
        const word = at * words + Math.floor(bit / BITS)
        masks[word] = (masks[word] as number) | (1 << (bit % BITS))
      }
    })
    return masks
  }
  const known = (people: readonly (Mentor | Mentee)[]) => people.map((it) => keysOf(it).length > 0)
  const [rows, columns] = [masksOf(mentees), masksOf(mentors)]
  const [rowKnown, columnKnown] = [known(mentees), known(mentors)]
  const half = neutral(most)
  return {
    points: (row, column) => {
      if (!rowKnown[row] || !columnKnown[column]) return half
      for (let word = 0; word < words; word++)
        if (((rows[row * words + word] as number) & (columns[column * words + word] as number)) !== 0) return most
      return 0
    },
    says: (row, column) => {
      if (!rowKnown[row] || !columnKnown[column]) return 'languages not known'
      const spoken = new Set((mentors[column]?.languages ?? []).map(asKey))
      const shared = (mentees[row]?.languages ?? []).filter((text) => asKey(text) !== '' && spoken.has(asKey(text)))
      return shared.length > 0 ? `both speak ${shared.map((text) => text.trim()).join(', ')}` : 'no language in common'
    },
  }
}

function asKey(text: string): string {
  return text.trim().toLowerCase()
}
