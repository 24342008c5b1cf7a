import type { Problem } from '../../../runtime/errors.ts'

/** What was entered and cannot be used, and why. */
export type Again = { readonly entered: Readonly<Record<string, string>>; readonly faults: readonly Problem[] }
