import type { EventHealth, SeasonHealth } from '../../../desk/screens/health.ts'
import { longDay, shortDay, windowName } from '../../../texts/en/days.ts'
import { forecastInWords } from '../../../texts/en/health.ts'
import { windowWord } from '../../../texts/en/own-pair.ts'
import { percentOf, targetInWords } from '../../../texts/en/percent.ts'
import { countOf, stateInWords } from '../../../texts/en/results.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { TargetBar, TargetBarKey } from '../../../ui/target-bar.tsx'
import { GlyphSymbols, WindowGlyph } from '../../../ui/window-glyph.tsx'

const STATES = ['met', 'one', 'disagree', 'unknown', 'due', 'excused', 'coming', 'ended'] as const

/** How a season stands: pairs, training and events beside their aims, and what may still be missed. */
export function HealthPage({ health }: { health: SeasonHealth }) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <GlyphSymbols />
      <p class="text-muted">
        <Link href="/desk">Today</Link>, {health.name}, as of {longDay(health.asOf)}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(health)}</h1>
      <HungSection id="pairs" heading="Pairs">
        <Pairs health={health} />
      </HungSection>
      <HungSection id="attendance" heading="Attendance">
        <Attendance health={health} />
      </HungSection>
      <HungSection id="training" heading="Training">
        <Training health={health} />
      </HungSection>
      <p class="mt-section">
        <Link href={`/desk/closing?season=${health.season}`}>Closing the season, and the next one</Link>
      </p>
      <p class="mt-6 max-w-measure text-note text-muted">
        <Icon name="lock" />
        Counts of days, never of content: what pairs write stays with them, and nobody is given a score.
      </p>
    </div>
  )
}

function heading({ pairs, cadence }: SeasonHealth): string {
  const all = pairs.running + pairs.paused + pairs.ended
  if (all === 0) return 'No pairs yet'
  if (cadence.missed === 0) return `${countOf(all, 'pair')}, and none has missed a window`
  return `${cadence.missed} of ${countOf(all, 'pair')} ${cadence.missed === 1 ? 'has' : 'have'} missed a window`
}

/** What is none is left out. */
function pairsInWords({ pairs, cadence, everyDays }: SeasonHealth): string {
  const said = (parts: readonly (readonly [number, string])[]) =>
    parts.flatMap(([many, words]) => (many > 0 ? [`${many} ${words}`] : [])).join(', ')
  const window = windowName(everyDays)
  const standings = said([
    [pairs.running, 'running'],
    [pairs.paused, 'paused'],
    [pairs.ended, 'ended'],
  ])
  const met = said([
    [cadence.reached, `met in every ${window}`],
    [cadence.missed, 'missed at least one'],
    [cadence.open, 'can still do either'],
  ])
  return met === '' ? `${standings}.` : `${standings}. Of those that count, ${met}.`
}

function Pairs({ health }: { health: SeasonHealth }) {
  const { pairs, cadence, windows, everyDays, season } = health
  if (pairs.running + pairs.paused + pairs.ended === 0)
    return <p class="max-w-measure">Pairs stand here from the day the match is published.</p>
  const shown = STATES.filter((state) => windows.some((it) => it[state] > 0))
  return (
    <>
      <p class="max-w-measure">{pairsInWords(health)}</p>
      {cadence.forecast && cadence.target !== null && (
        <p class="mt-2 max-w-measure font-semibold">
          {forecastInWords(cadence.forecast, cadence.target, 'pair', 'pairs', `miss a ${windowName(everyDays)}`)}
        </p>
      )}
      <p class="mt-2 max-w-measure text-muted">
        A window that nobody has answered counts as missed until one of the two answers or you excuse it.
      </p>
      {windows.length > 0 && (
        <div class="mt-4">
          <Ledger
            caption="Windows of all pairs"
            columns={[
              { text: windowWord(everyDays) },
              ...shown.map((state) => ({ text: stateInWords(state), num: true })),
            ]}
            rows={windows.map((it) => [
              String(it.number),
              ...shown.map((state) => (
                <span key={state} class="inline-flex items-center gap-2">
                  {it[state] > 0 && <WindowGlyph state={state} />}
                  {it[state]}
                </span>
              )),
            ])}
          />
        </div>
      )}
      <p class="mt-4">
        <Link href={`/desk/pairs?season=${season}`}>Each pair with its windows</Link>
      </p>
      {health.givesCertificates && (
        <p class="mt-2">
          <Link href={`/desk/completed?season=${season}`}>Who has completed the season</Link>
        </p>
      )}
    </>
  )
}

function Attendance({ health: { events, season } }: { health: SeasonHealth }) {
  if (events.length === 0) return <p>This season has no live events.</p>
  const aim = events.find((it) => it.target !== null)?.target ?? null
  return (
    <>
      <ul class="space-y-5">
        {events.map((it) => (
          <EventRow key={it.key} event={it} season={season} />
        ))}
      </ul>
      <TargetBarKey certain="came" aim={aim === null ? null : `aim, ${targetInWords(aim)}`} />
      <p class="mt-4">
        <Link href={`/desk/events?season=${season}`}>The events, and what is done around them</Link>
      </p>
    </>
  )
}

function EventRow({ event, season }: { event: EventHealth; season: string }) {
  const { reached, missed, open, target, forecast } = event
  const roster = reached + missed + open
  return (
    <li class="grid gap-x-8 gap-y-1 md:grid-cols-[14rem_minmax(0,1fr)]">
      <p class="font-semibold wrap-anywhere">{event.name}</p>
      <div class="min-w-0">
        <TargetBar percent={roster === 0 ? 0 : (100 * reached) / roster} target={target} />
        {reached === 0 && missed > 0 ? (
          <p>
            It is over, and nobody is written down as having come.{' '}
            <Link href={`/seasons/${season}/events/${event.key}/attendance`}>
              Tick who came<span class="sr-only"> to {event.name}</span>
            </Link>
          </p>
        ) : (
          <p>
            {roster === 0 ? 'Nobody is expected yet.' : `${reached} of ${roster} came, ${percentOf(reached, roster)}. `}
            {forecast && target !== null && forecastInWords(forecast, target, 'person', 'people', 'stay away')}
            {target === null && roster > 0 && 'It does not count towards an aim.'}
          </p>
        )}
        {event.guests > 0 && <p class="text-note text-muted">and {countOf(event.guests, 'guest')}, not counted</p>}
      </div>
    </li>
  )
}

function Training({ health: { training, season, asOf } }: { health: SeasonHealth }) {
  if (training.length === 0) return <p>This season has no training.</p>
  return (
    <ul class="[&>li]:border-t [&>li]:border-rule [&>li]:py-3">
      {training.map((it) => (
        <li key={it.key}>
          <p class="font-semibold wrap-anywhere">{it.name}</p>
          <p>
            {it.people - it.missing} of {it.people} have completed it.{' '}
            {it.missing > 0 && (
              <Link href={`/desk/health/training?${new URLSearchParams({ season, training: it.key })}`}>
                Who has not yet<span class="sr-only"> completed {it.name}</span>
              </Link>
            )}
          </p>
          <p class="text-note text-muted">
            {it.required ? 'Expected of everybody' : 'Recommended'}
            {it.dueOn ? `, by ${shortDay(it.dueOn, asOf.slice(0, 4))}` : ''}
          </p>
        </li>
      ))}
    </ul>
  )
}
