import type { ListOfMentee, SeasonShortlists } from '../../../journey/match/actions/see-shortlists.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { matchLink } from './match-links.ts'
import { type ListsAsked, listsLink, OffersSection } from './offers-section.tsx'

const LISTS_PER_PAGE = 50
/** What was just done. */
export const LISTS_DONE = {
  made: 'The shortlists are made. Nobody has heard of them: look at them, then send.',
  sent: 'Every mentee with a list can open it now, and a letter is on its way to each.',
  before: 'They had been sent already; nothing was sent again.',
} as const
type Props = {
  it: SeasonShortlists
  asked: ListsAsked
  done: keyof typeof LISTS_DONE | null
  refused: string | null
}

/** Whom mentees may choose from: who stands on whose list, how often each mentor is offered, and who has chosen. */
export function ShortlistsPage({ it, asked, done, refused }: Props) {
  const { season } = it
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Nothing was changed" errors={[{ fieldId: 'next', text: refused }]} />}
      {done && <Notice>{LISTS_DONE[done]}</Notice>}
      <MatchCrumbs season={season} spaced={refused !== null || done !== null} />
      <h1 class="mt-1 max-w-[26ch]">{heading(it)}</h1>
      <p class="mt-3 max-w-measure">{whatNext(it)}</p>
      {it.lists && (
        <div class="mt-6">
          <Facts facts={factsOf(it)} />
        </div>
      )}
      <Next it={it} />
      {it.lists && (
        <div class="mt-section grid gap-x-14 gap-y-section *:min-w-0 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
          <ListsSection it={it} asked={asked} />
          <OffersSection it={it} asked={asked} />
        </div>
      )}
      {it.without.length > 0 && <Without it={it} />}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Read by the coordinators of this season. Whom somebody chose is theirs: nobody reads it, and only a pair that
        comes of it says so. Everybody who applied sees, once they have heard, by hat and day who looked.
      </p>
    </div>
  )
}

function heading({ choosing, lists, asked, chose }: SeasonShortlists): string {
  if (choosing === 'none') return 'This season has no shortlists'
  if (choosing === 'missed') return 'The day to choose has passed, and nothing was sent'
  if (!lists) return 'No shortlists yet'
  if (choosing === 'to-send') return `Shortlists for ${countOf(asked, 'mentee')}, not sent yet`
  return `${chose} of ${countOf(asked, 'mentee')} ${choosing === 'open' ? 'have chosen so far' : 'chose'}`
}

function whatNext({ choosing, lists, size, chooseBy, announcedOn }: SeasonShortlists): string {
  const day = chooseBy ? longDay(chooseBy) : ''
  switch (choosing) {
    case 'none':
      return 'Its match decides alone. A program that lets mentees choose says of how many mentors, and until when.'
    case 'missed':
      return `Mentees were to choose until ${day}. Give another day in the program, or take the shortlists out of it and match without.`
    case 'to-send':
      return lists
        ? `Mentees choose until the end of ${day}, if you send the lists. What somebody may choose from is fixed then.`
        : `Each mentee of the pool gets up to ${size} possible mentors, each mentor as many lists as their places ask for. Nobody hears of it before you send them.`
    case 'open':
      return `They can choose and change their minds until the end of ${day}. Whoever has not is reminded once. Then run the match: it keeps to what they chose where nobody loses a place by it.`
    case 'over':
      return `The day, ${day}, has passed. A run of the match keeps to what they chose where nobody loses a place by it, in the order of priority; everyone hears on ${longDay(announcedOn)}.`
  }
}

function factsOf({ mentees, offers, asked, chose, chooseBy, choosing }: SeasonShortlists) {
  const sizes = mentees.map((it) => it.mentors.length)
  const often = offers.filter((it) => it.lists > 0).map((it) => it.lists)
  const range = (all: readonly number[]) => {
    const [least, most] = [Math.min(...all), Math.max(...all)]
    return all.length === 0 ? 'none' : least === most ? String(least) : `${least} to ${most}`
  }
  return [
    { term: 'Mentors on a list', value: range(sizes) },
    { term: 'Lists a mentor is on', value: range(often) },
    { term: 'Have chosen', value: choosing === 'to-send' ? 'not sent' : `${chose} of ${asked}` },
    { term: 'Until', value: chooseBy ? longDay(chooseBy) : '' },
  ]
}

