import type { ComponentChildren } from 'preact'
import type { PairPage } from '../../../journey/meet/screens/pair-page.ts'
import { firstName } from '../../../texts/en/own-pair.ts'
import { READINGS } from '../../../texts/en/workbook/readings.ts'
import { Link } from '../../../ui/link.tsx'

const READINGS_SHOWN = 2

/** The ways from a pair's page: what is written, what can be changed, and who sees this page. */
export function PairAside({ shown }: { shown: PairPage }) {
  const { pairId, partner, pages, notes, endedOn, role } = shown
  const pair = `/pairs/${pairId}`
  const readings = READINGS.filter((it) => it.for === 'both' || it.for === role)
  return (
    <aside class="space-y-8" aria-label="Around your pair">
      <Part id="book" heading="Shared workbook" isFirst>
        <p class="mt-2 text-dense">
          {pages === 0
            ? 'Agendas, exercises and free pages that you both write in.'
            : `${countOf(pages)} you both write in.`}{' '}
          Only the two of you can open it. <Link href={`${pair}/workbook`}>Open the workbook</Link>
        </p>
      </Part>
      <Part id="notes" heading="Private notes">
        <p class="mt-2 text-dense">
          {notes === 0 ? 'None yet.' : notes === 1 ? 'One note.' : `${notes} notes.`} Nobody but you can open them.{' '}
          <Link href={`${pair}/notes`}>Open your notes</Link>
        </p>
      </Part>
      <Part id="stuck" heading="Stuck for a topic?">
        <ul class="mt-2 space-y-2 text-dense">
          {readings.slice(0, READINGS_SHOWN).map((it) => (
            <li key={it.key}>
              <Link href={`/readings/${it.key}`}>{it.title}</Link>, {it.minutes} minutes
            </li>
          ))}
        </ul>
      </Part>
      {!endedOn && (
        <Part id="change" heading="Change something">
          <p class="mt-2 text-dense">No reason needed, no blame.</p>
          <ul class="mt-2 space-y-2 text-dense">
            {CHANGES.map(([to, text]) => (
              <li key={to}>
                <Link href={`${pair}/${to}`}>{text}</Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part id="not-working" heading="If something is not working">
        <p class="mt-2 text-dense">
          Somebody outside of your pair listens, and the coordinators do not see that you wrote.{' '}
          <Link href={`${pair}/report`}>Tell the named contact</Link>
        </p>
      </Part>
      <Part id="seen" heading="Who can see this page">
        <p class="mt-2 text-dense text-muted">
          You and {firstName(partner)}. Coordinators see only on which days you met, and whether the pair pauses or has
          ended. What you write here is sealed with a key of your pair.
        </p>
      </Part>
    </aside>
  )
}

const CHANGES = [
  ['change#pause', 'Pause for a while'],
  ['change#extend', 'Go on after the season'],
  ['change#help', 'Ask a coordinator for help'],
  ['change#another', 'Ask for another match'],
  ['end', 'End this pair'],
] as const

function countOf(pages: number): string {
  return pages === 1 ? 'One page' : `${pages} pages`
}

function Part(props: { id: string; heading: string; isFirst?: boolean; children: ComponentChildren }) {
  return (
    <section class={props.isFirst ? undefined : 'border-t border-rule pt-5'} aria-labelledby={props.id}>
      <h2 id={props.id} class="text-read">
        {props.heading}
      </h2>
      {props.children}
    </section>
  )
}
