import type { Place } from '../../../journey/match/actions/see-place.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Offered } from '../../../ui/offered.tsx'
import type { PlaceAgain } from './place-page.tsx'

const MOST_LETTERS = 2000

/** What coordinators say to each other of a pair of this run. */
export function CommentsSection({ place, again }: { place: Place; again: PlaceAgain }) {
  const { season, run, mentee, comments } = place
  const hidden = (
    <>
      <input type="hidden" name="season" value={season} />
      <input type="hidden" name="run" value={String(run.number)} />
      <input type="hidden" name="mentee" value={mentee.id} />
    </>
  )
  const form = '/desk/match/comments'
  const section = (
    <HungSection id="comments" heading="Comments">
      {comments.length > 0 && (
        <ul class="mb-6 border-b border-rule">
          {comments.map((it) => (
            <li key={it.id} class="flex flex-wrap justify-between gap-x-8 gap-y-2 border-t border-rule py-3">
              <div class="min-w-0 max-w-measure wrap-anywhere">
                <p class="whitespace-pre-line">{it.words}</p>
                <p class="text-note text-muted">
                  {it.authorName}, {longDay(it.madeOn)}
                </p>
              </div>
              {it.isOwn && (
                <Form action="/desk/match/comments/delete">
                  {hidden}
                  <input type="hidden" name="comment" value={it.id} />
                  <Button rank="row">Take it away</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <Form action={form} class="max-w-measure">
        {hidden}
        <Field
          id="words"
          label="Say something of this pair"
          hint="Kept with this run and deleted 30 days after the selection has closed."
          readBy="Read by the coordinators of this season"
          rows={3}
          maxLength={MOST_LETTERS}
          value={again?.words}
          error={again?.error}
        />
        <div class="mt-3">
          <Button>Keep the comment</Button>
        </div>
      </Form>
    </HungSection>
  )
  return comments.length > 0 ? section : <Offered to={form}>{section}</Offered>
}
