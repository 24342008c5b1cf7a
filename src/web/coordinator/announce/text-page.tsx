import type { TextOpen } from '../../../journey/announce/actions/edit-text.ts'
import type { LetterText } from '../../../model/filled-text.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { KIND_WORDS } from './kind-words.ts'

export type TextFault = { readonly fieldId: 'subject' | 'body'; readonly text: string }
type Props = {
  open: TextOpen
  season: string
  /** What was entered and could not be saved. */
  entered: LetterText | null
  faults: readonly TextFault[]
}
const ROWS = 18

/** The words of one letter, some, or all of a kind, with their places; it says before whom a change reaches. */
export function TextPage({ open, season, entered, faults }: Props) {
  const errorOf = (field: string) => faults.find((it) => it.fieldId === field)?.text
  const words = entered ?? open.text
  const isClash = entered !== null && (entered.subject !== open.text.subject || entered.body !== open.text.body)
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary errors={faults} heading="Not saved; nothing is lost" />
      <p class={faults.length > 0 ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/desk/letters?season=${season}`}>Letters that wait</Link>
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(open)}</h1>
      <p class="mt-3 max-w-measure">{reach(open)}</p>
      <Form action="/desk/letters/text" class="mt-6 max-w-measure space-y-5">
        <input type="hidden" name="season" value={season} />
        <input type="hidden" name="kind" value={open.kind} />
        <input type="hidden" name="seen" value={open.seen} />
        {open.letters.map((id) => (
          <input key={id} type="hidden" name="letter" value={id} />
        ))}
        <Field id="subject" label="Subject" value={words.subject} error={errorOf('subject')} maxLength={400} />
        <Field
          id="body"
          label="Words"
          hint="A blank line begins a new paragraph. A paragraph whose place has nothing to say for somebody is left out of their letter."
          rows={ROWS}
          value={words.body}
          error={errorOf('body')}
        />
        <p class="flex flex-wrap gap-3">
          <Button rank="primary" name="does" value="save">
            {`Save for ${countOf(open.reaches, 'letter')}`}
          </Button>
          {open.isChanged && (
            <Button name="does" value="drop">
              {open.letters.length > 0 ? 'Back to the words of their kind' : 'Back to the program’s words'}
            </Button>
          )}
          {open.canUndo && (
            <Button name="does" value="undo">
              Undo the last change
            </Button>
          )}
        </p>
      </Form>
      <section class="mt-section max-w-measure" aria-labelledby="places">
        <h2 id="places">What fills the places</h2>
        <dl class="mt-3 space-y-2">
          {open.places.map((it) => (
            <div key={it.name}>
              <dt class="font-semibold">{`{${it.name}}`}</dt>
              <dd class="whitespace-pre-line text-dense text-muted wrap-anywhere">
                {it.example || 'Nothing for this reader: its paragraph is left out.'}
              </dd>
            </div>
          ))}
        </dl>
        <h3 class="mt-6">At the end of every letter</h3>
        <p class="mt-1 whitespace-pre-line text-dense text-muted wrap-anywhere">{open.closing}</p>
        <div class="mt-6">
          {isClash && faults.length > 0 && (
            <More summary="The words that stand now" open>
              <p class="font-semibold">{open.text.subject}</p>
              <p class="mt-2 whitespace-pre-line wrap-anywhere">{open.text.body}</p>
            </More>
          )}
          <More summary="The program’s own words">
            <p class="font-semibold">{open.program.subject}</p>
            <p class="mt-2 whitespace-pre-line wrap-anywhere">{open.program.body}</p>
          </More>
        </div>
      </section>
    </div>
  )
}

function heading({ letters, kind, names }: TextOpen): string {
  if (letters.length === 1) return `The letter to ${names[0]}`
  if (letters.length > 1) return `The words of ${countOf(letters.length, 'letter')}`
  return `The words for everybody ${KIND_WORDS[kind].told}`
}

function reach({ letters, reaches, names, keep }: TextOpen): string {
  if (letters.length === 0)
    return `A change reaches ${countOf(reaches, 'letter')}.${keep > 0 ? ` ${countOf(keep, 'letter keeps its', 'letters keep their')} own words.` : ''} Nothing leaves by saving.`
  const rest = letters.length - names.length
  const to = rest > 0 ? `${names.join(', ')} and ${countOf(rest, 'other')}` : names.join(', ')
  return `A change reaches the ${letters.length === 1 ? 'letter' : 'letters'} to ${to}, and no other. Nothing leaves by saving.`
}
