import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { ProgramEvent } from '../../../model/program.ts'

type Around = {
  readonly signedUp: number
  readonly came: number
  readonly wouldCome: number
  readonly questions: number
}

/** Whether an event can leave the file: nobody has signed up, come, said that they would, or asked anything. */
export function decideRemoval({ signedUp, came, wouldCome, questions }: Around): Outcome<'may'> {
  return signedUp + came + wouldCome + questions === 0 ? yes('may') : no('event-in-use')
}

/** What the decision log says of an event that left the file, is called off, or takes place after all. */
export const DECIDED = {
  removed: (event: Named) => `“${event.name}” is not part of the program any more.`,
  'called-off': (event: Named) => `“${event.name}” is called off.`,
  held: (event: Named) => `“${event.name}” takes place after all.`,
} as const
type Named = Pick<ProgramEvent, 'name'>
