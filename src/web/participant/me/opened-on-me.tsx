import type { MyData } from '../../../people/screens/my-data.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'

/** Applications of one's own that two people opened to an owner for an hour: who, why, and until when. */
export function OpenedOnMe({ opened }: Pick<MyData, 'opened'>) {
  if (opened.length === 0) return null
  return (
    <HungSection id="opened" heading="Opened by two people">
      <ul class="border-t border-rule">
        {opened.map((it) => (
          <li key={it.id} class="border-b border-rule py-3 wrap-anywhere">
            <p>{it.season}</p>
            <p class="max-w-measure text-dense text-muted">
              {it.owner} asked to read your application, and {it.second} agreed: until{' '}
              {instantInWords(it.endedAt ?? it.untilAt ?? '')}.
            </p>
            <p class="mt-1 max-w-measure text-dense">“{it.reason}”</p>
          </li>
        ))}
      </ul>
      <p class="mt-3 text-dense">
        <Link href="/me/who-looked">Each look, by hat and day</Link>
      </p>
    </HungSection>
  )
}
