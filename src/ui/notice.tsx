import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** Something that just happened: one sentence, read out when the page opens. */
export function Notice({ children }: { children: ComponentChildren }) {
  return (
    <p role="status" class="bg-base-200 px-5 py-4">
      <Icon name="check" />
      {children}
    </p>
  )
}
