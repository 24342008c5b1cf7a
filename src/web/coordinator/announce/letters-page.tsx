import { LETTERS_PER_PAGE, type LettersShown } from '../../../journey/announce/actions/see-letters.ts'
import type { Announced } from '../../../journey/announce/rules/decide-text.ts'
import type { Day } from '../../../model/day.ts'
import { localTime } from '../../../texts/en/local-time.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { KIND_WORDS } from './kind-words.ts'
import { TEXT } from './letter-links.ts'
import { LetterRow } from './letter-row.tsx'
import { LettersFilter } from './letters-filter.tsx'
import { type Entered, ReleaseSection, TakeMomentBack } from './release-section.tsx'

export type LettersFilterAsked = {
  readonly kind: Announced | null
  readonly q: string
  readonly changed: boolean
  readonly page: number
}
/** The season, as its letters say it. */
export type SeasonSaid = {
  readonly season: string
  readonly name: string
  readonly announcedOn: Day
  readonly today: Day
  readonly hasReleased: boolean
}
/** What was just done here. */
export type LettersDone =
  | { readonly is: 'planned' | 'withdrawn' }
  | {
      readonly is: 'changed'
      readonly kind: Announced
      readonly letters: readonly string[]
      readonly many: number
      readonly seen: string
    }
type Props = {
  shown: LettersShown
  of: SeasonSaid
  asked: LettersFilterAsked
  done: LettersDone | null
  refused: { readonly field: string; readonly text: string } | null
  entered: Entered | null
}

/** Every letter of the day everyone hears: read, changed, tried, and released together. */
export function LettersPage({ shown, of, asked, done, refused, entered }: Props) {
  const { moment } = shown
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Nothing has left" errors={[{ fieldId: refused.field, text: refused.text }]} />}
      {done && <Done done={done} of={of} />}
      <p class={refused || done ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/selection?season=${of.season}`}>selecting</Link>, {of.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(shown)}</h1>
      {moment && (
        <p class="mt-3 max-w-measure">
          {moment.held
            ? `Nothing left at ${localTime(moment.at, shown.zone)}: pairs or words had changed since they were read. Read them again, then release them.`
            : `Everyone hears at ${localTime(moment.at, shown.zone)}, set by ${moment.plannedBy}.`}
        </p>
      )}
      {of.hasReleased && (
        <p class="mt-3">
          <Link href={`/desk/letters/progress?season=${of.season}`}>How far the released letters are</Link>
        </p>
      )}
      <Kinds shown={shown} of={of} />
      {shown.waiting > 0 && <LettersFilter season={of.season} asked={asked} />}
      {shown.letters.length > 0 ? (
        <List shown={shown} of={of} asked={asked} />
      ) : (
        shown.waiting > shown.locked && (
          <p class="mt-6">
            Nothing fits. <Link href={`/desk/letters?season=${of.season}`}>Show all letters</Link>
          </p>
        )
      )}
      {shown.waiting > 0 && (
        <Offered to="/desk/letters/moment" instead={<TakeMomentBack shown={shown} of={of} />}>
          <ReleaseSection shown={shown} of={of} entered={entered} refused={refused} />
        </Offered>
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Everybody who applied sees, once they have heard, by hat and day who read these letters.
      </p>
    </div>
  )
}

function heading({ waiting, moment }: LettersShown): string {
  if (waiting === 0) return 'No letter waits'
  if (moment && !moment.held) return `${countOf(waiting, 'letter waits', 'letters wait')} for the moment`
  return `${countOf(waiting, 'letter waits', 'letters wait')} to be read`
}

/** What each kind tells and to how many, whose words it has, and the way to change them. */
function Kinds({ shown, of }: { shown: LettersShown; of: SeasonSaid }) {
  return (
    <>
      <ul class="mt-6 max-w-measure border-b border-rule">
        {shown.kinds.map((it) => (
          <li key={it.kind} class="border-t border-rule py-3">
            <p>
              {`${countOf(it.letters, 'person is', 'people are')} ${KIND_WORDS[it.kind].told}. `}
              {it.changedBy && `In the words of ${it.changedBy}. `}
              {it.ownWords > 0 && `${countOf(it.ownWords, 'has', 'have')} words of their own. `}
            </p>
            <Offered to={TEXT}>
              <p class="mt-1">
                <Link href={`${TEXT}?season=${of.season}&kind=${it.kind}`}>
                  {`Change the words of all who are ${KIND_WORDS[it.kind].told}`}
                </Link>
              </p>
            </Offered>
          </li>
        ))}
      </ul>
      {!shown.isMatched && (
        <p class="mt-3 max-w-measure">
          No match is published yet: before that nobody knows who has a place, and there are no letters.{' '}
          <Link href={`/desk/selection?season=${of.season}`}>Go on with selecting</Link>
        </p>
      )}
      {shown.isMatched && shown.later > 0 && (
        <p class="mt-3 max-w-measure">
          {`Nothing is decided yet about ${countOf(shown.later, 'person', 'people')} who applied: no letter goes to them now, and they are left for a later round. `}
          <Link href={`/desk/selection?season=${of.season}`}>Decide</Link>
        </p>
      )}
      {shown.locked > 0 && (
        <p class="mt-3 max-w-measure text-muted">
          <Icon name="lock" />
          {countOf(shown.locked, 'letter is', 'letters are')} about you: another coordinator reads them.
        </p>
      )}
    </>
  )
}

function List({ shown, of, asked }: { shown: LettersShown; of: SeasonSaid; asked: LettersFilterAsked }) {
  const canChoose = shown.letters.some((it) => it.kind === 'pair')
  const path = (page: number) => `/desk/letters?${lettersQuery(of.season, { ...asked, page })}`
  return (
    <>
      <Form action={TEXT} isRead>
        <input type="hidden" name="season" value={of.season} />
        <input type="hidden" name="kind" value="pair" />
        <input type="hidden" name="does" value="open" />
        <ul class="mt-4 border-b border-rule">
          {shown.letters.map((it) => (
            <LetterRow key={it.id} letter={it} season={of.season} />
          ))}
        </ul>
        {canChoose && (
          <p class="mt-4">
            <Button>Change the words of those ticked</Button>
          </p>
        )}
      </Form>
      <Pager page={asked.page} pages={Math.ceil(shown.found / LETTERS_PER_PAGE)} href={path} />
    </>
  )
}

export function lettersQuery(season: string, { kind, q, changed, page }: LettersFilterAsked): string {
  return new URLSearchParams({
    season,
    ...(kind ? { kind } : {}),
    ...(q ? { q } : {}),
    ...(changed ? { changed: 'yes' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
}

function Done({ done, of }: { done: LettersDone; of: SeasonSaid }) {
  if (done.is !== 'changed')
    return (
      <Notice>
        {done.is === 'planned'
          ? 'The moment is set. Until it comes you can change it or take it back, below.'
          : 'The moment is taken back: nothing leaves by itself. Set another below.'}
      </Notice>
    )
  return (
    <div class="space-y-3 bg-base-200 px-5 py-4">
      <p role="status">
        <Icon name="check" />
        {`Changed for ${countOf(done.many, 'letter')}. Nothing has left.`}
      </p>
      <Form action={TEXT}>
        <input type="hidden" name="season" value={of.season} />
        <input type="hidden" name="kind" value={done.kind} />
        <input type="hidden" name="seen" value={done.seen} />
        {done.letters.map((id) => (
          <input key={id} type="hidden" name="letter" value={id} />
        ))}
        <Button rank="row" name="does" value="undo">
          Undo
        </Button>
      </Form>
    </div>
  )
}
