import { folded, type Rarity, rarityIn } from './trigrams.ts'

/** A topic of a taxonomy handed in as data: `parents` are ids or mere names of groups; `id` and `aliases` are found in people's words whatever their case, accents and spaces. */
export type TaxonomyTopic = {
  readonly id: string
  readonly parents: readonly string[]
  readonly aliases: readonly string[]
}
export type Taxonomy = readonly TaxonomyTopic[]

/** A taxonomy ready to be asked. */
export type KnownTopics = {
  /** What people's words mean: the topic's id, or null when they are nobody's. */
  readonly find: (text: string) => string | null
  /** The ids of a topic and of all that are near it. */
  readonly nearTo: (wanted: string) => readonly string[]
  /** How near two topics are, 0 to 100. */
  readonly nearness: (wanted: string, offered: string) => number
  readonly rarity: Rarity
}

/** Per cent of a full hit: the topic above or below the one that was asked for, and one beside it. Policy: a first, plain setting. */
const ABOVE_OR_BELOW = 60
const BESIDE = 30

const known = new WeakMap<Taxonomy, KnownTopics>()

/** Indexes a taxonomy, once for each that is handed in. */
export function readTaxonomy(taxonomy: Taxonomy): KnownTopics {
  const before = known.get(taxonomy)
  if (before) return before
  const byWord = new Map<string, string>()
  // Names win over aliases, and whoever comes first keeps a word.
  for (const words of [(it: TaxonomyTopic) => [it.id], (it: TaxonomyTopic) => it.aliases])
    for (const topic of taxonomy)
      for (const word of words(topic)) if (!byWord.has(folded(word))) byWord.set(folded(word), topic.id)
  const parents = new Map(taxonomy.map((it) => [it.id, new Set(it.parents)]))
  const nearness = (wanted: string, offered: string) => {
    if (wanted === offered) return 100
    const [above, alsoAbove] = [parents.get(wanted), parents.get(offered)]
    if (above?.has(offered) || alsoAbove?.has(wanted)) return ABOVE_OR_BELOW
    return above && alsoAbove && [...above].some((id) => alsoAbove.has(id)) ? BESIDE : 0
  }
  const below = new Map<string, string[]>()
  for (const it of taxonomy) for (const id of it.parents) below.set(id, [...(below.get(id) ?? []), it.id])
  const nearTo = (wanted: string) => {
    const above = [...(parents.get(wanted) ?? [])]
    return [...new Set([wanted, ...above, ...(below.get(wanted) ?? []), ...above.flatMap((id) => below.get(id) ?? [])])]
  }
  const rarity = rarityIn(taxonomy.flatMap((it) => [it.id, ...it.aliases]))
  const found = { find: (text: string) => byWord.get(folded(text)) ?? null, nearTo, nearness, rarity }
  known.set(taxonomy, found)
  return found
}
