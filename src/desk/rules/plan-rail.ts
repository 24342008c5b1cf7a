import { whenDays } from '../../journey/gather/rules.ts'
import type { Day } from '../../model/day.ts'
import type { Program, When } from '../../model/program.ts'
import type { Respondent } from '../../model/respondent.ts'
import type { Role } from '../../model/role.ts'

/** What somebody has done in a season: courses, events they came to and signed up for, surveys they answered in a role. */
export type OwnDeeds = {
  readonly courses: readonly string[]
  readonly events: readonly string[]
  readonly signedUp: readonly string[]
  readonly answered: readonly { readonly survey: string; readonly role: Respondent }[]
}
/** One line of a season as one of its people sees it. */
export type RailLine = {
  readonly text: string
  readonly detail: string | null
  readonly when: When
  readonly place: 'past' | 'now' | 'coming'
  /** Something of the reader's own, where the line is about it. */
  readonly own: 'done' | 'open' | null
  readonly firstDay: Day | null
}

/** The first and last day of a milestone, null where no day is known yet. */
export function spanOf(when: When): readonly [Day, Day] | null {
  const days = [...whenDays(when)].sort()
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? [first, last] : null
}

/**
 * The season's milestones, events, surveys and due trainings for somebody in these roles, in the order of their days; what has
 * no day yet comes last. An event on the very days of a milestone is that milestone. Issue 4, my page.
 */
export function planRail(program: Program, roles: readonly Role[], deeds: OwnDeeds, today: Day): readonly RailLine[] {
  const lines = [
    ...milestones(program, deeds),
    ...surveysOf(program, roles, deeds),
    ...trainingsOf(program, roles, deeds),
  ]
  const placed = lines.map((line): RailLine => {
    const span = spanOf(line.when)
    const place = span === null || today < span[0] ? 'coming' : today > span[1] ? 'past' : 'now'
    return { ...line, place, firstDay: span?.[0] ?? null }
  })
  return placed.sort((one, other) => order(one).localeCompare(order(other)))
}

type Line = Pick<RailLine, 'text' | 'detail' | 'when' | 'own'>
const LAST = '9999-12-31'

function order({ firstDay }: RailLine): string {
  return firstDay ?? LAST
}

function milestones(program: Program, { events }: OwnDeeds): readonly Line[] {
  const attended = new Set(program.events.filter((it) => events.includes(it.key)).map((it) => sameDays(it.when)))
  const lines = program.timeline.map(({ text, detail, when, optional }) => {
    const words = [optional ? 'Optional.' : '', detail ?? ''].filter((it) => it !== '').join(' ')
    return { text, detail: words || null, when, own: attended.has(sameDays(when)) ? ('done' as const) : null }
  })
  const known = new Set(lines.map((it) => sameDays(it.when)))
  const others = program.events.filter((it) => !it.calledOff && !known.has(sameDays(it.when)))
  return [
    ...lines,
    ...others.map(({ key, name, when, minutes }) => ({
      text: name,
      detail: `${minutes} minutes`,
      when,
      own: events.includes(key) ? ('done' as const) : null,
    })),
  ]
}

function sameDays(when: When): string {
  return spanOf(when)?.join() ?? JSON.stringify(when)
}

function surveysOf(program: Program, roles: readonly Role[], { answered }: OwnDeeds): readonly Line[] {
  return Object.entries(program.surveys).flatMap(([key, { name, opens, closes, questions }]) => {
    const asked = roles.filter((role) => (questions[role] ?? []).length > 0)
    if (asked.length === 0) return []
    const isDone = asked.every((role) => answered.some((it) => it.survey === key && it.role === role))
    return [
      { text: `Survey: ${name}`, detail: null, when: { from: opens, until: closes }, own: isDone ? 'done' : 'open' },
    ]
  })
}

function trainingsOf(program: Program, roles: readonly Role[], { courses }: OwnDeeds): readonly Line[] {
  return program.training.flatMap(({ name, dueOn, roles: of, alternatives }) => {
    if (!dueOn || !of.some((role) => roles.includes(role))) return []
    const isDone = alternatives.some((it) => courses.includes(it.key))
    return [{ text: `Training: ${name}`, detail: null, when: { by: dueOn }, own: isDone ? 'done' : 'open' }]
  })
}
