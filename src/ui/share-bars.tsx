type Share = { readonly name: string; readonly words: string; readonly percent: number | null }

/** Shares from 0 to 100, the number in words beside each bar; a withheld one has words and no bar. */
export function ShareBars({ shares }: { shares: readonly Share[] }) {
  return (
    <ul class="mt-3 border-b border-rule text-dense">
      {shares.map((share) => (
        <li
          key={share.name}
          class="grid gap-x-6 gap-y-1 border-t border-rule py-2.5 sm:grid-cols-[14rem_minmax(0,1fr)] md:grid-cols-[14rem_minmax(0,1fr)_9.5rem]"
        >
          <p>{share.name}</p>
          <Bar percent={share.percent} />
          <p class="max-md:sm:col-start-2 md:text-right">{share.words}</p>
        </li>
      ))}
    </ul>
  )
}

function Bar({ percent }: { percent: number | null }) {
  if (percent === null) return <span class="max-md:hidden" />
  return (
    <svg class="mt-1 block h-3.5 w-full" aria-hidden="true">
      <rect width="100%" height="14" class="fill-base-200" />
      <rect width={`${percent}%`} height="14" class="fill-met" />
    </svg>
  )
}
