import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'

/** On every page of an owner while an application is open to them. */
export function GlassBanner({ glass }: { glass: { readonly id: string; readonly untilAt: string } }) {
  return (
    <section class="border-b border-rule bg-mark text-dense text-mark-ink" aria-label="Opened application">
      <div class="wrap flex flex-wrap items-center gap-x-6 gap-y-2 py-2">
        <p class="mr-auto">
          <Icon name="eye" />
          One application is open to you until {instantInWords(glass.untilAt)}. Each look is recorded.
        </p>
        <a class="underline underline-offset-4" href={`/office/glass/${glass.id}`}>
          Read it
        </a>
        <Form action={`/office/glass/${glass.id}/end`}>
          <Button rank="row">Close it now</Button>
        </Form>
      </div>
    </section>
  )
}
