import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { selfOf } from '../../runtime/self.ts'
import { countsAbout, EXPORTED } from '../../store/exports.ts'
import { FIELDS } from '../../store/fields/all.ts'
import type { FieldEntry, Retention } from '../../store/fields/field.ts'
import { type GlassRow, glassesOn } from '../../store/glass.ts'
import { askedBy, type Heard, heardOf, type LookAgain } from '../../store/look-again.ts'
import { type Companion, type OwnPair, ownPairs, peopleById, seasonNames } from '../../store/own-pairs.ts'

/** One table of the catalogue as its subject reads it. */
export type HeldKind = {
  readonly table: string
  readonly holds: string
  readonly why: string
  readonly rows: number
  readonly readers: readonly string[]
  readonly retention: readonly Retention[]
}
export type MyData = {
  readonly me: Companion
  readonly held: readonly HeldKind[]
  /** What may be held of anybody, and is not of them. */
  readonly notHeld: readonly HeldKind[]
  readonly pairs: readonly (OwnPair & { readonly season: string })[]
  readonly heard: readonly (Heard & { readonly requests: readonly LookAgain[] })[]
  /** Applications of theirs that two people opened to an owner. */
  readonly opened: readonly GlassRow[]
}

/** What is held about the person who asks, by table of the catalogue, and what they can do about it. */
export async function myData(ctx: Context): Promise<MyData> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeMyData', { people: [me] })
    const subject = { organisationId: ctx.organisationId, personId: me, shownOn: ctx.today }
    const self = (await peopleById(tx, ctx.organisationId, [me])).get(me)
    if (!self) throw new NotFound('There is no such person.')
    const counts = await countsAbout(tx, subject)
    const kinds = EXPORTED.map((table) => heldKind(table, counts.get(table) ?? 0))
    const pairs = await ownPairs(tx, subject)
    const seasons = new Map((await seasonNames(tx, ctx.organisationId)).map((it) => [it.id, it.name]))
    const heard = await heardOf(tx, ctx.organisationId, me)
    const requests = await askedBy(tx, ctx.organisationId, me)
    return {
      me: self,
      held: kinds.filter((it) => it.rows > 0),
      notHeld: kinds.filter((it) => it.rows === 0),
      pairs: pairs.map((it) => ({ ...it, season: seasons.get(it.seasonId) ?? '' })),
      heard: heard.map((it) => ({ ...it, requests: requests.filter((one) => one.seasonId === it.seasonId) })),
      opened: await glassesOn(tx, ctx.organisationId, me),
    }
  })
}

function heldKind(table: string, rows: number): HeldKind {
  const it = FIELDS[table]
  const fields = Object.values(it?.fields ?? {})
  return {
    table,
    rows,
    holds: it?.holds ?? table,
    why: it?.why ?? '',
    readers: readersOf(fields),
    retention: it?.retention ?? [],
  }
}

/** Who reads anything of a row beside its keys, each once. */
export function readersOf(fields: readonly FieldEntry[]): readonly string[] {
  const said = fields.filter((it) => it.class !== 'key' && it.class !== 'secret')
  return [...new Set((said.length > 0 ? said : fields).flatMap((it) => it.readers))]
}
