import {
  MENTORS_PER_PAGE,
  type MentorLine,
  type MentorsQuery,
  type MentorsScreen,
} from '../../../journey/offer/actions/see-mentors.ts'
import { roomInWords, sharedInWords } from '../../../texts/en/mentors.ts'
import { countOf } from '../../../texts/en/results.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { isNarrow, MentorFilter, mentorsHref } from './mentor-filter.tsx'

export const MENTORS_DONE = {
  apart: 'Kept. The two of you do not see each other here any more, and only you know.',
} as const

type Props = { screen: MentorsScreen; query: MentorsQuery; today: string; done: keyof typeof MENTORS_DONE | null }

/** The mentors who show themselves: found, filtered and sorted by the address of the page. */
export function MentorsPage({ screen, query, today, done }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && <Notice>{MENTORS_DONE[done]}</Notice>}
      <h1 class={done ? 'mt-8 max-w-[26ch]' : 'max-w-[26ch]'}>{heading(screen, query)}</h1>
      {screen.isEmpty ? (
        <Nobody amShown={screen.amShown} />
      ) : (
        <>
          <p class="mt-3 max-w-measure">
            They offer to talk, outside seasons too. Ask one: they answer within a week, or we name the next ones who
            fit.
          </p>
          <MentorFilter query={query} divisions={screen.divisions} isOpen={isNarrow(query)} />
          <List screen={screen} query={query} today={today} />
        </>
      )}
      <ul class="mt-section flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <Link href="/requests">Your requests</Link>
        </li>
        {!screen.isEmpty && (
          <li>
            <Link href="/offer">{screen.amShown ? 'What you show yourself' : 'Show yourself as a mentor'}</Link>
          </li>
        )}
      </ul>
      <p class="mt-block max-w-measure text-note text-muted">
        Everybody of the organisation who signs in sees this list. What you look for is shown to nobody.
      </p>
    </div>
  )
}

function Nobody({ amShown }: { amShown: boolean }) {
  return (
    <>
      <p class="mt-3 max-w-measure">
        {amShown
          ? 'You are the first. The others find you here, and you get a letter when somebody asks.'
          : 'Whoever offers to talk stands here, with their topics. You can be the first: it takes two minutes, and one press takes you out again.'}
      </p>
      <p class="mt-6">
        <ButtonLink rank="primary" href="/offer">
          {amShown ? 'See what you show' : 'Show yourself as a mentor'}
        </ButtonLink>
      </p>
    </>
  )
}

function List({ screen, query, today }: Omit<Props, 'done'>) {
  if (screen.found === 0)
    return (
      <p class="mt-6 max-w-measure">
        Look for another word, or with fewer filters. <Link href="/mentors">Show everybody</Link>
      </p>
    )
  return (
    <>
      <ul class="mt-6 border-b border-rule">
        {screen.mentors.map((it) => (
          <Line key={it.id} mentor={it} today={today} />
        ))}
      </ul>
      <Pager
        page={query.page}
        pages={Math.ceil(screen.found / MENTORS_PER_PAGE)}
        href={(page) => mentorsHref({ ...query, page })}
      />
    </>
  )
}

function Line({ mentor, today }: { mentor: MentorLine; today: string }) {
  const { id, name, title, department, division, words, topics, asynchronous, sharedMinutes } = mentor
  return (
    <li class="border-t border-rule py-4">
      <div class="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 class="min-w-0 text-read wrap-anywhere">
          <Link href={`/mentors/${id}`}>{name}</Link>
        </h2>
        <p class="text-dense">{roomInWords(mentor, today)}</p>
      </div>
      <p class="text-dense text-muted wrap-anywhere">{[title, department ?? division].filter(Boolean).join(', ')}</p>
      <p class="mt-2 max-w-measure wrap-anywhere" dir="auto">
        {words}
      </p>
      <p class="mt-1 max-w-measure text-dense wrap-anywhere">{topics.join(' · ')}</p>
      <p class="mt-1 text-note text-muted">
        {sharedInWords(sharedMinutes)}
        {asynchronous && ', also in writing'}
      </p>
    </li>
  )
}

function heading({ found, isEmpty }: MentorsScreen, query: MentorsQuery): string {
  if (isEmpty) return 'No mentor shows themselves yet'
  const first = (query.page - 1) * MENTORS_PER_PAGE + 1
  const range = found > MENTORS_PER_PAGE ? `, ${first} to ${Math.min(found, first + MENTORS_PER_PAGE - 1)}` : ''
  const mentors = countOf(found, 'mentor', 'mentors')
  if (query.search !== '')
    return found === 0 ? `Nobody found for “${query.search}”` : `${mentors} found for “${query.search}”${range}`
  return found === 0 ? 'Nobody found' : `${countOf(found, 'mentor offers', 'mentors offer')} to talk${range}`
}
