import { type Context, permit, within } from '../../runtime/context.ts'
import { hatBook } from '../../store/hats.ts'
import { lockOrganisation, changeOrganisation as saveOrganisation } from '../../store/organisations.ts'
import { decideWithdrawOnePerson } from '../rules/hats.ts'
import { refuseUnless } from './refuse-unless.ts'

export type OrganisationChange = {
  readonly name: string
  /** An address or a link; every form names it. */
  readonly privacyContact: string
  /** The owner's decision that one person may be coordinator and people team; application forms show it. */
  readonly onePerson: boolean
}

/** Sets what every page says of the organisation, and the decision that one person may be both. */
export async function changeOrganisation(ctx: Context, input: OrganisationChange): Promise<{ changed: true }> {
  return within(ctx, async (tx) => {
    const before = await lockOrganisation(tx, ctx.organisationId)
    await permit(ctx, tx, 'office.changeOrganisation', {
      about: decisionIn(before.onePersonDecidedOn, input.onePerson),
    })
    const wearings = await hatBook(tx, ctx.organisationId, ctx.today)
    if (!input.onePerson) refuseUnless(decideWithdrawOnePerson({ wearings, today: ctx.today, onePersonDecided: false }))
    await saveOrganisation(tx, {
      id: ctx.organisationId,
      name: input.name,
      privacyContact: input.privacyContact,
      onePersonDecidedOn: input.onePerson ? (before.onePersonDecidedOn ?? ctx.today) : null,
    })
    return { changed: true }
  })
}

/** What the audit says of the decision, where it changes. */
function decisionIn(before: string | null, now: boolean): string | undefined {
  if ((before !== null) === now) return undefined
  return now ? 'one person may be both' : 'one person may not be both any more'
}
