import type { SummaryScreen } from '../../../journey/results/screens/summary.ts'
import { longDay, shortDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Again } from '../../public/results/again.ts'

type Props = { season: string; screen: SummaryScreen; isDone: boolean; again: Again | null }

/** A coordinator's own words on one survey: what stands, the form to change it, and every version there was. */
export function SummaryPage({ season, screen, isDone, again }: Props) {
  const { program, name, versions } = screen
  const results = `/seasons/${encodeURIComponent(season)}/results`
  const errors = (again?.faults ?? []).map((it) => ({ fieldId: it.place, text: it.message }))
  return (
    <div class="wrap pt-8 md:pt-12">
      {errors.length > 0 && (
        <div class="mb-6">
          <ErrorSummary errors={errors} />
        </div>
      )}
      {isDone && (
        <div class="mb-6">
          <Notice>Saved. What stood before is kept below and can be brought back.</Notice>
        </div>
      )}
      <p class="text-dense text-muted">
        {program.name}, {program.season}
      </p>
      <h1 class="mt-2">What you make of “{name}”</h1>
      <p class="mt-3 max-w-measure">
        Your summary stands above the figures of this survey, on the results and on the program page. Say what people
        told you and what comes of it. Name nobody, and quote nobody who has not released their words.
      </p>
      <p class="mt-3">
        <Link href={`${results}#survey-${screen.survey}`}>Back to the results</Link>
      </p>
      <HungSection id="summary" heading="Summary">
        {screen.isClosed ? (
          <SummaryForm season={season} screen={screen} again={again} />
        ) : (
          <p class="max-w-measure">
            This survey is open until {longDay(screen.closesOn)}. It can be summed up once its figures are there.
          </p>
        )}
      </HungSection>
      <HungSection id="versions" heading="Versions">
        {versions.length === 0 && (
          <p class="max-w-measure">
            None yet.{screen.ofTheFile !== null && ` The program file says: “${screen.ofTheFile}”`}
          </p>
        )}
        <ol class="border-b border-rule">
          {versions.map((it, at) => (
            <li key={it.number} class="border-t border-rule py-3">
              <p>
                <strong>Version {it.number}</strong>
                <span class="text-muted">
                  {it.by !== null && ` by ${it.by}`}, written on {shortDay(it.writtenOn)}, shared on{' '}
                  {shortDay(it.sharedOn)}
                </span>
              </p>
              <p class="mt-1 max-w-measure whitespace-pre-line" dir="auto">
                {it.words === '' ? 'Taken away: nothing was shown.' : it.words}
              </p>
              {at > 0 && screen.isClosed && (
                <Form action={pathOf(season, screen)} class="mt-2">
                  <input type="hidden" name="words" value={it.words} />
                  <input type="hidden" name="seen" value={String(versions[0]?.number ?? 0)} />
                  <Button rank="row">Bring version {it.number} back</Button>
                </Form>
              )}
            </li>
          ))}
        </ol>
      </HungSection>
    </div>
  )
}

function SummaryForm({ season, screen, again }: Omit<Props, 'isDone'>) {
  const [latest] = screen.versions
  const error = (place: string) => again?.faults.find((it) => it.place === place)?.message
  return (
    <Form action={pathOf(season, screen)} class="max-w-measure space-y-5">
      <input type="hidden" name="seen" value={String(latest?.number ?? 0)} />
      <Field
        id="words"
        label="Summary"
        hint="Empty takes it away."
        readBy="everybody who can see the results or the program page"
        rows={6}
        value={again?.entered.words ?? latest?.words ?? screen.ofTheFile ?? ''}
        error={error('words')}
      />
      <Field
        id="sharedOn"
        label="Shared on"
        hint="It stands on the pages from this day on."
        type="date"
        value={again?.entered.sharedOn ?? screen.today}
        error={error('sharedOn')}
      />
      <Button rank="primary">Save the summary</Button>
    </Form>
  )
}

function pathOf(season: string, { survey }: SummaryScreen): string {
  return `/seasons/${encodeURIComponent(season)}/results/summaries/${encodeURIComponent(survey)}`
}
