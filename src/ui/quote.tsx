import type { ComponentChildren } from 'preact'

export function Quote({ source, children }: { source: string; children: ComponentChildren }) {
  return (
    <figure class="quote">
      <blockquote>{children}</blockquote>
      <figcaption class="mt-2 text-dense text-muted">{source}</figcaption>
    </figure>
  )
}
