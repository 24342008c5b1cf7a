import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Rests } from './offered.tsx'

type Rank = 'primary' | 'second' | 'row'
const CLASSES: Readonly<Record<Rank, string>> = { primary: 'btn btn-primary px-6', second: 'btn', row: 'btn btn-sm' }

/** A button that submits its form, elsewhere if `to` says so. At most one `primary` on a page. */
export function Button(props: {
  rank?: Rank
  name?: string
  value?: string
  to?: string
  /** For what is pressed many times in a row. */
  accessKey?: string
  children: ComponentChildren
}) {
  const { rank = 'second', name, value, to, accessKey } = props
  if (useContext(Rests)(to ?? '')) return null
  return (
    // biome-ignore lint/a11y/noAccessKey: a page that gives a key says so in words, and nothing hangs on it
    <button type="submit" class={CLASSES[rank]} name={name} value={value} formAction={to} accessKey={accessKey}>
      {props.children}
    </button>
  )
}

/** A link that looks like a button, for the one next step of a page. */
export function ButtonLink(props: { href: string; rank?: Rank; children: ComponentChildren }) {
  return (
    <a class={CLASSES[props.rank ?? 'second']} href={props.href}>
      {props.children}
    </a>
  )
}
