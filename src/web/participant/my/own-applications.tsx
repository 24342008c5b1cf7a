import type { MyApplication } from '../../../desk/screens/my-page.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'

/** What one applied for, and when everybody hears. */
export function OwnApplications({ all }: { all: readonly MyApplication[] }) {
  if (all.length === 0) return null
  return (
    <section aria-labelledby="applications">
      <h2 id="applications">Your applications</h2>
      <ul class="mt-3 max-w-measure border-t border-rule">
        {all.map((it) => (
          <li key={`${it.key} ${it.role}`} class="border-b border-rule py-3">
            <p>
              <Link href={`/seasons/${it.key}`}>{it.season}</Link>, as a {it.role}
            </p>
            <p class="text-dense text-muted">
              Sent on {longDay(it.submittedOn)}.{' '}
              {it.state === 'waiting'
                ? `Everybody hears on ${longDay(it.hearsOn)}.`
                : 'You have no place this season. The letter says what is open to you.'}
              {it.shortlist && (
                <>
                  {' '}
                  <Link href={it.shortlist}>Your shortlist of mentors</Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
