import type { OwnReviewLine, OwnReviews } from '../../../journey/review/actions/see-own-reviews.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'

const STATES: Readonly<Record<OwnReviewLine['state'], string>> = {
  'to-do': 'to do',
  sent: 'sent',
  excused: 'excused',
}
const DONE = {
  sent: 'Your review is in. You can change it until everybody has heard.',
  excused: 'You are excused from it, and nobody asks why.',
} as const
export type OwnReviewDone = keyof typeof DONE | null

/** What was given to a reviewer, and nothing else of the season. */
export function OwnReviewsPage({ own, done }: { own: OwnReviews; done: OwnReviewDone }) {
  const open = own.reviews.filter((it) => it.state === 'to-do').length
  return (
    <div class="wrap pt-6 md:pt-10">
      {done && <Notice>{DONE[done]}</Notice>}
      {own.season && <p class={done ? 'mt-8 text-muted' : 'text-muted'}>{own.season.name}</p>}
      <h1 class="mt-1 max-w-[26ch]">
        {open === 0
          ? 'Nothing waits for your review'
          : `${countOf(open, 'application waits', 'applications wait')} for your review`}
      </h1>
      <p class="mt-3 max-w-measure text-muted">
        You see what was given to you, and no score of anybody else. If you stand too near to somebody, say so on their
        page: it goes to another reviewer.
      </p>
      {own.reviews.length > 0 && (
        <ul class="mt-6 border-b border-rule">
          {own.reviews.map((it) => (
            <li key={it.id} class="flex flex-wrap justify-between gap-x-8 gap-y-0.5 border-t border-rule py-3">
              <p class="min-w-0 wrap-anywhere">
                <Link href={`/reviews/${it.id}`}>{it.name}</Link>
                <span class="text-muted">, {it.role}</span>
              </p>
              <p class={it.state === 'to-do' ? undefined : 'text-muted'}>{STATES[it.state]}</p>
            </li>
          ))}
        </ul>
      )}
      {own.others.length > 0 && (
        <ul class="mt-6 flex flex-wrap gap-x-6" aria-label="Other seasons">
          {own.others.map((it) => (
            <li key={it.key}>
              <Link href={`/reviews?season=${it.key}`}>{it.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
