import type { ChainLine, Seal } from '../../model/audit-line.ts'
import { no, type Outcome, yes } from '../../model/outcome.ts'

/** One place of the chain as it was found; the line is null where it is gone. */
export type Link = { readonly seal: Seal; readonly line: ChainLine | null }

/** Where the chain stands: its last number and hash. */
export type Head = { readonly number: number; readonly hash: string }

/** SHA-256 of a text, in hexadecimal. */
type HashOf = (text: string) => string

/** Before the first line of an organisation. */
export function planBeginning(organisationId: string, hash: HashOf): Head {
  return { number: 0, hash: hash(`alongside audit ${organisationId}`) }
}

/** The text whose hash seals a line: the hash before it, its number, and everything the line says, always in this order. */
export function planSealedText(previous: string, number: number, it: ChainLine): string {
  const said = [it.id, it.action, it.actorKind, it.actorPersonId, it.via, it.seasonId, it.about, it.outcome, it.ground]
  return JSON.stringify([previous, number, ...said, it.onDay, it.recordedAt, it.subjects])
}

/** The seals that new lines get, in their order, after the head. */
export function planSeals(head: Head, lines: readonly ChainLine[], hash: HashOf): readonly Seal[] {
  let at = head
  return lines.map((line) => {
    const number = at.number + 1
    const seal = {
      number,
      auditId: line.id,
      previous: at.hash,
      hash: hash(planSealedText(at.hash, number, line)),
    }
    at = seal
    return seal
  })
}

/**
 * Whether a place follows the head, and the head after it. `page` are the places read with it: where a line does not fit its own
 * seal and another one of them does, they were put in another order.
 */
export function decideLink(head: Head, { seal, line }: Link, page: readonly Link[], hash: HashOf): Outcome<Head> {
  if (seal.number !== head.number + 1) return no('seal-missing', { number: head.number + 1 })
  if (seal.previous !== head.hash) return no('lines-reordered', { number: seal.number })
  if (!line) return no('line-removed', { number: seal.number })
  const fits = (one: ChainLine) => hash(planSealedText(seal.previous, seal.number, one)) === seal.hash
  if (line.id === seal.auditId && fits(line)) return yes({ number: seal.number, hash: seal.hash })
  const moved = page.some((other) => other.line && other.line.id !== line.id && fits(other.line))
  return no(moved ? 'lines-reordered' : 'line-changed', { number: seal.number })
}

/** Whether a kept anchor still stands in the chain; `found` is the hash at its number, null where that is gone. */
export function decideAnchor(anchor: Head, head: Head | null, found: string | null): Outcome<true> {
  if (!head || anchor.number > head.number) return no('tail-cut', { number: anchor.number })
  if (found === null) return no('anchor-gone', { number: anchor.number })
  return found === anchor.hash ? yes(true) : no('anchor-differs', { number: anchor.number })
}
