import { type Grid, NOT_POSSIBLE } from '../../../matching/grid.ts'

/** Mentees, as rows of the grid, who can sit nowhere but at these places, which are fewer than they are. */
export type TightGroup = { readonly rows: readonly number[]; readonly places: number }

/**
 * Who shares too few places, given a seating of as many as can sit (-1 without): from everybody left out along the places they could
 * take and those who sit there. Groups have no mentor in common, and as many more mentees than places as are left out of them.
 * Source: Kőnig 1931, the deficiency of Hall's theorem.
 */
export function planTight(grid: Grid, seat: Int32Array): readonly TightGroup[] {
  const { rows, columns, worth, capacity } = grid
  const seated: number[][] = Array.from({ length: columns }, () => [])
  seat.forEach((column, row) => {
    if (column >= 0) seated[column]?.push(row)
  })
  const groupOf = new Int32Array(columns).fill(-1)
  const groups: { rows: number[]; places: number; joins: number }[] = []
  const rootOf = (group: number): number => {
    const { joins } = groups[group] ?? { joins: group }
    return joins === group ? group : rootOf(joins)
  }
  for (let start = 0; start < rows; start++) {
    if (seat[start] !== -1) continue
    const at = groups.length
    const reached = [start]
    groups.push({ rows: reached, places: 0, joins: at })
    for (const row of reached)
      for (let column = 0; column < columns; column++) {
        if (worth[row * columns + column] === NOT_POSSIBLE) continue
        const found = groupOf[column] ?? -1
        if (found === -1) {
          groupOf[column] = at
          const group = groups[at]
          if (group) group.places += capacity[column] ?? 0
          reached.push(...(seated[column] ?? []))
        } else join(groups, rootOf(found), rootOf(at))
      }
  }
  const roots = groups.filter((it, at) => it.joins === at)
  return roots.map((root) => {
    const all = groups.filter((_, at) => groups[rootOf(at)] === root)
    return { rows: all.flatMap((it) => it.rows), places: all.reduce((sum, it) => sum + it.places, 0) }
  })
}

function join(groups: { joins: number }[], one: number, other: number): void {
  const group = groups[other]
  if (group && one !== other) group.joins = one
}
