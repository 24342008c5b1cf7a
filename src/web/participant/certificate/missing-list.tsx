import type { ComponentChildren } from 'preact'
import type { OwnCompletions } from '../../../journey/results/actions/own-certificates.ts'
import type { Completion } from '../../../journey/results/rules/completion.ts'
import { meetingsInWords } from '../../../texts/en/completion.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'

type State = 'done' | 'open' | 'over'

/** Each thing a certificate asks for: done, or the way to it. */
export function MissingList({ own, done }: { own: OwnCompletions; done: Completion }) {
  const { meetings, trainings, surveys, role } = done
  const season = `/seasons/${encodeURIComponent(own.season)}`
  return (
    <ul class="mt-4 border-b border-rule">
      {meetings && (
        <Row state={stateOf(meetings)} name="Your meetings">
          {meetingsInWords(meetings, own.everyDays)}{' '}
          {stateOf(meetings) === 'open' && <Link href="/my">Say when you met, or plan a meeting</Link>}
        </Row>
      )}
      {trainings.map((it) => (
        <Row key={it.name} state={it.state} name={it.name}>
          {it.state === 'open' && <Link href={`${season}/training`}>Go to your training</Link>}
        </Row>
      ))}
      {surveys.map((it) => (
        <Row key={it.key} state={it.state} name={`Survey: ${it.name}`}>
          {it.state === 'open' && it.opens > own.today && `It opens on ${longDay(it.opens)}. `}
          {it.state === 'open' && it.opens <= own.today && (
            <>
              <Link href={`${season}/surveys/${it.key}?role=${role}`}>Answer it</Link> by {longDay(it.closes)}.{' '}
            </>
          )}
          That you answered counts, never what; nobody else sees whether you did.
        </Row>
      ))}
    </ul>
  )
}

function stateOf({ met, needed, open }: NonNullable<Completion['meetings']>): State {
  if (met >= needed) return 'done'
  return met + open < needed ? 'over' : 'open'
}

const SAYS: Readonly<Record<State, string>> = { done: 'Done', open: 'Still to do', over: 'Not possible any more' }

function Row({ state, name, children }: { state: State; name: string; children?: ComponentChildren }) {
  return (
    <li class="border-t border-rule py-3">
      <p class="flex flex-wrap justify-between gap-x-4">
        <span class="min-w-0 font-semibold wrap-anywhere">{name}</span>
        <span class={state === 'done' ? 'text-success' : 'text-muted'}>
          {state === 'done' && <Icon name="check" />}
          {SAYS[state]}
        </span>
      </p>
      <p class="text-dense text-muted">{children}</p>
    </li>
  )
}
