import type { ComponentChildren } from 'preact'
import type { Authored, DocumentScreen } from '../../../journey/meet/screens/shared-texts.ts'
import type { SharedKind } from '../../../model/shared-text.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { More } from '../../../ui/disclosure.tsx'

type Props<Kind extends SharedKind> = {
  document: DocumentScreen<Kind>['document']
  show: (wording: Authored<Kind>) => ComponentChildren
}

/** What was written at the same time as what stands: nothing is lost, and both see both. */
export function BesideWordings<Kind extends SharedKind>({ document, show }: Props<Kind>) {
  if (!document || document.beside.length === 0) return null
  return (
    <section class="mt-block max-w-measure bg-base-200 px-5 py-4" aria-labelledby="beside">
      <h2 id="beside" class="text-read">
        You both wrote at the same time
      </h2>
      <p class="mt-1 text-dense text-muted">
        Nothing is lost. {saidBy(document.standing)} stands in the form; this one stands beside it. Take from both what
        you want and save: then the new wording stands, and these are kept below it.
      </p>
      {document.beside.map((it) => (
        <div key={it.id} class="mt-4">
          <p class="text-note text-muted">{whoAndWhen(it)}</p>
          {show(it)}
        </div>
      ))}
    </section>
  )
}

/** Every wording before, in the order in which they were written, the latest first. */
export function EarlierWordings<Kind extends SharedKind>({ document, show }: Props<Kind>) {
  if (!document || document.earlier.length === 0) return null
  const count = document.earlier.length
  return (
    <div class="mt-section max-w-measure border-t border-rule pt-4">
      <More summary={count === 1 ? 'One earlier wording' : `${count} earlier wordings`}>
        <ol class="space-y-5">
          {document.earlier.map((it) => (
            <li key={it.id}>
              <p class="text-note text-muted">{whoAndWhen(it)}</p>
              {show(it)}
            </li>
          ))}
        </ol>
      </More>
    </div>
  )
}

/** Whose wording it is, and since when it stands. */
export function whoAndWhen({ by, madeAt }: Pick<Authored<SharedKind>, 'by' | 'madeAt'>): string {
  return `${by ?? 'You'}, ${instantInWords(madeAt)}`
}

function saidBy({ by }: Pick<Authored<SharedKind>, 'by'>): string {
  return by === null ? 'Your wording' : `The wording of ${by}`
}
