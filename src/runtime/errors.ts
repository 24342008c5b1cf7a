/** One thing to correct: where it is, what is wrong, and what to do about it. */
export type Problem = { readonly place: string; readonly message: string; readonly remedy?: string }

type Refusal = {
  readonly action: string
  readonly code: string
  readonly about: { readonly seasonId?: string; readonly people?: readonly string[]; readonly about?: string }
}

/** What was given cannot be used as it is. */
export class Invalid extends Error {
  override readonly name = 'Invalid'
  readonly fields: readonly Problem[]
  constructor(message: string, more: { readonly fields?: readonly Problem[] } = {}) {
    super(message)
    this.fields = more.fields ?? []
  }
}

/** What was asked for is not there, or is not theirs to know about. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The person is known, and may not do this. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
  /** What the audit keeps of it; null where nobody known asked. */
  readonly refusal: Refusal | null
  constructor(message: string, refusal: Refusal | null = null) {
    super(message)
    this.refusal = refusal
  }
}

/** A rule said no: `code` is permanent and kebab-case, `facts` are what the message at the door needs. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  constructor(code: string, facts: Readonly<Record<string, unknown>> = {}, message: string = code) {
    super(message)
    this.code = code
    this.facts = facts
  }
}
