import { longDay } from '../../texts/en/days.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'

/** Above every page of a season that is closed; for whoever coordinates it with the way to its closing, where it can be opened again. */
export function SeasonClosedOn({ name, on, href }: { name: string; on: string; href: string | null }) {
  return (
    <div class="wrap print:hidden">
      <p class="mt-4 bg-base-200 px-5 py-4">
        <Icon name="lock" />
        {name} was closed on {longDay(on)}: nothing that counts in it changes any more.{' '}
        {href && <Link href={href}>Its closing</Link>}
      </p>
    </div>
  )
}
