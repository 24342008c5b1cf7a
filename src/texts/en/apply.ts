import type { Program } from '../../model/program.ts'
import type { Role } from '../../model/role.ts'
import { dayRange, lengthInWords } from './days.ts'

/** What a role takes of somebody's time; of both roles together where somebody has both. */
export function timeInWords(program: Program, both: boolean): string {
  const { minutes, everyDays, from, until } = program.meetings
  const time = both ? `${2 * minutes} minutes for both roles together` : `${minutes} minutes`
  return `${time} every ${lengthInWords(everyDays)}, ${dayRange(from, until)}, and the events of the program.`
}

/** How long answers are kept, as the entry of the table says it. */
export const APPLICATION_KEPT =
  'until 90 days after the season’s end if you have no place, else a year; a draft until 30 days after everyone has heard'

/** "Read by the coordinator: to count the places. Your mentor sees it if you are paired." */
export function readByInWords(
  question: { readonly readBy: string; readonly why: string; readonly shareable: boolean },
  role: Role,
): string {
  const partner = role === 'mentor' ? 'mentee' : 'mentor'
  const shared =
    question.shareable && !question.readBy.includes(partner) ? ` Your ${partner} sees it if you are paired.` : ''
  return `Read by ${question.readBy}. We ask: ${question.why}.${shared}`
}
