/** One wording of what a pair keeps together: its place in the order, and the one its author had before them. */
export type Numbered = { readonly number: number; readonly basedOn: number }

/** A document as it reads: what stands, what was written at the same time as it, and what came before, each newest first. */
export type Document<Wording extends Numbered> = {
  readonly standing: Wording
  readonly beside: readonly Wording[]
  readonly earlier: readonly Wording[]
}

/**
 * What stands is the newest wording. Those its author had not seen were written at the same time and stay beside it until
 * somebody who sees both writes the next one. PRODUCT.md, meet; issue 4: two people editing lose no words.
 */
export function planDocument<Wording extends Numbered>(wordings: readonly Wording[]): Document<Wording> | null {
  const [standing, ...before] = [...wordings].sort((one, other) => other.number - one.number)
  if (!standing) return null
  return {
    standing,
    beside: before.filter((it) => it.number > standing.basedOn),
    earlier: before.filter((it) => it.number <= standing.basedOn),
  }
}

/** What becomes of a text: the first one, the next one, one beside another, or the very one that stands already. */
export type Became = 'new' | 'changed' | 'both' | 'same'

/**
 * Where a new text goes: behind all that there are, whatever its author had seen. The same words as those that stand are the
 * same request, sent again.
 */
export function decideWording(
  standing: { readonly number: number; readonly text: unknown } | null,
  seen: number,
  text: unknown,
): { readonly became: Became } & Numbered {
  if (!standing) return { became: 'new', number: 1, basedOn: 0 }
  const { number } = standing
  if (JSON.stringify(standing.text) === JSON.stringify(text)) return { became: 'same', number, basedOn: number }
  const basedOn = Math.max(0, Math.min(Math.floor(seen), number))
  return { became: basedOn === number ? 'changed' : 'both', number: number + 1, basedOn }
}
