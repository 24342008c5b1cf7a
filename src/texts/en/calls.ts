import type { Day } from '../../model/day.ts'
import type { Program } from '../../model/program.ts'
import { ROLES, type Role } from '../../model/role.ts'
import { longDay } from './days.ts'

/** What a season is doing today, as a heading. */
export function phaseHeading(program: Program, today: Day): string {
  const open = ROLES.filter((role) => isOpen(program, role, today))
  if (open.length === 2) return 'Mentor and mentee applications are open'
  if (open[0]) return `${open[0] === 'mentor' ? 'Mentor' : 'Mentee'} applications are open`
  if (ROLES.every((role) => today < program.roles[role].call.opens)) return 'Applications open soon'
  if (today < program.startsOn) return 'Applications are closed'
  return today <= program.endsOn ? 'The season is running' : 'The season has ended'
}

/** The one day to know about that phase. */
export function phaseSentence(program: Program, today: Day): string {
  const closes = ROLES.filter((role) => isOpen(program, role, today)).map((role) => program.roles[role].call.closes)
  const next = closes.filter((day) => day !== undefined).sort()[0]
  if (next) return `until ${longDay(next)}, end of day in ${zoneInWords(program.zone)}`
  if (closes.length > 0) return 'until all places are taken'
  if (today < program.announcement.on) return `Everyone hears on ${longDay(program.announcement.on)}`
  if (today < program.startsOn) return `It begins on ${longDay(program.startsOn)}`
  return today <= program.endsOn ? `until ${longDay(program.endsOn)}` : `on ${longDay(program.endsOn)}`
}

/** One role's call: when it opens, closes or closed, and what happens to late applications. */
export function callSentence(program: Program, role: Role, today: Day): string {
  const { opens, closes, late } = program.roles[role].call
  const call = `The call for ${role}s`
  if (today < opens) return `${call} opens on ${longDay(opens)}${closes ? ` and closes on ${longDay(closes)}` : ''}.`
  if (!closes) return `${call} opened on ${longDay(opens)} and stays open.`
  if (today <= closes) return `${call} closes on ${longDay(closes)}.`
  return `${call} closed on ${longDay(closes)}${late === 'reserve' ? '; late applications are kept in reserve' : ''}.`
}

/** "Los Angeles" for "America/Los_Angeles". */
export function zoneInWords(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ')
}

function isOpen(program: Program, role: Role, today: Day): boolean {
  const { opens, closes } = program.roles[role].call
  return opens <= today && (closes ? today <= closes : today < program.endsOn)
}
