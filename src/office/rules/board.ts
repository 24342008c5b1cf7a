import type { Day } from '../../model/day.ts'
import type { Hat } from '../../model/hats.ts'

export type HatOnBoard = { readonly hat: Hat; readonly isDeputy: boolean; readonly name: string }

/** What the board knows of an installation. Instants are ISO 8601 with Z. */
export type BoardFacts = {
  /** The demo sends no letters, so it needs no mail server. */
  readonly kind: 'real' | 'demo' | 'rehearsal'
  readonly name: string
  readonly privacyContact: string | null
  readonly onePersonDecidedOn: Day | null
  readonly mailTestedAt: string | null
  readonly keysBackedUpAt: string | null
  /** People of the directory who are here. */
  readonly people: number
  readonly hats: readonly HatOnBoard[]
  readonly seasons: number
  readonly hasSecondStep: boolean
}

export type BoardLineKey = 'organisation' | 'mail' | 'keys' | 'people' | 'hats' | 'second-step' | 'program'
export type BoardLine = { readonly key: BoardLineKey; readonly done: boolean }

/** Who must be there before a season begins. PRODUCT.md, words: a named contact has a deputy. */
export type NeededHat = 'coordinator' | 'people-team' | 'named-contact' | 'deputy'

/** The checklist of the first run, in the order to do it. Issue 3, first run. */
export function planBoard(facts: BoardFacts): readonly BoardLine[] {
  const lines: readonly BoardLine[] = [
    { key: 'organisation', done: facts.privacyContact !== null },
    { key: 'second-step', done: facts.hasSecondStep },
    { key: 'keys', done: facts.keysBackedUpAt !== null },
    { key: 'mail', done: facts.mailTestedAt !== null },
    { key: 'people', done: facts.people > 0 },
    { key: 'hats', done: missingHats(facts.hats).length === 0 },
    { key: 'program', done: facts.seasons > 0 },
  ]
  return lines.filter((line) => line.key !== 'mail' || facts.kind === 'real')
}

/** Which of the needed hats nobody wears. */
export function missingHats(hats: readonly HatOnBoard[]): readonly NeededHat[] {
  const worn = new Set<string>(hats.map((it) => (it.hat === 'named-contact' && it.isDeputy ? 'deputy' : it.hat)))
  const needed: readonly NeededHat[] = ['coordinator', 'people-team', 'named-contact', 'deputy']
  return needed.filter((hat) => !worn.has(hat))
}
