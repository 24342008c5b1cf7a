import type { ComponentChildren } from 'preact'

/** A subject of a long page: its heading hangs left on a desk. */
export function HungSection({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section class="mt-section grid gap-x-16 gap-y-4 *:min-w-0 lg:grid-cols-[12rem_minmax(0,1fr)]" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}
