import { longDay } from './days.ts'

type Facts =
  | { readonly code: 'weekend'; readonly day: string; readonly before: string; readonly after: string }
  | {
      readonly code: 'holiday'
      readonly day: string
      readonly names: readonly string[]
      readonly people: number
      readonly after: string
    }
  | { readonly code: 'outside-hours'; readonly event: string; readonly zone: string; readonly people: number }
  | { readonly code: 'time-missing'; readonly event: string }
  | {
      readonly code: 'places-missing'
      readonly places: number
      readonly mentees: number
      readonly mentors: number
      readonly maximum: number
    }
  | { readonly code: 'mentors-idle'; readonly mentors: number; readonly mentees: number; readonly minimum: number }

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** What should be known, and what can be done about it. */
export function warningInWords(facts: Facts): { readonly says: string; readonly remedy: string } {
  switch (facts.code) {
    case 'weekend':
      return {
        says: `${longDay(facts.day)} is a weekend.`,
        remedy: `Take ${longDay(facts.before)} or ${longDay(facts.after)}, or leave it.`,
      }
    case 'holiday':
      return {
        says: `${longDay(facts.day)} is a day off for ${people(facts.people)}: ${facts.names.join(', ')}.`,
        remedy: `Take ${longDay(facts.after)}, or leave it.`,
      }
    case 'outside-hours':
      return {
        says: `${people(facts.people)} in ${facts.zone} ${facts.people === 1 ? 'has' : 'have'} no session of “${facts.event}” between 9:00 and 17:00.`,
        remedy: 'Add a session at another time, or record it.',
      }
    case 'time-missing':
      return {
        says: `The sessions of “${facts.event}” have a day and no time.`,
        remedy: 'Give each a time, such as 15:00, and the hours of every time zone are checked.',
      }
    case 'places-missing':
      return {
        says: `${facts.places} places for ${facts.mentees} mentees: ${people(facts.mentees - facts.places)} would wait.`,
        remedy: `Find ${facts.mentors} more ${facts.mentors === 1 ? 'mentor' : 'mentors'}, or let one have more than ${facts.maximum}.`,
      }
    case 'mentors-idle':
      return {
        says: `${people(facts.mentors)} would mentor nobody, with at least ${facts.minimum} for each.`,
        remedy: 'Call for more mentees, or say in the call that not everybody will be needed.',
      }
  }
}
