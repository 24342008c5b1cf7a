import type { MyPage } from '../../../desk/screens/my-page.ts'
import { Link } from '../../../ui/link.tsx'

/** Seasons of which somebody has a certificate of completion, made or ready. */
export function OwnCertificates({ all }: { all: MyPage['certificates'] }) {
  if (all.length === 0) return null
  return (
    <section aria-labelledby="certificates" class="max-w-measure">
      <h2 id="certificates">{all.length === 1 ? 'Your certificate' : 'Your certificates'}</h2>
      <ul class="mt-3 border-t border-rule">
        {all.map((it) => (
          <li key={it.key} class="border-b border-rule py-3 wrap-anywhere">
            <Link href={`/seasons/${it.key}/certificate`}>{it.name}</Link>
            {!it.isMade && <span class="text-muted">, ready to be made</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
