import type { LetterText, Values } from '../../../model/filled-text.ts'
import type { Announced } from './decide-text.ts'

/** One letter as it would leave now. */
export type Planned = {
  readonly id: string
  readonly personId: string
  /** Whom it is to, and where it would go. */
  readonly name: string
  readonly email: string
  /** Whom it tells of, where it is about a pair. */
  readonly partnerId: string | null
  readonly kind: Announced
  readonly about: string
  /** The words in force for it, with their places. */
  readonly text: LetterText
  readonly values: Values
  /** Whose words they are: the program’s, those of its kind, or its own. */
  readonly from: 'program' | 'kind' | 'letter'
}

type Chosen = {
  readonly kind: string
  readonly appliesTo: string
  readonly body: string | null
  readonly version: number
}

/**
 * What somebody has read before letters leave: who is paired with whom, and every word that was chosen. What fills the places
 * may change until then, and so may who is without a place: they get the words that were read.
 */
export function readMark(
  planned: readonly Planned[],
  noPlaceWords: string | undefined,
  chosen: readonly Chosen[],
): string {
  const pairs = planned
    .filter((it) => it.kind === 'pair')
    .map((it) => [it.personId, it.about, it.text.subject, it.text.body].join('\n'))
  const words = chosen
    .filter((it) => it.kind === 'no-place')
    .map((it) => [it.appliesTo, it.body ?? '', it.version].join('\n'))
  return JSON.stringify([pairs.sort(), noPlaceWords ?? '', words.sort()])
}
