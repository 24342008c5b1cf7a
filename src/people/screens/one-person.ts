import { usualHours } from '../../calendar/working-hours.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import {
  type DirectoryRow,
  directoryHistory,
  directoryPerson,
  type InLine,
  managersAbove,
  reportsOf,
} from '../../store/directory.ts'
import { holidaysFrom } from '../../store/holidays.ts'
import { describeChanges, weekdaysInWords } from '../rules/describe-change.ts'
import type { Details, FieldChange } from '../shapes/directory.ts'
import { type MayRead, readableBy } from './readable.ts'

const MOST_REPORTS = 100
const NEXT_HOLIDAYS = 3
const FIRST_DAY_OF_RECORD = '0001-01-01'

export type PersonScreen = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly kind: 'directory' | 'guest' | 'self-declared'
  readonly leftOn: string | null
  /** What whoever looks may read of them, in words; null is not said by the directory. */
  readonly facts: readonly { readonly term: string; readonly value: string | null }[]
  readonly hours: { readonly text: string; readonly isUsual: boolean; readonly zone: string | null } | null
  readonly holidays: { readonly calendar: string; readonly next: readonly { onDay: string; name: string }[] } | null
  /** Managers upwards, nearest first; null where whoever looks may not read it. */
  readonly managers: readonly InLine[] | null
  readonly reports: readonly InLine[]
  readonly reportCount: number
  /** The newest first; `from` is null for what holds from the beginning of record. */
  readonly history: readonly { readonly from: string | null; readonly changes: readonly FieldChange[] }[]
  readonly mayEnd: boolean
}

/** One person of the directory: what it says of them today, and what it has said. */
export async function seePerson(ctx: Context, id: string): Promise<PersonScreen> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeDirectory', { about: id })
    const person = await directoryPerson(tx, ctx.organisationId, id, ctx.today)
    if (!person) throw new NotFound('There is no such person.')
    const mayRead = readableBy(ctx, 'page')
    const inLine = mayRead('manager_id')
    const reports = inLine ? await reportsOf(tx, ctx.organisationId, id, ctx.today, MOST_REPORTS) : []
    const calendar = mayRead('holidays') ? person.holidays : null
    return {
      id,
      name: person.name,
      email: person.email,
      kind: person.kind,
      leftOn: person.left_on,
      facts: factsOf(person, mayRead),
      hours: mayRead('works_from') ? hoursOf(person) : null,
      holidays: calendar
        ? { calendar, next: await holidaysFrom(tx, ctx.organisationId, calendar, ctx.today, NEXT_HOLIDAYS) }
        : null,
      managers: inLine ? await managersAbove(tx, ctx.organisationId, id, ctx.today) : null,
      reports,
      reportCount: reports[0]?.total ?? 0,
      history: changesOf(await directoryHistory(tx, ctx.organisationId, id), mayRead),
      mayEnd: isAllowed(ctx.actor, 'people.leave', { people: [id] }),
    }
  })
}

const FACTS: readonly (readonly [term: string, column: keyof Details | 'employee_id'])[] = [
  ['Title', 'title'],
  ['Division', 'division'],
  ['Department', 'department'],
  ['Team', 'team'],
  ['Start date', 'started_on'],
  ['Employee id', 'employee_id'],
  ['Expertise', 'expertise'],
]

function factsOf(person: DirectoryRow, mayRead: MayRead): PersonScreen['facts'] {
  return FACTS.filter(([, column]) => mayRead(column)).map(([term, column]) => {
    const value = person[column]
    return { term, value: typeof value === 'string' ? value : null }
  })
}

function hoursOf(person: DirectoryRow): NonNullable<PersonScreen['hours']> {
  const usual = usualHours(person.time_zone ?? '')
  const [from, until] = [person.works_from ?? usual.from, person.works_until ?? usual.until]
  return {
    text: `${from} to ${until}, ${weekdaysInWords(person.works_on ?? usual.weekdays)}`,
    isUsual: !person.works_from && !person.works_until && !person.works_on,
    zone: person.time_zone,
  }
}

type Entry = Awaited<ReturnType<typeof directoryHistory>>[number]

function changesOf(entries: readonly Entry[], mayRead: MayRead): PersonScreen['history'] {
  const names = new Map(entries.flatMap((it) => (it.manager_id ? [[it.manager_id, it.manager_name ?? '']] : [])))
  const told = entries.map((entry) => readablePart(entry, mayRead))
  return told
    .map((details, at) => ({
      from: entries[at]?.from_on === FIRST_DAY_OF_RECORD ? null : (entries[at]?.from_on ?? null),
      changes: describeChanges(told[at - 1] ?? null, details, (id) => names.get(id) ?? id),
    }))
    .filter((it) => it.changes.length > 0)
    .reverse()
}

/** What may not be read is nothing, before and after: so it does not even show that it changed. */
function readablePart(entry: Entry, mayRead: MayRead): Details {
  const { from_on, manager_name, ...details } = entry
  const readable = Object.entries(details).map(([column, value]) => [column, mayRead(column) ? value : null])
  return { ...details, ...Object.fromEntries(readable) }
}
