import type { KnownTopics } from '../taxonomy.ts'
import { likeness, type TextVector, vectorOf } from '../trigrams.ts'

/** A topic of the taxonomy by its id, or somebody's own words trimmed and in lower case. */
export type Word = { readonly key: string; readonly isKnown: boolean }
/** An offered word, by its number, and how near it comes, 1 to 100. */
export type Near = { readonly other: number; readonly percent: number }

/** Likeness below which two texts have nothing to do with each other, and what the most alike ones count: words that nobody chose from a list are never as sure. Policy: a first, plain setting. */
const LEAST_LIKENESS = 35
const MOST_BY_LIKENESS = 80

/** For each wanted word, by its number, the offered words that come near; words without any are absent. */
export function compareWords(
  wanted: readonly Word[],
  offered: readonly Word[],
  topics: KnownTopics,
  similarWords: boolean,
): ReadonlyMap<number, readonly Near[]> {
  const alike = similarWords ? findAlike(offered, topics) : () => []
  const found = new Map<number, readonly Near[]>()
  wanted.forEach((word, at) => {
    const near = [...nearByKey(word, offered, topics), ...alike(word)]
    if (near.length > 0) found.set(at, near)
  })
  return found
}

function nearByKey(word: Word, offered: readonly Word[], { nearness }: KnownTopics): Near[] {
  return offered.flatMap((it, other) => {
    if (it.key === word.key) return [{ other, percent: 100 }]
    const percent = word.isKnown && it.isKnown ? nearness(word.key, it.key) : 0
    return percent > 0 ? [{ other, percent }] : []
  })
}

/** Texts are compared only with those that share a trigram, and only where one of the two is nobody's topic. */
function findAlike(offered: readonly Word[], { rarity }: KnownTopics): (word: Word) => Near[] {
  const vectors = offered.map((it) => vectorOf(it.key, rarity))
  const holding = new Map<number, number[]>()
  vectors.forEach(({ terms }, at) => {
    for (const term of terms) {
      const list = holding.get(term)
      if (list) list.push(at)
      else holding.set(term, [at])
    }
  })
  return (word) => {
    const own: TextVector = vectorOf(word.key, rarity)
    const others = new Set([...own.terms].flatMap((term) => holding.get(term) ?? []))
    return [...others].flatMap((other) => {
      const [it, vector] = [offered[other], vectors[other]]
      if (!it || !vector || it.key === word.key || (it.isKnown && word.isKnown)) return []
      const percent = likeness(own, vector)
      return percent < LEAST_LIKENESS ? [] : [{ other, percent: Math.min(percent, MOST_BY_LIKENESS) }]
    })
  }
}
