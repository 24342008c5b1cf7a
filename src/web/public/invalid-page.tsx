import type { Invalid } from '../../runtime/errors.ts'

/** What could not be used, where a form has no page of its own to say it. */
export function InvalidPage({ fault }: { fault: Invalid }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch]">This could not be used as it is</h1>
      <p class="mt-4 max-w-measure">{fault.message} Go back with your browser: what you entered is still there.</p>
      <ul class="mt-block max-w-measure list-disc space-y-1 pl-5">
        {fault.fields.map((it) => (
          <li key={it.place}>
            {it.place}: {it.message} {it.remedy}
          </li>
        ))}
      </ul>
    </div>
  )
}
