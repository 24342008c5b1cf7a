import { planSharpening } from '../../../journey/meet/rules/goal.ts'
import { CRITERIA, type Goal } from '../../../model/shared-text.ts'
import { longDay } from '../../../texts/en/days.ts'
import { CRITERIA_IN_WORDS } from '../../../texts/en/own-pair.ts'
import { listInWords } from '../../../texts/en/privacy.ts'

/** A goal as its pair reads it: the sentence, what holds of it, what is left to sharpen, and why this one. */
export function GoalWords({ goal }: { goal: Goal }) {
  const left = planSharpening(goal)
  const holds = CRITERIA.filter((it) => !left.includes(it))
  return (
    <>
      <blockquote
        dir="auto"
        class="mt-3 max-w-measure whitespace-pre-line border-s-[5px] border-double border-rule-strong ps-4 wrap-anywhere"
      >
        {goal.words}
      </blockquote>
      <p class="mt-3 max-w-measure text-dense">
        {holds.length > 0 && `${capital(listInWords(holds.map((it) => CRITERIA_IN_WORDS[it].says)))}. `}
        {goal.byOn && `By ${longDay(goal.byOn)}. `}
        {left.length > 0 && (
          <span class="text-muted">
            {left.length === 1 ? 'One thing to sharpen' : 'To sharpen'}:{' '}
            {left
              .map((it, at) => (at === 0 ? CRITERIA_IN_WORDS[it].sharpen : capital(CRITERIA_IN_WORDS[it].sharpen)))
              .join(' ')}
          </span>
        )}
      </p>
      {goal.purpose !== '' && (
        <p dir="auto" class="mt-3 max-w-measure whitespace-pre-line text-dense text-muted wrap-anywhere">
          Why this one: “{goal.purpose}”
        </p>
      )}
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
