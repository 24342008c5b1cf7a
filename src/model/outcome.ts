/** What a rule answers: a value, or a permanent kebab-case code with the facts that explain it. */
export type Outcome<T> = Yes<T> | No
export type Yes<T> = { readonly ok: true; readonly value: T }
export type No = { readonly ok: false; readonly code: string; readonly facts: Readonly<Record<string, unknown>> }

/** A rule's consent, with what it worked out. */
export function yes<T>(value: T): Yes<T> {
  return { ok: true, value }
}

/** A rule's refusal: `code` is permanent and listed in the API docs. */
export function no(code: string, facts: Readonly<Record<string, unknown>> = {}): No {
  return { ok: false, code, facts }
}
