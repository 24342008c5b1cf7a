import type { MyPage } from '../../../desk/screens/my-page.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'

/** Surveys that could ask one’s manager too, if one agrees. */
export function OwnManagers({ lines }: { lines: MyPage['supervisors'] }) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="managers">
      <h2 id="managers">Your manager and surveys</h2>
      <ul class="mt-3 max-w-measure border-t border-rule">
        {lines.map((it) => (
          <li key={it.href} class="border-b border-rule py-3">
            <p class="wrap-anywhere">
              {it.agreedTo
                ? `“${it.survey}” also asks ${it.agreedTo}, as you agreed.`
                : `“${it.survey}” could also ask your manager. Nobody is asked unless you say so.`}{' '}
              <Link href={it.href}>{it.agreedTo ? 'Change it' : 'What it means'}</Link>
            </p>
            <p class="text-dense text-muted">
              {it.season}. It opens on {longDay(it.opens)}; until then it is your choice.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
