import type { Agreement, SharedKind, SharedText, WorkbookPage } from '../../../model/shared-text.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { enterOwnPair } from '../../../runtime/own-pair.ts'
import { openShared, sealShared } from '../../../runtime/shared-seal.ts'
import { lockPair, pairRowById } from '../../../store/matches.ts'
import { addWording, wordingsOf } from '../../../store/shared-wordings.ts'
import { readAgreement, readGoal, readPage, type TextFault } from '../rules/read-texts.ts'
import { decideWording } from '../rules/wordings.ts'
import type { Kept } from '../shapes.ts'

type Over = { readonly pair: string; readonly seen: number }

/** Keeps how a pair works together; both see it, and both may change it. */
export function writeAgreement(ctx: Context, input: Over & Agreement): Promise<Kept> {
  const { pair, seen, ...given } = input
  const text = takenOf(readAgreement(given))
  return keep(ctx, 'meet.writeAgreement', { pair, seen, kind: 'agreement', document: null, text })
}

/** Keeps what a pair wants to reach; the wording before stays in the order in which they were written. */
export function writeGoal(
  ctx: Context,
  input: Over & { words: string; purpose: string; byOn: string | null; holds: readonly string[] },
): Promise<Kept> {
  const { pair, seen, ...given } = input
  return keep(ctx, 'meet.writeGoal', { pair, seen, kind: 'goal', document: null, text: takenOf(readGoal(given)) })
}

/** Says how far the goal is reached; the last word counts, and those before stay. */
export function saveProgress(ctx: Context, input: { pair: string; percent: number }): Promise<Kept> {
  const { pair, percent } = input
  const seen = Number.MAX_SAFE_INTEGER
  return keep(ctx, 'meet.saveProgress', { pair, seen, kind: 'progress', document: null, text: { percent } })
}

/** Keeps a page of the workbook under the id it was begun with: sent twice it is one page. */
export function writePage(ctx: Context, input: Over & WorkbookPage & { page: string }): Promise<Kept> {
  const { pair, seen, page, ...given } = input
  return keep(ctx, 'meet.writePage', { pair, seen, kind: 'page', document: page, text: takenOf(readPage(given)) })
}

async function keep<Kind extends SharedKind>(
  ctx: Context,
  action: string,
  it: Over & { kind: Kind; document: string | null; text: SharedText<Kind> },
): Promise<Kept> {
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, action, it.pair)
    // One at a time in a pair: two who write at once get numbers one after the other.
    await lockPair(tx, ctx.organisationId, pair.id)
    const row = await pairRowById(tx, ctx.organisationId, pair.id)
    if (row?.changes.some((change) => change.kind === 'ended')) throw new Refused('pair-ended', {}, ENDED)
    const documentId = it.document ?? pair.id
    const place = { pairId: pair.id, kind: it.kind, documentId }
    const [standing] = await openShared(ctx, pair.id, it.kind, await wordingsOf(tx, ctx.organisationId, place, 1))
    if (!standing && it.document && it.seen > 0) throw new NotFound('There is no such page.')
    const { became, number, basedOn } = decideWording(standing ?? null, it.seen, it.text)
    if (became === 'same') return { documentId, became }
    const id = newId()
    const sealed = await sealShared<Kind>(ctx, pair.id, id, it.text)
    const wording = { ...place, id, number, basedOn, authorId: pair.me, sealed, at: ctx.clock.now() }
    await addWording(tx, ctx.organisationId, wording)
    return { documentId, became }
  })
}

const ENDED = 'This pair has ended. What the two of you wrote stays readable for both, and nothing is added to it.'

function takenOf<Text>(
  read: { readonly ok: true; readonly value: Text } | { readonly ok: false; readonly faults: readonly TextFault[] },
): Text {
  if (read.ok) return read.value
  throw new Invalid(read.faults[0]?.message ?? '', { fields: read.faults })
}
