import type { MySecondStep } from '../../people/screens/my-second-step.ts'
import { longDay } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { HungSection } from '../../ui/hung-section.tsx'
import { Link } from '../../ui/link.tsx'

/** One's own one-time codes: set up, changed or removed. */
export function CodesSection({ mine, next }: { mine: MySecondStep; next: string | null }) {
  const { codesSince } = mine
  return (
    <HungSection id="codes" heading="One-time codes">
      <p class="max-w-measure">
        {codesSince === null
          ? 'An app on your phone shows a new code every 30 seconds. It needs no network, and works with any browser.'
          : `Set up on ${longDay(codesSince.slice(0, 10))}. Your app shows a new code every 30 seconds.`}
      </p>
      <Form action="/me/second-step/codes/begin" class="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        {next !== null && <input type="hidden" name="next" value={next} />}
        <Button rank={mine.hasStep ? 'second' : 'primary'}>
          {codesSince === null ? 'Set up one-time codes' : 'Move them to another phone'}
        </Button>
        {mine.mayRemoveCodes && <Link href="/me/second-step/codes/remove">Remove one-time codes</Link>}
      </Form>
      {codesSince !== null && !mine.mayRemoveCodes && (
        <p class="mt-3 max-w-measure text-dense text-muted">
          They can be removed once there is another second step: whoever wears a hat keeps one.
        </p>
      )}
    </HungSection>
  )
}

/** How many recovery codes are left, and new ones. Nothing before there is a step that they could stand in for. */
export function RecoverySection({ mine }: { mine: MySecondStep }) {
  if (!mine.hasStep) return null
  return (
    <HungSection id="recovery" heading="Recovery codes">
      <p class="max-w-measure">
        {left(mine.recoveryCodes)} Each stands in once for your second step, on a day on which your device is lost. New
        codes replace all of these.
      </p>
      <Form action="/me/second-step/recovery" class="mt-4">
        <Button>Make new recovery codes</Button>
      </Form>
    </HungSection>
  )
}

function left(codes: number): string {
  if (codes === 0) return 'You have none left.'
  return codes === 1 ? 'You have one left.' : `You have ${codes} left.`
}
