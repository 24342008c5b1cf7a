import type { SheetName } from '../model/sheet-name.ts'
import type { Tx } from '../store/database.ts'
import { addSheetChanges, type Image, imagesOf, type RowKey, type SheetChange } from '../store/sheet-changes.ts'
import { addSheetImport } from '../store/sheet-imports.ts'
import { WATCHED, WATCHED_NAMES, type WatchedName } from '../store/watched-tables.ts'
import type { Context } from './context.ts'
import { newId } from './new-id.ts'

/** The most rows that can be taken back: of more nothing is kept. */
export const MOST_UNDOABLE = 20_000

/** A row that an import may touch: by what it goes, whose it is, and the row of the sheet, if one says it. */
export type Touched = {
  readonly table: WatchedName
  readonly key: RowKey
  readonly personId: string | null
  readonly row?: number
  /** How a preview names it to whoever brings the sheet. */
  readonly says?: readonly string[]
}
type Watch = readonly { readonly it: Touched; readonly before: Image | null }[]

export type ImportedLine = {
  readonly row: number | null
  readonly what: 'new' | 'changed' | 'removed'
  readonly says: readonly string[]
  readonly changes: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[]
}
/** What an import did, for whoever asked to hear it: a preview, or a page that shows its result. */
export type KeptImport = { readonly id: string | null; readonly lines: readonly ImportedLine[] }

/** Looks at the rows before an import writes to them. */
export async function watchRows(ctx: Context, tx: Tx, touched: readonly Touched[]): Promise<Watch> {
  const once = [...new Map(touched.map((it) => [`${it.table} ${JSON.stringify(it.key)}`, it])).values()]
  const images = await imagesBy(ctx, tx, once)
  return once.map((it) => ({ it, before: images.get(it) ?? null }))
}

async function imagesBy(ctx: Context, tx: Tx, touched: readonly Touched[]): Promise<ReadonlyMap<Touched, Image>> {
  const found = new Map<Touched, Image>()
  for (const table of WATCHED_NAMES) {
    const ofTable = touched.filter((it) => it.table === table)
    if (ofTable.length === 0) continue
    const keys = ofTable.map((it) => it.key)
    for (const [n, image] of await imagesOf(tx, ctx.organisationId, table, keys)) {
      const it = ofTable[n]
      if (it) found.set(it, image)
    }
  }
  return found
}

/**
 * Keeps what an import changed, so that it can be shown and taken back, in the import's own transaction. An import that changed
 * nothing leaves nothing.
 */
export async function keepImport(
  ctx: Context,
  tx: Tx,
  watch: Watch,
  of: { readonly sheet: SheetName; readonly seasonId: string | null },
): Promise<void> {
  const images = await imagesBy(
    ctx,
    tx,
    watch.map(({ it }) => it),
  )
  const moved = watch
    .map(({ it, before }) => ({ it, before, after: images.get(it) ?? null }))
    .filter(({ before, after }) => before?.hash !== after?.hash)
  const id = moved.length > 0 ? newId() : null
  if (id) {
    const count = (what: ImportedLine['what']) =>
      moved.filter((one) => whatOf(one) === what && isCounted(one.it)).length
    // No door prints a count of clearance.
    const counts =
      of.sheet === 'clearance'
        ? { added: null, changed: null, removed: null }
        : { added: count('new'), changed: count('changed'), removed: count('removed') }
    await writeDown(ctx, tx, id, { ...of, ...counts }, moved)
  }
  ctx.hears?.({
    id,
    lines: moved
      .filter(({ it }) => it.says)
      .map(lineOf)
      .sort(byRow),
  })
}

/** An import of which nothing can be taken back: only that it was. */
export async function keepImportOnly(
  ctx: Context,
  tx: Tx,
  of: { readonly sheet: SheetName; readonly seasonId: string | null; readonly added: number },
): Promise<void> {
  const id = of.added > 0 ? newId() : null
  if (id) await writeDown(ctx, tx, id, { ...of, changed: 0, removed: 0 }, [])
  ctx.hears?.({ id, lines: [] })
}

type Moved = { readonly it: Touched; readonly before: Image | null; readonly after: Image | null }

async function writeDown(
  ctx: Context,
  tx: Tx,
  id: string,
  of: {
    readonly sheet: SheetName
    readonly seasonId: string | null
    readonly added: number | null
    readonly changed: number | null
    readonly removed: number | null
  },
  moved: readonly Moved[],
): Promise<void> {
  const at = ctx.clock.now()
  const kept = moved.length === 0 ? 'nothing' : moved.length > MOST_UNDOABLE ? 'too-many' : 'rows'
  const by = 'personId' in ctx.actor ? ctx.actor.personId : null
  await addSheetImport(tx, ctx.organisationId, { id, ...of, kept, by, on: ctx.on ?? ctx.today, at })
  if (kept === 'rows') await addSheetChanges(tx, ctx.organisationId, id, moved.map(changeOf), at)
}

function changeOf({ it, before, after }: Moved, at: number): SheetChange {
  return {
    number: at + 1,
    table_name: it.table,
    row_key: it.key,
    person_id: it.personId,
    before: before?.text ?? null,
    after_hash: after?.hash ?? null,
  }
}

/** A directory's entry counts as its person, who counts once; what came along with a row does not count. */
function isCounted(it: Touched): boolean {
  return it.says !== undefined
}

function whatOf({ before, after }: Moved): ImportedLine['what'] {
  if (!before) return 'new'
  return after ? 'changed' : 'removed'
}

function lineOf(moved: Moved): ImportedLine {
  const { it, before, after } = moved
  const was = read(before)
  const is = read(after)
  const shown: readonly string[] = WATCHED[it.table].shown
  return {
    row: it.row ?? null,
    what: whatOf(moved),
    says: it.says ?? [],
    changes: shown
      .map((field) => ({ field, from: asText(was[field]), to: asText(is[field]) }))
      .filter(({ from, to }) => from !== to),
  }
}

function read(image: Image | null): Readonly<Record<string, unknown>> {
  return image ? JSON.parse(image.text) : {}
}

function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

function byRow(a: ImportedLine, b: ImportedLine): number {
  return (a.row ?? Infinity) - (b.row ?? Infinity)
}
