import { addDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { Program } from '../../../model/program.ts'

/**
 * How far choosing is in a season: its program has no shortlists; they are to be made and sent; the day came before they were sent;
 * mentees choose; the day has passed, and choices count.
 */
export type Choosing = 'none' | 'to-send' | 'missed' | 'open' | 'over'

/** How far choosing is on a day; the closing day runs to its end, and until then everybody may change their mind. Decision 0013. */
export function choosingOn({ matching }: Pick<Program, 'matching'>, sentOn: Day | null, today: Day): Choosing {
  if (!matching.shortlist) return 'none'
  const hasPassed = today > matching.shortlist.chooseBy
  if (sentOn === null) return hasPassed ? 'missed' : 'to-send'
  return hasPassed ? 'over' : 'open'
}

/** Whether pairs may be published: the first time not before mentees have had their say. A later run asks nobody again. */
export function decidePublishing(choosing: Choosing, isFirst: boolean): Outcome<'may'> {
  if (!isFirst || choosing === 'none' || choosing === 'over') return yes('may')
  return choosing === 'open' ? no('mentees-still-choose') : no('shortlists-not-sent')
}

/** Whether shortlists may be made, or made anew: as long as nobody has one. */
export function decideMaking(choosing: Choosing, isFirst: boolean): Outcome<'may'> {
  if (choosing === 'none') return no('no-shortlists')
  if (choosing === 'open' || choosing === 'over' || !isFirst) return no('shortlists-sent')
  return choosing === 'missed' ? no('choosing-day-passed') : yes('may')
}

/** What somebody gave: for a mentor of their list the place they put them at, 1 the dearest. */
export type Given = readonly { readonly mentorId: string; readonly place: number }[]
export type ChoiceFault = { readonly mentorId: string; readonly code: 'same-place' | 'not-there' }

/** The order somebody chose, or what is to be looked at again. Gaps close; nobody chosen is an order too. Total. */
export function decideChoice(
  offered: readonly { readonly personId: string; readonly isIn: boolean }[],
  given: Given,
): Outcome<readonly string[]> {
  const there = new Set(offered.filter((it) => it.isIn).map((it) => it.personId))
  const faults = given.flatMap(({ mentorId, place }, at): readonly ChoiceFault[] => {
    if (!there.has(mentorId)) return [{ mentorId, code: 'not-there' }]
    const isTaken = given.slice(0, at).some((it) => it.place === place)
    return isTaken ? [{ mentorId, code: 'same-place' }] : []
  })
  if (faults.length > 0) return no('choice-unclear', { faults })
  return yes([...given].sort((a, b) => a.place - b.place).map((it) => it.mentorId))
}

/** Days before the last on which those are reminded who have not chosen, and days that they have had the list by then. */
const DAYS_LEFT = 2
const DAYS_HAD = 2

/** Whether whoever has not chosen is reminded on a day: once, near the end, and not of a list that has just come. */
export function isReminded(chooseBy: Day, sentOn: Day, today: Day): boolean {
  return today >= addDays(chooseBy, -DAYS_LEFT) && today <= chooseBy && today >= addDays(sentOn, DAYS_HAD)
}
