import { dayIn } from '../../../calendar/days.ts'
import type { GivenApplication } from '../../../model/given-application.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import type { KeyOwner } from '../../../runtime/keyring.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { addDraft, changeDraft, draftOf } from '../../../store/application-drafts.ts'
import { refusalInWords } from '../messages/form-faults.ts'
import { callPhase } from '../rules/call-phase.ts'
import { draftAt } from '../shapes.ts'

/** Characters of the largest draft: every question answered at its longest has room many times over. */
const LARGEST_DRAFT = 100_000

export type Kept = { readonly version: number; readonly keptAt: string }

/** Keeps an application as far as it is, for its person alone; what another device kept in the meantime is never lost unseen. */
export async function keepDraft(
  ctx: Context,
  input: { season: string; role: Role; given: GivenApplication; version: number | null },
): Promise<Kept> {
  const me = selfOf(ctx)
  const text = JSON.stringify(input.given)
  if (text.length > LARGEST_DRAFT) throw fault('This is more than a form can hold. Shorten the longest answer.')
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'apply.keepDraft', { seasonId: season.id, people: [me] })
    const keptAt = ctx.clock.now()
    const phase = callPhase(season.program, input.role, dayIn(keptAt, season.program.zone))
    if (phase === 'soon') throw new Refused('call-not-open', {}, refusalInWords('call-not-open'))
    if (phase === 'over') throw new Refused('call-closed', {}, refusalInWords('call-closed'))
    const whose = { seasonId: season.id, personId: me, role: input.role }
    const before = await draftOf(tx, ctx.organisationId, whose)
    const id = before?.id ?? newId()
    const sealed = await ctx.keyring.seal(ownKey(ctx, me), draftAt(id), text)
    if (!before && input.version === null) {
      if (await addDraft(tx, ctx.organisationId, { ...whose, id, sealed, at: keptAt })) return { version: 1, keptAt }
    } else if (before && before.version === input.version) {
      const changed = { id, sealed, version: before.version, at: keptAt }
      if (await changeDraft(tx, ctx.organisationId, changed)) return { version: before.version + 1, keptAt }
    }
    throw fault(
      'This form was sent or changed elsewhere since you opened it here. What you see is what you entered here; save it again to keep this.',
    )
  })
}

export function ownKey(ctx: Context, personId: string): KeyOwner {
  return { organisationId: ctx.organisationId, kind: 'person', id: personId }
}

function fault(message: string): Invalid {
  return new Invalid(message, { fields: [{ place: 'draft', message }] })
}
