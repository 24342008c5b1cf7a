import { SMALLEST_BASE } from '../../../journey/survey/rules.ts'
import type { Survey } from '../../../model/surveys.ts'
import { HowItIsCounted } from './how-it-is-counted.tsx'

/** Beside a survey: who sees what, and what becomes of the answers. */
export function WhoSeesWhat({ survey }: { survey: Survey }) {
  const { percentage, distribution, freeText } = SMALLEST_BASE
  return (
    <aside class="space-y-9 text-dense" aria-label="About your answers">
      <section aria-labelledby="who-sees">
        <h2 id="who-sees" class="text-read">
          Who sees what
        </h2>
        <p class="mt-2 text-muted">
          Nobody reads your answers by name: no coordinator, no manager, no owner. Figures are counted once the survey
          has closed, and shown where at least {percentage} people answered for one percentage, {distribution} for how
          answers spread, {freeText} for what people wrote.
        </p>
      </section>
      <HowItIsCounted survey={survey} />
      <section aria-labelledby="confidential">
        <h2 id="confidential" class="text-read">
          Confidential, not anonymous
        </h2>
        <p class="mt-2 text-muted">
          That you have answered is kept, so that reminders stop. What you answered is kept apart from it after the
          close, without your name, a time or an order. What you write in your own words may still tell who you are.
        </p>
      </section>
      <section aria-labelledby="draft">
        <h2 id="draft" class="text-read">
          Until the survey closes
        </h2>
        <p class="mt-2 text-muted">
          What you enter and what you send is sealed before it is stored. At the close the program opens what was sent,
          mixes it, keeps it without names, and destroys the key. What was not sent is deleted unread. Whoever has the
          database or a backup cannot read it; until the close, people who run the server’s software could.
        </p>
      </section>
    </aside>
  )
}
