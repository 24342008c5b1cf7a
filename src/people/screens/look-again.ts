import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { selfOf } from '../../runtime/self.ts'
import { askedBy, askedIn, type Heard, heardOf, type LookAgain, lockLookAgain } from '../../store/look-again.ts'
import { seasonNames } from '../../store/own-pairs.ts'

export const REQUESTS_PER_PAGE = 50

export type LookAgainListed = LookAgain & {
  /** A coordinator's own request: another one answers it. */
  readonly isOwn: boolean
  readonly isLate: boolean
}
export type LookAgainList = { readonly found: number; readonly requests: readonly LookAgainListed[] }

/** Who asked that a person looks again, what is due first before the rest, in the seasons this coordinator has. */
export async function lookAgainList(
  ctx: Context,
  input: { search: string; open: boolean; page: number },
): Promise<LookAgainList> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const all = await seasonNames(tx, ctx.organisationId)
    const seasons = all
      .map((it) => it.id)
      .filter((seasonId) => isAllowed(ctx.actor, 'people.seeLookAgain', { seasonId }))
    const offset = (input.page - 1) * REQUESTS_PER_PAGE
    const wanted = { seasons, search: input.search, open: input.open }
    const rows = await askedIn(tx, ctx.organisationId, wanted, REQUESTS_PER_PAGE, offset)
    const shown = new Map(rows.map((row) => [row.seasonId, rows.filter((it) => it.seasonId === row.seasonId)]))
    for (const [seasonId, asked] of shown)
      await permit(ctx, tx, 'people.seeLookAgain', { seasonId, people: [...new Set(asked.map((it) => it.personId))] })
    if (shown.size === 0) await permit(ctx, tx, 'people.seeLookAgain', { seasonId: seasons[0] ?? seasonOfHat(ctx) })
    const requests = rows.map(({ found, ...it }) => {
      const isOwn = it.personId === me
      return { ...it, isOwn, isLate: it.answer === null && it.dueOn < ctx.today }
    })
    return { found: rows[0]?.found ?? 0, requests }
  })
}

/** A season the actor has a hat for, so that the refusal is of the second step where only that is missing. */
function seasonOfHat(ctx: Context): string | undefined {
  const hats = 'hats' in ctx.actor ? ctx.actor.hats : []
  return hats.find((it) => it.hat === 'coordinator')?.seasonId ?? undefined
}

export type LookAgainForm = { readonly heard: Heard; readonly requests: readonly LookAgain[] }

/** What somebody has heard of in one season, and what they asked so far; null where they have heard of nothing. */
export async function lookAgainForm(ctx: Context, input: { season: string }): Promise<LookAgainForm | null> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeMyData', { people: [me] })
    const heard = (await heardOf(tx, ctx.organisationId, me)).find((it) => it.key === input.season)
    if (!heard) return null
    const requests = await askedBy(tx, ctx.organisationId, me)
    return { heard, requests: requests.filter((it) => it.seasonId === heard.seasonId) }
  })
}

/** One request, for whoever may answer it. */
export async function lookAgainRequest(ctx: Context, input: { request: string }): Promise<LookAgainListed> {
  return within(ctx, async (tx) => {
    const asked = await lockLookAgain(tx, ctx.organisationId, input.request)
    const about = { seasonId: asked?.seasonId ?? seasonOfHat(ctx), people: asked ? [asked.personId] : [] }
    // The same as to answer it: one's own is another coordinator's, to read too.
    await permit(ctx, tx, 'people.seeLookAgain', about)
    if (!asked || asked.personId === selfOf(ctx)) throw new NotFound('Nobody asked this.')
    return { ...asked, isOwn: false, isLate: asked.answer === null && asked.dueOn < ctx.today }
  })
}
