import type { FormField, FormPart } from '../../../journey/design/rules/plan-form.ts'
import { nameOf } from '../../../journey/design/rules/read-form.ts'
import { addInWords, formInWords, placeInWords } from '../../../texts/en/program-form.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Field } from '../../../ui/field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { SurveyTools } from './survey-tools.tsx'

/** What is wrong, by the place in the file, and what was entered where it could not be taken yet. */
export type Beside = {
  readonly errors: ReadonlyMap<string, string>
  readonly entered: Readonly<Record<string, string | readonly string[] | undefined>>
}
type Props<Part = FormPart> = { part: Part; beside: Beside }
type Of<Kind extends FormPart['part']> = Extract<FormPart, { readonly part: Kind }>

const LONG_ROWS = 4
const MOST_ROWS = 8

/** Whatever a program may hold, as fields: one for a value, a group for what belongs together, a list with its buttons. */
export function PartForm({ part, beside }: Props) {
  switch (part.part) {
    case 'field':
      return <OneField part={part} beside={beside} label={placeInWords(part.path)} />
    case 'group':
      return <Group part={part} beside={beside} />
    case 'absent':
      return (
        <p id={nameOf(part.path)}>
          <Button rank="row" name="do" value={`add ${nameOf(part.path)}`}>
            {addInWords(part.path)}
          </Button>
        </p>
      )
    case 'forms':
      return (
        <>
          <SelectField
            id={nameOf(part.path, 'form')}
            label={`${placeInWords(part.path)}: kind`}
            hint="Another kind has other fields: they come when you save."
            value={part.chosen}
            options={part.forms.map((value) => ({ value, text: formInWords(value) }))}
          />
          <Parts parts={part.parts} beside={beside} />
        </>
      )
    case 'list':
    case 'named':
      return <List part={part} beside={beside} />
    case 'unfit':
      return (
        <p id={nameOf(part.path)} class="max-w-measure text-muted">
          {placeInWords(part.path)}: the text says something here that no field can show. Change it in the text.
        </p>
      )
  }
}

export function OneField({ part, beside, label }: Props<FormField> & { label: string }) {
  const id = nameOf(part.path)
  const entered = beside.entered[id]
  const value = typeof entered === 'string' ? entered : part.value
  const shared = { id, label, error: beside.errors.get(part.path.join('.')), value }
  const { kind } = part
  if (kind === 'yes-no' || kind === 'choice') {
    const usual = part.required ? [] : [{ value: '', text: 'as usual' }]
    return <SelectField {...shared} options={[...usual, ...part.choices.map((it) => ({ value: it, text: it }))]} />
  }
  if (kind === 'long-text' || kind === 'lines')
    return <Field {...shared} rows={Math.min(MOST_ROWS, Math.max(LONG_ROWS, value.split('\n').length + 1))} />
  return (
    <Field {...shared} type={kind === 'day' ? 'date' : 'text'} inputMode={kind === 'number' ? 'numeric' : undefined} />
  )
}

export function Parts({ parts, beside }: { parts: readonly FormPart[]; beside: Beside }) {
  return (
    <>
      {parts.map((it) => (
        <PartForm key={nameOf(it.path)} part={it} beside={beside} />
      ))}
    </>
  )
}

function Group({ part, beside }: Props<Of<'group'>>) {
  return (
    <fieldset class="min-w-0 space-y-4 border-l-2 border-rule pl-4" id={nameOf(part.path, 'at')}>
      <legend class="font-semibold">{placeInWords(part.path)}</legend>
      <Parts parts={part.parts} beside={beside} />
      {!part.required && (
        <Button rank="row" name="do" value={`remove ${nameOf(part.path)}`}>
          Take this out
        </Button>
      )}
    </fieldset>
  )
}

function List({ part, beside }: Props<Of<'list'> | Of<'named'>>) {
  const name = nameOf(part.path)
  const error = beside.errors.get(part.path.join('.'))
  return (
    <fieldset class="min-w-0 space-y-3" id={name}>
      <legend class="font-semibold">{placeInWords(part.path)}</legend>
      {error && <p class="font-semibold text-error">{error}</p>}
      <ol class="border-b border-rule">
        {part.items.map((item, at) => (
          <li key={nameOf(item.path)} class="border-t border-rule py-2">
            <More summary={titleOf(item, at)} open={hasError(item, beside)}>
              <div class="space-y-4">
                {item.part === 'group' ? (
                  <Parts parts={item.parts} beside={beside} />
                ) : (
                  <PartForm part={item} beside={beside} />
                )}
                <p class="flex flex-wrap gap-2">
                  {at > 0 && <StepButton verb="up" path={item.path} text="Move up" />}
                  {at < part.items.length - 1 && <StepButton verb="down" path={item.path} text="Move down" />}
                  <StepButton verb="remove" path={item.path} text="Take this out" />
                </p>
              </div>
            </More>
          </li>
        ))}
      </ol>
      {part.part === 'named' && <Field id={nameOf(part.path, 'new')} label="Short name of one more" maxLength={60} />}
      <Button rank="row" name="do" value={`add ${name}`}>
        {addInWords(part.path)}
      </Button>
      <SurveyTools path={part.path} />
    </fieldset>
  )
}

function StepButton({ verb, path, text }: { verb: string; path: FormPart['path']; text: string }) {
  return (
    <Button rank="row" name="do" value={`${verb} ${nameOf(path)}`}>
      {text}
    </Button>
  )
}

function hasError(part: FormPart, { errors }: Beside): boolean {
  const own = part.path.join('.')
  return [...errors.keys()].some((it) => it === own || it.startsWith(`${own}.`))
}

/** What an item of a list is called: its name or text, or its number. */
function titleOf(item: FormPart, at: number): string {
  const fields = 'parts' in item ? item.parts.filter((it): it is FormField => it.part === 'field') : []
  const said = ['name', 'text', 'question', 'key'].flatMap(
    (name) => fields.find((it) => it.path.at(-1) === name)?.value || [],
  )
  const key = item.path.at(-1)
  return `${typeof key === 'string' ? key : at + 1}. ${said[0] ?? (item.part === 'field' ? item.value : 'new')}`
}
