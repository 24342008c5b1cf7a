import type { ComponentChildren } from 'preact'

type Column = { readonly text: string; readonly num?: boolean }

/** More columns than a phone shows side by side: there each row stands as lines of their own, with the names of the columns. */
const MOST_SIDE_BY_SIDE = 3

/** A table with hairlines; the first cell of a row names it. Wide ones scroll inside their own region. */
export function Ledger(props: {
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly ComponentChildren[])[]
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="overflow-x-auto" tabIndex={0} aria-label={props.caption}>
      <table class="ledger" data-stacks={props.columns.length > MOST_SIDE_BY_SIDE ? '' : undefined}>
        <caption class="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.text} scope="col" class={column.num ? 'num' : undefined}>
                {column.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((cells, at) => (
            <LedgerRow key={at} cells={cells} columns={props.columns} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LedgerRow({ cells, columns }: { cells: readonly ComponentChildren[]; columns: readonly Column[] }) {
  const [first, ...rest] = cells
  return (
    <tr>
      <th scope="row">{first}</th>
      {rest.map((cell, at) => (
        <td
          key={columns[at + 1]?.text}
          class={columns[at + 1]?.num ? 'num' : undefined}
          data-label={columns[at + 1]?.text}
        >
          {cell}
        </td>
      ))}
    </tr>
  )
}
