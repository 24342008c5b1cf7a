import type { ComponentChildren } from 'preact'

export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="a" href={href}>
      {children}
    </a>
  )
}

/** One step in a list that is worked through by keyboard; the page says its key in words, and Tab and Enter do the same. */
export function StepLink(props: {
  href: string
  rel: 'prev' | 'next'
  accessKey: string
  children: ComponentChildren
}) {
  const { href, rel, accessKey, children } = props
  return (
    // biome-ignore lint/a11y/noAccessKey: the page names the key, and nothing hangs on it
    <a class="a" rel={rel} accessKey={accessKey} href={href}>
      {children}
    </a>
  )
}
