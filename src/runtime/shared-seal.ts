import { SHARED, type SharedKind, type SharedText, type Wording } from '../model/shared-text.ts'
import type { SealedWording } from '../store/shared-wordings.ts'
import type { Context } from './context.ts'
import type { KeyOwner, Place } from './keyring.ts'

/** Seals what the two of a pair write together with the pair's key: a database or a backup alone never shows it. */
export function sealShared<Kind extends SharedKind>(
  ctx: Context,
  pairId: string,
  wordingId: string,
  text: SharedText<Kind>,
): Promise<Buffer> {
  return ctx.keyring.seal(keyOf(ctx, pairId), placeOf(wordingId), JSON.stringify(text))
}

/** Opens wordings of one kind of one pair. */
export async function openShared<Kind extends SharedKind>(
  ctx: Context,
  pairId: string,
  kind: Kind,
  all: readonly SealedWording[],
): Promise<readonly Wording<Kind>[]> {
  const places = all.map((it) => ({ place: placeOf(it.id), sealed: it.sealed }))
  const texts = await ctx.keyring.openAll(keyOf(ctx, pairId), places)
  return all.map(({ id, documentId, number, basedOn, authorId, madeAt }, at) => {
    const text: SharedText<Kind> = SHARED[kind].parse(JSON.parse(texts[at] ?? ''))
    return { id, documentId, number, basedOn, authorId, madeAt, text }
  })
}

function keyOf(ctx: Context, pairId: string): KeyOwner {
  return { organisationId: ctx.organisationId, kind: 'pair', id: pairId }
}

function placeOf(wordingId: string): Place {
  return { table: 'shared_wording', column: 'sealed', row: wordingId }
}
