/** Most terms a text is known by, and the largest weight of one. Source: reference "text similarity without a model download", sparse vectors in bytes. */
const MOST_TERMS = 32
const LARGEST_WEIGHT = 255

/** A text as at most 32 hashed trigrams, ascending, with weights 1 to 255; `length` is that of the vector. */
export type TextVector = { readonly terms: Uint32Array; readonly weights: Uint8Array; readonly length: number }

/** How often trigrams occur in a fixed collection of texts: how much each tells. Whole numbers, so that every machine counts alike. */
export type Rarity = { readonly texts: number; readonly holding: ReadonlyMap<number, number> }

/** Counts a collection, such as the names and aliases of a taxonomy; never the people of a run, so that a pair's worth is theirs alone. */
export function rarityIn(texts: readonly string[]): Rarity {
  const holding = new Map<number, number>()
  for (const text of texts)
    for (const term of new Set(trigramsOf(text))) holding.set(term, (holding.get(term) ?? 0) + 1)
  return { texts: texts.length, holding }
}

/** A text's trigrams by frequency times rarity, the 32 that tell most. Source: Salton and Buckley 1988, tf-idf; rarity as a whole logarithm to base 2. */
export function vectorOf(text: string, rarity: Rarity): TextVector {
  const counts = new Map<number, number>()
  for (const term of trigramsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weighed = [...counts].map(([term, count]) => ({ term, weight: count * tells(term, rarity) }))
  const kept = weighed.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, MOST_TERMS)
  const largest = kept[0]?.weight ?? 1
  kept.sort((a, b) => a.term - b.term)
  const weights = Uint8Array.from(kept, (it) => Math.max(1, Math.round((LARGEST_WEIGHT * it.weight) / largest)))
  const square = weights.reduce((sum, weight) => sum + weight * weight, 0)
  return { terms: Uint32Array.from(kept, (it) => it.term), weights, length: Math.sqrt(square) }
}

/** How alike two texts are, 0 to 100: the cosine of their vectors in per cent, half up. */
export function likeness(a: TextVector, b: TextVector): number {
  return likenessOf([b])(a)[0]?.percent ?? 0
}

/** Reads texts once; the answer says, for one more text, which of them are how alike, 1 to 100. What shares no trigram is never looked at. */
export function likenessOf(vectors: readonly TextVector[]) {
  const holding = new Map<number, { readonly other: number; readonly weight: number }[]>()
  vectors.forEach(({ terms, weights }, other) => {
    terms.forEach((term, at) => {
      const entry = { other, weight: weights[at] as number }
      const list = holding.get(term)
      if (list) list.push(entry)
      else holding.set(term, [entry])
    })
  })
  const dots = new Uint32Array(vectors.length)
  return (own: TextVector): readonly { readonly other: number; readonly percent: number }[] => {
    const seen: number[] = []
    own.terms.forEach((term, at) => {
      for (const { other, weight } of holding.get(term) ?? []) {
        if (dots[other] === 0) seen.push(other)
        dots[other] = (dots[other] as number) + weight * (own.weights[at] as number)
      }
    })
    return seen.map((other) => {
      const cosine = (dots[other] as number) / (own.length * (vectors[other]?.length ?? 1))
      dots[other] = 0
      return { other, percent: Math.min(100, Math.round(100 * cosine)) }
    })
  }
}

/** Lower case, without accents and surplus space: how words are compared. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s/_-]+/g, ' ')
    .trim()
}

function tells(term: number, { texts, holding }: Rarity): number {
  const times = Math.max(1, Math.floor((texts + 1) / (holding.get(term) ?? 1)))
  return 32 - Math.clz32(times)
}

/** Three letters at a time within each word, its two ends included, as 32-bit hashes (FNV-1a). */
function trigramsOf(text: string): number[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const padded = [...` ${word} `]
      return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) =>
        hashOf(padded.slice(at, at + 3).join('')),
      )
    })
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
