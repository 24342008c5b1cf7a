import type { Program } from '../../model/program.ts'
import type { Role } from '../../model/role.ts'
import { dayRange, lengthInWords, longDay } from './days.ts'

/** What a role takes of somebody's time; of both roles together where somebody has both. */
export function timeInWords(program: Program, both: boolean): string {
  const { minutes, everyDays, from, until } = program.meetings
  const time = both ? `${2 * minutes} minutes for both roles together` : `${minutes} minutes`
  return `${time} every ${lengthInWords(everyDays)}, ${dayRange(from, until)}, and the events of the program.`
}

/** What a season whose mentees choose from shortlists means for a role; nothing where the match decides alone. */
export function choosingInWords({ matching }: Program, role: Role): string | null {
  const { shortlist } = matching
  if (!shortlist) return null
  const until = `until the end of ${longDay(shortlist.chooseBy)}`
  return role === 'mentee'
    ? `Before pairs are made you may choose from up to ${shortlist.size} mentors, ${until}.`
    : `Before pairs are made mentees may choose from up to ${shortlist.size} mentors, ${until}. Those who may choose you see your name, where you work and what you share; you do not see who they are.`
}

/** How long answers are kept, as the entry of the table says it. */
export const APPLICATION_KEPT =
  'until 90 days after the season’s end if you have no place, else a year; a draft until 30 days after everyone has heard'

/** "Read by the coordinator: to count the places. Your mentor sees it if you are paired." */
export function readByInWords(
  question: { readonly readBy: string; readonly why: string; readonly shareable: boolean },
  role: Role,
  /** Whether mentees choose from shortlists before there are pairs. */
  menteesChoose: boolean,
): string {
  const partner = role === 'mentor' ? 'mentee' : 'mentor'
  const isOffered = question.shareable && role === 'mentor' && menteesChoose
  const shared = isOffered
    ? ' Mentees who may choose you see it with your name, and the one you are paired with.'
    : question.shareable && !question.readBy.includes(partner)
      ? ` Your ${partner} sees it if you are paired.`
      : ''
  return `Read by ${question.readBy}. We ask: ${question.why}.${shared}`
}
