import type { OwnShortlist } from '../../../journey/match/actions/own-shortlist.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { longDay } from '../../../texts/en/days.ts'
import { numberInWords } from '../../../texts/en/desk.ts'
import { countOf } from '../../../texts/en/results.ts'
import { ordinal } from '../../../texts/en/shortlists.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

export const SHORTLIST_DONE = {
  chosen: 'Your choice is kept. You can change it until the day.',
  taken: 'You have chosen nobody. You can choose until the day; without a choice you are matched like everybody else.',
} as const

/** A field's name begins with this, and the mentor's id follows. */
export const FIELD = 'place-'

type Entered = ReadonlyMap<string, string>
type Props = {
  own: OwnShortlist
  contact: string | null
  done: keyof typeof SHORTLIST_DONE | null
  /** What was entered and is to be looked at again. */
  again: { readonly entered: Entered; readonly faults: readonly Problem[] } | null
}

/** The mentors one may choose from, and one's order of them. */
export function ShortlistPage({ own, contact, done, again }: Props) {
  const { season, name, mentors, isOpen } = own
  const errors = (again?.faults ?? []).map((it) => ({ fieldId: `${FIELD}${it.place}`, text: it.message }))
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={errors} heading="Not kept yet; nothing is lost" />
      {done && <Notice>{SHORTLIST_DONE[done]}</Notice>}
      <p class={done || errors.length > 0 ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        <Link href={`/seasons/${season}`}>{name}</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch]">{heading(own)}</h1>
      <p class="mt-3 max-w-measure">{isOpen ? whatItMeans(own) : whatHappened(own)}</p>
      {isOpen ? (
        <Choose own={own} contact={contact} again={again} />
      ) : (
        <ul class="mt-block max-w-measure border-b border-rule">
          {mentors.map((it) => (
            <li key={it.personId} class="border-t border-rule py-5">
              <About mentor={it} isOpen={false} />
              <p class="mt-2 font-semibold">{orderOf(own, it.personId)}</p>
            </li>
          ))}
        </ul>
      )}
      <div class="mt-block max-w-measure">
        <More summary="How the match takes your order">
          <p>
            Who has a place is decided before anybody’s order is opened. Then, in the order of priority, each mentee
            gets the first mentor of their order who still has a place, unless somebody else would lose theirs by it.
            Some pairs are not possible, and nobody is told why. Everybody else is matched by what fits best.
          </p>
        </More>
      </div>
    </div>
  )
}

function heading({ isOpen, chosen, chooseBy, mentors }: OwnShortlist): string {
  if (!isOpen) return `You could choose until ${longDay(chooseBy)}`
  if (chosen.length > 0) return `You have chosen ${countOf(chosen.length, 'mentor')}`
  const there = mentors.filter((it) => it.isIn).length
  if (there === 0) return 'Nobody of your list is available any more'
  return there === 1 ? `Would you like this mentor? Say so by ${longDay(chooseBy)}` : `Choose by ${longDay(chooseBy)}`
}

function whatItMeans({ mentors, chosen, chooseBy, hearsOn }: OwnShortlist): string {
  const there = mentors.filter((it) => it.isIn).length
  if (there === 0) return `You are matched like everybody else, and hear on ${longDay(hearsOn)}.`
  const until = `until the end of ${longDay(chooseBy)}`
  const how =
    there === 1
      ? 'One mentor would suit you.'
      : `${numberInWords(there)} mentors would suit you. Put those you would like in your order.`
  const change = chosen.length > 0 ? `You can change it ${until}.` : `You can choose ${until}.`
  return `${how} ${change} The match keeps to your order where places allow, and whoever chooses nobody is matched like everybody else. Everyone hears on ${longDay(hearsOn)}.`
}

function whatHappened({ chosen, hearsOn }: OwnShortlist): string {
  const what =
    chosen.length > 0
      ? 'The match keeps to your order where places allow.'
      : 'You have chosen nobody, so you are matched like everybody else.'
  return `${what} Everyone hears on ${longDay(hearsOn)}.`
}

function Choose({ own, contact, again }: Omit<Props, 'done'>) {
  const there = own.mentors.filter((it) => it.isIn)
  const places = [
    { value: '', text: 'not chosen' },
    ...there.map((_, at) => ({
      value: String(at + 1),
      text: there.length === 1 ? 'chosen' : `${ordinal(at + 1)} choice`,
    })),
  ]
  return (
    <Form action={`/seasons/${own.season}/shortlist`} class="mt-block max-w-measure">
      <ul class="border-b border-rule">
        {own.mentors.map((it) => (
          <li key={it.personId} id={it.isIn ? undefined : `${FIELD}${it.personId}`} class="border-t border-rule py-5">
            <About mentor={it} isOpen />
            {it.isIn && (
              <div class="mt-3 max-w-72">
                <SelectField
                  id={`${FIELD}${it.personId}`}
                  label={`Your order for ${it.name}`}
                  options={places}
                  value={again ? (again.entered.get(it.personId) ?? '') : placeOf(own, it.personId)}
                  error={again?.faults.find((one) => one.place === it.personId)?.message}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {there.length > 0 && (
        <div class="mt-6 space-y-4">
          <Button rank="primary">{own.chosen.length > 0 ? 'Keep my changes' : 'Keep my choice'}</Button>
          <PrivacyNotice
            purpose="The match alone takes it, sealed. If you get somebody you chose, the reason of your pair says so to both of you and to the coordinators, who else see only whether you chose."
            readers="you"
            kept="until 30 days after everyone has heard"
            contact={contact}
          />
        </div>
      )}
    </Form>
  )
}

function About({ mentor, isOpen }: { mentor: OwnShortlist['mentors'][number]; isOpen: boolean }) {
  const { name, title, department, topics, about, isIn } = mentor
  const where = [title, department].filter((it) => it).join(', ')
  return (
    <div class="wrap-anywhere">
      <h2 class="text-read">
        <bdi>{name}</bdi>
      </h2>
      {isIn ? (
        <>
          {where && <p class="text-dense text-muted">{where}</p>}
          {topics.length > 0 && <p class="mt-2 text-dense">Offers: {topics.join(', ')}.</p>}
          {about && <p class="mt-2 whitespace-pre-line">{about}</p>}
        </>
      ) : (
        <p class="mt-1 text-muted">
          Not available any more.{isOpen && ` If you had chosen ${name}, the others of your order move up.`}
        </p>
      )}
    </div>
  )
}

function placeOf({ chosen, mentors }: OwnShortlist, id: string): string {
  const there = chosen.filter((one) => mentors.some((it) => it.personId === one && it.isIn))
  const at = there.indexOf(id)
  return at < 0 ? '' : String(at + 1)
}

function orderOf({ chosen }: OwnShortlist, id: string): string {
  const at = chosen.indexOf(id)
  return at < 0 ? 'Not chosen' : `Your ${ordinal(at + 1)} choice`
}
