import { seasonHours } from '../../calendar/season-hours.ts'
import { usualHours } from '../../calendar/working-hours.ts'
import type { WeekRun } from '../../matching/overlap.ts'
import type { Mentee } from '../../matching/problem.ts'
import type { Program } from '../../model/program.ts'
import type { Role } from '../../model/role.ts'

/** What an application says of somebody, as far as the match reads it. `topics` in the order they were given. */
type Applied = {
  readonly person_id: string
  readonly role: Role
  readonly topics: readonly string[]
  readonly asynchronous: boolean | null
  readonly priority: number | null
  readonly submitted_at: string
  readonly answers: Readonly<Record<string, unknown>> | null
}
/** What the directory says of them. */
type Entry = {
  readonly division: string | null
  readonly manager_id: string | null
  readonly time_zone: string | null
  readonly works_from: string | null
  readonly works_until: string | null
  readonly works_on: readonly number[] | null
}
type Wishes = { readonly [R in Role]: ReadonlyMap<string, readonly string[]> }

/** How an application becomes somebody the engine can seat; hours are those of the days on which pairs meet. Policy: PRODUCT.md "Matching", input. */
export function readCandidates(
  { matching, meetings }: Pick<Program, 'matching' | 'meetings'>,
  people: ReadonlyMap<string, Entry>,
  wishes: Wishes,
): (it: Applied) => Mentee {
  const questions = matching.worth?.questions ?? {}
  const known = new Map<string, readonly WeekRun[]>()
  const hoursOf = (entry: Entry | undefined) => {
    if (!entry?.time_zone) return null
    const usual = usualHours(entry.time_zone)
    const hours = {
      zone: entry.time_zone,
      from: entry.works_from ?? usual.from,
      until: entry.works_until ?? usual.until,
      weekdays: entry.works_on ?? usual.weekdays,
    }
    const key = JSON.stringify(hours)
    const found = known.get(key) ?? seasonHours(hours, meetings.from, meetings.until)
    known.set(key, found)
    return found
  }
  return (it) => ({
    id: it.person_id,
    division: people.get(it.person_id)?.division ?? null,
    lineAbove: lineAbove(it.person_id, people),
    topics: it.topics,
    asynchronous: it.asynchronous === true,
    priority: { score: it.priority, appliedAt: it.submitted_at },
    level: numberIn(it.answers, questions.level),
    years: numberIn(it.answers, questions.years),
    languages: listIn(it.answers, questions.languages),
    hours: hoursOf(people.get(it.person_id)),
    wishes: wishes[it.role].get(it.person_id) ?? [],
  })
}

const LONGEST_LINE = 40

/** Managers upwards, nearest first; a circle in the directory ends the climb. */
function lineAbove(personId: string, people: ReadonlyMap<string, Entry>): string[] {
  const line: string[] = []
  let at = people.get(personId)?.manager_id
  while (at && at !== personId && !line.includes(at) && line.length < LONGEST_LINE) {
    line.push(at)
    at = people.get(at)?.manager_id
  }
  return line
}

/** A whole number somebody answered with; what is none says nothing. */
function numberIn(answers: Applied['answers'], key: string | undefined): number | null {
  const said = Number.parseInt(String((key && answers?.[key]) ?? ''), 10)
  return Number.isSafeInteger(said) ? said : null
}

/** One answer or several, or one text with commas between them. */
function listIn(answers: Applied['answers'], key: string | undefined): readonly string[] {
  const said = key === undefined ? undefined : answers?.[key]
  const texts = Array.isArray(said) ? said.map(String) : String(said ?? '').split(/[,;\n]/)
  return texts.map((it) => it.trim()).filter((it) => it !== '')
}
