import type { ComponentChildren } from 'preact'
import { addDays } from '../../../calendar/days.ts'
import { LONGEST_EXTENSION_DAYS } from '../../../journey/meet/rules/going-on.ts'
import type { PairStanding } from '../../../journey/meet/screens/pair-page.ts'
import { longDay } from '../../../texts/en/days.ts'
import { firstName } from '../../../texts/en/own-pair.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'

export const CHANGE_DONE = {
  help: 'Your words are on their way to the coordinators.',
  another: 'The coordinators hear that you ask for another match, and nothing else.',
  extension: 'Proposed. It counts once the other one agrees.',
  agreed: 'You both agree to go on.',
  same: 'That was so already; nothing was changed.',
} as const

/** What was entered in one of the forms and could not be done: the field it belongs to, and why. */
export type ChangeAgain = { readonly field: string; readonly text: string; readonly error: string }
type Props = { standing: PairStanding; done: keyof typeof CHANGE_DONE | null; again: ChangeAgain | null }

/** What either of a pair may change in it, each in a form of its own. */
export function ChangePage({ standing, done, again }: Props) {
  const { pairId, partner, season, endedOn } = standing
  const isMoved = again || done
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: again.field, text: again.error }]} heading="One thing to correct" />}
      {done && <Notice>{CHANGE_DONE[done]}</Notice>}
      <p class={isMoved ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        {season}. <Link href={`/pairs/${pairId}`}>Your pair with {partner}</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch]">{endedOn ? 'Your pair has ended' : 'Change something in your pair'}</h1>
      <p class="mt-3 max-w-measure">
        {endedOn
          ? `It ended on ${longDay(endedOn)}. You may still ask for help, or for another match.`
          : 'No reason is needed for any of this, and nobody is to blame.'}
      </p>
      <div class="mt-block max-w-measure">
        {!endedOn && <PausePart standing={standing} again={again} />}
        {!endedOn && <ExtendPart standing={standing} again={again} />}
        <HelpPart standing={standing} again={again} />
        <AnotherPart standing={standing} />
        {!endedOn && (
          <Part id="end" heading="End this pair">
            <p class="mt-2">It takes one more page, which says what happens then.</p>
            <p class="mt-3">
              <Link href={`/pairs/${pairId}/end`}>Go to the page that ends it</Link>
            </p>
          </Part>
        )}
      </div>
    </div>
  )
}

type PartProps = { standing: PairStanding; again: ChangeAgain | null }

function PausePart({ standing: { pairId, pause, partner, today }, again }: PartProps) {
  const own = of(again, 'until')
  if (pause)
    return (
      <Part id="pause" heading={`You pause${pause.until ? ` until ${longDay(pause.until)}` : ''}`}>
        <p class="mt-2">Nothing is counted in this time, and nobody asks about meetings.</p>
        <Form action={`/pairs/${pairId}/resume`} class="mt-3">
          <Button>Go on from today</Button>
        </Form>
      </Part>
    )
  return (
    <Part id="pause" heading="Pause for a while">
      <p class="mt-2">
        From today nothing is counted and nobody asks about meetings. {firstName(partner)} gets a letter that says so;
        coordinators see that you pause.
      </p>
      <Form action={`/pairs/${pairId}/pause`} class="mt-3 space-y-3">
        <Field
          id="until"
          type="date"
          label="Last day of the pause"
          hint="Leave it empty to pause until one of you goes on."
          min={today}
          value={own?.text}
          error={own?.error}
        />
        <Button>Pause from today</Button>
      </Form>
    </Part>
  )
}

function ExtendPart({ standing, again }: PartProps) {
  const { pairId, partner, seasonEndsOn, today, extension } = standing
  const { theirs, mine, agreedUntil } = extension
  const own = of(again, 'extend-until')
  const first = addDays(seasonEndsOn > today ? seasonEndsOn : today, 1)
  const name = firstName(partner)
  return (
    <Part id="extend" heading={`Go on after ${longDay(seasonEndsOn)}`}>
      <p class="mt-2">Both of you agree to a day. What the season counts stops at its end; your pages stay open.</p>
      {agreedUntil && <p class="mt-2 font-semibold">You both agreed to go on until {longDay(agreedUntil)}.</p>}
      {theirs?.untilOn && (
        <Form action={`/pairs/${pairId}/extend/agree`} class="mt-4 bg-base-200 px-5 py-4">
          <h3>
            {name} would like to go on until {longDay(theirs.untilOn)}
          </h3>
          <p class="text-dense text-muted">If you do nothing, your pair ends with the season.</p>
          <input type="hidden" name="request" value={theirs.id} />
          <p class="mt-3">
            <Button>Agree to this day</Button>
          </p>
        </Form>
      )}
      {mine?.untilOn && (
        <p class="mt-2">
          You proposed {longDay(mine.untilOn)}. {name} has not agreed yet.
        </p>
      )}
      <Form action={`/pairs/${pairId}/extend`} class="mt-3 space-y-3">
        <Field
          id="extend-until"
          type="date"
          label={theirs || mine ? 'Propose another day' : 'Until which day?'}
          min={first}
          max={addDays(seasonEndsOn, LONGEST_EXTENSION_DAYS)}
          value={own?.text}
          error={own?.error}
          required
        />
        <Button>Propose this day</Button>
      </Form>
    </Part>
  )
}

function HelpPart({ standing: { pairId, askedForHelpOn, partner }, again }: PartProps) {
  const own = of(again, 'words')
  return (
    <Part id="help" heading="Ask a coordinator for help">
      <p class="mt-2">
        They answer on the next working day. {firstName(partner)} is not told.
        {askedForHelpOn && ` You asked last on ${longDay(askedForHelpOn)}.`}
      </p>
      <Form action={`/pairs/${pairId}/help`} class="mt-3 space-y-3">
        <Field
          id="words"
          label="What would help?"
          readBy="Read by the coordinators of the season, by letter"
          rows={4}
          maxLength={2000}
          value={own?.text}
          error={own?.error}
          required
        />
        <Button>Send it to the coordinators</Button>
      </Form>
      <p class="mt-3 text-dense">
        Rather to somebody outside of the program team?{' '}
        <Link href={`/pairs/${pairId}/report`}>Tell the named contact</Link>
      </p>
    </Part>
  )
}

function AnotherPart({ standing: { pairId, askedForMatchOn, partner } }: Pick<PartProps, 'standing'>) {
  return (
    <Part id="another" heading="Ask for another match">
      <p class="mt-2">
        The coordinators see that you ask, and nothing else. {firstName(partner)} is not told, and your pair goes on
        until you end it.
        {askedForMatchOn && ` You asked on ${longDay(askedForMatchOn)}.`}
      </p>
      <Form action={`/pairs/${pairId}/another-match`} class="mt-3">
        <Button>Ask for another match</Button>
      </Form>
    </Part>
  )
}

function of(again: ChangeAgain | null, field: string): ChangeAgain | null {
  return again?.field === field ? again : null
}

function Part({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section id={id} class="border-t border-rule py-8" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </section>
  )
}
