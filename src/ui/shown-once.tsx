import type { ComponentChildren } from 'preact'

/** A secret that its page shows once and never again; `children` say what to do with it. */
export function ShownOnce(props: { heading: string; secret: string; children: ComponentChildren }) {
  return (
    <section class="mt-block max-w-[46rem] bg-base-200 px-5 py-4" role="status">
      <h2 class="text-read">{props.heading}</h2>
      <p class="mt-1 font-semibold wrap-anywhere">
        <code data-secret>{props.secret}</code>
      </p>
      <p class="mt-2 text-dense">{props.children}</p>
    </section>
  )
}