function Next({ it }: { it: SeasonShortlists }) {
  const { season, lists, choosing, letter } = it
  if (choosing === 'to-send')
    return (
      <Offered to="/desk/match/shortlists">
        {' '}
        <div id="next" class="mt-6">
          <div class="flex flex-wrap gap-4">
            {lists && (
              <Form action="/desk/match/shortlists/send">
                <input type="hidden" name="season" value={season} />
                <input type="hidden" name="lists" value={lists.id} />
                <Button rank="primary">Send {countOf(it.mentees.length, 'shortlist')}</Button>
              </Form>
            )}
            <Form action="/desk/match/shortlists">
              <input type="hidden" name="season" value={season} />
              <Button rank={lists ? 'second' : 'primary'}>{lists ? 'Make them again' : 'Make the shortlists'}</Button>
            </Form>
          </div>
          {lists && letter && (
            <div class="mt-4 max-w-measure">
              <More summary="The letter each of them gets">
                <p class="font-semibold">{letter.subject}</p>
                <p class="mt-2 whitespace-pre-line wrap-anywhere">{letter.body}</p>
              </More>
            </div>
          )}
          {lists && (
            <p class="mt-4 max-w-measure text-note text-muted">
              Made on {longDay(lists.madeOn)}
              {lists.madeBy ? ` by ${lists.madeBy}` : ''}. Sending tells each of these mentees that they are in the
              pool; who has no list hears with everybody. It cannot be taken back.
            </p>
          )}
        </div>
      </Offered>
    )
  return (
    <p id="next" class="mt-6 flex flex-wrap items-center gap-4">
      {choosing === 'over' && (
        <ButtonLink href={matchLink('', { season })} rank="primary">
          Go on to the match
        </ButtonLink>
      )}
      {choosing === 'missed' && <Link href="/desk/programs">Change the program</Link>}
      {lists?.sentOn && (
        <span class="text-note text-muted">
          Sent on {longDay(lists.sentOn)}
          {lists.sentBy ? ` by ${lists.sentBy}` : ''}.
        </span>
      )}
    </p>
  )
}

function ListsSection({ it, asked }: { it: SeasonShortlists; asked: ListsAsked }) {
  const wanted = asked.q.trim().toLowerCase()
  const found = it.mentees.filter(({ mentee, mentors }) =>
    [mentee.name, ...mentors.map((one) => one.mentor.name)].some((name) => name.toLowerCase().includes(wanted)),
  )
  const shown = found.slice((asked.page - 1) * LISTS_PER_PAGE, asked.page * LISTS_PER_PAGE)
  return (
    <section aria-labelledby="lists">
      <div class="flex flex-wrap items-baseline justify-between gap-x-8">
        <h2 id="lists">{asked.q ? `${countOf(found.length, 'list')} found` : 'Who may choose from whom'}</h2>
        <Link href={matchLink('/shortlists.csv', { season: it.season })}>Download as CSV</Link>
      </div>
      <form class="mt-4 flex flex-wrap items-end gap-3" method="get" action="/desk/match/shortlists" aria-label="Lists">
        <input type="hidden" name="season" value={it.season} />
        <div class="min-w-40 flex-1">
          <label class="block text-note font-semibold" for="q">
            A name
          </label>
          <input class="input mt-1 w-full" id="q" name="q" type="search" value={asked.q} />
        </div>
        <Button>Show</Button>
      </form>
      {shown.length === 0 && (
        <p class="mt-6">
          No list fits. <Link href={listsLink(it.season, { q: '', page: 1, offers: 1 })}>Show all lists</Link>
        </p>
      )}
      <ul class="mt-4 border-b border-rule">
        {shown.map((one) => (
          <ListLine key={one.mentee.id} one={one} isSent={it.lists?.sentOn != null} />
        ))}
      </ul>
      <Pager
        of="lists"
        page={asked.page}
        pages={Math.ceil(found.length / LISTS_PER_PAGE)}
        href={(page) => listsLink(it.season, { ...asked, page })}
      />
      {it.locked > 0 && (
        <p class="mt-3 text-note text-muted">
          <Icon name="lock" />
          What is about you is left out: another coordinator has it.
        </p>
      )}
    </section>
  )
}

function ListLine({ one, isSent }: { one: ListOfMentee; isSent: boolean }) {
  return (
    <li class="grid gap-x-8 gap-y-1 border-t border-rule py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.8fr)]">
      <div class="min-w-0 wrap-anywhere">
        <p class="font-semibold">{one.mentee.name}</p>
        <p class="text-note text-muted">
          {one.mentee.division ?? 'division not said'}
          {isSent && (one.hasChosen ? ', has chosen' : ', has not chosen')}
        </p>
      </div>
      <p class="min-w-0 wrap-anywhere">
        {one.mentors.map(({ mentor, isIn }, at) => (
          <span key={mentor.id} class={isIn ? undefined : 'text-muted'}>
            {at > 0 && ', '}
            {mentor.name}
            {!isIn && ' (not available any more)'}
          </span>
        ))}
      </p>
    </li>
  )
}

function Without({ it }: { it: SeasonShortlists }) {
  const many = countOf(it.without.length, 'mentee')
  return (
    <section class="mt-section" aria-labelledby="without">
      <h2 id="without">{many} without a list</h2>
      <p class="mt-3 max-w-measure">
        They are pinned already, serve as mentors because places are short, have no possible mentor, or came later. The
        match takes them like everybody else.
      </p>
      <div class="mt-3">
        <More summary={it.without.length === 1 ? 'Who it is' : 'Who they are'}>
          <p class="max-w-measure wrap-anywhere">{it.without.map((one) => one.name).join(', ')}</p>
        </More>
      </div>
    </section>
  )
}
