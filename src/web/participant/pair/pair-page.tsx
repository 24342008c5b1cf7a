import type { PairPage as Shown } from '../../../journey/meet/screens/pair-page.ts'
import { longDay, shortDay } from '../../../texts/en/days.ts'
import { firstName } from '../../../texts/en/own-pair.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { GlyphSymbols } from '../../../ui/window-glyph.tsx'
import { AgreementSection } from './agreement-section.tsx'
import { GoalSection } from './goal-section.tsx'
import { Introductions } from './introductions.tsx'
import { LongStrip, questionInWords, whereNow } from './own-strip.tsx'
import { PairAside } from './pair-aside.tsx'

export const PAIR_DONE = {
  agreement: 'Your agreement is kept. Both of you see it.',
  goal: 'Your goal is kept. The wording before is kept too.',
  progress: 'Kept: how far your goal is.',
  paused: 'Your pair pauses from today. Nothing is counted in this time.',
  resumed: 'You go on from today.',
  ended: 'Your pair has ended. Your partner and the coordinators get a letter, without a reason.',
} as const

type Props = {
  shown: Shown
  done: keyof typeof PAIR_DONE | null
  again: { readonly text: string; readonly error: string } | null
}

/** The page of a pair, for its two: their windows, what they agreed and want, their meetings, and the ways from here. */
export function PairPage({ shown, done, again }: Props) {
  const { partner, cells, everyDays, season, today } = shown
  const where = whereNow(cells, everyDays)
  return (
    <div class="wrap pt-8 md:pt-12">
      <GlyphSymbols />
      {again && <ErrorSummary errors={[{ fieldId: 'percent', text: again.error }]} />}
      {done && <Notice>{PAIR_DONE[done]}</Notice>}
      <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        {season}. {longDay(today)}
        {where && !shown.endedOn && `, ${where}`}
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">
        You and <bdi>{partner}</bdi>
      </h1>
      <Standing shown={shown} />
      <Introductions {...shown} />
      {cells.length > 0 && (
        <section class="mt-10" aria-labelledby="strip">
          <h2 id="strip" class="pb-3">
            Your meetings, from the first window to the last
          </h2>
          <LongStrip cells={cells} everyDays={everyDays} partner={partner} />
          <p class="mt-2 text-note text-muted">The left bar is the mentor, the right one the mentee.</p>
        </section>
      )}
      <div class="mt-section grid gap-x-24 gap-y-section lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
        <div class="min-w-0 space-y-section">
          <NextMeeting shown={shown} />
          <GoalSection page={shown} again={again} />
          <AgreementSection {...shown} />
          <MeetingsSoFar shown={shown} />
        </div>
        <PairAside shown={shown} />
      </div>
    </div>
  )
}

/** What holds of the pair today, where it is not simply running. */
function Standing({ shown }: { shown: Shown }) {
  const { endedOn, pause, extension, pairId } = shown
  const name = firstName(shown.partner)
  if (endedOn)
    return (
      <p class="mt-3 max-w-measure">
        Your pair ended on {longDay(endedOn)}. What the two of you wrote stays readable here for both.
      </p>
    )
  if (pause)
    return (
      <p class="mt-3 max-w-measure">
        Your pair pauses{pause.until ? ` until ${longDay(pause.until)}` : ' until one of you goes on'}. Nothing is
        counted in this time. <Link href={`/pairs/${pairId}/change#pause`}>Go on earlier</Link>
      </p>
    )
  if (extension.theirs?.untilOn)
    return (
      <p class="mt-3 max-w-measure">
        {name} would like to go on until {longDay(extension.theirs.untilOn)}.{' '}
        <Link href={`/pairs/${pairId}/change#extend`}>Agree, or propose another day</Link>
      </p>
    )
  if (extension.agreedUntil)
    return <p class="mt-3 max-w-measure">You both agreed to go on until {longDay(extension.agreedUntil)}.</p>
  return null
}

/** Where a meeting is found, and said to have been. */
function NextMeeting({ shown: { pairId, endedOn, questions, partner, chatUntil } }: { shown: Shown }) {
  const asked = questions[0]
  return (
    <section aria-labelledby="meet">
      <h2 id="meet">{endedOn ? 'Say whether you met' : 'Meet'}</h2>
      {chatUntil && !endedOn && (
        <p class="mt-3 max-w-measure">
          Meetings begin on {longDay(chatUntil)}. Before that, have a coffee chat of 30 minutes: it counts in no figure,
          and three times that suit both of you wait on the next page.
        </p>
      )}
      {asked && <p class="mt-3 max-w-measure wrap-anywhere">{questionInWords(partner, asked.heldOn)}</p>}
      <p class="mt-3 flex flex-wrap gap-x-6 gap-y-3">
        {!endedOn && (
          <ButtonLink href={`/pairs/${pairId}/meetings/times`}>
            {chatUntil ? 'Find a time for a coffee chat' : 'Find a time'}
          </ButtonLink>
        )}
        <ButtonLink href={`/pairs/${pairId}/meetings`}>Say that you met</ButtonLink>
      </p>
    </section>
  )
}

const SAID = {
  both: 'Both of you',
  me: 'You',
  partner: '',
  disagree: 'One says yes, one says no',
  nobody: 'Nobody yet',
} as const

function MeetingsSoFar({ shown: { meetings, partner, everyDays } }: { shown: Shown }) {
  return (
    <section aria-labelledby="past">
      <h2 id="past">Meetings so far</h2>
      {meetings.length === 0 ? (
        <p class="mt-3 max-w-measure">None is written down yet. A conversation in every {everyDays} days is meant.</p>
      ) : (
        <div class="mt-2">
          <Ledger
            caption={`Meetings of you and ${partner}`}
            columns={[{ text: 'Day' }, { text: 'Said so' }]}
            rows={meetings.map(({ heldOn, said }) => [
              shortDay(heldOn),
              said === 'partner' ? firstName(partner) : SAID[said],
            ])}
          />
        </div>
      )}
    </section>
  )
}
