import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { longDay } from '../../../texts/en/days.ts'

/** That an application has arrived, what comes next and when, and how to change it or take it back: the same for everyone. */
export function receiptLetter(
  program: Program,
  it: { readonly role: Role; readonly sentOn: string; readonly isLate: boolean },
  to: { readonly name: string },
  site: string,
) {
  const { closes } = program.roles[it.role].call
  const status = `${site}/seasons/${program.key}/application`
  const change =
    closes && !it.isLate ? `You can change it until the end of ${longDay(closes)}, and take` : 'You can take'
  const lines = [
    `Hello ${to.name},`,
    `We have your application as a ${it.role} for ${program.name}, ${program.season}, sent on ${longDay(it.sentOn)}.`,
    it.isLate ? 'It came after the call closed, so it is kept in reserve.' : '',
    `What comes next: everyone hears on ${longDay(program.announcement.on)}, by letter and on your page.`,
    `${change} it back, here: ${status}`,
  ]
  const why = 'You get this because you applied. It comes once for each application you send.'
  return {
    subject: `${program.name}: we have your application`,
    body: lines.filter((line) => line !== '').join('\n\n'),
    why,
  }
}
