import { GlyphAt, type GlyphState } from './window-glyph.tsx'

type Strip = { readonly number: number; readonly windows: readonly GlyphState[] }

const CELL = 24
const LEFT = 28
const ROWS_AT_LEAST = 8

/** Strips of many pairs as columns of glyphs; `label` says what they show, a table twin must follow. */
export function StripColumns({ strips, label }: { strips: readonly Strip[]; label: string }) {
  const widest = Math.max(1, ...strips.map((strip) => strip.windows.length))
  const columns = widest <= 7 ? 4 : widest <= 14 ? 2 : 1
  const rows = Math.max(ROWS_AT_LEAST, Math.ceil(strips.length / columns))
  const groups = Array.from({ length: Math.ceil(strips.length / rows) }, (_, at) =>
    strips.slice(at * rows, (at + 1) * rows),
  )
  const grid =
    columns === 4 ? 'mt-5 grid grid-cols-2 gap-x-6 gap-y-5 md:grid-cols-4' : 'mt-5 grid gap-x-6 gap-y-5 lg:grid-cols-2'
  return (
    <div class={grid} role="img" aria-label={label}>
      {groups.map((group) => (
        <StripColumn key={group[0]?.number} strips={group} widest={widest} />
      ))}
    </div>
  )
}

function StripColumn({ strips, widest }: { strips: readonly Strip[]; widest: number }) {
  const width = LEFT + widest * CELL
  const height = 20 + strips.length * CELL
  return (
    <svg class="h-auto max-w-full text-[11px]" width={width} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {Array.from({ length: widest }, (_, at) => (
        <text key={at} x={LEFT + 12 + at * CELL} y="11" text-anchor="middle" class="fill-muted">
          {at + 1}
        </text>
      ))}
      {strips.map((strip, row) => (
        <StripRow key={strip.number} strip={strip} y={20 + row * CELL} />
      ))}
    </svg>
  )
}

function StripRow({ strip, y }: { strip: Strip; y: number }) {
  return (
    <g>
      <text x="20" y={y + 14} text-anchor="end" class="fill-muted">
        {strip.number}
      </text>
      {strip.windows.map((state, at) => (
        <GlyphAt key={at} state={state} x={LEFT + 6 + at * CELL} y={y} />
      ))}
    </g>
  )
}
