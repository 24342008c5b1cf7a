import type { ComponentChildren } from 'preact'

type Props = { summary: ComponentChildren; open?: boolean; children: ComponentChildren }

/** Something more, for those who want it. */
export function More({ summary, open, children }: Props) {
  return (
    <details class="more" open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div class="more-body">{children}</div>
    </details>
  )
}

/** A definition: a note in the margin on a desk, in the flow on a phone. */
export function Define({ summary, open, children }: Props) {
  return (
    <details class="more define mt-1" open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div class="more-body space-y-2">{children}</div>
    </details>
  )
}
