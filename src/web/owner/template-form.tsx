import type { BoardScreen } from '../../office/screens/board.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'

type Props = Pick<BoardScreen, 'facts'> & {
  readonly templates: readonly { readonly file: string; readonly name: string }[]
  readonly mayLoad: boolean
  readonly rank: 'primary' | 'second'
}

/** Begins with one of the programs that ship; whoever may not load one reads who may. */
export function TemplateForm({ facts, templates, mayLoad, rank }: Props) {
  const coordinators = facts.hats.filter((it) => it.hat === 'coordinator').map((it) => it.name)
  if (!mayLoad)
    return (
      <p>
        {coordinators.length === 0
          ? 'A coordinator loads it. Give somebody that hat first.'
          : `A coordinator loads it: ${coordinators.join(', ')}.`}
      </p>
    )
  return (
    <>
      <p>Begin with one that ran before, and change its text and dates in its file afterwards.</p>
      <Form action="/office/program" class="mt-3 flex flex-wrap items-end gap-3 text-base-content">
        <div class="min-w-56 flex-1">
          <SelectField
            id="template"
            label="Program"
            options={templates.map(({ file, name }) => ({ value: file, text: name }))}
          />
        </div>
        <Button rank={rank}>Load it</Button>
      </Form>
    </>
  )
}
