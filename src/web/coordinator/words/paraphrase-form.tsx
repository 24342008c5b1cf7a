import type { WordsScreen } from '../../../journey/survey/actions/words.ts'
import type { WordsShown } from '../../../journey/survey/actions/words-in.ts'
import type { ResultsAudience } from '../../../model/program.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { chosenIn, placeOf, wordsHref } from './words-href.ts'

export type WordsAgain = {
  /** The field of the paraphrase that was sent, with what was in it. */
  readonly place: string
  readonly text: string
  readonly faults: readonly Problem[]
  /** Why it was refused, where nothing is wrong with it. */
  readonly refused: string | null
}
export type QuestionProps = { it: WordsShown; screen: WordsScreen; again: WordsAgain | null }

const FOR: Readonly<Record<ResultsAudience, string>> = {
  team: 'the people who run this program',
  organisation: 'everybody who is signed in',
  public: 'anybody',
}

/** What people wrote, said again in other words: kept, published, or mended afterwards. */
export function ParaphraseForm({ it, screen, again, audience }: QuestionProps & { audience: ResultsAudience }) {
  const place = placeOf(it)
  const error = (name: string) => again?.faults.find((one) => one.place === name)?.message
  const sure = error(`${place}-sure`)
  const isPublished = it.standing === 'published'
  return (
    <Form action={wordsHref(screen.season, {})} class="mt-5 space-y-4">
      <input type="hidden" name="of" value={chosenIn(screen)} />
      <input type="hidden" name="page" value={screen.page} />
      <input type="hidden" name="quotes" value={screen.quotes?.page ?? 1} />
      <input type="hidden" name="survey" value={it.survey} />
      <input type="hidden" name="role" value={it.role} />
      <input type="hidden" name="question" value={it.question} />
      <input type="hidden" name="version" value={it.paraphrase?.version ?? 0} />
      {again?.refused && it.paraphrase && (
        <div>
          <p class="font-semibold">What stands now</p>
          <p class="mt-1 whitespace-pre-line" dir="auto">
            {it.paraphrase.text}
          </p>
        </div>
      )}
      <Field
        id={place}
        name="text"
        label="In other words"
        hint="What several people say, and what only one says where it matters. A paragraph each."
        readBy={isPublished ? FOR[audience] : `${FOR[audience]}, once it is published`}
        rows={6}
        maxLength={5000}
        value={again ? again.text : it.paraphrase?.text}
        error={error(place)}
      />
      {!isPublished && (
        <div class={sure ? 'field-error' : undefined}>
          {sure && <p class="font-semibold text-error">{sure}</p>}
          <CheckField
            id={`${place}-sure`}
            name="sure"
            checked={false}
            label="Publish it, and delete what people wrote"
            hint="Nobody can bring back what they wrote. The paraphrase can be mended afterwards."
          />
        </div>
      )}
      <div class="flex flex-wrap gap-4">
        {isPublished ? (
          <Button>Change what is published</Button>
        ) : (
          <>
            <Button>Keep it and go on later</Button>
            <Button name="publish" value="yes">
              Publish it
            </Button>
          </>
        )}
      </div>
    </Form>
  )
}
