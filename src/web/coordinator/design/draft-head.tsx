import type { DraftRow } from '../../../store/program-drafts.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'

const PAGES = [
  { at: '', text: 'Edit' },
  { at: '/surveys', text: 'Surveys' },
  { at: '/check', text: 'Check' },
  { at: '/differences', text: 'Differences' },
  { at: '/dry-run', text: 'Dry run' },
  { at: '/saves', text: 'Saves' },
] as const
export type DraftPageAt = (typeof PAGES)[number]['at']

/** What stands above every page of a draft: what it is, who saved it last, and the other pages of it. */
export function DraftHead({ draft, here, heading }: { draft: DraftRow; here: DraftPageAt; heading: string }) {
  return (
    <>
      <p class="text-muted">
        <Link href="/desk/design">Design</Link>,{' '}
        {draft.seasonName ? `a change to ${draft.seasonName}` : 'a season that is not there yet'}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">{heading}</h1>
      <p class="mt-2 text-dense text-muted">
        Save {draft.number}, by {draft.savedBy}, {instantInWords(draft.savedAt)}
      </p>
      <nav class="mt-4 flex flex-wrap gap-x-6 gap-y-1 border-b border-rule text-dense" aria-label="This draft">
        {PAGES.map(({ at, text }) => (
          <a
            key={at}
            class={at === here ? 'border-b-3 border-primary py-2 font-semibold' : 'a py-2'}
            href={`/desk/design/drafts/${draft.id}${at}`}
            aria-current={at === here ? 'page' : undefined}
          >
            {text}
          </a>
        ))}
      </nav>
    </>
  )
}
