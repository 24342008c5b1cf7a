/** The pattern of what is still possible; once on a page that has such bars. */
export function HatchPattern() {
  return (
    <svg class="absolute size-0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="fill-base-100" />
          <rect width="2.5" height="6" class="fill-met" />
        </pattern>
      </defs>
    </svg>
  )
}

type Bar = { percent: number; target: number | null; possible?: number }

/** A bar from 0 to 100 with its aim as a line; says again what stands beside it, so it is hidden from readers. */
export function TargetBar({ percent, target, possible }: Bar) {
  return (
    <svg class="bar sm:mt-1" aria-hidden="true">
      <rect width="100%" height="22" class="fill-base-200" />
      {possible !== undefined && possible > percent && <rect width={`${possible}%`} height="22" fill="url(#hatch)" />}
      <rect width={`${percent}%`} height="22" class="fill-met" />
      {target !== null && (
        <g>
          <line x1={`${target}%`} x2={`${target}%`} y1="-5" y2="27" class="stroke-base-100" stroke-width="7" />
          <line x1={`${target}%`} x2={`${target}%`} y1="-5" y2="27" class="stroke-base-content" stroke-width="2.5" />
        </g>
      )}
    </svg>
  )
}

/** What the bar and its line stand for. */
export function TargetBarKey({ certain, possible, aim }: { certain: string; possible?: string; aim: string | null }) {
  return (
    <p class="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-note text-muted">
      <span>
        <svg class="mr-1.5 inline-block h-3 w-5" aria-hidden="true">
          <rect width="100%" height="100%" class="fill-met" />
        </svg>
        {certain}
      </span>
      {possible !== undefined && (
        <span>
          <svg class="mr-1.5 inline-block h-3 w-5" aria-hidden="true">
            <rect width="100%" height="100%" fill="url(#hatch)" />
          </svg>
          {possible}
        </span>
      )}
      {aim !== null && (
        <span>
          <svg class="mr-1.5 inline-block h-3 w-2" aria-hidden="true">
            <line x1="3" x2="3" y1="0" y2="12" class="stroke-base-content" stroke-width="2" />
          </svg>
          {aim}
        </span>
      )}
    </p>
  )
}
