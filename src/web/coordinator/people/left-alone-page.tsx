import type { PairsLeftAlone } from '../../../people/screens/pairs-left-alone.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Icon } from '../../../ui/icon.tsx'

/** Running pairs with one side gone, for the coordinators of their seasons. */
export function LeftAlonePage({ pairs, own }: PairsLeftAlone) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{heading(pairs.length)}</h1>
      <p class="mt-3 max-w-measure">
        {pairs.length === 0
          ? 'When somebody of a running pair leaves the organisation, the pair is listed here and you get a letter.'
          : 'Write to who is still there: Alongside has told them nothing. Then end the pair, or find another match.'}
      </p>
      {(pairs.length > 0 || own > 0) && (
        <ul class="mt-6 border-b border-rule text-dense">
          {pairs.map((it) => (
            <li
              key={`${it.season} ${it.mentor} ${it.mentee}`}
              class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[13rem_minmax(0,1fr)_minmax(0,12rem)]"
            >
              <p class="text-muted">since {longDay(it.since)}</p>
              <div class="min-w-0 wrap-anywhere">
                <p class="font-semibold">{whoIsThere(it)}</p>
                <p class="text-muted">{whoIsGone(it)}</p>
              </div>
              <p class="text-note text-muted md:text-right">{it.program}</p>
            </li>
          ))}
          {own > 0 && (
            <li class="border-t border-rule py-3 text-muted">
              <Icon name="lock" />
              {own === 1 ? 'One pair is about you.' : `${own} pairs are about you.`} Another coordinator has it.
            </li>
          )}
        </ul>
      )}
      <p class="mt-8 max-w-measure text-note text-muted">
        <Icon name="eye" />
        Only the coordinators of a season see its pairs here.
      </p>
    </div>
  )
}

type Line = PairsLeftAlone['pairs'][number]

function heading(pairs: number): string {
  if (pairs === 0) return 'No pair is left alone'
  return `${countOf(pairs, 'pair is', 'pairs are')} left alone`
}

function whoIsThere(it: Line): string {
  if (it.gone === 'both') return 'Nobody is there any more'
  return it.gone === 'mentor' ? `${it.mentee}, mentee, is still there` : `${it.mentor}, mentor, is still there`
}

function whoIsGone(it: Line): string {
  if (it.gone === 'both') return `${it.mentor}, mentor, and ${it.mentee}, mentee, have left`
  return it.gone === 'mentor' ? `${it.mentor}, mentor, has left` : `${it.mentee}, mentee, has left`
}
