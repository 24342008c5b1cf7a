import type { ApplyForm } from '../../../journey/apply/screens/apply-pages.ts'
import type { GivenApplication } from '../../../model/given-application.ts'
import { lengthInWords } from '../../../texts/en/days.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { ChoiceSet } from '../../../ui/choice-set.tsx'

/** What somebody's hours allow: writing instead of meeting, and both roles at once. */
export function TimeSection({ form, given }: { form: ApplyForm; given: GivenApplication }) {
  const partner = form.role === 'mentor' ? 'mentee' : 'mentor'
  return (
    <div class="space-y-10">
      {form.isDual && <BothRoles form={form} given={given} />}
      <ChoiceSet
        id="asynchronous"
        name="asynchronous"
        kind="radio"
        legend={`If your hours and your ${partner}’s hardly meet`}
        hint={`Somebody on the other side of the world may suit you best. You write to each other only if your ${partner} chose it too.`}
        readBy="Read by the match and the coordinators."
        options={[
          {
            value: 'talk',
            text: `I would rather wait for a ${partner} I can talk to`,
            checked: given.asynchronous === 'talk',
          },
          {
            value: 'write',
            text: 'I am happy to write to each other instead',
            checked: given.asynchronous === 'write',
          },
        ]}
      />
    </div>
  )
}

function BothRoles({ form: { program }, given }: { form: ApplyForm; given: GivenApplication }) {
  const { minutes, everyDays } = program.meetings
  return (
    <div>
      <h2 class="text-head">You have applied for both roles</h2>
      <p class="mt-1">
        Together they take {2 * minutes} minutes every {lengthInWords(everyDays)}. {program.dual.text}
      </p>
      <CheckField
        id="managerInformed"
        checked={given.managerInformed}
        label="My manager knows that I would do both"
        hint="A reminder to speak with them; you can send it without. The coordinators read your answer."
      />
    </div>
  )
}
