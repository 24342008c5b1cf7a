import type { Program } from '../../../model/program.ts'

/** To the coordinators: that the moment came, and why nothing left. */
export function heldLetter(to: { name: string }, program: Program, page: string) {
  return {
    subject: `${program.name}: the letters did not leave`,
    body: [
      `Hello ${to.name},`,
      `The moment came at which everyone was to hear of ${program.name}, ${program.season}. Nothing left: pairs or words have changed since the letters were read.`,
      `Read them again and release them: ${page}`,
    ].join('\n\n'),
    why: 'You get this because you coordinate the season.',
  }
}
