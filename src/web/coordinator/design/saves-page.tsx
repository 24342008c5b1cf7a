import { SAVES_PER_PAGE, type Saves } from '../../../journey/design/screens/drafts.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DraftHead } from './draft-head.tsx'

/** Every save of a draft; each can be looked at and brought back, and none is ever lost. */
export function SavesPage({ it, page }: { it: Saves; page: number }) {
  const { draft, saves, found } = it
  const at = `/desk/design/drafts/${draft.id}`
  return (
    <div class="wrap pt-6 md:pt-10">
      <DraftHead draft={draft} here="/saves" heading={countOf(found, 'save')} />
      <ol class="mt-8 border-b border-rule">
        {saves.map((save) => (
          <li
            key={save.number}
            class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule py-3"
          >
            <p class="min-w-0 wrap-anywhere">
              <Link href={`${at}/saves/${save.number}`}>{`Save ${save.number}`}</Link> by {save.savedBy},{' '}
              {instantInWords(save.savedAt)}
              {save.number === draft.number && <span class="text-muted">, the newest</span>}
            </p>
            {draft.state === 'open' && save.number !== draft.number && (
              <Form action={`${at}/bring-back`}>
                <input type="hidden" name="number" value={String(save.number)} />
                <input type="hidden" name="seen" value={String(draft.number)} />
                <Button rank="row">Bring it back</Button>
              </Form>
            )}
          </li>
        ))}
      </ol>
      <Pager page={page} pages={Math.ceil(found / SAVES_PER_PAGE)} href={(to) => `${at}/saves?page=${to}`} />
    </div>
  )
}
