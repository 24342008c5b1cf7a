import type { RowFault } from '../../../model/report.ts'
import type { ChangedPerson, DirectoryPreview } from '../../../people/shapes/directory.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import type { Chosen } from './import-page.tsx'
import { sayChange } from './person-page.tsx'

const CHANGES_PER_PAGE = 50
const MOST_FAULTS = 50

type Props = {
  preview: DirectoryPreview
  chosen: Chosen
  page: number
  /** The file itself: it goes with the page to the browser and comes back; nothing of it is kept here. */
  carried: string
  /** The directory has changed since it was last looked at. */
  isAnew: boolean
}

/** What a spreadsheet would change, whoever loses their way in first. */
export function PreviewPage(props: Props) {
  const { preview, chosen, isAnew } = props
  const people = [...preview.people].sort((a, b) => RANK[a.what] - RANK[b.what])
  const faulty = new Set(preview.rejected.map((it) => it.row)).size
  const isStopped = chosen.whole && faulty > 0
  return (
    <div class="wrap pt-8 md:pt-12">
      {isAnew && (
        <p role="alert" class="bg-base-200 px-5 py-4">
          <Icon name="circle-alert" />
          The directory has changed since you looked. Nothing was taken; this is what the file would change now.
        </p>
      )}
      <p class="mt-8 text-dense first:mt-0">
        <Link href="/people/import">Another file</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch]">{heading(preview, isStopped)}</h1>
      {!isStopped && (
        <div class="mt-6">
          <Facts facts={factsOf(preview)} />
        </div>
      )}
      {isStopped && (
        <p class="mt-6 max-w-measure">
          A file that is the whole directory is taken only when every row can be read: who is in a faulty row would be
          shut out. Correct the rows below and choose the file again.
        </p>
      )}
      <Faults faults={preview.rejected} faulty={faulty} isStopped={isStopped} />
      <Notes preview={preview} />
      {!isStopped && <Changes {...props} people={people} />}
    </div>
  )
}

const RANK: Readonly<Record<ChangedPerson['what'], number>> = { leaves: 0, returns: 1, new: 2, changed: 3 }
const SAYS: Readonly<Record<ChangedPerson['what'], string>> = {
  leaves: 'Leaves',
  returns: 'Comes back',
  new: 'New',
  changed: 'Changed',
}

function heading({ people, leaving }: DirectoryPreview, isStopped: boolean): string {
  if (isStopped) return 'Some rows cannot be read yet'
  if (people.length === 0) return 'This file would change nothing'
  const says = countOf(people.length, 'person would change', 'people would change')
  return leaving === 0 ? says : `${says}, ${leaving} of them would leave`
}

function factsOf(preview: DirectoryPreview) {
  return [
    { term: 'New', value: preview.added },
    { term: preview.returning > 0 ? 'Changed, or coming back' : 'Changed', value: preview.changed + preview.returning },
    { term: 'Leaving', value: preview.leaving },
    { term: 'Unchanged', value: preview.unchanged },
  ]
}

function Faults(props: { faults: readonly RowFault[]; faulty: number; isStopped: boolean }) {
  const { faults, faulty, isStopped } = props
  if (faulty === 0) return null
  return (
    <section class="mt-8" aria-labelledby="faults">
      <h2 id="faults">{countOf(faulty, 'row', 'rows')} cannot be read</h2>
      {!isStopped && <p class="mt-1 text-dense text-muted">They are left out; the others are not affected.</p>}
      <ul class="mt-3 border-b border-rule text-dense">
        {faults.slice(0, MOST_FAULTS).map((it) => (
          <li key={`${it.row} ${it.column} ${it.code}`} class="border-t border-rule py-2 wrap-anywhere">
            Row {it.row}
            {it.column && `, ${it.column}`}: {forThePage(it.message)}; {forThePage(it.remedy)}
          </li>
        ))}
      </ul>
      {faults.length > MOST_FAULTS && <p class="mt-2 text-dense text-muted">And {faults.length - MOST_FAULTS} more.</p>}
    </section>
  )
}

