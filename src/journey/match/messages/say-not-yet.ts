import type { Program } from '../../../model/program.ts'
import { longDay } from '../../../texts/en/days.ts'

/** Why something of shortlists cannot be done now, and what can be. */
export function sayNotYet(code: string, { matching }: Program): string {
  const day = matching.shortlist ? longDay(matching.shortlist.chooseBy) : ''
  const says: Readonly<Record<string, string>> = {
    'no-shortlists':
      'This season’s match decides alone. For shortlists, its program says how many mentors a mentee chooses from, and until when.',
    'shortlists-not-sent': `In this season mentees choose first, until ${day}. Make the shortlists and send them; to match without, take them out of the program.`,
    'mentees-still-choose': `Mentees choose until the end of ${day}. Run the match after that, look at it, and publish. To end it sooner, change the day in the program.`,
    'shortlists-sent': 'Mentees have their shortlists, or pairs are published, so no others can be made.',
    'choosing-day-passed': `${day} has passed, so nobody could choose. Give another day in the program, or take the shortlists out of it and match without.`,
    'nobody-to-choose':
      'There is nobody who could choose: no mentee of the pool has a possible mentor. Look at what a run would have to go on.',
    'choosing-is-over': `${day} has passed, and nothing was changed. What you had chosen by then counts; without it you are matched like everybody else.`,
  }
  return says[code] ?? code
}
