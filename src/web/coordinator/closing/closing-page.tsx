import type { ClosingItem } from '../../../desk/rules/plan-closing.ts'
import type { ClosingScreen } from '../../../desk/screens/closing.ts'
import { closingItemInWords } from '../../../texts/en/closing.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NextSeason } from './next-season.tsx'

export const CLOSING_DONE = {
  closed: 'The season is closed. Nothing in it changes any more; its figures stay open.',
  opened: 'The season is open again.',
} as const

type Props = { it: ClosingScreen; done: keyof typeof CLOSING_DONE | null }

/** What of a season is still open, what is kept of it until when, its close, and the next season from it. */
export function ClosingPage({ it, done }: Props) {
  return (
    <div class="wrap pt-6 md:pt-10">
      {done && <Notice>{CLOSING_DONE[done]}</Notice>}
      <p class={done ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/health?season=${it.season}`}>how the season stands</Link>,{' '}
        {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">{heading(it)}</h1>
      <State it={it} />
      <HungSection id="open" heading={it.closing ? 'What was open' : 'Before the close'}>
        <ul class="max-w-[46rem] border-b border-rule">
          {it.items.map((item) => (
            <Item key={JSON.stringify(item)} item={item} it={it} />
          ))}
        </ul>
      </HungSection>
      <HungSection id="next" heading="The next season">
        <NextSeason it={it} />
      </HungSection>
      <HungSection id="kept" heading="What is kept">
        <Kept it={it} />
      </HungSection>
    </div>
  )
}

function heading({ closing, endsOn, today, items }: ClosingScreen): string {
  if (closing) return 'This season is closed'
  if (today <= endsOn) return 'The season still runs'
  const open = items.filter((it) => it.state === 'open').length
  return open === 0 ? 'The season can be closed' : `${open === 1 ? 'One thing is' : `${open} things are`} still open`
}

/** The close itself: one button, and the days in which it is taken back. */
function State({ it }: { it: ClosingScreen }) {
  const { closing, today, endsOn, season } = it
  if (closing)
    return (
      <div class="mt-3 max-w-measure space-y-4">
        <p>
          {closing.by} closed it on {longDay(closing.closedOn)}. Figures, editions and certificates stay open, pairs
          keep what is theirs for as long as it is kept, and surveys that come later go on.
        </p>
        {closing.canReopen && (
          <Form action="/desk/closing/open">
            <input type="hidden" name="season" value={season} />
            <Button>Open the season again</Button>
            <p class="mt-2 text-dense text-muted">Until {longDay(closing.reopenUntil)}.</p>
          </Form>
        )}
      </div>
    )
  if (today <= endsOn)
    return (
      <p class="mt-3 max-w-measure">
        It ends on {longDay(endsOn)}. It can be closed from the day after; this page shows today what would be open.
      </p>
    )
  return (
    <div class="mt-3 max-w-measure space-y-4">
      <p>
        It ended on {longDay(endsOn)}. After the close nothing in it changes any more: nobody applies, is matched,
        written down as met or as having come. It leaves your lists and stands under earlier seasons.
        {today < it.closableOn && ` Until ${longDay(it.closableOn)} a meeting can still be denied.`}
      </p>
      <Form action="/desk/closing/close">
        <input type="hidden" name="season" value={season} />
        <Button rank="primary">Close the season</Button>
        <p class="mt-2 text-dense text-muted">You can open it again for two weeks.</p>
      </Form>
    </div>
  )
}

const SAYS: Readonly<Record<ClosingItem['state'], string>> = { done: 'Done', open: 'Open', later: 'Goes on' }

function Item({ item, it }: { item: ClosingItem; it: ClosingScreen }) {
  const { name, says } = closingItemInWords(item, it.today)
  const way = wayTo(item, it.season)
  return (
    <li class="border-t border-rule py-3">
      <p class="flex flex-wrap justify-between gap-x-4">
        <span class="min-w-0 font-semibold wrap-anywhere">{name}</span>
        <span class={item.state === 'done' ? 'text-success' : 'text-muted'}>
          {item.state === 'done' && <Icon name="check" />}
          {SAYS[item.state]}
        </span>
      </p>
      <p class="text-dense text-muted">
        {says} {way && <Link href={way.href}>{way.text}</Link>}
      </p>
    </li>
  )
}

function wayTo(item: ClosingItem, season: string): { href: string; text: string } | null {
  const of = `season=${encodeURIComponent(season)}`
  const results = `/seasons/${encodeURIComponent(season)}/results`
  if (item.kind === 'certificates') return { href: `/desk/completed?${of}`, text: 'Who has completed the season' }
  if (item.state !== 'open') return null
  switch (item.kind) {
    case 'meetings':
      return { href: `/desk/pairs?${of}`, text: 'Look at the pairs' }
    case 'letters':
      return { href: `/desk/letters?${of}`, text: 'Look at the letters' }
    case 'editions':
      return { href: `${results}#editions`, text: 'Keep one' }
    case 'decision':
      return { href: `${results}#decision`, text: 'Decide' }
    case 'lines':
      return { href: '/desk', text: 'Look at your desk' }
    case 'survey':
      return null
  }
}

function Kept({ it }: { it: ClosingScreen }) {
  const gone = it.going.filter((one) => one.on <= it.today).flatMap((one) => one.holds)
  return (
    <div class="max-w-[46rem] space-y-4">
      <p>
        Closing deletes nothing. Each kind of data goes on its own day, counted from the season’s end or from the day it
        was recorded, whichever is later.
      </p>
      {it.going
        .filter((one) => one.on > it.today)
        .map((one) => (
          <More key={one.on} summary={`Gone from ${longDay(one.on)} on: ${countOf(one.holds.length, 'kind')} of data`}>
            <Kinds all={one.holds} />
          </More>
        ))}
      {gone.length > 0 && (
        <More summary={`Gone already: ${countOf(gone.length, 'kind')} of data`}>
          <Kinds all={gone} />
        </More>
      )}
      <More summary={`Stays: ${countOf(it.staying.length, 'kind')} of data`}>
        <Kinds all={it.staying} />
      </More>
    </div>
  )
}

function Kinds({ all }: { all: readonly string[] }) {
  return (
    <ul class="space-y-1">
      {all.map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  )
}
