import { type KnownTopics, readTaxonomy, type Taxonomy } from '../taxonomy.ts'
import { type Asked, neutral, type PreparedTerm, pointsFor } from './prepared-term.ts'
import { compareWords, type Near, type Word } from './topic-words.ts'

const FULL = 100
const NONE: Taxonomy = []

/** Topics wanted against topics offered: each wanted one counts by the nearest offered one. */
export function topicsTerm({ mentees, mentors, policy }: Asked, most: number): PreparedTerm {
  const taxonomy = readTaxonomy(policy.worth?.taxonomy ?? NONE)
  const wanted = readWords(mentees, taxonomy.find)
  const offered = readWords(mentors, taxonomy.find)
  const near = compareWords(wanted.words, offered.words, taxonomy, policy.worth?.similarWords === true)
  const best = bestOf(near, offered, mentors.length)
  const half = neutral(most)
  // Lines that somebody comes near; the others count nothing, for anybody.
  const lines = wanted.of.map((own) => Int32Array.from(own.flatMap(({ word }) => best.lineOf.get(word) ?? [])))
  return {
    points: (row, column) => {
      const count = wanted.of[row]?.length ?? 0
      if (count === 0) return half
      let sum = 0
      for (const line of lines[row] as Int32Array) sum += best.percent[line * mentors.length + column] as number
      return pointsFor(sum / (count * FULL), most)
    },
    says: (row, column) =>
      sayTopics(
        (wanted.of[row] ?? []).map(({ word, text }) => {
          const line = best.lineOf.get(word)
          return { text, percent: line === undefined ? 0 : (best.percent[line * mentors.length + column] ?? 0) }
        }),
      ),
  }
}

function sayTopics(reached: readonly { readonly text: string; readonly percent: number }[]): string {
  if (reached.length === 0) return 'no topics were asked for'
  const full = reached.filter((it) => it.percent === FULL).map((it) => it.text)
  const close = reached.filter((it) => it.percent > 0 && it.percent < FULL).map((it) => it.text)
  const near = close.length > 0 ? `something close to ${close.join(', ')}` : ''
  if (full.length === 0) return near || 'no topic in common'
  return `${full.length} of ${reached.length} wanted topics: ${full.join(', ')}${near ? `; ${near}` : ''}`
}

/** Everybody's different words, numbered, and who has which of them, as they wrote it. */
type Words = {
  readonly words: readonly Word[]
  readonly of: readonly (readonly { readonly word: number; readonly text: string }[])[]
}

function readWords(people: readonly { readonly topics: readonly string[] }[], find: KnownTopics['find']): Words {
  const numbers = new Map<string, number>()
  const words: Word[] = []
  const of = people.map(({ topics }) => {
    const own = new Map<number, string>()
    for (const text of topics) {
      const id = find(text)
      const key = id ?? text.trim().toLowerCase()
      if (key === '') continue
      const word = numbers.get(key) ?? words.length
      if (word === words.length) {
        numbers.set(key, word)
        words.push({ key, isKnown: id !== null })
      }
      if (!own.has(word)) own.set(word, text.trim())
    }
    return [...own].map(([word, text]) => ({ word, text }))
  })
  return { words, of }
}

/** How near each of m mentors comes to each word that somebody comes near: lines × m, 0 to 100. */
function bestOf(near: ReadonlyMap<number, readonly Near[]>, { words, of }: Words, m: number) {
  const offering: number[][] = words.map(() => [])
  of.forEach((own, column) => {
    for (const { word } of own) offering[word]?.push(column)
  })
  const lineOf = new Map([...near.keys()].map((word, line) => [word, line]))
  const percent = new Uint8Array(lineOf.size * m)
  for (const [word, line] of lineOf)
    for (const it of near.get(word) ?? [])
      for (const column of offering[it.other] ?? []) {
        const at = line * m + column
        percent[at] = Math.max(percent[at] as number, it.percent)
      }
  return { lineOf, percent }
}
