import type { OnePair } from '../../../desk/screens/one-pair.ts'
import { dayRange, longDay, shortDay, windowName } from '../../../texts/en/days.ts'
import { windowWord } from '../../../texts/en/own-pair.ts'
import { stateInWords } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { GlyphSymbols, WindowGlyph } from '../../../ui/window-glyph.tsx'
import { AfterEnding, GoingOn } from './after-ending.tsx'

export const PAIR_DONE = {
  excused: 'Excused: that window leaves the count and is printed beside it.',
  paused: 'Paused. Nothing is asked of the two until it is over.',
  ended: 'Ended. Nothing more is asked of the two.',
  back: 'The next run of the match looks for another partner.',
  stays: 'Taken back: the match leaves them out.',
  asked: 'Both get a letter that asks whether they would go on.',
} as const
export type PairAgain = { readonly field: string; readonly value: string; readonly error: string } | null
type Props = { pair: OnePair; done: keyof typeof PAIR_DONE | null; again: PairAgain }

const LETTERS: Readonly<Record<string, string>> = {
  pair: 'told who they are paired with',
  'meet-question': 'asked whether they met',
  'meet-reminder': 'reminded that nothing was planned',
  'meet-invitation': 'sent an invitation for the calendar',
  'still-going': 'asked whether they are still going',
  'survey-opens': 'told that a survey is open',
  'survey-closes': 'reminded of a survey',
}

