import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { longDay } from '../../../texts/en/days.ts'

const WHY = 'You get this once, because you asked for it. Your wish is deleted now; you can ask again at any time.'

/** Tells somebody who asked that a call is open. It comes once. */
export function callOpenLetter(program: Program, role: Role, to: { readonly name: string }, site: string) {
  const { closes } = program.roles[role].call
  const until = closes ? `, until ${longDay(closes)}` : ''
  const lines = [
    `Hello ${to.name},`,
    `You asked to hear when a call for ${role}s opens. ${program.name}, ${program.season}, takes applications now${until}.`,
    `What it takes, and the form: ${site}/seasons/${program.key}/apply`,
  ]
  return { subject: `${program.name}: the call for ${role}s is open`, body: lines.join('\n\n'), why: WHY }
}
