import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import type { Look } from '../../sheet-look.ts'
import { forThePage } from '../people/preview-page.tsx'

const MOST_FAULTS = 50

/** Rows that cannot be read: where, why, what to do, and the way to mend them together. */
export function LookFaults({ look }: { look: Look }) {
  const { faults, preview } = look
  if (faults.length === 0) return null
  const rows = new Set(faults.map((it) => it.row)).size
  return (
    <section class="mt-8" aria-labelledby="faults">
      <h2 id="faults">{countOf(rows, 'row', 'rows')} cannot be read</h2>
      <p class="mt-1 max-w-measure text-dense text-muted">
        {preview
          ? 'They are left out; the others are not affected. Download them, mend them, and import that file: what is there already changes nothing.'
          : 'This sheet is taken whole or not at all. Mend the rows in your file and choose it again.'}
      </p>
      <p class="mt-3">
        <Button rank="row" name="step" value="faulty">
          Download the faulty rows as CSV
        </Button>
      </p>
      <ul class="mt-3 border-b border-rule text-dense">
        {faults.slice(0, MOST_FAULTS).map((it, at) => (
          <li key={at} class="border-t border-rule py-2 wrap-anywhere">
            Row {it.row}
            {it.column && `, ${it.column}`}: {forThePage(it.message)}; {begun(forThePage(it.remedy))}
          </li>
        ))}
      </ul>
      {faults.length > MOST_FAULTS && <p class="mt-2 text-dense text-muted">And {faults.length - MOST_FAULTS} more.</p>}
    </section>
  )
}

/** A remedy follows a semicolon. */
function begun(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