/** One pair as its coordinator sees it: when they met, what was done for them, and what can be done. */
export function OnePairPage({ pair, done, again }: Props) {
  const { mentor, mentee, today } = pair
  return (
    <div class="wrap pt-6 md:pt-10">
      <GlyphSymbols />
      {again && <ErrorSummary errors={[{ fieldId: again.field, text: again.error }]} />}
      {done && <Notice>{PAIR_DONE[done]}</Notice>}
      <p class={again || done ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/pairs?season=${pair.season}`}>all pairs</Link> of{' '}
        {pair.seasonName}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">
        {mentee.name} with {mentor.name}
      </h1>
      <p class="mt-3 max-w-measure">{standingInWords(pair)}</p>
      <p class="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <Link href={mailTo([mentee.email, mentor.email])}>Write to both</Link>
        <Link href={mailTo([mentee.email])}>Write to {mentee.name}</Link>
        <Link href={mailTo([mentor.email])}>Write to {mentor.name}</Link>
      </p>
      <HungSection id="windows" heading="Meetings">
        <Windows pair={pair} />
      </HungSection>
      <HungSection id="done-for-them" heading="Done for them">
        {pair.letters.length === 0 ? (
          <p>Nothing was written to them yet.</p>
        ) : (
          <ul class="[&>li]:border-t [&>li]:border-rule [&>li]:py-1.5">
            {pair.letters.map((it) => (
              <li key={it.kind}>
                {it.many === 1 ? 'One of them' : `${it.many} times`} {LETTERS[it.kind] ?? it.kind}, last on{' '}
                {shortDay(it.lastOn, today.slice(0, 4))}
              </li>
            ))}
          </ul>
        )}
      </HungSection>
      <Offered to={`/desk/pairs/${pair.id}/end`}>
        <HungSection id="change" heading={pair.endedOn ? 'Another partner' : 'Change'}>
          {pair.endedOn ? <AfterEnding pair={pair} /> : <Changes pair={pair} again={again} />}
        </HungSection>
      </Offered>
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        What the two write to each other, their goal, their notes and their reports stay with them. They see by hat and
        day that you looked here.
      </p>
    </div>
  )
}

/** What nobody said anything of is what one comes to excuse. */
function unknownFirst(a: OnePair['cells'][number], b: OnePair['cells'][number]): number {
  return Number(b.state === 'unknown') - Number(a.state === 'unknown')
}

/** The address is given away to nobody who does not have it: it opens the reader's own mail program. */
function mailTo(addresses: readonly string[]): string {
  return `mailto:${addresses.map(encodeURIComponent).join(',')}`
}

function standingInWords({ standing, endedOn, pauses, publishedOn, today }: OnePair): string {
  if (standing === 'ended' && endedOn) return `A pair from ${longDay(publishedOn)} to ${longDay(endedOn)}.`
  const pause = pauses.find((it) => it.from <= today && (it.until === null || it.until >= today))
  if (pause) return pause.until ? `Paused until ${longDay(pause.until)}.` : 'Paused until one of them ends it.'
  return `A pair since ${longDay(publishedOn)}.`
}

function Windows({ pair }: { pair: OnePair }) {
  const word = windowWord(pair.everyDays)
  if (pair.cells.length === 0) return <p>Their first {windowName(pair.everyDays)} has not begun.</p>
  return (
    <Ledger
      caption="Windows of the pair"
      columns={[{ text: word }, { text: 'Days' }, { text: 'What is known' }]}
      rows={pair.cells.map((it, at) => [
        String(at + 1),
        dayRange(it.firstDay, it.lastDay),
        <span key={it.firstDay} class="flex items-center gap-3">
          <WindowGlyph state={it.state} />
          {stateInWords(it.state)}
        </span>,
      ])}
    />
  )
}

function Changes({ pair, again }: { pair: OnePair; again: PairAgain }) {
  const path = `/desk/pairs/${pair.id}`
  const open = pair.cells.filter((it) => it.state !== 'excused' && it.state !== 'ended' && it.firstDay <= pair.today)
  const errorOf = (field: string) => (again?.field === field ? again.error : undefined)
  const enteredIn = (field: string) => (again?.field === field ? again.value : undefined)
  return (
    <div class="space-y-block">
      {open.length > 0 && (
        <Form action={`${path}/excuse`} class="max-w-measure space-y-4">
          <h3>Excuse a {windowName(pair.everyDays)}</h3>
          <p class="text-muted">Illness, holidays, a project that burns: it leaves the count of the two.</p>
          <SelectField
            id="excuse"
            name="on"
            label={`Which ${windowName(pair.everyDays)}`}
            error={errorOf('excuse')}
            options={open
              .toReversed()
              .toSorted(unknownFirst)
              .map((it) => ({ value: it.firstDay, text: dayRange(it.firstDay, it.lastDay) }))}
          />
          <Button>Excuse it</Button>
        </Form>
      )}
      <Form action={`${path}/pause`} class="max-w-measure space-y-4">
        <h3>Pause from today</h3>
        <Field
          id="until"
          label="Last day of the pause"
          hint="As in 2026-03-04. Empty: until one of the two ends it."
          value={enteredIn('until')}
          error={errorOf('until')}
        />
        <Button>Pause the pair</Button>
      </Form>
      <GoingOn pair={pair} again={again} />
      <Form action={`${path}/end`} class="max-w-measure space-y-4">
        <h3>End it without blame</h3>
        <p class="text-muted">
          Today is its last day, and this cannot be undone. What they wrote together stays theirs; the windows that are
          over count.
        </p>
        <label class="choice" for="sure">
          <input
            class="checkbox checkbox-primary"
            type="checkbox"
            id="sure"
            name="sure"
            value="yes"
            aria-invalid={errorOf('sure') ? 'true' : undefined}
          />
          <span>Both know of it</span>
        </label>
        {(['mentee', 'mentor'] as const).map((role) => (
          <CheckField
            key={role}
            id={`again-${role}`}
            name="again"
            value={role}
            checked={pair.wantsAnother.includes(role)}
            label={
              role === 'mentee'
                ? `${pair.mentee.name} looks for another mentor`
                : `${pair.mentor.name} takes another mentee`
            }
            hint={pair.wantsAnother.includes(role) ? 'Asked for another match.' : undefined}
          />
        ))}
        <Button>End the pair</Button>
      </Form>
    </div>
  )
}
