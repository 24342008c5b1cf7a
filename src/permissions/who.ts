export const COORDINATOR = { hats: ['coordinator'] } as const
/** A coordinator, in a sign-in of their own. */
export const AT_WORK = { ...COORDINATOR, inPerson: true, signedIn: true } as const
export const PROGRAM = { hats: [], program: true } as const
/** For the person alone, in a sign-in of their own. */
export const OWN = { hats: [], own: true, inPerson: true, signedIn: true } as const
/** For the person alone, in a sign-in of their own; even that it was done stays with them. */
export const CONFIDED = { hats: [], own: true, inPerson: true, signedIn: true, discreet: true } as const

/** For the coordinator, where it is not about themself. */
export const OF_OTHERS = { hats: ['coordinator'], notOwn: true } as const

/** For the two of a pair, in person. */
export const OF_THE_PAIR = { hats: [], own: true, inPerson: true } as const
