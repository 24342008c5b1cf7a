/** A month's hairline and name; positions are per cent of the figure's width. */
export function MonthLine({ x, name }: { x: number; name: string }) {
  return (
    <g>
      <line x1={`${x}%`} y1="20" x2={`${x}%`} y2="120" class="stroke-rule" />
      <text x={`${x}%`} y="12" class="fill-muted">
        {name}
      </text>
    </g>
  )
}

/** The days in which one role applies, and the dotted way from there to the announcement. */
export function CallLine(props: { from: number; to: number; heard: number; side: 'mentor' | 'mentee' }) {
  const mentor = props.side === 'mentor'
  const y = mentor ? 42 : 98
  return (
    <g>
      <line
        x1={`${props.to}%`}
        y1={y}
        x2={`${props.heard}%`}
        y2={mentor ? 66 : 74}
        class="stroke-rule-strong [stroke-dasharray:1_5] [stroke-linecap:round] [stroke-width:2]"
      />
      <line x1={`${props.from}%`} y1={y} x2={`${props.to}%`} y2={y} class="stroke-primary [stroke-width:6]" />
      <text x={`${props.from}%`} y={mentor ? 32 : 120} class="fill-base-content max-md:hidden">
        {mentor ? 'Mentors apply' : 'Mentees apply'}
      </text>
    </g>
  )
}

/** From the day everyone hears, two lines side by side. */
export function PairLines({ from, to }: { from: number; to: number }) {
  return (
    <g>
      <line x1={`${from}%`} y1="66" x2={`${to}%`} y2="66" class="stroke-base-content [stroke-width:2.5]" />
      <line x1={`${from}%`} y1="74" x2={`${to}%`} y2="74" class="stroke-base-content [stroke-width:2.5]" />
      <text x={`${from}%`} y="52" text-anchor="middle" class="fill-base-content max-md:hidden">
        Everyone hears
      </text>
    </g>
  )
}

/** One window: two bars on the two lines. */
export function WindowMark({ x }: { x: number }) {
  return (
    <svg x={`${x}%`} overflow="visible" aria-hidden="true">
      <g class="max-sm:[transform:scaleX(.66)]">
        <rect x="-14" y="60" width="28" height="20" class="fill-base-100" />
        <rect x="-10.5" y="48" width="9.5" height="40" rx="1" class="fill-primary" />
        <rect x="1" y="52" width="9.5" height="40" rx="1" class="fill-primary" />
      </g>
    </svg>
  )
}
