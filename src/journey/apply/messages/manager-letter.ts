import { ASK_PLACE } from '../../../model/ask-link.ts'
import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { lengthInWords, longDay } from '../../../texts/en/days.ts'

/** Asks a manager to confirm that they know of the time it takes: name, program, role and minutes, and nothing else of the application. */
export function managerLetter(
  program: Program,
  it: { readonly name: string; readonly roles: readonly Role[]; readonly until: string },
  to: { readonly name: string },
) {
  const { minutes, everyDays, from, until } = program.meetings
  const lines = [
    `Hello ${to.name},`,
    `${it.name} has applied to ${program.name}, ${program.season}, as ${it.roles.map((role) => `a ${role}`).join(' and ')}, and asked us to ask you.`,
    `It takes ${minutes * it.roles.length} minutes in every ${lengthInWords(everyDays)}, from ${longDay(from)} to ${longDay(until)}.`,
    `I know, and it is fine: ${ASK_PLACE}&say=confirmed`,
    `Please talk to me first: ${ASK_PLACE}&say=talk-first`,
    `Each opens a page with one button, without signing in, until ${longDay(it.until)}. No reason is asked, and ${it.name} sees what you pressed.`,
    'You see nothing else of the application, now or later. If you do nothing, nothing happens.',
  ]
  const why = `You get this because ${it.name} asked for it, and the directory has you as their manager.`
  return { subject: `${it.name} asks you to confirm something`, body: lines.join('\n\n'), why }
}
