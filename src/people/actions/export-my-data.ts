import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { selfOf } from '../../runtime/self.ts'
import type { Tx } from '../../store/database.ts'
import { EXPORTED, looksAt, rowsAbout, sealedIn } from '../../store/exports.ts'
import { FIELDS } from '../../store/fields/all.ts'
import type { KeyKind } from '../../store/keys.ts'
import { theOrganisation } from '../../store/organisations.ts'
import { ownPairs, peopleById, seasonNames } from '../../store/own-pairs.ts'
import type { Subject } from '../../store/whose.ts'
import type { Export, ExportedRow } from '../shapes/export.ts'
import { looksTold, sayLook } from './who-looked.ts'

/** Looks in an export: two years of them for somebody whom ten people look at every day. */
const MOST_LOOKS = 10_000

/** Tables in which somebody sealed lists of people they chose: they knew them by name. */
const LISTS_OF_PEOPLE: ReadonlySet<string> = new Set(['match_wish', 'mentor_choice'])

/**
 * Everything about the person who asks, table by table as the catalogue lists them: what they may read, once they have heard
 * of it, with what is sealed for them opened. Of their partner it holds the name and the address, and nothing they keep.
 */
export async function exportMyData(ctx: Context): Promise<Export> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.exportMyData', { people: [me] })
    const subject: Subject = { organisationId: ctx.organisationId, personId: me, shownOn: ctx.today }
    const about = (await peopleById(tx, ctx.organisationId, [me])).get(me)
    const organisation = await theOrganisation(tx)
    if (!about || !organisation) throw new NotFound('There is no such person.')
    const pairs = await ownPairs(tx, subject)
    const { looks } = await looksAt(tx, ctx.organisationId, me, looksTold(ctx.today), { limit: MOST_LOOKS, offset: 0 })
    return {
      format: 'alongside-export-1',
      madeAt: ctx.clock.now(),
      organisation: organisation.name,
      privacyContact: organisation.privacyContact,
      about,
      partners: [...new Map(pairs.map(({ id, name, email }) => [id, { id, name, email }])).values()],
      seasons: await seasonNames(tx, ctx.organisationId),
      tables: await tablesOf(ctx, tx, subject),
      whoLooked: looks.map(sayLook),
      leftOut: leftOut(),
    }
  })
}

/** One query for each table of the catalogue, however many rows there are. */
async function tablesOf(ctx: Context, tx: Tx, subject: Subject): Promise<Export['tables']> {
  const tables: Export['tables'][number][] = []
  for (const table of EXPORTED) {
    const it = FIELDS[table]
    const rows = await opened(ctx, table, await rowsAbout(tx, table, subject), subject.personId)
    const named = LISTS_OF_PEOPLE.has(table) ? await withNames(ctx, tx, rows) : rows
    if (it && rows.length > 0) tables.push({ table, holds: it.holds, why: it.why, rows: named })
  }
  return tables
}

/** Puts the words in the place of the sealed bytes, which are of their own key, a pair's of theirs or a survey's; each key is fetched once. */
async function opened(
  ctx: Context,
  table: string,
  rows: readonly ExportedRow[],
  personId: string,
): Promise<readonly ExportedRow[]> {
  const sealed = sealedIn(table)
  if (!sealed || rows.length === 0) return rows
  const { organisationId } = ctx
  const ofKey = Map.groupBy(rows, (row) => (sealed.key === 'person' ? personId : String(row[sealed.keyIn])))
  const all: ExportedRow[] = []
  for (const [id, theirs] of ofKey) {
    const texts = await ctx.keyring.openAll(
      { organisationId, kind: sealed.key, id },
      theirs.map((row) => ({
        place: { table, column: sealed.column, row: String(row.id) },
        sealed: Buffer.from(String(row[sealed.column]).slice('\\x'.length), 'hex'),
      })),
    )
    all.push(...theirs.map(({ [sealed.column]: _, ...row }, at) => ({ ...row, words: wordsOf(sealed.key, texts[at]) })))
  }
  return all
}

async function withNames(ctx: Context, tx: Tx, rows: readonly ExportedRow[]): Promise<readonly ExportedRow[]> {
  const lists = rows.map(({ words }): Record<string, readonly string[]> => JSON.parse(String(words)))
  const ids = [...new Set(lists.flatMap((it) => Object.values(it).flat()))]
  const known = ids.length > 0 ? await peopleById(tx, ctx.organisationId, ids) : new Map()
  const namesOf = (list: readonly string[]) =>
    list.map((id) => known.get(id)?.name ?? 'somebody who is not here any more')
  return rows.map((row, at) => ({
    ...row,
    words: Object.fromEntries(Object.entries(lists[at] ?? {}).map(([name, list]) => [name, namesOf(list)])),
  }))
}

/** What a pair keeps together is sealed as a record of its parts. */
function wordsOf(key: KeyKind, text = ''): unknown {
  return key === 'pair' ? JSON.parse(text) : text
}

function leftOut(): Export['leftOut'] {
  return Object.values(FIELDS).flatMap(({ holds, notExported }) =>
    notExported ? [{ holds, because: notExported }] : [],
  )
}
