import { OF_CAREERS } from './topics/of-careers.ts'
import { OF_PEOPLE } from './topics/of-people.ts'
import { OF_TRADES } from './topics/of-trades.ts'

/** Topics under one parent, one a line: `name: alias, alias`. */
export type TopicGroup = { readonly parent: string; readonly lines: string }

/** A skill of working life: what we call it, what others call it, and what it belongs to. */
export type Topic = { readonly name: string; readonly aliases: readonly string[]; readonly parent: string }

/** Every skill that an application may choose from, in the order of its parents. Ours; programs may add words of their own. */
export const TOPICS: readonly Topic[] = [...OF_PEOPLE, ...OF_CAREERS, ...OF_TRADES].flatMap(({ parent, lines }) =>
  lines.split('\n').map((line) => {
    const [name = '', words = ''] = line.trim().split(': ')
    const aliases = words === '' ? [] : words.split(', ')
    return { name, aliases, parent }
  }),
)

const BY_WORD = new Map(
  TOPICS.flatMap((it) => [it.name, ...it.aliases].map((word) => [folded(word), it.name] as const)),
)

/** What we call a topic that somebody wrote in their own words; words that are nobody's alias stay as they are. */
export function asTopic(text: string, own: readonly string[] = []): string {
  const word = folded(text)
  return own.find((it) => folded(it) === word) ?? BY_WORD.get(word) ?? text.trim().replaceAll(/\s+/g, ' ')
}

/** Several topics in the words we and the program use, each once, in the order they were given. `own` are the program's words. */
export function asTopics(texts: readonly string[], own: readonly string[] = []): readonly string[] {
  const found = new Map(texts.map((text) => asTopic(text, own)).flatMap((it) => (it === '' ? [] : [[folded(it), it]])))
  return [...found.values()]
}

/** Topics whose name, alias or parent holds every word of a search, best first: names that begin with it come before others. */
export function findTopics(search: string): readonly Topic[] {
  const wanted = folded(search)
  if (wanted === '') return []
  const words = wanted.split(' ')
  const rank = (it: Topic) => {
    if (folded(it.name).startsWith(wanted)) return 0
    if (holds(it.name, words)) return 1
    if (it.aliases.some((alias) => holds(alias, words))) return 2
    return holds([it.name, ...it.aliases, it.parent].join(' '), words) ? 3 : null
  }
  const ranked = TOPICS.flatMap((it) => {
    const at = rank(it)
    return at === null ? [] : [{ it, at }]
  })
  return ranked.sort((one, other) => one.at - other.at).map((one) => one.it)
}

function holds(text: string, words: readonly string[]): boolean {
  const parts = folded(text).split(' ')
  return words.every((word) => parts.some((part) => part.startsWith(word)))
}

/** Lower case, without accents and surplus space: how words are compared. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s/]+/g, ' ')
    .trim()
}
