import type { Announced } from '../../../journey/announce/rules/decide-text.ts'

/** What a kind of letter tells its readers. */
export const KIND_WORDS: Readonly<Record<Announced, { readonly told: string; readonly name: string }>> = {
  pair: { told: 'told of their pair', name: 'Told of their pair' },
  'no-place': { told: 'told that there is no place', name: 'Told that there is no place' },
}
