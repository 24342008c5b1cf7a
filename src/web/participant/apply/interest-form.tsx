import type { CallLine } from '../../../journey/apply/screens/apply-pages.ts'
import type { Program } from '../../../model/program.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'

/** One click to hear when the next call of a role opens, or one to hear nothing after all. */
export function InterestForm({ program, call }: { program: Program; call: CallLine }) {
  const { role, wantsToHear } = call
  return (
    <Form action={`/seasons/${program.key}/apply/${role}/interest`} class="mt-4 bg-base-200 px-5 py-4">
      <input type="hidden" name="wants" value={wantsToHear ? 'no' : 'yes'} />
      <p>
        {wantsToHear
          ? `You hear by letter, once, when the next call for ${role}s opens.`
          : `You can hear by letter, once, when the next call for ${role}s opens. Only you see that you asked, and it is deleted with the letter, or after two years.`}
      </p>
      <p class="mt-3">
        <Button>{wantsToHear ? 'Tell me nothing after all' : 'Tell me when the next one opens'}</Button>
      </p>
    </Form>
  )
}
