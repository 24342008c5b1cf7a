import type { KnownTopics } from '../taxonomy.ts'
import { likenessOf, vectorOf } from '../trigrams.ts'

/** A topic of the taxonomy by its id, or somebody's own words trimmed and in lower case. */
export type Word = { readonly key: string; readonly isKnown: boolean }
/** An offered word, by its number, and how near it comes, 1 to 100. */
export type Near = { readonly other: number; readonly percent: number }

/** Likeness below which two texts have nothing to do with each other, and what the most alike ones count: words that nobody chose from a list are never as sure. Policy: a first, plain setting. */
const LEAST_LIKENESS = 35
const MOST_BY_LIKENESS = 80

/** Reads the offered words once; the answer says which of them come near a wanted one. */
export function compareWith(offered: readonly Word[], topics: KnownTopics, similarWords: boolean) {
  const byKey = nearByKey(offered, topics)
  const byLikeness = similarWords ? nearByLikeness(offered, topics) : () => []
  return (wanted: Word): readonly Near[] => [...byKey(wanted), ...byLikeness(wanted)]
}

function nearByKey(offered: readonly Word[], { nearTo, nearness }: KnownTopics) {
  const numbers = new Map(offered.map((it, number) => [it.key, number]))
  return (wanted: Word): Near[] => {
    const keys = wanted.isKnown ? nearTo(wanted.key) : [wanted.key]
    return keys.flatMap((key) => {
      const other = numbers.get(key)
      return other === undefined ? [] : [{ other, percent: key === wanted.key ? 100 : nearness(wanted.key, key) }]
    })
  }
}

/** Texts are compared only where one of the two is nobody's topic; what shares no trigram is never looked at. */
function nearByLikeness(offered: readonly Word[], { rarity }: KnownTopics) {
  const alike = likenessOf(offered.map((it) => vectorOf(it.key, rarity)))
  return (wanted: Word): Near[] =>
    alike(vectorOf(wanted.key, rarity)).flatMap(({ other, percent }) => {
      const it = offered[other]
      if (!it || it.key === wanted.key || (it.isKnown && wanted.isKnown) || percent < LEAST_LIKENESS) return []
      return [{ other, percent: Math.min(percent, MOST_BY_LIKENESS) }]
    })
}
