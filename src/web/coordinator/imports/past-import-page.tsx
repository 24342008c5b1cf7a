import { whyNotUndone } from '../../../office/messages/why-not-undone.ts'
import type { ImportLine } from '../../../office/screens/imports.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { countsInWords } from './counts-in-words.ts'
import { SHEET_WORDS } from './sheet-words.ts'

type Props = {
  it: ImportLine
  done: 'taken' | 'undone' | null
  /** Rows of the file that could not be read, and were left out. */
  left: number
  refused: string | null
}

/** One import: what it changed, and the way to take it back. */
export function PastImportPage({ it, done, left, refused }: Props) {
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Not taken back" errors={[{ fieldId: 'undo', text: refused }]} />}
      {done && (
        <Notice>
          {done === 'undone'
            ? 'Taken back: everything is as it was before this import.'
            : `Taken.${left > 0 ? ` ${countOf(left, 'row')} that could not be read ${left === 1 ? 'was' : 'were'} left out.` : ''}`}{' '}
          {done === 'taken' && it.whyNot === null && <Link href="#undo">Undo</Link>}
        </Notice>
      )}
      <p class={done || refused ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={it.seasonKey ? `/imports?${new URLSearchParams({ season: it.seasonKey })}` : '/imports'}>
          Spreadsheets
        </Link>
        {it.season && `, ${it.season}`}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{`${SHEET_WORDS[it.sheet].title}: ${countsInWords(it)}`}</h1>
      <p class="mt-3 max-w-measure">
        Imported {it.by && `by ${it.by} `}on {longDay(it.on)}.
        {it.undoneOn && ` Taken back ${it.undoneBy ? `by ${it.undoneBy} ` : ''}on ${longDay(it.undoneOn)}.`}
      </p>
      <div id="undo" class="mt-block">
        {it.whyNot === null ? (
          <Offered to={`/imports/past/${it.id}/undo`}>
            <Undo it={it} />
          </Offered>
        ) : (
          <WhyNot it={it} code={it.whyNot} />
        )}
      </div>
    </div>
  )
}

function Undo({ it }: { it: ImportLine }) {
  return (
    <>
      <p class="max-w-measure text-dense text-muted">
        Undo brings every row back to what it was before, all of them or none.
        {it.sheet === 'people' &&
          ' Who had left by this file is back in the directory; sign-ins, tokens and hats that ended stay ended.'}
      </p>
      <Form action={`/imports/past/${it.id}/undo`} class="mt-4">
        <Button>Undo this import</Button>
      </Form>
    </>
  )
}

function WhyNot({ it, code }: { it: ImportLine; code: string }) {
  if (it.undoneOn) return null
  return <p class="max-w-measure text-dense text-muted">{whyNotUndone(code)}</p>
}
