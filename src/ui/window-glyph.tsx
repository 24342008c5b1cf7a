/** The shapes of a window, told apart by form first; `ended` draws nothing. */
export type GlyphState = 'met' | 'one' | 'one-right' | 'disagree' | 'unknown' | 'due' | 'excused' | 'coming' | 'ended'

const CLASSES: Readonly<Record<GlyphState, string>> = {
  met: 's-met',
  one: 's-one',
  'one-right': 's-one',
  disagree: 's-disputed',
  unknown: 's-unknown',
  due: 's-due',
  excused: 's-excused',
  coming: 's-coming',
  ended: '',
}

/** Put once in a page that shows glyphs. */
export function GlyphSymbols() {
  return (
    <svg class="absolute size-0" aria-hidden="true" focusable="false">
      <symbol id="g-met" viewBox="2 0 16 24">
        <FullBar x={2} />
        <FullBar x={11} />
      </symbol>
      <symbol id="g-one" viewBox="2 0 16 24">
        <FullBar x={2} />
        <HollowBar x={11.75} />
      </symbol>
      <symbol id="g-one-right" viewBox="2 0 16 24">
        <HollowBar x={2.75} />
        <FullBar x={11} />
      </symbol>
      <symbol id="g-disagree" viewBox="2 0 16 24">
        <rect x="2" y="0" width="7" height="14" rx="1" fill="currentColor" />
        <rect x="11" y="10" width="7" height="14" rx="1" fill="currentColor" />
      </symbol>
      <symbol id="g-unknown" viewBox="2 0 16 24">
        <HollowBar x={2.75} />
        <HollowBar x={11.75} />
      </symbol>
      <symbol id="g-due" viewBox="2 0 16 24">
        <rect x="2" y="15" width="7" height="7" rx="1" fill="currentColor" />
        <rect x="11" y="15" width="7" height="7" rx="1" fill="currentColor" />
      </symbol>
      <symbol id="g-excused" viewBox="2 0 16 24">
        <rect x="2" y="10.25" width="16" height="3.5" rx="1" fill="currentColor" />
      </symbol>
      <symbol id="g-coming" viewBox="2 0 16 24">
        <circle cx="5.5" cy="12" r="1.75" fill="currentColor" />
        <circle cx="14.5" cy="12" r="1.75" fill="currentColor" />
      </symbol>
    </svg>
  )
}

/** One glyph in running text, in a key or, larger, in a strip. */
export function WindowGlyph({ state, large }: { state: GlyphState; large?: boolean }) {
  if (state === 'ended') return null
  return (
    <svg class={`glyph ${large ? 'glyph-lg ' : ''}${CLASSES[state]}`} aria-hidden="true">
      <use href={`#g-${state}`} />
    </svg>
  )
}

/** One glyph inside a larger drawing, in its units. */
export function GlyphAt({ state, x, y }: { state: GlyphState; x: number; y: number }) {
  if (state === 'ended') return null
  return <use href={`#g-${state}`} x={x} y={y} width="12" height="18" class={CLASSES[state]} />
}

function FullBar({ x }: { x: number }) {
  return <rect x={x} y="2" width="7" height="20" rx="1" fill="currentColor" />
}

function HollowBar({ x }: { x: number }) {
  return <rect x={x} y="2.75" width="5.5" height="18.5" rx=".6" fill="none" stroke="currentColor" stroke-width="1.5" />
}
