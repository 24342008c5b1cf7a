import { type LookAgainList, type LookAgainListed, REQUESTS_PER_PAGE } from '../../people/screens/look-again.ts'
import { longDay } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'

export type LookAgainFilter = { readonly q: string; readonly all: boolean; readonly page: number }
type Props = { list: LookAgainList; filter: LookAgainFilter; done: 'sent' | 'kept' | null }

const DONE = {
  sent: 'Answered. The letter is on its way, and the answer stands on their page.',
  kept: 'Answered. No mail server is set up, so the letter lies in the folder; the answer stands on their page.',
}

/** Who asked that a person looks again, what is due first before the rest. */
export function LookAgainListPage({ list: { found, requests }, filter, done }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && <Notice>{DONE[done]}</Notice>}
      <h1 class={done ? 'mt-8 max-w-[26ch]' : 'max-w-[26ch]'}>{heading(found, filter)}</h1>
      <Filter filter={filter} />
      {requests.length === 0 ? (
        <p class="mt-6 max-w-measure">
          {filter.q === ''
            ? 'Whoever has heard of a decision can ask that a person looks again; it then stands here with the day it is due.'
            : 'Look for less, or for part of a name.'}{' '}
          {(filter.q !== '' || !filter.all) && <Link href="/look-again?all=yes">Show all, answered ones too</Link>}
        </p>
      ) : (
        <ol class="mt-6 border-t border-rule">
          {requests.map((it) => (
            <RequestRow key={it.id} it={it} />
          ))}
        </ol>
      )}
      <Pager
        page={filter.page}
        pages={Math.ceil(found / REQUESTS_PER_PAGE)}
        href={(page) => `/look-again?${queryOf({ ...filter, page })}`}
      />
    </div>
  )
}

function heading(found: number, { all, q }: LookAgainFilter): string {
  if (q !== '') return found === 1 ? '1 request found' : `${found} requests found`
  if (all) return found === 1 ? '1 request so far' : `${found} requests so far`
  if (found === 0) return 'Nobody waits for an answer'
  return found === 1 ? 'One person waits for an answer' : `${found} people wait for an answer`
}

function Filter({ filter }: { filter: LookAgainFilter }) {
  return (
    <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action="/look-again">
      <div>
        <label class="block text-note" for="q">
          Name or address
        </label>
        <input class="input mt-1 w-72 max-w-full" id="q" name="q" type="search" value={filter.q} />
      </div>
      <label class="choice" for="all">
        <input class="checkbox checkbox-primary" type="checkbox" id="all" name="all" value="yes" checked={filter.all} />
        <span>Answered ones too</span>
      </label>
      <Button>Show</Button>
    </form>
  )
}

function RequestRow({ it }: { it: LookAgainListed }) {
  return (
    <li class="grid gap-x-8 gap-y-1 border-b border-rule py-3 md:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <p class="text-dense tabular-nums">
        {it.isLate ? <span class="bg-mark px-1.5 text-mark-ink">Was due {longDay(it.dueOn)}</span> : dueInWords(it)}
      </p>
      <div class="min-w-0">
        <p>
          {it.name} <span class="text-dense text-muted">{it.season}</span>
        </p>
        <p class="text-dense text-muted wrap-anywhere">{shortened(it.words)}</p>
      </div>
      <p class="text-dense">
        {it.isOwn ? (
          <span class="text-muted">
            <Icon name="lock" />
            Yours: another coordinator answers it
          </span>
        ) : (
          <Link href={`/look-again/${it.id}`}>
            {it.answer === null ? 'Read and answer' : 'Read'}
            <span class="sr-only"> the request of {it.name}</span>
          </Link>
        )}
      </p>
    </li>
  )
}

function dueInWords(it: LookAgainListed): string {
  return it.answeredOn ? `Answered ${longDay(it.answeredOn)}` : `By ${longDay(it.dueOn)}`
}

const SHORT = 160

function shortened(words: string): string {
  return words.length > SHORT ? `${words.slice(0, SHORT)}…` : words
}

function queryOf({ q, all, page }: LookAgainFilter): string {
  return new URLSearchParams({ ...(q ? { q } : {}), ...(all ? { all: 'yes' } : {}), page: String(page) }).toString()
}
