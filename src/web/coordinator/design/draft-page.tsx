import type { FormPart } from '../../../journey/design/rules/plan-form.ts'
import type { OpenedDraft } from '../../../journey/design/screens/drafts.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { DatesRail } from './dates-rail.tsx'
import { DraftFaults } from './draft-faults.tsx'
import { DraftHead } from './draft-head.tsx'
import { DRAFT_PARTS, type DraftPart, partOf } from './draft-parts.ts'
import { JustSaved } from './just-saved.tsx'
import { type Beside, Parts } from './part-form.tsx'

/** What was sent and could not be saved: it is given back, to the letter. */
export type DraftAgain = {
  readonly entered: Beside['entered']
  readonly text: string
  /** What the fields were filled from, where that is not the newest save. */
  readonly base: string
  readonly errors: readonly { readonly fieldId: string; readonly text: string }[]
  readonly heading: string
} | null
type Props = { draft: OpenedDraft; part: DraftPart; saved: number | null; again: DraftAgain; today: string }

const TEXT_ROWS = 38
const LOST = 'The site cannot be reached just now. What you entered is still here; save it later.'

/** A program in fields, and beside them its file: whichever side is changed, the other follows. */
export function DraftPage({ draft, part, saved, again, today }: Props) {
  const action = `/desk/design/drafts/${draft.id}?part=${part}`
  const errors = new Map(draft.faults.map((it) => [it.path, `${it.message} ${it.remedy}`]))
  for (const it of again?.errors ?? []) errors.set(it.fieldId.split('/').slice(1).join('.'), it.text)
  const beside = { errors, entered: again?.entered ?? {} }
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary heading={again?.heading} errors={again?.errors ?? []} />
      {saved !== null && !again && <JustSaved draft={draft} saved={saved} part={part} />}
      <div class={again || saved !== null ? 'mt-8' : undefined}>
        <DraftHead draft={draft} here="" heading={draft.title} />
      </div>
      {draft.state !== 'open' && (
        <p class="mt-6">This draft is {draft.state === 'published' ? 'published' : 'put aside'}: it is only read.</p>
      )}
      <PartLinks draft={draft} part={part} />
      <Form
        action={action}
        class="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-2"
        data={{ 'data-together': `/desk/design/drafts/${draft.id}/together`, 'data-lost': LOST }}
      >
        <input type="hidden" name="seen" value={String(draft.number)} />
        <input type="hidden" name="base" value={again?.base ?? ''} />
        <div class="min-w-0 space-y-6">
          {draft.state === 'open' && <Button rank="primary">Save the draft</Button>}
          <DraftFaults draft={draft} part={part} />
          {draft.form === null ? (
            <p class="max-w-measure">The fields come back as soon as the text can be read again.</p>
          ) : part === 'dates' ? (
            <DatesRail form={draft.form} beside={beside} today={today} />
          ) : (
            <Parts parts={partsOf(draft.form, part)} beside={beside} />
          )}
        </div>
        <div class="min-w-0 lg:sticky lg:top-4 lg:self-start">
          <label class="block font-semibold" for="text">
            The file
          </label>
          <p id="text-hint" class="mt-0.5 text-dense text-muted">
            What you change here is in the fields once you save, and the other way round. Comments stay.
          </p>
          <p data-says role="status" class="mt-1 min-h-6 text-dense" />
          <textarea
            class="textarea mt-1.5 w-full font-mono text-note leading-normal"
            id="text"
            name="text"
            rows={TEXT_ROWS}
            wrap="off"
            spellcheck={false}
            aria-describedby="text-hint"
            aria-invalid={draft.form === null ? 'true' : undefined}
          >
            {`\n${again?.text ?? draft.text}`}
          </textarea>
        </div>
      </Form>
      <Island name="program-file" />
    </div>
  )
}

function PartLinks({ draft, part }: { draft: OpenedDraft; part: DraftPart }) {
  return (
    <nav class="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-dense" aria-label="Parts of the program">
      {DRAFT_PARTS.map((it) => {
        const faults = draft.faults.filter((fault) => fault.path !== '' && partOf(fault.path) === it.key).length
        return (
          <a
            key={it.key}
            class={it.key === part ? 'py-2 font-semibold' : 'a py-2'}
            href={`/desk/design/drafts/${draft.id}?part=${it.key}`}
            aria-current={it.key === part ? 'true' : undefined}
          >
            {it.text}
            {faults > 0 && <span class="text-error"> ({faults} to mend)</span>}
          </a>
        )
      })}
    </nav>
  )
}

function partsOf(form: FormPart, part: DraftPart): readonly FormPart[] {
  const names: readonly string[] = DRAFT_PARTS.find((it) => it.key === part)?.names ?? []
  return form.part === 'group' ? form.parts.filter((it) => names.includes(String(it.path[0]))) : []
}
