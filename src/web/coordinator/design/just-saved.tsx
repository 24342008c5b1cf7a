import type { DraftRow } from '../../../store/program-drafts.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'

/** What somebody reads after they saved, with its undo. */
export function JustSaved({ draft, saved, part }: { draft: DraftRow; saved: number; part: string }) {
  if (saved < 2 || saved !== draft.number) return <Notice>Nothing had changed.</Notice>
  return (
    <Form
      action={`/desk/design/drafts/${draft.id}/bring-back`}
      class="flex flex-wrap items-center gap-x-4 gap-y-2 bg-base-200 px-5 py-3"
    >
      <p role="status">Saved as {saved}.</p>
      <input type="hidden" name="number" value={String(saved - 1)} />
      <input type="hidden" name="seen" value={String(saved)} />
      <input type="hidden" name="part" value={part} />
      <Button rank="row">Undo</Button>
    </Form>
  )
}
