import type { GroupLetter } from '../../../desk/screens/written.ts'
import { LETTERS_PER_PAGE } from '../../../desk/screens/written.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { writePath } from './group-in-words.ts'

type Of = { season: string; name: string }

/** Letters that coordinators wrote to groups of a season. */
export function WrittenPage({
  of,
  letters,
  total,
  page,
}: {
  of: Of
  letters: readonly GroupLetter[]
  total: number
  page: number
}) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href="/desk">Today</Link>, <Link href={`/desk/pairs?season=${of.season}`}>pairs</Link> of {of.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">
        {total === 0 ? 'No letter to a group yet' : countOf(total, 'letter to a group', 'letters to groups')}
      </h1>
      {total === 0 && (
        <p class="mt-3 max-w-measure">
          From the list of pairs, from a line of the desk, or here, you write to all of them at once.
        </p>
      )}
      <ul class="mt-6 border-b border-rule">
        {letters.map((it) => (
          <li key={it.id} class="border-t border-rule py-3">
            <p class="font-semibold wrap-anywhere">
              <Link href={`/desk/written/${it.id}?season=${of.season}`}>{it.subject}</Link>
            </p>
            <p class="text-muted">
              {longDay(it.on)}, {it.by === null ? '' : `by ${it.by}, `}to {countOf(it.people, 'person', 'people')}.{' '}
              {wayInWords(it)}
            </p>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(total / LETTERS_PER_PAGE)}
        href={(to) => `/desk/written?${new URLSearchParams({ season: of.season, page: String(to) })}`}
      />
      <p class="mt-6">
        <ButtonLink href={writePath(of.season, { to: 'pairs', standing: 'running' })}>
          Write to all running pairs
        </ButtonLink>
      </p>
      <p class="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <Link href={writePath(of.season, { to: 'applied' })}>Write to everyone who applied</Link>
        <Link href={writePath(of.season, { to: 'unplaced' })}>Write to those without a place</Link>
        <Link href={writePath(of.season, { to: 'waiting' })}>Write to the waiting list</Link>
      </p>
    </div>
  )
}

/** How far a letter is, in one sentence. */
function wayInWords(it: GroupLetter): string {
  if (it.takenBack === it.people) return 'Taken back.'
  if (it.failed > 0) return `${countOf(it.failed, 'copy', 'copies')} could not be delivered.`
  return it.waiting > 0 ? `${countOf(it.waiting, 'copy waits', 'copies wait')} for the next permitted hour.` : ''
}

/** One letter to a group: how far it is, and taking back what has not left. */
export function OneWrittenPage({ of, letter, takenBack }: { of: Of; letter: GroupLetter; takenBack: number | null }) {
  const canTakeBack = letter.waiting + letter.onPage > 0
  return (
    <div class="wrap pt-6 md:pt-10">
      {takenBack !== null && (
        <Notice>
          {takenBack === 0
            ? 'Nothing could be taken back: every copy has left.'
            : `${countOf(takenBack, 'copy was', 'copies were')} taken back. Whoever read it on their page has read it.`}
        </Notice>
      )}
      <p class={takenBack === null ? 'text-muted' : 'mt-8 text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/written?season=${of.season}`}>letters to groups</Link> of{' '}
        {of.name}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">{letter.subject}</h1>
      <p class="mt-3 mb-6">
        Written on {longDay(letter.on)}
        {letter.by === null ? '' : ` by ${letter.by}`} to {countOf(letter.people, 'person', 'people')}.
      </p>
      <Facts
        facts={[
          { term: 'Waits for its hour', value: letter.waiting },
          { term: 'Left by e-mail', value: letter.sent },
          { term: 'On their page only', value: letter.onPage },
          {
            term: letter.takenBack > 0 ? 'Taken back' : 'Could not be delivered',
            value: letter.takenBack || letter.failed,
          },
        ]}
      />
      {canTakeBack && (
        <Form action={`/desk/written/${letter.id}/back`} class="mt-section max-w-measure space-y-3">
          <input type="hidden" name="season" value={of.season} />
          <h2>Take it back</h2>
          <p>
            {countOf(letter.waiting + letter.onPage, 'copy', 'copies')} would go from the page of their readers and not
            leave by e-mail. What has left stays.
          </p>
          <Button>Take back what has not left</Button>
        </Form>
      )}
    </div>
  )
}
