import { addMonths } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { CareerFact } from '../../../model/figures.ts'
import { countTraining } from '../../learn/rules/count-training.ts'
import { SMALLEST_BASE } from '../../survey/rules.ts'
import { type Asked, type Counted, noFigure, openUntil, peopleOf, share } from './measured.ts'

/** People in running pairs whose role takes a training, and those who completed one of its courses by the day. PRODUCT.md, learn. */
export function measureTraining({ measure, program, pairs, trained, asOf }: Asked): readonly Counted[] {
  const done = trained.filter((it) => it.happenedOn <= asOf)
  const everyone = peopleOf(pairs).size
  const asked = program.training.filter(
    (it) => measure.training === undefined || it.alternatives.some((one) => one.key === measure.training),
  )
  if (asked.length === 0) return [noFigure([], 'not-in-the-program')]
  return countTraining({ training: asked }, pairs, done, asOf).map((it) => {
    const counted = it.people - it.missing.length
    const standing = openUntil(it.dueOn ?? program.endsOn, asOf, counted, it.people)
    return share([it.key], counted, it.people, { standing, excluded: leftOut(everyone, it.people, asked.length) })
  })
}

/** People of ended pairs, where one training is for everybody; where each has its own people nothing can be said in one number. */
function leftOut(everyone: number, people: number, trainings: number): number {
  return trainings === 1 ? everyone - people : 0
}

/** Of the people whom the directory holds, those who are still there. Issue 7, measures: retention. */
export function measureStaying(asked: Asked): readonly Counted[] {
  return after(asked, (career, day) => (career.rows.length === 0 ? null : isThere(career, day)))
}

/** Of those with a title then and now, those with another one. The directory holds titles and no grades. Issue 7, measures. */
export function measurePromotion(asked: Asked): readonly Counted[] {
  return after(asked, (career, day) => hasChanged(career, day, asked.program.endsOn, (row) => row.title))
}

/** Of those with a place then and now, those in another department or division. Issue 7, measures. */
export function measureTransfer(asked: Asked): readonly Counted[] {
  const place = (row: CareerFact['rows'][number]) =>
    row.department || row.division ? `${row.division ?? ''}\n${row.department ?? ''}` : null
  return after(asked, (career, day) => hasChanged(career, day, asked.program.endsOn, place))
}

/** Counts people by what became of them on a day after the season; `null` leaves somebody out. Small groups are not shown. */
function after(
  { measure, program, asOf, pairs, careers }: Asked,
  became: (career: CareerFact, day: Day) => boolean | null,
): readonly Counted[] {
  const { endsOn } = program
  const day = measure.monthsAfter === undefined ? asOf : addMonths(endsOn, measure.monthsAfter)
  if (asOf <= endsOn || asOf < day) return [noFigure([], 'not-yet')]
  const newestOn = careers?.newestOn ?? null
  if (careers === null || newestOn === null || newestOn <= endsOn) return [noFigure([], 'directory-is-older')]
  const people = peopleOf(pairs)
  const outcomes = careers.people.filter((it) => people.has(it.personId)).map((it) => became(it, day))
  const known = outcomes.filter((it) => it !== null)
  if (known.length === 0) return [noFigure([], 'directory-says-nothing')]
  const excluded = people.size - known.length
  if (known.length < SMALLEST_BASE.percentage)
    return [{ ...noFigure([], null), base: known.length, shown: 'too few', excluded }]
  return [share([], known.filter((it) => it).length, known.length, { excluded })]
}

function isThere({ leftOn }: CareerFact, day: Day): boolean {
  return leftOn === null || leftOn > day
}

function hasChanged(
  career: CareerFact,
  day: Day,
  endsOn: Day,
  of: (row: CareerFact['rows'][number]) => string | null,
): boolean | null {
  if (!isThere(career, day)) return null
  const [then, now] = [rowOn(career, endsOn), rowOn(career, day)]
  const [was, is] = [then && of(then), now && of(now)]
  return was && is ? plain(was) !== plain(is) : null
}

/** A person's first directory row holds from the beginning of record. PRODUCT.md, figures. */
function rowOn({ rows }: CareerFact, day: Day) {
  return rows.findLast((row) => row.fromOn <= day) ?? rows[0]
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
