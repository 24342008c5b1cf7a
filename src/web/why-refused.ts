import { Refused } from '../runtime/errors.ts'

/** Why a step was refused; null where it was done. */
export async function whyRefused(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (fault) {
    if (fault instanceof Refused) return fault.message
    throw fault
  }
}
