import type { Hat } from '../model/hats.ts'

/** Who may do one action. What is not named here may not. */
export type Permission = {
  /** What it does, in a sentence for the people it is about. */
  readonly does: string
  readonly hats: readonly Hat[]
  /** A person it is about: oneself, or one of the two of a pair. */
  readonly own?: boolean
  /** Whoever wears the hat may not, where it is about themselves: another one does it. */
  readonly notOwn?: boolean
  /** A job of the product itself, naming its run. */
  readonly program?: boolean
  /** A link made for just this. */
  readonly link?: boolean
  /** Anybody at all, signed in or not. */
  readonly anyone?: boolean
  /** The person at the machine that holds the data, before any organisation is there or on its behalf. */
  readonly operatorOnly?: boolean
  /** The directory service's token, and nobody's other token. */
  readonly directoryService?: boolean
  /** Not by token: a person in a browser, or at the machine. */
  readonly inPerson?: boolean
  /** Only in a sign-in of their own: neither by token nor at the machine. */
  readonly signedIn?: boolean
  /** That somebody did it is for named people only: pages of the audit leave it out, though its chain holds it. */
  readonly discreet?: boolean
  /** Without the second step, although a hat is needed. */
  readonly withoutStep?: boolean
  /** Others' sensitive content is shown: each look is recorded with whose it was. */
  readonly looksAt?: 'S3' | 'S4'
  /**
   * A list of a season is shown: everybody who applied by then reads of the look, whether or not they stood in the list, so that
   * who looked tells nobody how their own application stands.
   */
  readonly looksAtSeason?: true
  /** Its looks are shown to whom they are of once they have heard: before, that somebody looked would tell something. */
  readonly toldLater?: true
}

export type Permissions = Readonly<Record<string, Permission>>
