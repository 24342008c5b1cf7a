import { findTopics, TOPICS } from '../../../model/topics.ts'
import { readByInWords } from '../../../texts/en/apply.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceSet, Choices } from '../../../ui/choice-set.tsx'
import { More } from '../../../ui/disclosure.tsx'
import type { QuestionProps } from './question-field.tsx'

const MOST_FOUND = 24
const PARENTS = [...new Set(TOPICS.map((it) => it.parent))]

/** Topics to choose: the program's and the chosen ones first, then what a search found, or all that belong together. */
export function TopicsField({ question, role, given, error, search, menteesChoose, draftHref }: QuestionProps) {
  const id = `q-${question.key}`
  const own = question.options ?? []
  const first = [...own, ...given.filter((it) => !own.includes(it))]
  const of = PARENTS.find((it) => it === search.of) ?? null
  const looked = of === null ? findTopics(search.find) : TOPICS.filter((it) => it.parent === of)
  const found = looked
    .map((it) => it.name)
    .filter((it) => !first.includes(it))
    .slice(0, MOST_FOUND)
  const asChoice = (text: string) => ({ value: text, text, checked: given.includes(text) })
  return (
    <ChoiceSet
      id={id}
      name={id}
      kind="checkbox"
      legend={question.required ? question.text : `${question.text} (you may leave it out)`}
      hint="Two or three say most. They carry most weight in your match."
      readBy={readByInWords(question, role, menteesChoose)}
      error={error}
      options={first.map(asChoice)}
    >
      <div class="mt-4">
        <label class="block text-dense font-semibold" for={`${id}-find`}>
          Look for a topic
        </label>
        <div class="mt-1.5 flex flex-wrap gap-3">
          <input
            class="input min-w-0 flex-1"
            type="search"
            id={`${id}-find`}
            name="find"
            value={search.find}
            maxLength={60}
          />
          <Button name="step" value={id} to={draftHref}>
            Find
          </Button>
        </div>
        {(of !== null || search.find !== '') && (
          <p role="status" class="mt-2 text-dense text-muted">
            {of ?? foundInWords(search.find, found.length)}
          </p>
        )}
      </div>
      {found.length > 0 && (
        <div class="mt-2 border-y border-rule">
          <Choices id={`${id}-found`} name={id} kind="checkbox" options={found.map(asChoice)} />
        </div>
      )}
      <div class="mt-3">
        <More summary={`All ${TOPICS.length} topics, by what they belong to`} open={of !== null}>
          <ul class="flex flex-wrap gap-2">
            {PARENTS.map((parent) => (
              <li key={parent}>
                <Button rank="row" name="step" value={`${id}: ${parent}`} to={draftHref}>
                  {parent}
                </Button>
              </li>
            ))}
          </ul>
        </More>
      </div>
      <div class="mt-4">
        <label class="block text-dense font-semibold" for={`${id}-more`}>
          In your own words, if the list has no word for it
        </label>
        <input
          class="input mt-1.5 w-full"
          type="text"
          id={`${id}-more`}
          name={`more-${question.key}`}
          maxLength={300}
          aria-describedby={`${id}-more-hint`}
        />
        <p id={`${id}-more-hint`} class="mt-1 text-dense text-muted">
          Several with a comma between them.
        </p>
      </div>
    </ChoiceSet>
  )
}

function foundInWords(search: string, found: number): string {
  if (found === 0) return `No other topic is called “${search}”. Write it in your own words below.`
  return found === 1 ? `One topic for “${search}”.` : `${found} topics for “${search}”.`
}
