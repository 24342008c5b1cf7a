import type { MyMeetings } from '../../../journey/meet/actions/my-meetings.ts'
import { dayRange, longDay, windowName } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { daysOf, NO_DAY } from './days-to-choose.ts'
import { WindowList } from './window-list.tsx'

export const MEETING_DONE = {
  said: 'Kept. You can say something else until the figures close.',
  on: 'Reminders and questions come by e-mail.',
  off: 'Reminders and questions stay on your pages, without an e-mail.',
} as const

export const WINDOWS_PER_PAGE = 50
const HOW = [
  { value: 'call', text: 'In a call or a room' },
  { value: 'elsewhere', text: 'Elsewhere: on a walk, at lunch' },
  { value: 'exchange', text: 'In writing, at different times' },
]

type Props = {
  meetings: MyMeetings
  page: number
  contact: string | null
  done: keyof typeof MEETING_DONE | null
  again: { readonly on: string; readonly how: string; readonly error: string } | null
}

/** The meetings of one's own pair: the one question first, then writing one down, then window by window. */
export function MeetingsPage({ meetings, page, contact, done, again }: Props) {
  const { pairId, partner, season, windows } = meetings
  const shown = windows.slice((page - 1) * WINDOWS_PER_PAGE, page * WINDOWS_PER_PAGE)
  return (
    <div class="wrap grid gap-x-24 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        {again && <ErrorSummary errors={[{ fieldId: 'on', text: again.error }]} />}
        {done && <Notice>{MEETING_DONE[done]}</Notice>}
        <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
          {season}. Your pair with {partner}
        </p>
        <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{heading(meetings)}</h1>
        {meetings.asks && meetings.mayAnswer && <Asked meetings={meetings} />}
        <p class="mt-block">
          <Link href={`/pairs/${pairId}/meetings/times`}>Find a time to meet</Link>
        </p>
        {meetings.mayAnswer && <WriteDown meetings={meetings} contact={contact} again={again} />}
        <WindowList meetings={meetings} windows={shown} />
        <Pager
          page={page}
          pages={Math.ceil(windows.length / WINDOWS_PER_PAGE)}
          href={(to) => `/pairs/${pairId}/meetings?page=${to}`}
        />
      </div>
      <Aside meetings={meetings} />
    </div>
  )
}

function heading({ windows, asks, partner, everyDays }: MyMeetings): string {
  if (asks) return `Did you and ${partner} meet?`
  const counted = windows.filter((it) => !['excused', 'ended', 'due'].includes(it.state))
  const met = windows.filter((it) => it.state === 'met' || it.state === 'one').length
  if (windows.length === 0) return 'Your meetings have not begun yet'
  if (met === 0) return `Your meetings with ${partner}`
  const all = Math.max(met, counted.length)
  return met === all ? `You met in every ${windowName(everyDays)} so far` : `You met in ${met} of ${all} so far`
}

/** The one question, with what happens if nobody answers. */
function Asked({ meetings: { asks, pairId, today } }: { meetings: MyMeetings }) {
  if (!asks) return null
  return (
    <Form action={`/pairs/${pairId}/meetings`} class="mt-block bg-base-200 px-5 py-4">
      <h2 class="text-read">
        {asks.on ? longDay(asks.on) : `Between ${dayRange(asks.firstDay, asks.lastDay).replace(' to ', ' and ')}`}
      </h2>
      <p class="mt-1 text-dense text-muted">
        If neither of you answers, the coordinators see that nothing is known of these days.
      </p>
      <input type="hidden" name="window" value={asks.firstDay} />
      <div class="mt-3 max-w-measure">
        <SelectField
          id="day"
          name="on"
          label="On which day?"
          value={asks.on ?? NO_DAY}
          options={daysOf(asks.firstDay, asks.lastDay < today ? asks.lastDay : today)}
        />
      </div>
      <p class="mt-4 flex flex-wrap gap-3">
        <Button name="say" value="met">
          Yes, we met
        </Button>
        <Button name="say" value="not-met">
          No, we did not
        </Button>
      </p>
    </Form>
  )
}

function WriteDown({ meetings, contact, again }: Pick<Props, 'meetings' | 'contact' | 'again'>) {
  const { pairId, partner, firstDay, lastDay, keptUntil } = meetings
  return (
    <section class="mt-section" aria-labelledby="write">
      <h2 id="write">Write a meeting down</h2>
      <p class="mt-1 max-w-measure text-muted">
        Wherever you met, and exchanges in writing too. It counts once {partner} says the same, or has not denied it
        within five working days.
      </p>
      <Form action={`/pairs/${pairId}/meetings`} class="mt-4 max-w-measure space-y-4">
        <input type="hidden" name="say" value="met" />
        <input type="hidden" name="from" value="log" />
        <Field
          id="on"
          label="Day"
          type="date"
          min={firstDay}
          max={lastDay}
          value={again?.on ?? lastDay}
          error={again?.error}
          required
        />
        <SelectField id="how" label="How" value={again?.how ?? 'call'} options={HOW} />
        <Button rank={meetings.asks ? 'second' : 'primary'}>Write it down</Button>
        <PrivacyNotice
          purpose="It is there so that nobody has to keep count, and so that a pair that has gone quiet is noticed."
          readers={`you and ${partner}; the coordinators see the day, never what you spoke about`}
          kept={`until ${longDay(keptUntil)}`}
          contact={contact}
        />
      </Form>
    </section>
  )
}

function Aside({ meetings: { pairId, partner, remindersOn, answersUntil } }: { meetings: MyMeetings }) {
  return (
    <aside class="space-y-9 text-dense" aria-label="About your meetings">
      <section aria-labelledby="reminders">
        <h2 id="reminders" class="text-read">
          Reminders and questions {remindersOn ? 'come by e-mail' : 'stay on your pages'}
        </h2>
        <p class="mt-2 text-muted">
          At most one reminder in each window, after its middle and only if nothing is planned, and one question after
          its end. Never at night, on your days off or on your holidays.{' '}
          <Link href="/me/letters#choose">All your letters</Link>
        </p>
        <Form action={`/pairs/${pairId}/meetings/reminders`} class="mt-3">
          <input type="hidden" name="on" value={remindersOn ? 'no' : 'yes'} />
          <Button>{remindersOn ? 'No e-mail for these' : 'By e-mail again'}</Button>
        </Form>
      </section>
      <section aria-labelledby="counted">
        <h2 id="counted" class="text-read">
          What counts
        </h2>
        <p class="mt-2 text-muted">
          What you say and what {partner} says are kept apart. You can say something else until {longDay(answersUntil)}.
        </p>
      </section>
      <p>
        <Link href={`/pairs/${pairId}/report`}>Is this pair not working?</Link>
      </p>
    </aside>
  )
}
