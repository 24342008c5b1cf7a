import { Link } from './link.tsx'

/** Links of one line, in a row; nothing at all when there are none. */
export function LinkList({ links }: { links: readonly { text: string; url: string }[] }) {
  if (links.length === 0) return null
  return (
    <ul class="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-dense">
      {links.map((link) => (
        <li key={link.url}>
          <Link href={link.url}>{link.text}</Link>
        </li>
      ))}
    </ul>
  )
}
