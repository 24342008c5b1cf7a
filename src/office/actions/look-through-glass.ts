import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { type GlassRow, glassById, type OpenedApplication, openedApplications } from '../../store/glass.ts'
import { decideLook } from '../rules/glass.ts'
import { actingPerson } from './acting-person.ts'
import { refuseUnless } from './refuse-unless.ts'

export type Opened = { readonly glass: GlassRow; readonly applications: readonly OpenedApplication[] }

/** Reads what two people opened, within its hour. Each look is recorded, for whom it is about to see. */
export async function lookThroughGlass(ctx: Context, input: { id: string }): Promise<Opened> {
  return within(ctx, async (tx) => {
    const glass = await glassById(tx, ctx.organisationId, input.id)
    if (!glass) throw new NotFound('There is nothing here.')
    const people = [glass.subjectId]
    await permit(ctx, tx, 'office.lookThroughGlass', { seasonId: glass.seasonId, people, about: glass.id })
    const decided = decideLook(glass, actingPerson(ctx), ctx.machineClock.now())
    if (!decided.ok && decided.code === 'glass-of-another') throw new NotFound('There is nothing here.')
    refuseUnless(decided)
    const applications = await openedApplications(tx, ctx.organisationId, glass.seasonId, glass.subjectId)
    return { glass, applications }
  })
}
