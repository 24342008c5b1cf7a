import { dropUnused, type Face, matchedWorths, narrow, networkOn } from './face.ts'
import { bestFlow } from './flow/best-flow.ts'
import type { Flow } from './flow/network.ts'

/** For one worth that occurs: prices which prove that no answer of the face has fewer pairs of it. */
export type Level = { readonly worth: number; readonly flow: Flow }

/** Aim 5: the answers of a face whose worst pair is as well off as possible, then the second worst, and so on: level by level, the fewest pairs of each worth. Answers them as a face, with a proof for every level. Source: leximin after Rawls 1971 and Sen 1970; 0/1 costs on tight edges, `reference/matching.md` 4.4. */
export function worstOffFirst(given: Face): { readonly face: Face; readonly levels: readonly Level[] } {
  let face = given
  const levels: Level[] = []
  let done = -1
  for (;;) {
    const worth = matchedWorths(face).find((it) => it > done)
    if (worth === undefined) return { face, levels }
    face = dropUnused(face, done, worth)
    const value = face.worth.map((it) => (it === worth ? -1 : 0))
    const net = networkOn(face, value, 2 * (face.rows + 2))
    const flow = bestFlow(net, { mate: face.mate, price: new Float64Array(face.columns) })
    face = narrow(face, net, flow)
    levels.push({ worth, flow })
    done = worth
  }
}
