import { COMPLETED_PER_PAGE, type Completed } from '../../../desk/screens/completed.ts'
import type { Role } from '../../../model/role.ts'
import { hoursInWords } from '../../../texts/en/completion.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'

export type CompletedOnPage = { readonly role: Role | null; readonly q: string; readonly page: number }
type Props = { it: Completed; asked: CompletedOnPage }

/** Who has completed a season, as its coordinator may see it. */
export function CompletedPage({ it, asked }: Props) {
  const all = it.counts.mentor + it.counts.mentee
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href="/desk">Today</Link>, <Link href={`/desk/health?season=${it.season}`}>how the season stands</Link>,{' '}
        {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(it, all)}</h1>
      <p class="mt-3 max-w-measure">{rule(it)}</p>
      {all > 0 && (
        <>
          <p class="mt-2 max-w-measure">{counted(it)}</p>
          <Filter it={it} asked={asked} />
          <List it={it} asked={asked} />
        </>
      )}
      {it.certificate && it.asksSurveys && (
        <p class="mt-6 max-w-measure text-note text-muted">
          <Icon name="lock" />
          The certificate also asks for an answer to a survey. Whether somebody answered is theirs alone, so it is not
          counted here: a person in this list may still be without a certificate.
        </p>
      )}
    </div>
  )
}

function heading({ certificate }: Completed, all: number): string {
  if (!certificate) return 'This season gives no certificates'
  if (all === 0) return 'Nobody has completed the season yet'
  return all === 1 ? 'One completion' : `${all} completions`
}

function rule({ certificate, completion, endsOn }: Completed): string {
  if (!certificate)
    return 'A season gives certificates of completion when its file says what they ask for, under “certificate”.'
  const asks = [
    ...(completion ? [`a meeting in ${completion.meetings} of ${completion.of} windows`] : []),
    ...(certificate.training ? ['the required training'] : []),
  ]
  const takes = asks.length > 0 ? `It takes ${asks.join(' and ')}; whoever came late needs the same share. ` : ''
  return certificate.ready === 'at-once'
    ? `${takes}Each person gets a letter once it is done.`
    : `${takes}It is counted from the day after ${longDay(endsOn)}, and each person gets a letter.`
}

function counted({ counts }: Completed): string {
  return `${counts.mentor} of ${countOf(counts.mentors, 'mentor')} and ${counts.mentee} of ${countOf(counts.mentees, 'mentee')} who were in a pair.`
}

function Filter({ it, asked }: Props) {
  return (
    <form class="mt-6 flex flex-wrap items-end gap-4" method="get" action="/desk/completed">
      <input type="hidden" name="season" value={it.season} />
      <div>
        <label class="block text-note font-semibold" for="q">
          Name
        </label>
        <input class="input mt-1" id="q" name="q" type="search" value={asked.q} />
      </div>
      <div>
        <label class="block text-note font-semibold" for="role">
          As
        </label>
        <select class="select mt-1" id="role" name="role">
          {(['', 'mentor', 'mentee'] as const).map((role) => (
            <option key={role} value={role} selected={role === (asked.role ?? '')}>
              {role === '' ? 'mentor or mentee' : role}
            </option>
          ))}
        </select>
      </div>
      <Button>Show</Button>
    </form>
  )
}

function List({ it, asked }: Props) {
  const query = (page: number) =>
    new URLSearchParams({ season: it.season, q: asked.q, role: asked.role ?? '', page: String(page) })
  if (it.people.length === 0)
    return (
      <p class="mt-6">
        Nobody fits. <Link href={`/desk/completed?season=${it.season}`}>Show everybody</Link>
      </p>
    )
  return (
    <>
      <ul class="mt-6 border-b border-rule">
        {it.people.map((one) => (
          <li
            key={`${one.personId} ${one.role}`}
            class="grid gap-x-8 border-t border-rule py-2.5 md:grid-cols-[minmax(0,1fr)_6rem_18rem_6rem]"
          >
            <p class="min-w-0 font-semibold wrap-anywhere">{one.name}</p>
            <p>{one.role}</p>
            <p>{dayRange(one.fromOn, one.untilOn)}</p>
            <p>{hoursInWords(one.minutes)}</p>
          </li>
        ))}
      </ul>
      <Pager
        page={asked.page}
        pages={Math.ceil(it.found / COMPLETED_PER_PAGE)}
        href={(page) => `/desk/completed?${query(page)}`}
      />
      <p class="mt-6">
        <Link href={`/desk/completed.csv?${query(1)}`}>Download as CSV</Link>
      </p>
    </>
  )
}
