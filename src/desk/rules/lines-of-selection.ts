import { addDays } from '../../calendar/days.ts'
import { DAYS_TO_DECIDE } from '../../journey/review/rules/reviews-due.ts'
import type { Day } from '../../model/day.ts'
import type { Role } from '../../model/role.ts'
import type { DeskFacts, DeskLine, Need } from './desk-line.ts'
import { DAYS_FOR_ANOTHER_MATCH } from './lines-of-pairs.ts'

/** Letters are read the day before they leave, a match two days before, decisions four; reviews are looked after from a week before. */
const DAYS_TO_MATCH = 2
const DAYS_TO_READ = 1
const DAYS_FOR_REVIEWS = 7
/** Days that mentees have to choose, at least, if shortlists are sent in time. */
const DAYS_TO_CHOOSE = 5

/** Selecting goes one way: what is undecided first, then the match, then the letters; afterwards whoever late would make a pair. */
export function linesOfSelection(facts: DeskFacts): readonly DeskLine[] {
  const { today, selection: it } = facts
  const line = (
    need: Extract<Need, { kind: 'decide' | 'match' | 'announce' | 'shortlists' }>,
    days: number,
  ): DeskLine => ({
    ...need,
    key: need.kind,
    subject: 'selection',
    dueOn: addDays(it.announcedOn, -days),
    since: null,
    people: [],
  })
  if (it.isPublished && it.untold > 0)
    return [
      {
        ...line({ kind: 'announce', many: it.drafts, pairs: it.untold }, DAYS_TO_READ),
        // A later pair waits for no day of the season: it hears once the letters are read.
        ...(it.laterSince === null ? {} : { dueOn: addDays(it.laterSince, DAYS_TO_READ) }),
      },
    ]
  if (it.isPublished)
    return [
      ...placeLines(today, it),
      ...lateLines(today, it),
      ...facts.freed.flatMap((one) => freeLine(one, facts)),
      ...laterLetters(it),
    ]
  if (it.applications === 0) return []
  const reviews = reviewsLines(today, it)
  if (today <= it.closesOn) return reviews
  return it.undecided > 0
    ? [...reviews, line({ kind: 'decide', many: it.undecided }, DAYS_TO_DECIDE)]
    : matchLines(it, line)
}

type Line = (need: Extract<Need, { kind: 'match' | 'shortlists' }>, days: number) => DeskLine

/** Where mentees choose first: their lists come before the match, and nothing while they choose. */
function matchLines({ applications, choosing }: Selecting, line: Line): readonly DeskLine[] {
  const match = (chosen: { asked: number; chose: number } | null) => [
    line({ kind: 'match', many: applications, chosen }, DAYS_TO_MATCH),
  ]
  if (!choosing) return match(null)
  const { standing, chooseBy, asked, chose } = choosing
  if (standing === 'open') return []
  if (standing === 'over') return match({ asked, chose })
  const need = { kind: 'shortlists', chooseBy, isMissed: standing === 'missed' } as const
  return [{ ...line(need, 0), dueOn: addDays(chooseBy, -DAYS_TO_CHOOSE) }]
}

function reviewsLines(today: Day, { reviewsDueOn: dueOn, hasReviewsOut, undecided }: Selecting): readonly DeskLine[] {
  if (!hasReviewsOut || undecided === 0 || today < addDays(dueOn, -DAYS_FOR_REVIEWS)) return []
  return [{ kind: 'reviews', key: 'reviews', subject: 'selection', dueOn, since: null, people: [] }]
}

/** Once a pair has ended, its mentor is asked while a new pair would still have time enough and somebody waits whom they could have. */
function freeLine(it: DeskFacts['freed'][number], { today, closing }: DeskFacts): readonly DeskLine[] {
  if (it.waiting === 0 || today > closing.pairsUntil) return []
  const { pairId, endedOn, mentorId } = it
  const key = `free-place ${pairId}`
  const dueOn = addDays(endedOn, DAYS_FOR_ANOTHER_MATCH)
  return [{ kind: 'free-place', key, subject: 'selection', ...it, since: endedOn, dueOn, people: [mentorId] }]
}

type Selecting = DeskFacts['selection']

/** Who was decided later and got no place hears after it was seen whether they would make a pair. */
function laterLetters({ drafts, announcedOn, lateDecidedOn }: Selecting): readonly DeskLine[] {
  if (drafts === 0) return []
  const decidedOn = lateDecidedOn !== null && lateDecidedOn > announcedOn ? lateDecidedOn : announcedOn
  const dueOn = addDays(decidedOn, DAYS_FOR_ANOTHER_MATCH + DAYS_TO_READ)
  return [
    { kind: 'announce', key: 'announce', subject: 'selection', many: drafts, pairs: 0, dueOn, since: null, people: [] },
  ]
}

function placeLines(today: Day, { waiting, reserve }: Selecting): readonly DeskLine[] {
  if (waiting === 0 || reserve === 0) return []
  const key = `place ${waiting} ${reserve}`
  const dueOn = addDays(today, DAYS_FOR_ANOTHER_MATCH)
  return [{ kind: 'place', key, subject: 'selection', waiting, reserve, dueOn, since: null, people: [] }]
}

/** Late applications that would complete a pair: of mentors while mentees wait, of mentees while mentors are in reserve. */
function lateLines(today: Day, { late, waiting, reserve }: Selecting): readonly DeskLine[] {
  const waitsFor: Readonly<Record<Role, number>> = { mentor: waiting, mentee: reserve }
  return (['mentor', 'mentee'] as const).flatMap((role): DeskLine[] => {
    const [many, waits] = [late[role], waitsFor[role]]
    if (many === 0 || waits === 0) return []
    const key = `late ${role} ${many} ${waits}`
    const dueOn = addDays(today, DAYS_FOR_ANOTHER_MATCH)
    return [{ kind: 'late', key, subject: 'selection', role, many, waits, dueOn, since: null, people: [] }]
  })
}
