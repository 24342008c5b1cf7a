import { unfileLetter } from '../../outbox/folder.ts'
import { permit, within } from '../../runtime/context.ts'
import type { Installation } from '../../runtime/installation.ts'
import { newId } from '../../runtime/new-id.ts'
import { asProgram, openHouse } from '../../runtime/open-context.ts'
import { addErasures, type Erasure, erasuresOf } from '../../store/erasure-ledger.ts'
import { erase } from '../../store/erasures.ts'

/** The ledger of erasures as it is now: whoever restores an older backup takes it out of the database first. */
export async function readErasures(installation: Installation): Promise<readonly Erasure[]> {
  const house = await openHouse(installation)
  return house ? erasuresOf(house.db, house.organisation.id) : []
}

/**
 * Erases again whoever was erased: those of the ledger that lies in the database, and those of a ledger that was kept from
 * before a restore. It may run at any time and any number of times.
 */
export async function applyErasures(
  installation: Installation,
  kept: readonly Erasure[] = [],
): Promise<{ readonly people: number }> {
  const house = await openHouse(installation)
  if (!house) return { people: 0 }
  const ctx = asProgram(house, 'erasures')
  const { organisationId } = ctx
  const ledger = await within(ctx, async (tx) => {
    await addErasures(tx, organisationId, kept)
    const lines = await erasuresOf(tx, organisationId)
    if (lines.length > 0) await permit(ctx, tx, 'upkeep.applyErasures')
    return lines
  })
  for (const line of ledger) {
    const { personId, erasedAt } = line
    const it = { personId, erasedAt, day: erasedAt.slice(0, 10), newId }
    const { filed, pairs } = await within(ctx, (tx) => erase(tx, organisationId, it))
    if (ctx.draftsFolder) for (const letter of filed) unfileLetter(ctx.draftsFolder, letter)
    await ctx.keyring.destroy({ organisationId, kind: 'person', id: personId }, erasedAt)
    for (const id of pairs) await ctx.keyring.destroy({ organisationId, kind: 'pair', id }, erasedAt)
  }
  return { people: ledger.length }
}