/** What the command line calls an option is a field of the form here. */
export function forThePage(text: string): string {
  return text
    .replaceAll('--dates dmy', 'days written day first')
    .replaceAll('--dates mdy', 'days written month first')
    .replaceAll('with people import', 'under People')
    .replaceAll(' and import this file again', ', then import these rows again')
    .replace(/: --map .*$/, ', under “My file has other headers”')
}

function Notes({ preview }: { preview: DirectoryPreview }) {
  const unused = preview.extraColumns ?? []
  if (preview.notes.length === 0 && unused.length === 0) return null
  const count = preview.notes.length + (unused.length > 0 ? 1 : 0)
  return (
    <div class="mt-6">
      <More summary={countOf(count, 'thing to know', 'things to know')} open={count <= 5}>
        <ul class="max-w-measure space-y-1 text-dense wrap-anywhere">
          {unused.length > 0 && <li>Columns of the file that are not used: {unused.join(', ')}.</li>}
          {preview.notes.slice(0, MOST_FAULTS).map((it) => (
            <li key={`${it.row} ${it.message}`}>
              Row {it.row}: {it.message}.
            </li>
          ))}
        </ul>
      </More>
    </div>
  )
}

function Changes(props: Props & { people: readonly ChangedPerson[] }) {
  const { people, page, preview } = props
  const pages = Math.ceil(people.length / CHANGES_PER_PAGE)
  const shown = people.slice((page - 1) * CHANGES_PER_PAGE, page * CHANGES_PER_PAGE)
  return (
    <Form action="/people/import" class="mt-8" upload>
      <CarriedFields {...props} />
      {people.length > 0 && (
        <div class="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button rank="primary">{preview.leaving > 0 ? `Take it, ${leaversOf(preview.leaving)}` : 'Take it'}</Button>
          <Link href="/people">Leave it</Link>
        </div>
      )}
      {people.length > 0 && (
        <ol class="border-b border-rule text-dense">
          {shown.map((it) => (
            <ChangeLine key={it.email} it={it} />
          ))}
        </ol>
      )}
      {pages > 1 && (
        <div class="mt-6 flex flex-wrap items-center gap-4 text-dense">
          {page > 1 && <PageButton page={page - 1} text="Page before" />}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages && <PageButton page={page + 1} text="Next page" />}
        </div>
      )}
    </Form>
  )
}

function leaversOf(leaving: number): string {
  return leaving === 1 ? 'and let one person go' : `and let ${leaving} people go`
}

function PageButton({ page, text }: { page: number; text: string }) {
  return (
    <Button rank="row" name="page" value={String(page)} to="/people/import/preview">
      {text}
    </Button>
  )
}

function CarriedFields({ carried, chosen, preview }: Props) {
  return (
    <>
      <input type="hidden" name="carried" value={carried} />
      <input type="hidden" name="fingerprint" value={preview.fingerprint} />
      <input type="hidden" name="dates" value={chosen.dates} />
      {chosen.whole && <input type="hidden" name="whole" value="yes" />}
      {Object.entries(chosen.map).map(([name, header]) => (
        <input key={name} type="hidden" name={`map.${name}`} value={header} />
      ))}
    </>
  )
}

function ChangeLine({ it }: { it: ChangedPerson }) {
  const where = it.row === null ? 'not in the file' : `row ${it.row}`
  return (
    <li class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1.2fr)]">
      <p class={it.what === 'leaves' ? 'font-semibold' : 'text-muted'}>{SAYS[it.what]}</p>
      <div class="min-w-0 wrap-anywhere">
        <p class="font-semibold">{it.name}</p>
        <p class="text-note text-muted">{`${it.email}, ${where}`}</p>
      </div>
      <ul class="min-w-0 wrap-anywhere">
        {it.changes.map((change) => (
          <li key={change.field}>{sayChange(change, it.what === 'new')}</li>
        ))}
      </ul>
    </li>
  )
}
