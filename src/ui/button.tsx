import type { ComponentChildren } from 'preact'

type Rank = 'primary' | 'second' | 'row'
const CLASSES: Readonly<Record<Rank, string>> = { primary: 'btn btn-primary px-6', second: 'btn', row: 'btn btn-sm' }

/** A button that submits its form. At most one `primary` on a page. */
export function Button(props: { rank?: Rank; name?: string; value?: string; children: ComponentChildren }) {
  return (
    <button type="submit" class={CLASSES[props.rank ?? 'second']} name={props.name} value={props.value}>
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
