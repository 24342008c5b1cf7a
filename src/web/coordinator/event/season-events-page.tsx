import type { EventOfSeason, SeasonEvents } from '../../../desk/screens/season-events.ts'
import { dayRange } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'

/** The events of a season, with what was done around each: counted, and nobody scored. */
export function SeasonEventsPage({ it, removed }: { it: SeasonEvents; removed: string | null }) {
  const of = `/seasons/${it.season}/events`
  const held = it.events.filter((event) => !event.calledOff)
  const open = held.filter((event) => !event.isPlanned).length
  const isGone = removed !== null && !it.events.some((event) => event.key === removed)
  return (
    <div class="wrap pt-6 md:pt-10">
      {isGone && (
        <Form action={`${of}/${encodeURIComponent(removed)}/back`} class="mb-8">
          <Notice>The event is taken out of the program.</Notice>
          <input type="hidden" name="seen" value="new" />
          <p class="mt-3">
            <Button>Undo</Button>
          </p>
        </Form>
      )}
      <p class="text-muted">
        <Link href="/desk">Today</Link>, {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{it.events.length === 0 ? 'No events yet' : countOf(it.events.length, 'event')}</h1>
      <p class="mt-3 max-w-measure">
        {it.events.length === 0
          ? 'A kickoff, questions to a panel, a celebration: add what this season has.'
          : open === 0
            ? 'Every session has its day and its hour.'
            : `${countOf(open, 'event still needs', 'events still need')} a day or an hour for ${open === 1 ? 'its' : 'their'} sessions.`}
      </p>
      <Offered to={`${of}/new/edit`}>
        <p class="mt-6">
          <ButtonLink href={`${of}/new/edit`}>Add an event</ButtonLink>
        </p>
      </Offered>
      {it.events.length > 0 && (
        <div class="mt-6">
          <Ledger
            caption="Events of the season"
            columns={[
              { text: 'Event' },
              { text: 'Days' },
              { text: 'Sessions', num: true },
              { text: 'Signed up', num: true },
              { text: 'Came', num: true },
              { text: 'Questions', num: true },
              { text: 'Votes', num: true },
            ]}
            rows={it.events.map((event) => [
              <Link key={event.key} href={`${of}/${event.key}/desk`}>
                {event.name}
              </Link>,
              daysInWords(event),
              event.sessions,
              event.signedUp,
              event.came,
              event.questions,
              event.votes,
            ])}
          />
        </div>
      )}
    </div>
  )
}

function daysInWords({ days, isPlanned, wouldCome, calledOff }: EventOfSeason): string {
  if (calledOff) return 'called off'
  if (wouldCome !== null) return `to be decided, ${wouldCome} would come`
  if (!days) return 'to be decided'
  return `${dayRange(days.first, days.last)}${isPlanned ? '' : ', hours open'}`
}
