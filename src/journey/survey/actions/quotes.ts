import type { Day } from '../../../model/day.ts'
import type { Signed } from '../../../model/quote.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newUntimedId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { pairsOfPerson } from '../../../store/participants.ts'
import {
  type OwnQuote,
  publishQuote as putQuote,
  type QuoteRow,
  quoteOf,
  removeQuote,
  saveQuote as storeQuote,
} from '../../../store/quotes.ts'
import { lockSeason, type Season } from '../../../store/seasons.ts'
import { decideQuote, LONGEST_QUOTE } from '../rules/words.ts'

export type QuoteNamed = { readonly season: string; readonly role?: Role | undefined }
export type QuoteForm = {
  readonly season: string
  readonly program: Season['program']
  readonly role: Role
  readonly roles: readonly Role[]
  readonly quote: QuoteRow | null
}

/** What somebody in a pair says of the program for others to read, on a page of its own: it is joined to no answer of theirs. */
export async function readQuote(ctx: Context, input: QuoteNamed): Promise<QuoteForm> {
  return within(ctx, async (tx) => {
    const { season, own, roles } = await findOwn(ctx, tx, 'survey.readQuote', input)
    const quote = (await quoteOf(tx, ctx.organisationId, own)) ?? null
    return { season: season.key, program: season.program, role: own.role, roles, quote }
  })
}

/** Offers words, signed as their author likes. Changed, they are published no more until a coordinator has read them again. */
export async function saveQuote(
  ctx: Context,
  input: QuoteNamed & { readonly text: string; readonly signed: Signed },
): Promise<{ role: Role }> {
  return within(ctx, async (tx) => {
    const { season, own } = await findOwn(ctx, tx, 'survey.saveQuote', input)
    await lockSeason(tx, ctx.organisationId, season.id)
    const decided = decideQuote(input.text)
    if (!decided.ok)
      throw fault(
        decided.code === 'too-long' ? `Shorten this to ${LONGEST_QUOTE} characters.` : 'Write something first.',
      )
    const it = { ...own, id: newUntimedId(), text: decided.value, signed: input.signed, at: ctx.clock.now() }
    await storeQuote(tx, ctx.organisationId, it)
    return { role: own.role }
  })
}

/** Takes one's words back, from the results page too. Editions that were kept never held them. */
export async function withdrawQuote(ctx: Context, input: QuoteNamed): Promise<{ role: Role }> {
  return within(ctx, async (tx) => {
    const { own } = await findOwn(ctx, tx, 'survey.withdrawQuote', input)
    await removeQuote(tx, ctx.organisationId, own)
    return { role: own.role }
  })
}

/** Puts a quote that was read on the results page, or takes it down. */
export async function publishQuote(
  ctx: Context,
  input: {
    readonly season: string | undefined
    readonly quote: string
    readonly version: number
    readonly publish: boolean
  },
): Promise<{ publishedOn: Day | null }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'survey.publishQuote', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const publishedOn = input.publish ? ctx.today : null
    const it = { seasonId: season.id, id: input.quote, version: input.version, publishedOn }
    if (!(await putQuote(tx, ctx.organisationId, it)))
      throw new Refused(
        'changed-since',
        {},
        'Its author has changed or withdrawn this quote since you opened it. Read what stands now.',
      )
    return { publishedOn }
  })
}

async function findOwn(ctx: Context, tx: Tx, action: string, named: QuoteNamed) {
  const personId = selfOf(ctx)
  const season = await findSeason(ctx, tx, named.season)
  const pairs = await pairsOfPerson(tx, { organisationId: ctx.organisationId, personId, shownOn: ctx.today }, season.id)
  const roles = (['mentor', 'mentee'] as const).filter((role) =>
    pairs.some((it) => (role === 'mentor' ? it.mentorId : it.menteeId) === personId),
  )
  const role = named.role ?? roles[0]
  const isIn = role !== undefined && roles.includes(role)
  await permit(ctx, tx, action, { seasonId: season.id, people: isIn ? [personId] : [] })
  if (!isIn) throw new NotFound('There is no such page.')
  const own: OwnQuote = { seasonId: season.id, personId, role }
  return { season, own, roles }
}

function fault(message: string): Invalid {
  return new Invalid(message, { fields: [{ place: 'text', message }] })
}
