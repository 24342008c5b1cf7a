import type { OwnManager } from '../../../journey/apply/screens/application-status.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'

/** Whether one’s manager knows: asked only if the person asks for it. */
export function ManagerSection({ programKey, manager }: { programKey: string; manager: OwnManager }) {
  const mayAsk = manager.name !== null && (manager.state === 'not-asked' || manager.state === 'talk-first')
  return (
    <HungSection id="manager" heading="Your manager">
      <p class="max-w-measure wrap-anywhere">{saidOf(manager)}</p>
      {mayAsk && (
        <Form action={`/seasons/${programKey}/application/manager`} class="mt-4">
          <Button>
            {manager.state === 'talk-first' ? 'Ask again, once you have talked' : 'Ask my manager for me'}
          </Button>
        </Form>
      )}
      <p class="mt-3 max-w-measure text-note text-muted">
        Your manager is shown your name, the program, your role and the minutes it takes, and nothing else, before or
        after. Only you see what they pressed.
      </p>
    </HungSection>
  )
}

function saidOf({ name, state, until }: OwnManager): string {
  switch (state) {
    case 'confirmed':
      return `${name} has confirmed that they know.`
    case 'talk-first':
      return `${name} would like to talk with you first.`
    case 'asked':
      return `${name} has our letter and can answer with one press${until ? ` until ${longDay(until)}` : ''}. If they do not, nothing happens.`
    case 'not-asked':
      return name === null
        ? 'Speak with your manager about the time. The directory names nobody whom we could ask for you.'
        : `Speak with ${name} about the time, or let us ask.`
  }
}
