import { instantInWords } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'

/** One's own private calendar: its address is shown once. */
export function CalendarPage(props: { madeAt: string | null; address: string | null; done: 'revoked' | null }) {
  const { madeAt, address, done } = props
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && <Notice>Revoked. The address opens nothing any more.</Notice>}
      {address && <Notice>Your calendar is made. Copy its address now; it is not shown again.</Notice>}
      <h1 class={done || address ? 'mt-8 max-w-[26ch]' : 'max-w-[26ch]'}>
        {madeAt ? 'Your private calendar is on' : 'Your meetings in your own calendar'}
      </h1>
      <p class="mt-3 max-w-measure">
        A calendar that subscribes to the address shows what you have planned, as “Conversation” and without names.
      </p>
      {address && <p class="mt-block bg-base-200 px-5 py-4 font-semibold wrap-anywhere">{address}</p>}
      {madeAt && !address && <p class="mt-2 text-muted">Made on {instantInWords(madeAt)}.</p>}
      <div class="mt-block flex flex-wrap gap-3">
        <Form action="/me/calendar">
          <Button rank={madeAt ? 'second' : 'primary'}>{madeAt ? 'Make a new address' : 'Make the calendar'}</Button>
        </Form>
        {madeAt && (
          <Form action="/me/calendar/revoke">
            <Button>Revoke it</Button>
          </Form>
        )}
      </div>
      <p class="mt-8 max-w-measure text-note text-muted">
        Whoever has the address sees the times, and can do nothing else. A new address ends the one before; when you
        leave, it ends by itself.
      </p>
    </div>
  )
}
