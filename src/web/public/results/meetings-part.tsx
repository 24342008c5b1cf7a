import type { Results, WindowState } from '../../../model/figures.ts'
import { longDay, windowName } from '../../../texts/en/days.ts'
import { DEFINED } from '../../../texts/en/definitions.ts'
import { percentOf } from '../../../texts/en/percent.ts'
import {
  bestCaseSentence,
  countOf,
  excusedSentence,
  stateInWords,
  statesSentence,
  windowsSentence,
} from '../../../texts/en/results.ts'
import { Define, More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { StripColumns } from '../../../ui/strip-columns.tsx'
import { GlyphSymbols, WindowGlyph } from '../../../ui/window-glyph.tsx'

const KEY: readonly WindowState[] = ['met', 'one', 'disagree', 'unknown', 'due', 'excused', 'coming']

type Props = { results: Results; everyDays: number; showStrips: boolean }

/** Cadence: the sentence, its definition and, where it may be seen, the strip of each pair. */
export function MeetingsPart({ results, everyDays, showStrips }: Props) {
  const { cadence } = results
  return (
    <HungSection id="meetings" heading="Meetings">
      <div class="max-w-measure">
        <p>
          <strong>{windowsSentence(cadence, everyDays)}</strong>
          {cadence.windowsDue > 0 && `, ${percentOf(cadence.windowsMet, cadence.windowsDue)}`}.{' '}
          {excusedSentence(cadence)} {cadence.states && statesSentence(cadence.states)}
        </p>
        <Define summary="What counts as met">
          <p>
            Both people said so; or one did, and the other did not deny it in time. A {windowName(everyDays)} counts
            once its last day has passed, from the pair’s own first day.
          </p>
          <p>
            <strong>{cadence.windowsMet}</strong> met, divided by <strong>{cadence.windowsDue}</strong> ended and not
            excused. Pairs: <strong>{cadence.pairsEveryWindow}</strong> with every one met, divided by{' '}
            <strong>{cadence.pairs}</strong>. As of {longDay(results.asOf)}.
          </p>
          {cadence.states && <p>{bestCaseSentence(cadence)}</p>}
          <p>{DEFINED.cadence.beware}</p>
        </Define>
      </div>
      {showStrips && results.strips.length > 0 && <Strips strips={results.strips} everyDays={everyDays} />}
    </HungSection>
  )
}

function Strips({ strips, everyDays }: { strips: Results['strips']; everyDays: number }) {
  const pairs = countOf(strips.length, 'pair')
  const numbered = strips.map((strip) => ({ number: strip.pair, windows: strip.windows }))
  return (
    <figure class="mt-6">
      <GlyphSymbols />
      <figcaption class="max-w-measure text-dense text-muted">
        {pairs}, one line each; each column is one {windowName(everyDays)}, counted from the pair’s own first day. Two
        bars stand for two people. Pairs are not named.
      </figcaption>
      <Key />
      <StripColumns strips={numbered} label={`Window strips of ${pairs}. The table below holds every cell.`} />
      <div class="mt-4">
        <More summary="The same as a table">
          <StripTable strips={strips} />
        </More>
      </div>
    </figure>
  )
}

function Key() {
  return (
    <ul class="mt-4 grid max-w-measure grid-cols-2 gap-x-6 gap-y-2 text-dense md:grid-cols-3" aria-label="Key">
      {KEY.map((state) => (
        <li key={state} class="flex items-center gap-2">
          <WindowGlyph state={state} />
          {stateInWords(state)}
        </li>
      ))}
    </ul>
  )
}

function StripTable({ strips }: { strips: Results['strips'] }) {
  const widest = Math.max(...strips.map((strip) => strip.windows.length))
  const columns = [{ text: 'Pair' }, ...Array.from({ length: widest }, (_, at) => ({ text: String(at + 1) }))]
  const rows = strips.map((strip) => [
    strip.pair,
    ...Array.from({ length: widest }, (_, at) => stateInWords(strip.windows[at] ?? 'ended')),
  ])
  return <Ledger caption="State of each window of each pair" columns={columns} rows={rows} />
}
