import { READINGS, type Reading } from '../../../texts/en/workbook/readings.ts'
import { Link } from '../../../ui/link.tsx'

/** Something short to read; it holds nothing of anybody. */
export function ReadingPage({ reading }: { reading: Reading }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">{reading.minutes} minutes to read</p>
      <h1 class="mt-2 max-w-[26ch]">{reading.title}</h1>
      <div class="mt-block max-w-measure space-y-4">
        {reading.paragraphs.map((it) => (
          <p key={it}>{it}</p>
        ))}
      </div>
      <section class="mt-section max-w-measure" aria-labelledby="more">
        <h2 id="more">More to read</h2>
        <ul class="mt-3 space-y-2">
          {READINGS.filter((it) => it.key !== reading.key).map((it) => (
            <li key={it.key}>
              <Link href={`/readings/${it.key}`}>{it.title}</Link>, {it.minutes} minutes
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
