import { addDays } from '../../../calendar/days.ts'
import type { ShownLine, Today } from '../../../desk/screens/today.ts'
import { longDay } from '../../../texts/en/days.ts'
import { deskHeading, numberInWords } from '../../../texts/en/desk.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DeskAside } from './desk-aside.tsx'
import { type DeskFilter, DeskFilterForm, fits, queryOf } from './desk-filter.tsx'
import { DeskLineRow } from './desk-line.tsx'
import { KIND_IN_WORDS } from './kind-in-words.ts'

export type DeskDone = {
  readonly season: string
  /** Lines that were just taken off, and how many were off already. */
  readonly keys: readonly string[]
  readonly already: number
  readonly days: string
} | null
type Props = { desk: Today; filter: DeskFilter; done: DeskDone }

const LINES_PER_PAGE = 50
const DAYS_OF_A_WEEK = 7
/** A coordinator's one page: everything that needs a person, what costs most to wait first. */
export function TodayPage({ desk, filter, done }: Props) {
  const { today } = desk
  const found = desk.lines.filter((it) => fits(it, filter))
  const shown = found.slice((filter.page - 1) * LINES_PER_PAGE, filter.page * LINES_PER_PAGE)
  const week = addDays(today, DAYS_OF_A_WEEK)
  const groups = [
    { id: 'now', heading: 'Today', lines: shown.filter((it) => it.line.dueOn <= today) },
    { id: 'week', heading: 'This week', lines: shown.filter((it) => it.line.dueOn > today && it.line.dueOn <= week) },
    { id: 'later', heading: 'Later', lines: shown.filter((it) => it.line.dueOn > week) },
  ]
  return (
    <div class="wrap grid gap-x-16 gap-y-section pt-6 md:pt-10 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        {done && <JustDone done={done} at={queryOf(filter)} />}
        <p class={done ? 'mt-8 text-muted' : 'text-muted'}>{longDay(today)}</p>
        <h1 class="mt-1 max-w-[26ch]">
          {deskHeading(
            desk.lines.map((it) => it.line),
            today,
          )}
        </h1>
        {desk.lines.length > 0 && <DeskFilterForm desk={desk} filter={filter} />}
        {desk.lines.length > 0 && found.length === 0 && (
          <p class="mt-6">
            Nothing fits. <Link href="/desk">Show everything</Link>
          </p>
        )}
        {groups.map(
          (group) => group.lines.length > 0 && <Group key={group.id} {...group} desk={desk} at={queryOf(filter)} />,
        )}
        <Several lines={found} />
        {desk.own > 0 && (
          <p class="mt-6 text-muted">
            <Icon name="lock" />
            {desk.own === 1 ? 'One line is about you.' : `${numberInWords(desk.own)} lines are about you.`} Another
            coordinator has it.
          </p>
        )}
        <Pager
          page={filter.page}
          pages={Math.ceil(found.length / LINES_PER_PAGE)}
          href={(page) => `/desk?${queryOf({ ...filter, page })}`}
        />
        <p class="mt-6 flex flex-wrap gap-x-6 gap-y-2">
          {found.length > 0 && (
            <Link href={`/desk/lines.csv?${queryOf({ ...filter, page: 1 })}`}>Download these lines as CSV</Link>
          )}
          <Link href="/desk/closed">Lines you closed lately</Link>
          <Link href="/desk/activity">What the team did</Link>
          <Link href="/desk/hand-over">Hand a season over</Link>
          <Link href="/me/minutes">Your own minutes</Link>
        </p>
      </div>
      <DeskAside desk={desk} />
    </div>
  )
}

function JustDone({ done, at }: { done: NonNullable<DeskDone>; at: string }) {
  return (
    <Form action="/desk/lines/back" class="flex flex-wrap items-center gap-x-4 gap-y-2 bg-base-200 px-5 py-3">
      <p role="status">
        <Icon name="check" />
        {doneInWords(done)}
      </p>
      <input type="hidden" name="season" value={done.season} />
      {done.keys.map((key) => (
        <input key={key} type="hidden" name="key" value={key} />
      ))}
      <input type="hidden" name="at" value={at} />
      {done.keys.length > 0 && <Button rank="row">Undo</Button>}
    </Form>
  )
}

function doneInWords({ keys, already, days }: NonNullable<DeskDone>): string {
  const many = keys.length === 1 ? '' : `${countOf(keys.length, 'line')} `
  const later =
    keys.length === 1 ? 'Put off: it comes back on its day.' : `${many}put off: they come back on their day.`
  const done = keys.length === 1 ? 'Done, and off the desk.' : `${many}done, and off the desk.`
  const before = `${countOf(already, 'line was', 'lines were')} off the desk already: nothing was changed about ${already === 1 ? 'it' : 'them'}.`
  return [keys.length === 0 ? '' : days === 'done' ? done : later, already === 0 ? '' : before].join(' ').trim()
}

/** Kinds of which several lines stand there, each with the page on which they are done together. */
function Several({ lines }: { lines: readonly ShownLine[] }) {
  const groups = [...Map.groupBy(lines, (it) => `${it.season.key} ${it.line.kind}`).values()]
  const several = groups.filter((of) => of.length > 1)
  if (several.length === 0) return null
  return (
    <section class="mt-8" aria-labelledby="several">
      <h2 id="several" class="text-read">
        Several at once
      </h2>
      <ul class="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        {several.map((of) => (
          <li key={`${of[0]?.season.key} ${of[0]?.line.kind}`}>
            <SeveralLink of={of} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SeveralLink({ of }: { of: readonly ShownLine[] }) {
  const [first] = of
  if (!first) return null
  const { line, season } = first
  const query = new URLSearchParams({ season: season.key, kind: line.kind })
  return <Link href={`/desk/together?${query}`}>{countOf(of.length, ...KIND_IN_WORDS[line.kind])}</Link>
}

function Group(props: { id: string; heading: string; lines: readonly ShownLine[]; desk: Today; at: string }) {
  const { id, heading, lines, desk, at } = props
  return (
    <section class="mt-8" aria-labelledby={id}>
      <h2 id={id} class="pb-3">
        {id === 'now' ? <span class="bg-mark px-1.5 text-mark-ink">{heading}</span> : heading}
      </h2>
      <ol class="border-b border-rule">
        {lines.map((it) => (
          <DeskLineRow
            key={`${it.season.id} ${it.line.key}`}
            it={it}
            today={desk.today}
            several={desk.seasons.length > 1}
            opensPeople={desk.opensPeople}
            at={at}
          />
        ))}
      </ol>
    </section>
  )
}
