import { addDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import type { SharedKind, Wording } from '../../../model/shared-text.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { enterOwnPair, type OwnPair } from '../../../runtime/own-pair.ts'
import { openShared } from '../../../runtime/shared-seal.ts'
import type { Tx } from '../../../store/database.ts'
import { pairRowById } from '../../../store/matches.ts'
import { pairHistory } from '../../../store/pair-pages.ts'
import { pagesOf, wordingsOf } from '../../../store/shared-wordings.ts'
import { type Document, planDocument } from '../rules/wordings.ts'

/** Wordings of one document that a page shows: far more than a season sees. */
const MOST_SHOWN = 100
export const PAGES_PER_PAGE = 50
/** Days after the season's end, as the entry of the table says; a test compares them. */
export const DAYS_SHARED = 365

/** A wording with the name of who wrote it; null is the reader. */
export type Authored<Kind extends SharedKind> = Wording<Kind> & { readonly by: string | null }
export type OfAPair = {
  readonly pairId: string
  readonly partner: string
  readonly season: string
  readonly today: Day
  readonly hasEnded: boolean
  /** The last day on which what is written today is still there. */
  readonly keptUntil: Day
}
export type DocumentScreen<Kind extends SharedKind> = OfAPair & {
  readonly document: Document<Authored<Kind>> | null
  /** How far the goal was reached, the latest first; empty for all else. */
  readonly progress: readonly Authored<'progress'>[]
}

/** What a pair has one of, agreement or goal, with every wording of it in order. */
export async function sharedDocument<Kind extends 'agreement' | 'goal'>(
  ctx: Context,
  input: { pair: string; kind: Kind },
): Promise<DocumentScreen<Kind>> {
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.readWorkbook', input.pair)
    const wordings = await authored(ctx, tx, pair, input.kind, pair.id)
    const progress = input.kind === 'goal' ? await authored(ctx, tx, pair, 'progress', pair.id) : []
    return { ...(await ofPair(ctx, tx, pair)), document: planDocument(wordings), progress }
  })
}

/** One page of the workbook, with every wording of it in order. */
export async function workbookPage(
  ctx: Context,
  input: { pair: string; page: string },
): Promise<OfAPair & { readonly document: Document<Authored<'page'>> }> {
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.readWorkbook', input.pair)
    const document = planDocument(await authored(ctx, tx, pair, 'page', input.page))
    if (!document) throw new NotFound('There is no such page.')
    return { ...(await ofPair(ctx, tx, pair)), document }
  })
}

export type Workbook = OfAPair & {
  readonly found: number
  readonly pages: readonly {
    readonly id: string
    readonly title: string
    readonly by: string | null
    readonly changedAt: string
  }[]
  /** What the program says of its workbook, and where it leads; null where it has none. */
  readonly ofProgram: Program['workbook'] | null
}

/** The pages of a workbook, those changed last first. */
export async function workbook(ctx: Context, input: { pair: string; page: number }): Promise<Workbook> {
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.readWorkbook', input.pair)
    const offset = (input.page - 1) * PAGES_PER_PAGE
    const sealed = await pagesOf(tx, ctx.organisationId, pair.id, PAGES_PER_PAGE, offset)
    const subject = { organisationId: ctx.organisationId, personId: pair.me, shownOn: ctx.today }
    const pages = await openShared(ctx, pair.id, 'page', sealed)
    return {
      ...(await ofPair(ctx, tx, pair)),
      ofProgram: (await pairHistory(tx, subject, pair.id))?.program.workbook ?? null,
      found: sealed[0]?.found ?? 0,
      pages: pages.map((it) => ({
        id: it.documentId,
        title: it.text.title,
        by: it.authorId === pair.me ? null : pair.partner,
        changedAt: it.madeAt,
      })),
    }
  })
}

async function authored<Kind extends SharedKind>(
  ctx: Context,
  tx: Tx,
  pair: OwnPair,
  kind: Kind,
  documentId: string,
): Promise<readonly Authored<Kind>[]> {
  const sealed = await wordingsOf(tx, ctx.organisationId, { pairId: pair.id, kind, documentId }, MOST_SHOWN)
  const opened = await openShared(ctx, pair.id, kind, sealed)
  return opened.map((it) => ({ ...it, by: it.authorId === pair.me ? null : pair.partner }))
}

/** A text written after the season is kept as long as one written on its last day. */
async function ofPair(ctx: Context, tx: Tx, pair: OwnPair): Promise<OfAPair> {
  const row = await pairRowById(tx, ctx.organisationId, pair.id)
  const from = pair.seasonEndsOn > ctx.today ? pair.seasonEndsOn : ctx.today
  return {
    pairId: pair.id,
    partner: pair.partner,
    season: pair.season,
    today: ctx.today,
    hasEnded: row?.changes.some((it) => it.kind === 'ended') ?? false,
    keptUntil: addDays(from, DAYS_SHARED),
  }
}
