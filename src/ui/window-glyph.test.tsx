import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { type GlyphState, GlyphSymbols, WindowGlyph } from './window-glyph.tsx'

const STATES: readonly GlyphState[] = ['met', 'one', 'one-right', 'disagree', 'unknown', 'due', 'excused', 'coming']

describe('the glyph of a window', () => {
  it.each(STATES)('a window that is %s has a shape of its own', (state) => {
    expect(renderToString(<GlyphSymbols />)).toContain(`id="g-${state}"`)
    expect(renderToString(<WindowGlyph state={state} />)).toContain(`href="#g-${state}"`)
  })

  it('a window after the end of a pair draws nothing', () => {
    expect(renderToString(<WindowGlyph state="ended" />)).toBe('')
  })
})
