import { Link } from './link.tsx'

/** Which of several pages this is, and the way to the ones beside it; nothing where there is one. */
export function Pager(props: {
  page: number
  pages: number
  href: (page: number) => string
  /** Of what, where a page has two of them. */
  of?: string
}) {
  const { page, pages, href, of } = props
  if (pages <= 1) return null
  return (
    <nav class="mt-6 flex flex-wrap gap-x-6 text-dense" aria-label={of ? `Pages of ${of}` : 'Pages'}>
      {page > 1 && <Link href={href(page - 1)}>Page before</Link>}
      <p>
        Page {page} of {pages}
      </p>
      {page < pages && <Link href={href(page + 1)}>Next page</Link>}
    </nav>
  )
}
