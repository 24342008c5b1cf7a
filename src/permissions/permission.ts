import type { Hat } from '../model/hats.ts'

/** Who may do one action. What is not named here may not. */
export type Permission = {
  readonly hats: readonly Hat[]
  /** A job of the product itself, naming its run. */
  readonly program?: boolean
  /** A link made for just this. */
  readonly link?: boolean
  /** Anybody at all, signed in or not. */
  readonly anyone?: boolean
  /** Setting up: the person at the machine that holds the data, before any organisation is there. */
  readonly operatorOnly?: boolean
}

export type Permissions = Readonly<Record<string, Permission>>
