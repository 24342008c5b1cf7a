import type { StepDone } from '../../../desk/screens/applications.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { outcomeDone } from './application-words.ts'

type Props = { done: StepDone | null; undone: string | null; at: string; announcedOn: string }

/** What was just decided by hand, with the way back; or that it was taken back. */
export function StepNotice({ done, undone, at, announcedOn }: Props) {
  if (undone) return <Notice>{undone}</Notice>
  if (!done) return null
  const who = done.many === 1 ? `${done.one} is` : `${done.many} applications are`
  return (
    <div class="flex flex-wrap items-center gap-x-6 gap-y-2 bg-base-200 px-5 py-4">
      <p role="status">
        <Icon name="check" />
        {who} {outcomeDone(done.outcome)}. Nobody hears before {longDay(announcedOn)}.
      </p>
      <Form action="/desk/applications/undo">
        <input type="hidden" name="step" value={done.id} />
        <input type="hidden" name="at" value={at} />
        <Button rank="row">Undo</Button>
      </Form>
    </div>
  )
}
