import type { OwnMinutes } from '../../../desk/actions/own-minutes.ts'
import { dayRange } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Notice } from '../../../ui/notice.tsx'

export type MinutesDone = 'on' | 'off' | 'gone' | null
const DONE = {
  on: 'From now on your minutes are counted, for you alone.',
  off: 'Nothing is counted any more. What was counted stays until you delete it.',
  gone: 'Every minute is deleted.',
} as const
const PART_WORDS: Readonly<Record<string, string>> = {
  today: 'Today and the rest of the desk',
  pairs: 'Pairs',
  selecting: 'Selecting',
  match: 'The match',
  letters: 'Letters',
  design: 'The program',
  events: 'Events',
  people: 'People',
}

type Props = { minutes: OwnMinutes; done: MinutesDone; refused: boolean }

/** A coordinator’s own minutes: off until they switch it on, and for nobody else’s eyes. */
export function MinutesPage({ minutes: { since, weeks }, done, refused }: Props) {
  const unsure = 'Tick that they may go. Nothing was deleted.'
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Not deleted" errors={[{ fieldId: 'sure', text: unsure }]} />}
      {done && <Notice>{DONE[done]}</Notice>}
      <h1 class={refused || done ? 'mt-8 max-w-[26ch]' : 'max-w-[26ch]'}>
        {since ? 'Your minutes are counted' : 'Your minutes are not counted'}
      </h1>
      <p class="mt-3 max-w-measure">
        If you like, the product counts how long the desk takes you: whole minutes in which one of its pages is in sight
        and you use it. After a minute without a key or a pointer it stops by itself. It needs script in your browser.
      </p>
      <p class="mt-3 max-w-measure text-muted">
        <Icon name="lock" />
        Only you see it: no owner, no other coordinator, no auditor, no figure of a season. It is in your own export,
        and goes after a year, or at once when you delete it.
      </p>
      <Form action="/me/minutes" class="mt-6">
        <Button rank={since ? 'second' : 'primary'} name="on" value={since ? 'no' : 'yes'}>
          {since ? 'Stop counting' : 'Count my minutes'}
        </Button>
      </Form>
      {weeks.length > 0 && (
        <section class="mt-section max-w-measure" aria-labelledby="weeks">
          <h2 id="weeks">By week</h2>
          <Ledger
            caption="Your minutes by week"
            columns={[{ text: 'Week' }, { text: 'Minutes', num: true }, { text: 'Mostly' }]}
            rows={weeks.map((it) => [
              dayRange(it.monday, it.sunday),
              it.minutes,
              it.parts.map(({ part, minutes }) => `${PART_WORDS[part] ?? part} ${minutes}`).join(', '),
            ])}
          />
          <Form action="/me/minutes/forget" class="mt-6 space-y-3">
            <CheckField id="sure" label="They may go, and do not come back" checked={false} />
            <Button>{`Delete ${countOf(
              weeks.reduce((sum, it) => sum + it.minutes, 0),
              'minute',
            )}`}</Button>
          </Form>
        </section>
      )}
    </div>
  )
}
