import { countOf } from '../../../texts/en/results.ts'
import { More } from '../../../ui/disclosure.tsx'
import type { Look, SheetAsked } from '../../sheet-look.ts'

const MOST_NOTES = 50

/** What is worth knowing of a file and stops nothing. */
export function LookNotes({ asked, look }: { asked: SheetAsked; look: Look }) {
  const notes = notesOf(asked, look)
  if (notes.length === 0) return null
  return (
    <div class="mt-6">
      <More summary={countOf(notes.length, 'thing to know', 'things to know')} open={notes.length <= 5}>
        <ul class="max-w-measure space-y-1 text-dense wrap-anywhere">
          {notes.slice(0, MOST_NOTES).map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </More>
    </div>
  )
}

function notesOf({ sheet }: SheetAsked, { preview, headers, chosen, rowCount }: Look): readonly string[] {
  if (!preview) return []
  const used = new Set(Object.values(chosen))
  const unused = headers.filter((it) => !used.has(it))
  const { report, lines } = preview
  const named = new Set(lines.flatMap((it) => (it.row === null ? [] : [it.row]))).size
  const strangers = sheet === 'clearance' ? rowCount - named : 0
  return [
    ...(unused.length > 0 ? [`Columns of the file that are not used: ${unused.join(', ')}.`] : []),
    ...(strangers > 0
      ? [
          `${countOf(strangers, 'row names', 'rows name')} nobody who waits for your answer: they have not applied, are answered for, or their address is written differently here.`,
        ]
      : []),
    ...(report?.superseded
      ? [
          `${countOf(report.superseded, 'application is', 'applications are')} set aside for another of the same person.`,
        ]
      : []),
    ...(report?.notes ?? []).map((it) => `Row ${it.row}: ${it.message}.`),
  ]
}
