import type { SheetName } from '../../../model/sheet-name.ts'
import type { ImportedLine } from '../../../runtime/keep-import.ts'
import { Button } from '../../../ui/button.tsx'

const CHANGES_PER_PAGE = 50
const SAYS: Readonly<Record<ImportedLine['what'], string>> = { new: 'New', changed: 'Changed', removed: 'Removed' }

/** Every row that the file would add or change, fifty at a time, by its number in the file. */
export function LookChanges(props: { sheet: SheetName; lines: readonly ImportedLine[]; page: number }) {
  const { sheet, lines } = props
  if (lines.length === 0) return null
  const pages = Math.ceil(lines.length / CHANGES_PER_PAGE)
  const page = Math.min(props.page, pages)
  const shown = lines.slice((page - 1) * CHANGES_PER_PAGE, page * CHANGES_PER_PAGE)
  return (
    <>
      <ol class="mt-8 border-b border-rule text-dense">
        {shown.map((it) => (
          <li
            key={it.says.join(' ')}
            class="grid gap-x-8 gap-y-1 border-t border-rule py-2 md:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <p class="text-muted">{it.row === null ? 'not in the file' : `Row ${it.row}`}</p>
            <p class="min-w-0 wrap-anywhere">{it.says.filter((one) => one !== '').join(', ')}</p>
            <p class="min-w-0 wrap-anywhere">{sheet === 'clearance' ? answerInWords(it) : inWords(it)}</p>
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <div class="mt-6 flex flex-wrap items-center gap-4 text-dense">
          {page > 1 && <PageButton page={page - 1} text="Page before" />}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages && <PageButton page={page + 1} text="Next page" />}
        </div>
      )}
    </>
  )
}

function PageButton({ page, text }: { page: number; text: string }) {
  return (
    <Button rank="row" name="page" value={String(page)}>
      {text}
    </Button>
  )
}

function answerInWords({ changes }: ImportedLine): string {
  return changes[0]?.to === 'true' ? 'cleared' : 'not cleared'
}

function inWords({ what, changes }: ImportedLine): string {
  const said = changes.map(({ field, from, to }) => {
    const name = field.replaceAll('_', ' ')
    return from === null ? `${name} ${to}` : `${name} ${to ?? 'empty'}, before that ${from}`
  })
  return [SAYS[what], ...said].join('; ')
}
