import type { LettersShown } from '../../../journey/announce/actions/see-letters.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import type { SeasonSaid } from './letters-page.tsx'

/** What was entered, given back where it could not be used. */
export type Entered = { readonly on: string; readonly time: string; readonly sure: boolean }
const MORNING = '09:00'

type Props = {
  shown: LettersShown
  of: SeasonSaid
  entered: Entered | null
  refused: { readonly field: string; readonly text: string } | null
}

/** One moment for everybody: a day and a time, or now. It says before what it does. */
export function ReleaseSection({ shown, of, entered, refused }: Props) {
  const { waiting, moment, mark } = shown
  const errorOf = (field: string) => (refused?.field === field ? refused.text : undefined)
  const first = of.today < of.announcedOn ? of.announcedOn : of.today
  const stands = moment && !moment.held
  return (
    <section class="mt-section max-w-measure" aria-labelledby="tell">
      <h2 id="tell">Tell everyone</h2>
      <p class="mt-3">
        At one moment pages open for everybody; each letter leaves at its reader’s next permitted hour. Before that
        moment nobody hears. Once it has come it cannot be taken back.{' '}
        {of.today < of.announcedOn && `The program says ${longDay(of.announcedOn)}: that day has not come.`}
      </p>
      <TakeMomentBack shown={shown} of={of} />
      <Form action="/desk/letters/moment" class="mt-4 space-y-4">
        <input type="hidden" name="season" value={of.season} />
        <input type="hidden" name="seen" value={mark} />
        <input type="hidden" name="was" value={moment?.at ?? ''} />
        <Field
          id="on"
          label={stands ? 'Another day' : 'Day'}
          type="date"
          min={of.today}
          value={entered?.on ?? first}
          error={errorOf('on')}
        />
        <Field
          id="time"
          label="Time"
          hint={`In ${shown.zone.replaceAll('_', ' ')}, as in 09:00`}
          value={entered?.time ?? MORNING}
          error={errorOf('time')}
        />
        <CheckField id="sure" label="I have read the letters" checked={entered?.sure ?? false} />
        <p class="flex flex-wrap gap-3">
          <Button rank="primary">{`Release ${countOf(waiting, 'letter')} at that moment`}</Button>
          <Button to="/desk/letters/release">{`Release ${countOf(waiting, 'letter')} now`}</Button>
        </p>
      </Form>
    </section>
  )
}

/** The way back while a moment is set; in a season that was closed meanwhile too. */
export function TakeMomentBack({ shown: { moment }, of }: Pick<Props, 'shown' | 'of'>) {
  if (!moment || moment.held) return null
  return (
    <Form action="/desk/letters/moment/withdraw" class="mt-4">
      <input type="hidden" name="season" value={of.season} />
      <input type="hidden" name="was" value={moment.at} />
      <Button>Take the moment back</Button>
    </Form>
  )
}
