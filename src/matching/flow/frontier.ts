/** Columns still to be visited, nearest first: a binary heap, and a stack for those at the distance just reached (ties are the normal case). */
export type Frontier = {
  readonly nodes: number[]
  readonly keys: number[]
  readonly level: number[]
  reached: number
}

export function emptyFrontier(): Frontier {
  return { nodes: [], keys: [], level: [], reached: 0 }
}

export function clearFrontier(frontier: Frontier): void {
  frontier.nodes.length = 0
  frontier.keys.length = 0
  frontier.level.length = 0
  frontier.reached = 0
}

/** Adds a node at a distance; a node may stand in it several times, the nearest comes first. */
export function pushNode({ nodes, keys, level, reached }: Frontier, node: number, key: number): void {
  if (key === reached) {
    level.push(node)
    return
  }
  let at = nodes.length
  nodes.push(node)
  keys.push(key)
  while (at > 0) {
    const up = (at - 1) >> 1
    const above = keys[up] as number
    if (above <= key) break
    keys[at] = above
    nodes[at] = nodes[up] as number
    at = up
  }
  keys[at] = key
  nodes[at] = node
}

/** The nearest node, or -1; `reached` becomes its distance. */
export function popNode(frontier: Frontier): number {
  const onLevel = frontier.level.pop()
  if (onLevel !== undefined) return onLevel
  const { nodes, keys } = frontier
  const node = nodes[0]
  if (node === undefined) return -1
  frontier.reached = keys[0] as number
  const lastKey = keys.pop() as number
  const lastNode = nodes.pop() as number
  const size = nodes.length
  if (size > 0) sink(frontier, lastNode, lastKey, size)
  return node
}

function sink({ nodes, keys }: Frontier, node: number, key: number, size: number): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++
    if ((keys[child] as number) >= key) break
    keys[at] = keys[child] as number
    nodes[at] = nodes[child] as number
    at = child
  }
  keys[at] = key
  nodes[at] = node
}
