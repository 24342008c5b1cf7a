import { addDays } from '../../../calendar/days.ts'
import { SUBJECTS, type Subject } from '../../../desk/rules/desk-line.ts'
import type { ShownLine, Today } from '../../../desk/screens/today.ts'
import { longDay, shortDay } from '../../../texts/en/days.ts'
import { deskHeading, numberInWords } from '../../../texts/en/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DeskLineRow } from './desk-line.tsx'
import { lineInWords } from './line-in-words.ts'

export type DeskFilter = {
  readonly q: string
  readonly about: Subject | null
  readonly season: string | null
  readonly page: number
}
export type DeskDone = { readonly season: string; readonly key: string; readonly days: string } | null
type Props = { desk: Today; filter: DeskFilter; done: DeskDone }

const LINES_PER_PAGE = 50
/** Below this the filter is folded away: one sees everything anyway. */
const FEW = 20
const DAYS_OF_A_WEEK = 7
const ABOUT: Readonly<Record<Subject, string>> = {
  pairs: 'Pairs',
  people: 'People',
  events: 'Events',
  surveys: 'Surveys',
  selection: 'Applications, match and letters',
}

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
        {desk.lines.length > 0 && <Filter desk={desk} filter={filter} />}
        {desk.lines.length > 0 && found.length === 0 && (
          <p class="mt-6">
            Nothing fits. <Link href="/desk">Show everything</Link>
          </p>
        )}
        {groups.map(
          (group) => group.lines.length > 0 && <Group key={group.id} {...group} desk={desk} at={queryOf(filter)} />,
        )}
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
        </p>
      </div>
      <Aside desk={desk} />
    </div>
  )
}

export function fits({ line, names, season }: ShownLine, { q, about, season: key }: DeskFilter): boolean {
  if ((about && line.subject !== about) || (key && season.key !== key)) return false
  const { title, reason } = lineInWords(line, names, season)
  return `${title} ${reason}`.toLowerCase().includes(q.trim().toLowerCase())
}

function JustDone({ done, at }: { done: NonNullable<DeskDone>; at: string }) {
  return (
    <Form action="/desk/lines/back" class="flex flex-wrap items-center gap-x-4 gap-y-2 bg-base-200 px-5 py-3">
      <p role="status">
        <Icon name="check" />
        {done.days === 'done' ? 'Done, and off the desk.' : 'Put off: it comes back on its day.'}
      </p>
      <input type="hidden" name="season" value={done.season} />
      <input type="hidden" name="key" value={done.key} />
      <input type="hidden" name="at" value={at} />
      <Button rank="row">Undo</Button>
    </Form>
  )
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
            at={at}
          />
        ))}
      </ol>
    </section>
  )
}

function Filter({ desk, filter }: { desk: Today; filter: DeskFilter }) {
  const isUsed = filter.q !== '' || filter.about !== null || filter.season !== null
  return (
    <div class="mt-3">
      <More summary="Find and filter" open={isUsed || desk.lines.length >= FEW}>
        <form class="flex flex-wrap items-end gap-3" action="/desk" method="get" aria-label="Lines on the desk">
          <div class="min-w-48 flex-1">
            <label class="block text-note font-semibold" for="q">
              A name or a word
            </label>
            <input class="input mt-1 w-full" type="search" id="q" name="q" value={filter.q} />
          </div>
          <div class="w-44">
            <label class="block text-note font-semibold" for="about">
              About
            </label>
            <select class="select mt-1 w-full" id="about" name="about">
              <option value="">Everything</option>
              {SUBJECTS.map((it) => (
                <option key={it} value={it} selected={it === filter.about}>
                  {ABOUT[it]}
                </option>
              ))}
            </select>
          </div>
          {desk.seasons.length > 1 && (
            <div class="w-44">
              <label class="block text-note font-semibold" for="season">
                Season
              </label>
              <select class="select mt-1 w-full" id="season" name="season">
                <option value="">All seasons</option>
                {desk.seasons.map((it) => (
                  <option key={it.key} value={it.key} selected={it.key === filter.season}>
                    {it.name}
                  </option>
                ))}
              </select>
            </div>
          )}
          <Button>Show</Button>
        </form>
      </More>
    </div>
  )
}

function Aside({ desk }: { desk: Today }) {
  return (
    <aside class="space-y-9" aria-label="Your seasons">
      <section aria-labelledby="seasons">
        <h2 id="seasons" class="text-read">
          {desk.seasons.length === 1 ? 'The season' : 'Your seasons'}
        </h2>
        <ul class="mt-2 [&>li]:border-t [&>li]:border-rule [&>li]:py-1.5">
          {desk.seasons.map((it) => (
            <li key={it.key}>
              <p class="wrap-anywhere">{it.name}</p>
              <p class="flex flex-wrap gap-x-4">
                <Link href={`/desk/pairs?season=${it.key}`}>Pairs</Link>
                <Link href={`/desk/selection?season=${it.key}`}>Selecting</Link>
                <Link href={`/seasons/${it.key}/results`}>Figures</Link>
                <Link href={`/seasons/${it.key}`}>Page</Link>
              </p>
            </li>
          ))}
        </ul>
      </section>
      {desk.ahead.length > 0 && (
        <section aria-labelledby="ahead">
          <h2 id="ahead" class="pb-3 text-read">
            Ahead
          </h2>
          <ol class="rail">
            {desk.ahead.map((it) => (
              <li key={`${it.on} ${it.text}`}>
                <p class="text-muted">{shortDay(it.on, desk.today.slice(0, 4))}</p>
                <p>{it.text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="text-note text-muted">
        <Icon name="eye" />
        Only the coordinators of a season see its lines. Whoever a line is about sees by hat and day who looked.
      </p>
    </aside>
  )
}

export function queryOf({ q, about, season, page }: DeskFilter): string {
  const given = { ...(q ? { q } : {}), ...(about ? { about } : {}), ...(season ? { season } : {}) }
  return new URLSearchParams({ ...given, ...(page > 1 ? { page: String(page) } : {}) }).toString()
}
