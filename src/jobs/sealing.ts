import { newId } from '../runtime/new-id.ts'
import { asProgram, type House } from '../runtime/open-context.ts'
import { sealAudit } from '../upkeep/actions/seal-audit.ts'

/** Chains the audit lines that are new; with `whole`, also what an accident may have left behind. */
export async function sealWhatIsNew(house: House, whole: boolean): Promise<void> {
  await sealAudit(asProgram(house, `seal ${newId()}`), { whole })
}
