import type { ComponentChildren } from 'preact'

export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="a" href={href}>
      {children}
    </a>
  )
}
