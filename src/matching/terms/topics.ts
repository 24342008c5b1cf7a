import { type KnownTopics, readTaxonomy, type Taxonomy } from '../taxonomy.ts'
import { type Asked, neutral, type PreparedTerm, pointsFor } from './prepared-term.ts'
import { compareWith, type Word } from './topic-words.ts'

const FULL = 100
const NONE: Taxonomy = []

/** Everybody's topics read once: a line says how near each mentor comes to a word, 0 to 100; words that nobody comes near have none. */
export type TopicLines = {
  /** How many different words each mentee wants. */
  readonly counts: Int32Array
  readonly linesOf: readonly (readonly Uint8Array[])[]
  readonly reached: (row: number, column: number) => readonly { readonly text: string; readonly percent: number }[]
}

/** Reads topics wanted and offered into lines. */
export function readTopicLines({ mentees, mentors, policy }: Asked): TopicLines {
  const taxonomy = readTaxonomy(policy.worth?.taxonomy ?? NONE)
  const wanted = readWords(mentees, taxonomy.find)
  const offered = readWords(mentors, taxonomy.find)
  const nearTo = compareWith(offered.words, taxonomy, policy.worth?.similarWords === true)
  const offering = columnsOf(offered)
  const lines = wanted.words.map((word) => {
    const line = new Uint8Array(mentors.length)
    let isReached = false
    for (const { other, percent } of nearTo(word))
      for (const column of offering[other] ?? []) {
        line[column] = Math.max(line[column] as number, percent)
        isReached = true
      }
    return isReached ? line : null
  })
  return {
    counts: Int32Array.from(wanted.of, (own) => own.length),
    linesOf: wanted.of.map((own) => own.flatMap(({ word }) => lines[word] ?? [])),
    reached: (row, column) =>
      (wanted.of[row] ?? []).map(({ word, text }) => ({ text, percent: lines[word]?.[column] ?? 0 })),
  }
}

/** Points for a sum of per cents over so many wanted words; half where none are wanted. */
export function topicPoints(sum: number, count: number, most: number): number {
  return count === 0 ? neutral(most) : pointsFor(sum / (count * FULL), most)
}

/** Topics wanted against topics offered: each wanted one counts by the nearest offered one. */
export function topicsTerm(asked: Asked, most: number): PreparedTerm {
  const { counts, linesOf, reached } = readTopicLines(asked)
  return {
    points: (row, column) => {
      let sum = 0
      for (const line of linesOf[row] ?? []) sum += line[column] as number
      return topicPoints(sum, counts[row] as number, most)
    },
    says: (row, column) => sayTopics(reached(row, column)),
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

function columnsOf({ words, of }: Words): readonly (readonly number[])[] {
  const columns: number[][] = words.map(() => [])
  of.forEach((own, column) => {
    for (const { word } of own) columns[word]?.push(column)
  })
  return columns
}
