import type { OwnCell } from '../../../journey/meet/rules/own-strip.ts'
import { dayRange, longDay, shortDay } from '../../../texts/en/days.ts'
import { firstName, windowWord } from '../../../texts/en/own-pair.ts'
import { type GlyphState, WindowGlyph } from '../../../ui/window-glyph.tsx'

type Props = {
  cells: readonly OwnCell[]
  everyDays: number
  partner: string
}

/** Windows that the short form has room for beside each other. */
const MOST_IN_SHORT = 6

/** The windows of a pair on one line; more than fit are rows. */
export function ShortStrip(props: Props) {
  if (props.cells.length > MOST_IN_SHORT) return <LongStrip {...props} />
  const word = windowWord(props.everyDays)
  return (
    <ol class="strip">
      {props.cells.map((cell) => (
        <li key={cell.number} aria-current={cell.isNow ? 'step' : undefined}>
          <WindowGlyph state={glyphOf(cell)} />
          <p>
            <span class="sr-only">{word} </span>
            <span class="font-semibold">{cell.number}</span>
            <span class="block text-muted max-sm:sr-only">{daysOf(cell)}</span>
          </p>
          <p class={cell.state === 'coming' ? 'sr-only' : 'font-semibold'}>{shortWords(cell)}</p>
        </li>
      ))}
    </ol>
  )
}

/** The same with a sentence for each window. */
export function LongStrip({ cells, everyDays, partner }: Props) {
  const word = windowWord(everyDays)
  return (
    <ol class="strip-long">
      {cells.map((cell) => (
        <li key={cell.number} aria-current={cell.isNow ? 'step' : undefined}>
          <WindowGlyph state={glyphOf(cell)} large />
          <div class="col-start-2 lg:col-start-1">
            <p class="font-semibold">
              {word} {cell.number}
            </p>
            <p class="text-muted">{daysOf(cell)}</p>
            <p class={cell.state === 'coming' ? 'sr-only' : 'mt-1'}>{longWords(cell, firstName(partner))}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The left bar is the mentor, the right one the mentee: on their own pages both know who said what. */
function glyphOf({ state, saidBy }: OwnCell): GlyphState {
  return state === 'one' && saidBy === 'mentee' ? 'one-right' : state
}

function daysOf({ firstDay, lastDay }: OwnCell): string {
  return dayRange(firstDay, lastDay, lastDay.slice(0, 4))
}

function shortWords({ state, awaits, isNow }: OwnCell): string {
  switch (state) {
    case 'met':
      return 'Met'
    case 'one':
      return awaits === 'me' ? 'Reply?' : 'Met'
    case 'disagree':
      return 'Not agreed'
    case 'unknown':
      return 'No word'
    case 'due':
      return isNow ? 'Now' : 'Open'
    case 'excused':
      return 'Excused'
    case 'coming':
      return 'Still to come.'
    case 'ended':
      return 'Ended'
  }
}

function longWords({ state, saidBy, awaits, isNow, heldOn }: OwnCell, partner: string): string {
  const on = heldOn.map((day) => shortDay(day, day.slice(0, 4))).join(' and ')
  switch (state) {
    case 'met':
      return `You met on ${on}. You both said so.`
    case 'one':
      if (awaits === 'me') return `${partner} says you met on ${on}. Do you?`
      if (awaits === 'partner') return `You say you met on ${on}. ${partner} may still answer.`
      return `You met on ${on}; the ${saidBy ?? 'one'} said so.`
    case 'disagree':
      return 'One of you says you met, the other that you did not.'
    case 'unknown':
      return 'Nobody said anything of a meeting.'
    case 'due':
      return isNow ? 'Running now. Nothing said yet.' : 'It has just ended. You may still say that you met.'
    case 'excused':
      return 'Excused or paused. It is not counted.'
    case 'coming':
      return 'Still to come.'
    case 'ended':
      return 'The pair had ended.'
  }
}

/** "window 3 of 6", or nothing outside of all windows. */
export function whereNow(cells: readonly OwnCell[], everyDays: number): string | null {
  const now = cells.find((cell) => cell.isNow)
  return now ? `${windowWord(everyDays).toLowerCase()} ${now.number} of ${cells.length}` : null
}

/** What somebody is asked about a meeting that their partner confirmed. */
export function questionInWords(partner: string, heldOn: string): string {
  return `Did you meet ${firstName(partner)} on ${longDay(heldOn, heldOn.slice(0, 4))}?`
}
