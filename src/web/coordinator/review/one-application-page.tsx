import type { OneApplication } from '../../../desk/screens/one-application.ts'
import type { ApplicationsFilter } from '../../../journey/review/rules/select-applications.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link, StepLink } from '../../../ui/link.tsx'
import {
  applicationsQuery,
  divisionInWords,
  outcomeAsVerb,
  priorityInWords,
  standsInWords,
} from './application-words.ts'
import { EvidenceList } from './evidence-list.tsx'
import { type NoteAgain, ReviewsSection } from './reviews-section.tsx'
import { StepNotice } from './step-notice.tsx'

type Props = {
  it: OneApplication
  filter: ApplicationsFilter
  refused: string | null
  undone: string | null
  again: NoteAgain
}
const OUTCOMES = [
  { outcome: 'pool', key: 'a' },
  { outcome: 'reserve', key: 'w' },
  { outcome: 'declined', key: 'd' },
] as const

/** One application: what they wrote, how each rule was met, and the decision that waits; from one to the next by keyboard. */
export function OneApplicationPage({ it, filter, refused, undone, again }: Props) {
  const query = applicationsQuery({ ...filter, season: it.season })
  return (
    <div class="wrap pt-6 md:pt-10">
      {again && <ErrorSummary errors={[{ fieldId: 'words', text: again.error }]} />}
      {refused && <ErrorSummary heading="Not decided" errors={[{ fieldId: 'decision', text: refused }]} />}
      <StepNotice done={it.done} undone={undone} at={`${it.id}?${query}`} announcedOn={it.announcedOn} />
      <nav class="mt-6 flex flex-wrap gap-x-6 gap-y-1 text-muted first:mt-0" aria-label="Applications">
        <Link href={`/desk/applications?${query}`}>Applications</Link>
        {it.place.before && (
          <StepLink rel="prev" accessKey="p" href={`/desk/applications/${it.place.before}?${query}`}>
            The one before
          </StepLink>
        )}
        {it.place.after && (
          <StepLink rel="next" accessKey="n" href={`/desk/applications/${it.place.after}?${query}`}>
            The next one
          </StepLink>
        )}
        {it.place.at > 0 && (
          <span>
            {it.place.at} of {it.place.of}
          </span>
        )}
      </nav>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{it.name}</h1>
      <p class="mt-2 text-muted wrap-anywhere">
        {it.role}, {divisionInWords(it.division)}, sent on {longDay(it.sentOn)}
        {it.late && ', late'}. {it.email}
      </p>
      <HungSection id="decision" heading="Decision">
        <Decision it={it} query={query} />
      </HungSection>
      <HungSection id="written" heading="What they wrote">
        <Written it={it} />
      </HungSection>
      <HungSection id="rules" heading="The rules">
        <EvidenceList it={it} />
      </HungSection>
      <HungSection id="reviews" heading="Reviews and notes">
        <ReviewsSection it={it} query={query} again={again} />
      </HungSection>
      <p class="mt-section max-w-measure text-note text-muted">
        Once they have heard they see, by hat and day, that you looked. On a keyboard the browser’s access keys are P
        for the one before, N for the next, A to admit, W to hold back, D to decline.
      </p>
    </div>
  )
}

function Decision({ it, query }: { it: OneApplication; query: string }) {
  if (it.state === null)
    return <p class="max-w-measure">A rule below is not met, so it stands in no list and is not decided by hand.</p>
  return (
    <>
      <p class="max-w-measure">
        <strong>{sentence(standsInWords(it.state, it.role))}</strong>
        {it.byHand ? `, by ${it.byHand.by}` : it.state === 'open' ? '' : ', by the program’s rules'}. Priority:{' '}
        {priorityInWords(it.priority)}.
      </p>
      {whyFixed(it) ? (
        <p class="mt-2 text-muted">{whyFixed(it)}</p>
      ) : (
        <Form action="/desk/applications/decide" class="mt-3 flex flex-wrap gap-3">
          <input type="hidden" name="season" value={it.season} />
          <input type="hidden" name="ids" value={it.id} />
          <input type="hidden" name="seen" value={it.seen} />
          <input type="hidden" name="from" value={it.id} />
          <input type="hidden" name="next" value={it.place.after ?? ''} />
          <input type="hidden" name="at" value={query} />
          {OUTCOMES.map(({ outcome, key }) => (
            <Button key={outcome} name="outcome" value={outcome} accessKey={key}>
              {outcomeAsVerb(outcome, [it.role])}
            </Button>
          ))}
        </Form>
      )}
    </>
  )
}

function whyFixed(it: OneApplication): string | null {
  if (it.hasHeard) return 'They have heard: it is not changed any more.'
  if (it.state === 'placed') return 'They have a pair: end the pair instead.'
  if (!it.isDecided) return 'Decide by the program’s rules first; then change single decisions.'
  return null
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function Written({ it }: { it: OneApplication }) {
  if (it.answers.length === 0) return <p class="text-muted">The program asks nothing of this role.</p>
  return (
    <dl class="max-w-measure space-y-5">
      {it.answers.map(({ question, shared, words }) => (
        <div key={question}>
          <dt class="text-note text-muted">
            {question}
            {shared && ' Their partner reads it too.'}
          </dt>
          <dd class="mt-0.5 whitespace-pre-line wrap-anywhere" dir="auto">
            {words.length === 0 ? <span class="text-muted">left out</span> : words.join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
