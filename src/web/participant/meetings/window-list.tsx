import type { MyMeetings, WindowOfMine } from '../../../journey/meet/actions/my-meetings.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { GlyphSymbols, WindowGlyph } from '../../../ui/window-glyph.tsx'

type Props = { meetings: MyMeetings; windows: readonly WindowOfMine[] }

const STATE: Readonly<Record<WindowOfMine['state'], string>> = {
  met: 'You met',
  one: 'You met, as one of you says',
  disagree: 'You say different things',
  unknown: 'Nothing is known',
  due: 'An answer may still come',
  excused: 'Does not count',
  coming: 'Still to come',
  ended: 'After the pair’s last day',
}

/** Window by window, the latest first, with what each of the two says. */
export function WindowList({ meetings, windows }: Props) {
  return (
    <section class="mt-section" aria-labelledby="windows">
      <GlyphSymbols />
      <h2 id="windows">Window by window</h2>
      {windows.length === 0 ? (
        <p class="mt-2 max-w-measure text-muted">The first begins on {longDay(meetings.firstDay)}.</p>
      ) : (
        <ol class="mt-4 border-t border-rule">
          {windows.map((it) => (
            <li key={it.window.firstDay} class="border-b border-rule py-4">
              <OneWindow meetings={meetings} it={it} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function OneWindow({ meetings, it }: { meetings: MyMeetings; it: WindowOfMine }) {
  const { window, state, mine, theirs, written } = it
  return (
    <>
      <p class="flex items-center gap-3 font-semibold">
        <WindowGlyph state={state} />
        {dayRange(window.firstDay, window.lastDay)}
      </p>
      <p class="mt-1">{STATE[state]}.</p>
      <p class="text-dense text-muted wrap-anywhere">
        {saidBy('You say', mine)} {saidBy(`${meetings.partner} says`, theirs)}
        {written.length > 0 && ` The coordinator wrote down ${written.map((day) => longDay(day)).join(', ')}.`}
      </p>
      {meetings.mayAnswer && mine.length > 0 && <Change meetings={meetings} it={it} />}
    </>
  )
}

function saidBy(who: string, views: WindowOfMine['mine']): string {
  if (views.length === 0) return ''
  if (views.some((it) => it.says === 'not-met')) return `${who} that you did not meet.`
  const days = views.flatMap((it) => (it.heldOn ? [longDay(it.heldOn)] : []))
  return days.length > 0 ? `${who} ${days.join(', ')}.` : `${who} that you met, on a day not remembered.`
}

function Change({ meetings, it }: { meetings: MyMeetings; it: WindowOfMine }) {
  const action = `/pairs/${meetings.pairId}/meetings`
  const isDenied = it.mine.some((one) => one.says === 'not-met')
  return (
    <div class="mt-2 text-dense">
      <More
        summary={
          <>
            Say something else<span class="sr-only"> of {dayRange(it.window.firstDay, it.window.lastDay)}</span>
          </>
        }
      >
        <div class="flex flex-wrap gap-3 py-2">
          {it.mine
            .flatMap((one) => (one.heldOn ? [one.heldOn] : []))
            .map((day) => (
              <Form key={day} action={action}>
                <input type="hidden" name="say" value="not-on" />
                <input type="hidden" name="on" value={day} />
                <Button>It was not on {longDay(day)}</Button>
              </Form>
            ))}
          <Form action={action}>
            <input type="hidden" name="say" value={isDenied ? 'met' : 'not-met'} />
            <input type="hidden" name="window" value={it.window.firstDay} />
            <Button>{isDenied ? 'We did meet' : 'We did not meet'}</Button>
          </Form>
        </div>
      </More>
    </div>
  )
}
