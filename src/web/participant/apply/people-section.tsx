import { MOST_BLOCKS, MOST_WISHES } from '../../../journey/apply/rules/plan-wishes.ts'
import type { GivenApplication } from '../../../model/given-application.ts'
import type { Role } from '../../../model/role.ts'
import { Field } from '../../../ui/field.tsx'

/** Whom somebody would like to be paired with, and whom not: read by nobody, used by the match alone. */
export function PeopleSection(props: {
  role: Role
  given: GivenApplication
  errorOf: (id: string) => string | undefined
}) {
  const { role, given, errorOf } = props
  const verb = role === 'mentor' ? 'help' : 'learn from'
  return (
    <div class="space-y-10">
      <Field
        id="wishes"
        label={`Is there somebody you would like to ${verb}? (you may leave it out)`}
        hint={`Up to ${MOST_WISHES} names or addresses, one on each line. It is a wish; it is not a promise.`}
        readBy="Only yours. Nobody reads it, and the people you name are never told."
        rows={3}
        maxLength={1000}
        value={given.wishes}
        error={errorOf('wishes')}
      />
      <Field
        id="blocks"
        label="Is there somebody you do not want to be paired with? (you may leave it out)"
        hint={`Up to ${MOST_BLOCKS} names or addresses, one on each line. No reason is asked. It holds for this season.`}
        readBy="Only yours. Nobody reads it, nobody is told, and no list shows that there is one."
        rows={3}
        maxLength={4000}
        value={given.blocks}
        error={errorOf('blocks')}
      />
    </div>
  )
}
