import { planWindows } from '../../../calendar/windows.ts'
import type { Day } from '../../../model/day.ts'
import type { Program, When } from '../../../model/program.ts'
import { lengthInWords, longDay, monthName } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { CallLine, MonthLine, PairLines, WindowMark } from './season-marks.tsx'

const DAY_MS = 86_400_000
const MOST_WINDOWS_DRAWN = 14
const PAIR_LINES_Y = 70

/** The season as two lines that run side by side: calls, windows and the days when everybody meets. */
export function SeasonFigure({ program, today }: { program: Program; today: Day }) {
  const axis = axisOf(program)
  const mentors = program.roles.mentor.call
  const mentees = program.roles.mentee.call
  const heard = axis.at(program.announcement.on)
  const windows = windowMiddles(program)
  const labels = eventLabels(program, axis.at)
  const height = labels.some((it) => it.row === 1) ? 'sm:h-[9rem] md:h-[10.5rem]' : 'sm:h-[9rem]'
  return (
    <figure class="wrap mt-12 md:mt-16">
      <svg class={`block h-[7.5rem] w-full overflow-visible text-[13px] ${height}`} aria-hidden="true">
        {axis.months.map((month) => (
          <MonthLine key={month.day} x={axis.at(month.day)} name={month.name} />
        ))}
        <CallLine from={axis.at(mentors.opens)} to={axis.at(closing(mentors, program))} heard={heard} side="mentor" />
        <CallLine from={axis.at(mentees.opens)} to={axis.at(closing(mentees, program))} heard={heard} side="mentee" />
        <PairLines from={heard} to={axis.at(program.meetings.until)} />
        {windows.map((middle) => (
          <WindowMark key={middle} x={axis.position(middle)} />
        ))}
        <EventDots labels={labels} />
        {axis.holds(today) && <TodayMark x={axis.at(today)} y={todayHeight(program, today)} />}
      </svg>
      <figcaption class="mt-2 text-note text-muted">
        {caption(program, windows.length, axis.holds(today), today)}
      </figcaption>
    </figure>
  )
}

function caption(program: Program, windows: number, showsToday: boolean, today: Day): string {
  const meetings = windows > 0 ? `, ${countOf(windows, 'meeting')}` : ''
  const now = showsToday ? ` Yellow is today, ${longDay(today)}.` : ''
  return `Two people${meetings}, one every ${lengthInWords(program.meetings.everyDays)}. Mentors apply on the upper line, mentees on the lower; dots are the days when everybody meets.${now}`
}

type EventLabel = { readonly key: string; readonly name: string; readonly x: number; readonly row: 0 | 1 }

/** Width of a letter in per cent of the figure, at the narrowest width that shows names. */
const LETTER_PERCENT = 0.85
const isAtEnd = (x: number) => x > 85

/** Where each event's name stands: in the second row where the first has no room for it. */
function eventLabels(program: Program, at: (day: Day) => number): readonly EventLabel[] {
  const days = program.events.flatMap((event) => {
    const day = event.calledOff ? null : firstDay(event.when)
    return day === null ? [] : [{ key: event.key, name: event.name, x: at(day) }]
  })
  let taken = Number.NEGATIVE_INFINITY
  return days
    .sort((one, other) => one.x - other.x)
    .map((it): EventLabel => {
      const width = it.name.length * LETTER_PERCENT
      const from = isAtEnd(it.x) ? it.x - width : it.x - width / 2
      if (from < taken) return { ...it, row: 1 }
      taken = from + width
      return { ...it, row: 0 }
    })
}

function EventDots({ labels }: { labels: readonly EventLabel[] }) {
  return (
    <g>
      {labels.map((it) => (
        <g key={it.key}>
          <circle cx={`${it.x}%`} cy="112" r="4.5" class="fill-base-content" />
          <text
            x={`${it.x}%`}
            y={it.row === 0 ? 136 : 156}
            text-anchor={isAtEnd(it.x) ? 'end' : 'middle'}
            class="fill-base-content max-md:hidden"
          >
            {it.name}
          </text>
        </g>
      ))}
    </g>
  )
}

function TodayMark({ x, y }: { x: number; y: number }) {
  const reach = y === PAIR_LINES_Y ? 30 : 12
  return <line x1={`${x}%`} x2={`${x}%`} y1={y - reach} y2={y + reach} class="stroke-mark [stroke-width:5]" />
}

function todayHeight(program: Program, today: Day): number {
  const { mentor, mentee } = program.roles
  if (mentee.call.opens <= today && today <= closing(mentee.call, program)) return 98
  return mentor.call.opens <= today && today <= closing(mentor.call, program) ? 42 : PAIR_LINES_Y
}

function closing(call: { closes?: Day }, program: Program): Day {
  return call.closes ?? program.announcement.on
}

/** The first day a milestone may fall on, if its form has one. */
function firstDay(when: When): Day | null {
  if ('day' in when) return when.day
  if ('days' in when) return when.days[0] ?? null
  if ('from' in when) return when.from
  if ('weekOf' in when) return when.weekOf
  return 'by' in when ? when.by : null
}

function dayNumber(day: Day): number {
  return Date.parse(day) / DAY_MS
}

/** Middles of the season's windows as day numbers; none where they would stand too close to be read. */
function windowMiddles(program: Program): readonly number[] {
  const windows = planWindows(program.meetings)
  if (windows.length > MOST_WINDOWS_DRAWN) return []
  return windows.map((window) => (dayNumber(window.firstDay) + dayNumber(window.lastDay)) / 2)
}

function axisOf(program: Program) {
  const { mentor, mentee } = program.roles
  const first = [mentor.call.opens, mentee.call.opens, program.startsOn].sort()[0] ?? program.startsOn
  const last = [program.endsOn, program.meetings.until].sort()[1] ?? program.endsOn
  const span = Math.max(1, dayNumber(last) - dayNumber(first))
  const position = (number: number) => Math.round(((number - dayNumber(first)) / span) * 9750 + 100) / 100
  const at = (day: Day) => position(dayNumber(day))
  return { position, at, months: monthsBetween(first, last), holds: (day: Day) => first <= day && day <= last }
}

function monthsBetween(first: Day, last: Day): readonly { day: Day; name: string }[] {
  const months: { day: Day; name: string }[] = []
  const month = new Date(`${first.slice(0, 7)}-01T00:00:00Z`)
  for (month.setUTCMonth(month.getUTCMonth() + 1); ; month.setUTCMonth(month.getUTCMonth() + 1)) {
    const day = month.toISOString().slice(0, 10)
    if (day > last) return months
    months.push({ day, name: monthName(day).slice(0, 3) })
  }
}
