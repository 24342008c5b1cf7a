import { SEASON_DECISIONS, type SeasonDecision } from '../../../model/season-decision.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceSet } from '../../../ui/choice-set.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import type { Again } from './again.ts'

const SAYS: Readonly<Record<SeasonDecision['decision'], string>> = {
  continue: 'The program goes on as it is',
  change: 'The program goes on, with changes',
  stop: 'The program ends here',
}
const CHOICES: Readonly<Record<SeasonDecision['decision'], string>> = {
  continue: 'Go on as it is',
  change: 'Go on, with changes',
  stop: 'Stop',
}

type Props = {
  season: string
  decisions: readonly SeasonDecision[]
  mayClose: boolean
  again: Again | null
}

/** What was decided at the end, why, and what changes; and the form to record it, for whoever may. */
export function DecisionPart({ season, decisions, mayClose, again }: Props) {
  const [last, ...earlier] = decisions
  return (
    <HungSection id="decision" heading="Decision">
      {last ? <Decided it={last} /> : <p class="max-w-measure">Nothing has been decided yet.</p>}
      {earlier.length > 0 && (
        <div class="mt-4">
          <More summary="Decided before">
            {earlier.map((it) => (
              <Decided key={`${it.decidedOn} ${it.reasons}`} it={it} />
            ))}
          </More>
        </div>
      )}
      {mayClose &&
        (last && !again ? (
          <div class="mt-4 print:hidden">
            <More summary="Decide anew">
              <Decide season={season} again={null} isFirst={false} />
            </More>
          </div>
        ) : (
          <Decide season={season} again={again} isFirst={!last} />
        ))}
      {mayClose && last && (
        <p class="mt-4 print:hidden">
          <Link href={`/desk/closing?season=${encodeURIComponent(season)}`}>
            {last.decision === 'stop' ? 'Close the season' : 'Close the season, and begin the next one from it'}
          </Link>
        </p>
      )}
    </HungSection>
  )
}

function Decided({ it }: { it: SeasonDecision }) {
  return (
    <div class="mt-3 max-w-measure space-y-2 first:mt-0">
      <p>
        <strong>{SAYS[it.decision]}.</strong> <span class="text-muted">Decided on {longDay(it.decidedOn)}.</span>
      </p>
      <p class="whitespace-pre-line" dir="auto">
        {it.reasons}
      </p>
      {it.changes && (
        <p class="whitespace-pre-line" dir="auto">
          What changes: {it.changes}
        </p>
      )}
    </div>
  )
}

function Decide({ season, again, isFirst }: { season: string; again: Again | null; isFirst: boolean }) {
  const entered = again?.entered ?? {}
  const error = (place: string) => again?.faults.find((it) => it.place === place)?.message
  return (
    <Form action={`/seasons/${season}/results/decide`} class="mt-6 max-w-measure space-y-5 print:hidden">
      <ChoiceSet
        id="decision-choice"
        name="decision"
        kind="radio"
        legend={isFirst ? 'What becomes of the program?' : 'Decide anew; what was decided before stays readable'}
        options={SEASON_DECISIONS.map((value) => ({
          value,
          text: CHOICES[value],
          checked: value === (entered.decision ?? 'continue'),
        }))}
      />
      <Field
        id="reasons"
        label="Why"
        readBy="everybody who can see this page"
        rows={4}
        value={entered.reasons}
        error={error('reasons')}
      />
      <Field
        id="changes"
        label="What changes in the next season"
        hint="Empty where nothing does."
        rows={4}
        value={entered.changes}
        error={error('changes')}
      />
      <Button>Record the decision</Button>
    </Form>
  )
}
