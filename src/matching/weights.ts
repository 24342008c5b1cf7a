/** The parts of a pair's worth, in the order they are shown. Policy: PRODUCT.md "Matching", worth. */
export const TERM_NAMES = ['topics', 'wishes', 'experience', 'seniority', 'overlap', 'language', 'past'] as const
export type TermName = (typeof TERM_NAMES)[number]

/** How much each part counts beside the others: whole numbers of any scale, 0 leaves a part out. */
export type Weights = Readonly<Partial<Record<TermName, number>>>

/** The worth of a perfect pair. Policy: PRODUCT.md "Matching", an integer 0 to 10,000 shown as 0 to 100. */
export const FULL_WORTH = 10_000

/** What counts where a policy says nothing. Policy: a first, plain setting. */
export const USUAL_WEIGHTS: Weights = { topics: 6, experience: 1, seniority: 1, overlap: 1, language: 1 }

/** Most points of each part that counts: integers that sum to 10,000 whatever the weights; nothing where all weights are 0. Source: largest remainder (Hamilton 1792), ties to the part shown first. */
export function pointsOf(weights: Weights): ReadonlyMap<TermName, number> {
  const counted = TERM_NAMES.map((name) => ({ name, weight: weights[name] ?? 0 })).filter((it) => it.weight > 0)
  const all = counted.reduce((sum, it) => sum + it.weight, 0)
  const shares = counted.map((it) => ({
    name: it.name,
    points: Math.floor((FULL_WORTH * it.weight) / all),
    rest: (FULL_WORTH * it.weight) % all,
  }))
  const left = shares.length === 0 ? 0 : FULL_WORTH - shares.reduce((sum, it) => sum + it.points, 0)
  const byRest = [...shares].sort((a, b) => b.rest - a.rest)
  const raised = new Set(byRest.slice(0, left).map((it) => it.name))
  return new Map(shares.map(({ name, points }) => [name, points + (raised.has(name) ? 1 : 0)]))
}
