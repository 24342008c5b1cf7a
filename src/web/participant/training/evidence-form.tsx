import type { OwnTraining } from '../../../journey/learn/actions/own-training.ts'
import { LONGEST_LINK, type TrainingDue } from '../../../journey/learn/rules.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Field } from '../../../ui/field.tsx'
import { FieldFrame } from '../../../ui/field-frame.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import type { EvidenceAgain } from './training-page.tsx'

type Props = { own: OwnTraining; it: TrainingDue; number: number; again: EvidenceAgain | null }

/** Says that one of the equals is completed: by a link, a file, or one's own word. */
export function EvidenceForm({ own, it, number, again }: Props) {
  const error = (place: string) => again?.faults.find((one) => one.place === place)?.message
  const [first] = it.courses
  const links = it.courses.filter((one) => one.url)
  return (
    <>
      {links.length > 0 && (
        <ul class="mt-3">
          {links.map((one) => (
            <li key={one.key}>
              <Link href={one.url ?? ''}>Open {one.name}</Link>
            </li>
          ))}
        </ul>
      )}
      <Form action={`/seasons/${own.season}/training`} class="mt-4 space-y-4" upload>
        {it.courses.length > 1 ? (
          <Choices
            id={`course-${number}`}
            name="course"
            legend="Which one did you take?"
            hint="They are equals; one completes it."
            error={error('course')}
            choices={it.courses.map((one) => ({ value: one.key, text: one.name }))}
            chosen={[again?.course ?? first?.key ?? '']}
          />
        ) : (
          <input type="hidden" name="course" value={first?.key} />
        )}
        <Field
          id={`on-${number}`}
          name="on"
          label="Completed on"
          type="date"
          max={own.today}
          value={again?.on ?? own.today}
          error={error('on')}
          required
        />
        <More
          summary="Add a link or a file; without one your own word counts"
          open={Boolean(error('link') ?? error('file'))}
        >
          <div class="mt-3 space-y-4">
            <Field
              id={`link-${number}`}
              name="link"
              label="A link to your certificate"
              type="url"
              maxLength={LONGEST_LINK}
              value={again?.link}
              error={error('link')}
            />
            <FieldFrame
              id={`file-${number}`}
              label="Or a file"
              hint="A PDF, PNG or JPEG of at most 2 MB."
              error={error('file')}
            >
              <input
                class="file-input mt-1.5 w-full"
                type="file"
                id={`file-${number}`}
                name="file"
                accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
                aria-describedby={`file-${number}-hint`}
              />
            </FieldFrame>
          </div>
        </More>
        <Button rank={number === firstOpen(own) ? 'primary' : 'second'}>Record it</Button>
      </Form>
    </>
  )
}

/** The number of the first training that is still to complete: its button is the one next step. */
function firstOpen(own: OwnTraining): number {
  return own.due.findIndex((it) => it.completed.length === 0) + 1
}
