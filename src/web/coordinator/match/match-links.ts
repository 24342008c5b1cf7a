type At = Readonly<Record<string, string | number | null | undefined>>

/** An address of the match board: what is not said is left out. */
export function matchLink(path: string, at: At): string {
  const said = Object.entries(at).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  )
  return `/desk/match${path}?${new URLSearchParams(said)}`
}

export const SORTS = ['name', 'best', 'worst'] as const
export type BoardAsked = {
  readonly q: string
  readonly division: string
  readonly sort: (typeof SORTS)[number]
  readonly page: number
}
