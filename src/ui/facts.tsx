import type { ComponentChildren } from 'preact'

/** Four figures at most, between two hairlines. */
export function Facts({ facts }: { facts: readonly { term: string; value: ComponentChildren }[] }) {
  return (
    <dl class="grid grid-cols-2 gap-x-8 gap-y-4 border-y border-rule py-4 md:grid-cols-4">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt class="text-note text-muted">{fact.term}</dt>
          <dd class="text-head font-semibold">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
