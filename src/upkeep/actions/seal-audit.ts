import { type Context, isAllowed, within } from '../../runtime/context.ts'
import { NotAllowed } from '../../runtime/errors.ts'
import { hashOf, instantOf, lowestIdAt } from '../../runtime/new-id.ts'
import { addSeals, headSeal, lockChain, unsealedLines } from '../../store/audit-seals.ts'
import { planBeginning, planSeals } from '../rules/chain.ts'

const BATCH = 500
/** A line is looked for so long after newer ones were sealed: its transaction may have been open that long. */
const LATEST_MS = 600_000

/**
 * Chains the audit lines that are new, a batch a transaction, one sealer at a time; a second one finds nothing to do. `whole` looks
 * at every line there is, the other way at those not much older than the newest seal.
 */
export async function sealAudit(ctx: Context, { whole }: { readonly whole: boolean }): Promise<{ sealed: number }> {
  let sealed = 0
  for (;;) {
    const batch = await sealBatch(ctx, whole)
    sealed += batch
    if (batch < BATCH) return { sealed }
  }
}

function sealBatch(ctx: Context, whole: boolean): Promise<number> {
  const { organisationId } = ctx
  return within(ctx, async (tx) => {
    // A line of its own would need a seal again: the seals are the record of this action.
    if (!isAllowed(ctx.actor, 'upkeep.sealAudit')) throw new NotAllowed('The product seals its audit by itself.')
    await lockChain(tx, organisationId)
    const newest = await headSeal(tx, organisationId)
    const since = newest && !whole ? instantOf(newest.auditId) - LATEST_MS : 0
    const lines = await unsealedLines(tx, organisationId, lowestIdAt(new Date(since).toISOString()), BATCH)
    if (lines.length === 0) return 0
    const seals = planSeals(newest ?? planBeginning(organisationId, hashOf), lines, hashOf)
    await addSeals(tx, organisationId, seals, ctx.machineClock.now())
    return lines.length
  })
}
