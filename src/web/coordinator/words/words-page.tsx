import type { WordsScreen } from '../../../journey/survey/actions/words.ts'
import { respondentHeading } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { WordsAgain } from './paraphrase-form.tsx'
import { QuestionInWords } from './question-in-words.tsx'
import { QuotesOffered } from './quotes-offered.tsx'
import { addressOf, chosenIn, placeOf, wordsHref } from './words-href.ts'

/** What somebody reads after they did something here. */
export const WORDS_DONE = {
  kept: 'The paraphrase is kept. Nobody else sees it until it is published.',
  published: 'The paraphrase is published, and what people wrote is deleted.',
  quoted: 'The quote stands on the results page.',
  'taken-down': 'The quote is taken down. Its author can still read and change it.',
} as const

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
            <QuestionInWords
              key={placeOf(it)}
              it={it}
              screen={screen}
              again={again?.place === placeOf(it) ? again : null}
            />
          ))}
        </div>
      </HungSection>
      {screen.quotes && (
        <QuotesOffered season={screen.season} offered={screen.quotes} of={chosenIn(screen)} page={screen.page} />
      )}
    </div>
  )
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
