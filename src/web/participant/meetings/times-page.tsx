import type { Planning } from '../../../journey/meet/actions/plan-meetings.ts'
import { lengthInWords, longDay } from '../../../texts/en/days.ts'
import { localTime } from '../../../texts/en/local-time.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'

export const TIMES_DONE = {
  proposed: 'Your times are on their way.',
  accepted: 'It is planned. Both of you get it for your calendar.',
  withdrawn: 'Withdrawn. Both calendars are told.',
} as const

type Props = {
  planning: Planning
  moves: string | null
  done: keyof typeof TIMES_DONE | null
  error: string | null
}

/** Finding a time: what the partner proposes first, then three times that suit both, then what is planned. */
export function TimesPage({ planning, moves, done, error }: Props) {
  const { season, partner, pairId, proposed } = planning
  return (
    <div class="wrap pt-8 md:pt-12">
      {error && <ErrorSummary errors={[{ fieldId: 'time-0', text: error }]} />}
      {done && <Notice>{TIMES_DONE[done]}</Notice>}
      <p class={error || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        {season}. Your pair with {partner}
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{heading(planning)}</h1>
      {proposed && !proposed.isMine && <Proposed planning={planning} />}
      <Planned planning={planning} />
      <Suggested planning={planning} moves={moves} />
      <ul class="mt-section flex flex-wrap gap-x-6 gap-y-1 text-dense">
        <li>
          <Link href={`/pairs/${pairId}/meetings`}>Your meetings</Link>
        </li>
        <li>
          <Link href="/me/calendar">Your private calendar</Link>
        </li>
      </ul>
    </div>
  )
}

function heading({ proposed, planned, partner }: Planning): string {
  if (proposed && !proposed.isMine) return `${partner} proposes ${proposed.starts.length === 1 ? 'a time' : 'times'}`
  if (proposed) return `${partner} has your times`
  return planned.length > 0 ? `Your next meeting with ${partner}` : `Find a time with ${partner}`
}

function BothTimes({ at, planning: { myZone, theirZone, partner } }: { at: string; planning: Planning }) {
  return (
    <>
      {localTime(at, myZone)}
      {theirZone !== myZone && (
        <span class="block text-dense text-muted">
          {localTime(at, theirZone)} for {partner}
        </span>
      )}
    </>
  )
}

function Proposed({ planning }: { planning: Planning }) {
  const { proposed, pairId, everyDays } = planning
  if (!proposed) return null
  return (
    <section class="mt-block bg-base-200 px-5 py-4" aria-labelledby="choose">
      <h2 id="choose" class="text-read">
        Choose one{proposed.isSeries && `, for every ${lengthInWords(everyDays)}`}
        {proposed.kind === 'coffee-chat' && ', for a coffee chat'}
      </h2>
      <ul class="mt-2">
        {proposed.starts.map((at) => (
          <li key={at} class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <div class="min-w-0 wrap-anywhere">
              <BothTimes at={at} planning={planning} />
            </div>
            <Form action={`/pairs/${pairId}/meetings/times/accept`}>
              <input type="hidden" name="proposal" value={proposed.id} />
              <input type="hidden" name="at" value={at} />
              <Button>
                Accept<span class="sr-only"> {localTime(at, planning.myZone)}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Planned({ planning }: { planning: Planning }) {
  const { planned, pairId, everyDays } = planning
  if (planned.length === 0) return null
  return (
    <section class="mt-section" aria-labelledby="planned">
      <h2 id="planned">Planned</h2>
      <ul class="mt-4 border-t border-rule">
        {planned.map((it) => (
          <li key={it.id} class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
            <div class="min-w-0 wrap-anywhere">
              <BothTimes at={it.starts[0] ?? ''} planning={planning} />
              {it.kind === 'coffee-chat' && (
                <span class="block text-dense text-muted">a coffee chat, which counts in no figure</span>
              )}
              {it.isSeries && <span class="block text-dense text-muted">and every {lengthInWords(everyDays)}</span>}
            </div>
            <div class="flex flex-wrap items-center gap-x-6 gap-y-2">
              {!it.isSeries && <Link href={`/pairs/${pairId}/meetings/times?moves=${it.id}#others`}>Another time</Link>}
              <Form action={`/pairs/${pairId}/meetings/times/withdraw`}>
                <input type="hidden" name="meeting" value={it.id} />
                <Button>Withdraw it</Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Until the meetings begin, the first time is for getting to know each other. */
function BeforeMeetings({ planning: { kind, meetingsFrom, minutes, pairId } }: { planning: Planning }) {
  if (meetingsFrom === null) return null
  const page = `/pairs/${pairId}/meetings/times`
  if (kind === 'meeting')
    return (
      <p class="mt-2 max-w-measure">
        Meetings count from {longDay(meetingsFrom)}. <Link href={page}>Have a coffee chat before</Link>
      </p>
    )
  return (
    <p class="mt-2 max-w-measure">
      {minutes} minutes to get to know each other before the meetings begin on {longDay(meetingsFrom)}. It counts in no
      figure. <Link href={`${page}?kind=meeting`}>Plan a meeting instead</Link>
    </p>
  )
}

function Suggested({ planning, moves }: { planning: Planning; moves: string | null }) {
  const { suggested, pairId, partner, everyDays, minutes, proposed } = planning
  return (
    <section class="mt-section" aria-labelledby="others">
      <h2 id="others">
        {planning.kind === 'coffee-chat'
          ? 'A coffee chat first'
          : proposed
            ? 'Propose other times'
            : 'Times that suit both'}
      </h2>
      <BeforeMeetings planning={planning} />
      {suggested.length === 0 ? (
        <p class="mt-2 max-w-measure">
          Your working hours and those of {partner} have no {minutes} minutes in common{' '}
          {planning.kind === 'coffee-chat' ? 'until then' : 'in the next three weeks'}. Agree on a time between you; you
          can write the meeting down afterwards, and exchanges in writing count too.
        </p>
      ) : (
        <Form action={`/pairs/${pairId}/meetings/times`} class="mt-4 max-w-measure space-y-4">
          {moves && <input type="hidden" name="moves" value={moves} />}
          <input type="hidden" name="kind" value={planning.kind} />
          <fieldset>
            <legend class="text-muted">{minutes} minutes, inside both your working hours</legend>
            {suggested.map((at, n) => (
              <CheckField
                key={at}
                id={`time-${n}`}
                name="times"
                value={at}
                checked
                label={localTime(at, planning.myZone)}
                hint={
                  planning.theirZone === planning.myZone
                    ? undefined
                    : `${localTime(at, planning.theirZone)} for ${partner}`
                }
              />
            ))}
          </fieldset>
          {!moves && planning.kind === 'meeting' && (
            <CheckField
              id="series"
              checked={false}
              label={`And then every ${lengthInWords(everyDays)} at that time`}
              hint="It keeps its time of day when clocks change."
            />
          )}
          <Button rank={proposed && !proposed.isMine ? 'second' : 'primary'}>Propose these times</Button>
          <p class="text-note text-muted">
            Read by {partner}. In calendars it is called “Conversation”, and names nobody else.
          </p>
        </Form>
      )}
    </section>
  )
}
