import type { WordsScreen } from '../../../journey/survey/actions/words.ts'
import { WORDS_PER_PAGE, type WordsShown } from '../../../journey/survey/actions/words-in.ts'
import type { ResultsAudience } from '../../../model/program.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf, respondentHeading } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { QuotesOffered } from './quotes-offered.tsx'
import { wordsHref } from './words-href.ts'

/** What somebody reads after they did something here. */
export const WORDS_DONE = {
  kept: 'The paraphrase is kept. Nobody else sees it until it is published.',
  published: 'The paraphrase is published, and what people wrote is deleted.',
  quoted: 'The quote stands on the results page.',
  'taken-down': 'The quote is taken down. Its author can still read and change it.',
} as const

export type WordsAgain = {
  /** The field of the paraphrase that was sent, with what was in it. */
  readonly place: string
  readonly text: string
  readonly faults: readonly Problem[]
  /** Why it was refused, where nothing is wrong with it. */
  readonly refused: string | null
}
type Props = {
  screen: WordsScreen
  done: keyof typeof WORDS_DONE | null
  again: WordsAgain | null
}

/** What people wrote to the surveys of a season, and what others may read of it. */
export function WordsPage({ screen, done, again }: Props) {
  const faults = (again?.faults ?? []).map((it) => ({ fieldId: it.place, text: it.message }))
  const refused = again?.refused ? [{ fieldId: again.place, text: again.refused }] : []
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={[...faults, ...refused]} heading="Not done; nothing is lost" />
      {done && <Notice>{WORDS_DONE[done]}</Notice>}
      <p class={done || again ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>{screen.seasonName}</p>
      <h1 class="mt-2 max-w-[26ch]">What people wrote</h1>
      <p class="mt-4 max-w-measure">
        Read from ten writers on, since fewer are known by how they write. They stand in no order, without name or time.
        Do not look for who wrote what.
      </p>
      <p class="mt-3">
        <Link href={`/seasons/${encodeURIComponent(screen.season)}/results`}>The results of the season</Link>
      </p>
      <HungSection id="written" heading="Surveys">
        {screen.asked.length === 0 && <p>No survey of this season asks for people’s own words.</p>}
        {screen.asked.length > 1 && <Choose screen={screen} />}
        <div class="space-y-10">
          {screen.shown.map((it) => (
            <Question key={placeOf(it)} it={it} screen={screen} again={again?.place === placeOf(it) ? again : null} />
          ))}
        </div>
      </HungSection>
      {screen.quotes && (
        <QuotesOffered season={screen.season} offered={screen.quotes} of={chosenIn(screen)} page={screen.page} />
      )}
    </div>
  )
}

/** The field in which the paraphrase of a question is written. */
export function placeOf(it: Pick<WordsShown, 'survey' | 'role' | 'question'>): string {
  return `words-${it.survey}-${it.role}-${it.question}`
}

/** The question that was chosen, as it stands in the address; empty for all. */
function chosenIn({ shown }: WordsScreen): string {
  const [only] = shown
  return only && shown.length === 1 ? addressOf(only) : ''
}

function addressOf({ survey, role, question }: WordsShown): string {
  return `${survey}/${role}/${question}`
}

/** One question at a time, for whoever reads many answers. */
function Choose({ screen }: { screen: WordsScreen }) {
  const options = screen.asked.map((it) => ({
    value: addressOf(it),
    text: `${it.surveyName}, ${respondentHeading(it.role)}: ${it.text}`,
  }))
  return (
    <form action={wordsHref(screen.season, {})} class="mb-8 grid max-w-measure items-end gap-4 sm:grid-cols-[1fr_auto]">
      <SelectField
        id="of"
        label="Question"
        value={chosenIn(screen)}
        options={[{ value: '', text: 'all' }, ...options]}
      />
      <p>
        <Button>Show</Button>
      </p>
    </form>
  )
}

type QuestionProps = { it: WordsShown; screen: WordsScreen; again: WordsAgain | null }

function Question({ it, screen, again }: QuestionProps) {
  const { season } = screen
  const isAlone = screen.shown.length === 1
  const pages = Math.ceil(it.writers / WORDS_PER_PAGE)
  const quotes = screen.quotes?.page
  return (
    <div class="max-w-measure">
      <h3 class="text-head">{it.text}</h3>
      <p class="text-dense text-muted">
        {it.surveyName}. {respondentHeading(it.role)}
      </p>
      <Standing it={it} />
      {it.words.length > 0 && (
        <div class="mt-4">
          <More summary={countOf(it.writers, 'answer')} open>
            <ul class="space-y-3">
              {it.words.map((words, at) => (
                <li
                  key={`${at} ${words}`}
                  class="border-t border-rule pt-3 whitespace-pre-line first:border-0"
                  dir="auto"
                >
                  {words}
                </li>
              ))}
            </ul>
            {isAlone ? (
              <Pager
                page={screen.page}
                pages={pages}
                href={(page) => wordsHref(season, { of: addressOf(it), page, quotes })}
                of="answers"
              />
            ) : (
              pages > 1 && (
                <p class="mt-4">
                  These are {WORDS_PER_PAGE} of them.{' '}
                  <Link href={wordsHref(season, { of: addressOf(it), quotes })}>Read all, fifty at a time</Link>
                </p>
              )
            )}
          </More>
        </div>
      )}
      {it.isMine && it.paraphrasedFor && (it.standing === 'readable' || it.standing === 'published') && (
        <Paraphrase it={it} screen={screen} again={again} audience={it.paraphrasedFor} />
      )}
    </div>
  )
}

const FOR: Readonly<Record<ResultsAudience, string>> = {
  team: 'the people who run this program',
  organisation: 'everybody who is signed in',
  public: 'anybody',
}

function Standing({ it }: { it: WordsShown }) {
  if (it.standing === 'coming') return <p class="mt-2">The survey is still open.</p>
  if (it.standing === 'few')
    return <p class="mt-2">Fewer than ten people wrote something, so nobody reads it. Figures are shown as ever.</p>
  if (!it.isMine)
    return (
      <p class="mt-2">
        {it.reader === 'named-contact' ? 'The named contact' : 'The coordinator'} reads this and paraphrases it.
        {it.standing === 'published' &&
          it.paraphrase?.publishedOn &&
          ` Published on ${longDay(it.paraphrase.publishedOn)}.`}
      </p>
    )
  if (it.standing === 'published' && it.paraphrase?.publishedOn)
    return (
      <p class="mt-2">
        Published on {longDay(it.paraphrase.publishedOn)} in other words; what people wrote is deleted.
      </p>
    )
  return it.paraphrasedFor ? (
    <p class="mt-2">Nobody else reads this. Say it again in other words, without names or turns of phrase.</p>
  ) : (
    <p class="mt-2">Only coordinators of this season read this.</p>
  )
}

function Paraphrase({ it, screen, again, audience }: QuestionProps & { audience: ResultsAudience }) {
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
