import { type KnownTopics, readTaxonomy, type Taxonomy } from '../taxonomy.ts'
import { type Asked, neutral, type PreparedTerm, pointsFor } from './prepared-term.ts'
import { compareWith, type Word } from './topic-words.ts'

const FULL = 100
const NONE: Taxonomy = []

/** Everybody's topics read once: a line says how near each mentor comes to a word, 0 to 100; words that nobody comes near have none. */
export type TopicLines = {
  readonly lines: readonly (Uint8Array | null)[]
  /** The different words each mentee wants. */
  readonly wanted: Words
  readonly reached: (row: number, column: number) => readonly { readonly text: string; readonly percent: number }[]
}

/** Reads topics wanted and offered into lines. */
export function readTopicLines({ mentees, mentors, policy }: Asked): TopicLines {
  const taxonomy = readTaxonomy(policy.worth?.taxonomy ?? NONE)
  const wanted = readWords(mentees, taxonomy.find)
  const offered = readWords(mentors, taxonomy.find)
  const nearTo = compareWith(offered.words, taxonomy, policy.worth?.similarWords === true)
  const offering = whoSaid(offered)
  const lines = wanted.words.map((word) => {
    const line = new Uint8Array(mentors.length)
    let isReached = false
    for (const { other, percent } of nearTo(word))
      for (let at = offering.start[other] as number; at < (offering.start[other + 1] as number); at++) {
        const column = offering.person[at] as number
        line[column] = Math.max(line[column] as number, percent)
        isReached = true
      }
    return isReached ? line : null
  })
  const reached = (row: number, column: number) =>
    placesOf(wanted, row).map((at) => ({
      text: mentees[row]?.topics[wanted.said[at] as number]?.trim() ?? '',
      percent: lines[wanted.word[at] as number]?.[column] ?? 0,
    }))
  return { lines, wanted, reached }
}

/** Points for a sum of per cents over so many wanted words; half where none are wanted. */
export function topicPoints(sum: number, count: number, most: number): number {
  return count === 0 ? neutral(most) : pointsFor(sum / (count * FULL), most)
}

/** Topics wanted against topics offered: each wanted one counts by the nearest offered one. */
export function topicsTerm(asked: Asked, most: number): PreparedTerm {
  const { lines, wanted, reached } = readTopicLines(asked)
  const counts = asked.mentees.map((_, row) => placesOf(wanted, row).length)
  const linesOf = counts.map((_, row) => placesOf(wanted, row).flatMap((at) => lines[wanted.word[at] as number] ?? []))
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

/** Everybody's different words, numbered: those of person i from `start[i]` to `start[i + 1]`, and which of their topics said each first. */
type Words = {
  readonly words: readonly Word[]
  readonly start: Int32Array
  readonly word: Int32Array
  readonly said: Int32Array
}

function readWords(people: readonly { readonly topics: readonly string[] }[], find: KnownTopics['find']): Words {
  const numbers = new Map<string, number>()
  const words: Word[] = []
  const start = new Int32Array(people.length + 1)
  const all = people.reduce((sum, { topics }) => sum + topics.length, 0)
  const [numbered, said] = [new Int32Array(all), new Int32Array(all)]
  let until = 0
  people.forEach(({ topics }, one) => {
    const from = until
    topics.forEach((text, at) => {
      const id = find(text)
      const key = id ?? text.trim().toLowerCase()
      if (key === '') return
      const word = numbers.get(key) ?? words.length
      if (word === words.length) {
        numbers.set(key, word)
        words.push({ key, isKnown: id !== null })
      }
      for (let before = from; before < until; before++) if (numbered[before] === word) return
      numbered[until] = word
      said[until++] = at
    })
    start[one + 1] = until
  })
  return { words, start, word: numbered.subarray(0, until), said: said.subarray(0, until) }
}

function placesOf({ start }: Words, one: number): readonly number[] {
  const from = start[one] as number
  return Array.from({ length: (start[one + 1] as number) - from }, (_, at) => from + at)
}

/** The people of word w: from `start[w]` to `start[w + 1]`. */
function whoSaid({ words, start, word }: Words): { readonly start: Int32Array; readonly person: Int32Array } {
  const first = new Int32Array(words.length + 1)
  for (let at = 0; at < word.length; at++) first[word[at] as number] = (first[word[at] as number] as number) + 1
  for (let it = 1; it <= words.length; it++) first[it] = (first[it] as number) + (first[it - 1] as number)
  const person = new Int32Array(word.length)
  // Filled from the back of each word, which leaves its beginning where it must be in the end.
  for (let one = start.length - 2; one >= 0; one--)
    for (let at = (start[one + 1] as number) - 1; at >= (start[one] as number); at--) {
      const to = (first[word[at] as number] as number) - 1
      first[word[at] as number] = to
      person[to] = one
    }
  return { start: first, person }
}
