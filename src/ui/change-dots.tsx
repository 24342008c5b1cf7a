type Change = {
  readonly name: string
  readonly before: string
  readonly after: string
  /** Places on the scale, from 0 to 100. */
  readonly from: number
  readonly to: number
  readonly note: string
}

/** Where something stood before and after on one scale, with the numbers beside it; the picture repeats them. */
export function ChangeDots({ changes }: { changes: readonly Change[] }) {
  return (
    <ol class="mt-3 border-b border-rule text-dense">
      {changes.map((it) => (
        <li
          key={it.name}
          class="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-t border-rule py-2.5 md:grid-cols-[14rem_minmax(0,1fr)_9rem]"
        >
          <p>{it.name}</p>
          <svg class="dots max-md:col-span-2 max-md:row-start-2" aria-hidden="true">
            <line x1="0" x2="100%" y1="10" y2="10" class="stroke-rule" />
            <line x1={`${it.from}%`} x2={`${it.to}%`} y1="10" y2="10" class="stroke-met" stroke-width="4" />
            <circle cx={`${it.from}%`} cy="10" r="6" class="fill-base-100 stroke-met" stroke-width="2.5" />
            <circle cx={`${it.to}%`} cy="10" r="7.5" class="fill-met" />
          </svg>
          <p class="text-right">
            <span class="text-muted">{it.before}</span> <span aria-hidden="true">→</span>
            <span class="sr-only">then</span> <strong>{it.after}</strong>
          </p>
          <p class="col-span-2 text-note text-muted md:col-span-3">{it.note}</p>
        </li>
      ))}
    </ol>
  )
}

/** What the two dots stand for. */
export function ChangeDotsKey({ first, last }: { first: string; last: string }) {
  return (
    <p class="mt-3 flex flex-wrap gap-x-6 text-note text-muted">
      <span>
        <svg class="mr-1.5 inline-block size-4" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" class="fill-base-100 stroke-met" stroke-width="2.5" />
        </svg>
        {first}
      </span>
      <span>
        <svg class="mr-1.5 inline-block size-4" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="7" class="fill-met" />
        </svg>
        {last}
      </span>
    </p>
  )
}
