import type { PairPage } from '../../../journey/meet/screens/pair-page.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { TargetBar } from '../../../ui/target-bar.tsx'
import { GoalWords } from './goal-words.tsx'

type Props = {
  page: Pick<PairPage, 'pairId' | 'goal' | 'endedOn'>
  /** What was entered as progress and could not be kept, and why. */
  again: { readonly text: string; readonly error: string } | null
}

/** What a pair wants to reach, how far it is, and the way to change both. */
export function GoalSection({ page: { pairId, goal, endedOn }, again }: Props) {
  return (
    <section aria-labelledby="goal">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="goal">Your goal</h2>
        <p class="text-dense">
          <Link href={`/pairs/${pairId}/goal`}>{wayToGoal(goal !== null, endedOn !== null)}</Link>
        </p>
      </div>
      {goal ? (
        <>
          <GoalWords goal={goal} />
          <ProgressForm pairId={pairId} percent={goal.percent} hasEnded={endedOn !== null} again={again} />
        </>
      ) : (
        <p class="mt-3 max-w-measure">
          None is written down yet. One sentence is enough to begin with; you sharpen it when you know more.
        </p>
      )}
    </section>
  )
}

function wayToGoal(isThere: boolean, hasEnded: boolean): string {
  if (hasEnded) return 'Its wordings'
  return isThere ? 'Change it, or see earlier wordings' : 'Write it down'
}

function ProgressForm(props: { pairId: string; percent: number | null; hasEnded: boolean; again: Props['again'] }) {
  const { percent } = props
  return (
    <div class="mt-4 max-w-measure">
      <p class="text-dense">
        {percent === null ? 'Nobody has said yet how far it is.' : `${percent} percent reached.`}
      </p>
      {percent !== null && <TargetBar percent={percent} target={null} />}
      {!props.hasEnded && (
        <Form action={`/pairs/${props.pairId}/progress`} class="mt-3 flex flex-wrap items-end gap-3">
          <div class="w-56 max-w-full">
            <Field
              id="percent"
              label="How far is it, in percent?"
              readBy="Read by the two of you"
              inputMode="numeric"
              value={props.again?.text ?? (percent === null ? '' : String(percent))}
              error={props.again?.error}
              required
            />
          </div>
          <Button>Save</Button>
        </Form>
      )}
    </div>
  )
}
