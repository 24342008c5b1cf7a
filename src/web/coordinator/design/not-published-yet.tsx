import { Link } from '../../../ui/link.tsx'

/** Above a program page that only coordinators see: it is a draft's. */
export function NotPublishedYet({ href }: { href: string }) {
  return (
    <p class="wrap pt-4">
      <span class="bg-mark px-1.5 font-semibold text-mark-ink">Not published</span> This is how the page would look.{' '}
      <Link href={href}>Back to the draft</Link>
    </p>
  )
}
