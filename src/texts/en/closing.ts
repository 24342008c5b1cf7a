import type { Day } from '../../model/day.ts'
import type { SeasonDecision } from '../../model/season-decision.ts'
import { longDay, shortDay } from './days.ts'
import { countOf } from './results.ts'

type Item =
  | { readonly kind: 'meetings' | 'lines' | 'editions' | 'certificates'; readonly many: number }
  | { readonly kind: 'letters'; readonly drafts: number; readonly undelivered: number }
  | { readonly kind: 'survey'; readonly name: string; readonly opens: Day; readonly closes: Day }
  | { readonly kind: 'decision'; readonly decision: SeasonDecision['decision'] | null }

const DECIDED = { continue: 'It goes on as it is', change: 'It goes on, with changes', stop: 'It ends here' } as const

/** What stands beside one thing of the closing, as a heading and a sentence. */
export function closingItemInWords(it: Item, today: Day): { readonly name: string; readonly says: string } {
  switch (it.kind) {
    case 'meetings':
      return {
        name: 'Meetings',
        says:
          it.many === 0
            ? 'Of every window it is known whether the two met.'
            : `Of ${countOf(it.many, 'window')} nobody knows, or the two remember it differently. They count as not met.`,
      }
    case 'lines':
      return {
        name: 'Your desk',
        says:
          it.many === 0
            ? 'No line of this season is left.'
            : `${countOf(it.many, 'line')} of this season ${it.many === 1 ? 'is' : 'are'} still there; the close takes them off.`,
      }
    case 'editions':
      return {
        name: 'The results, kept as they are',
        says:
          it.many === 0
            ? 'No edition is kept. An edition never changes, whatever is corrected later.'
            : `${countOf(it.many, 'edition')} kept.`,
      }
    case 'certificates':
      return {
        name: 'Certificates of completion',
        says: `${countOf(it.many, 'completion')} so far. People make and show their certificates after the close as before.`,
      }
    case 'letters':
      return {
        name: 'Letters',
        says:
          it.drafts + it.undelivered === 0
            ? 'None waits.'
            : `${countOf(it.drafts, 'letter')} not released, ${countOf(it.undelivered, 'address', 'addresses')} that took none.`,
      }
    case 'survey':
      return {
        name: `Survey: ${it.name}`,
        says:
          it.opens > today
            ? `It opens on ${longDay(it.opens)} and closes on ${shortDay(it.closes)}, whether the season is closed or not.`
            : `It is open until ${longDay(it.closes)}, whether the season is closed or not.`,
      }
    case 'decision':
      return {
        name: 'What becomes of the program',
        says: it.decision ? `${DECIDED[it.decision]}.` : 'Nothing is decided yet.',
      }
  }
}
