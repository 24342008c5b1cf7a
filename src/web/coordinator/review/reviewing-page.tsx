import type { Reviewing } from '../../../journey/review/actions/assign-reviewers.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'

export const MOST_REVIEWERS = 5

type Props = {
  it: Reviewing
  /** A step of giving out that was just done, with how many. */
  given: { readonly step: string; readonly many: number } | null
  takenBack: number | null
  refused: string | null
}

/** Who reviews how much, and what giving out the missing reviews would do before it is done. */
export function ReviewingPage({ it, given, takenBack, refused }: Props) {
  const unsent = it.assigned - it.sent
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Nothing was given out" errors={[{ fieldId: 'give', text: refused }]} />}
      {takenBack !== null && <Notice>{countOf(takenBack, 'review')} taken back.</Notice>}
      {given && <GivenOut season={it.season} given={given} />}
      <p class={refused || given || takenBack !== null ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/desk/selection?season=${it.season}`}>Selecting</Link>, {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">
        {it.assigned === 0 ? 'No review is given out yet' : `${it.sent} of ${it.assigned} reviews are in`}
      </h1>
      <p class="mt-3 max-w-measure text-muted">
        Each reviewer sees only what they were given, and nobody a score of another. You see the mean and the spread
        once all reviews of an application are in. Those who do not proceed are given to nobody.
      </p>
      <HungSection id="reviewers" heading="Reviewers">
        {it.reviewers.length === 0 ? (
          <p class="max-w-measure">
            Nobody wears the hat of a reviewer for this season. An owner gives it, for this season or for all.
          </p>
        ) : (
          <Ledger
            caption="Who reviews how much"
            columns={[
              { text: 'Reviewer' },
              { text: 'Given', num: true },
              { text: 'In', num: true },
              { text: 'Would have', num: true },
            ]}
            rows={it.reviewers.map((one) => [one.name, one.assigned, one.sent, one.after])}
          />
        )}
      </HungSection>
      {it.reviewers.length > 0 && (
        <Offered to="/desk/reviewing">
          <HungSection id="give" heading="Give out">
            <GiveOut it={it} />
          </HungSection>
        </Offered>
      )}
      {unsent > 0 && (
        <Offered to="/desk/reviewing/back">
          <HungSection id="back" heading="Take back">
            <p class="max-w-measure">
              {countOf(unsent, 'review')} {unsent === 1 ? 'was' : 'were'} given out and {unsent === 1 ? 'is' : 'are'}{' '}
              not in. When reviewers come or go, take them back and give them out anew; what is in stays.
            </p>
            <Form action="/desk/reviewing/back" class="mt-3">
              <input type="hidden" name="season" value={it.season} />
              <Button>Take {unsent} back</Button>
            </Form>
          </HungSection>
        </Offered>
      )}
    </div>
  )
}

function GivenOut({ season, given }: { season: string; given: NonNullable<Props['given']> }) {
  return (
    <div class="flex flex-wrap items-center gap-x-6 gap-y-2 bg-base-200 px-5 py-4">
      <p role="status">
        <Icon name="check" />
        {countOf(given.many, 'review')} given out. Each reviewer finds them on their page “Reviews” and gets one letter.
      </p>
      <Form action="/desk/reviewing/back">
        <input type="hidden" name="season" value={season} />
        <input type="hidden" name="step" value={given.step} />
        <Button rank="row">Undo</Button>
      </Form>
    </div>
  )
}

function GiveOut({ it }: { it: Reviewing }) {
  const loads = it.reviewers.map((one) => one.after)
  const [least, most] = [Math.min(...loads), Math.max(...loads)]
  return (
    <>
      <form class="flex flex-wrap items-end gap-3" method="get" action="/desk/reviewing">
        <input type="hidden" name="season" value={it.season} />
        <div class="w-44">
          <label class="block text-note font-semibold" for="each">
            Reviewers for each
          </label>
          <select class="select mt-1 w-full" id="each" name="each">
            {Array.from({ length: MOST_REVIEWERS }, (_, at) => (
              <option key={at} value={at + 1} selected={at + 1 === it.each}>
                {at + 1}
              </option>
            ))}
          </select>
        </div>
        <Button>Show</Button>
      </form>
      <p class="mt-4 max-w-measure">
        {it.applications === 0
          ? 'No application waits for a review: none has reached you, or everybody has heard.'
          : it.toGive === 0
            ? `Nothing is missing: ${countOf(it.applications, 'application has', 'applications have')} ${it.each === 1 ? 'a reviewer' : `${it.each} reviewers`} each, or whoever may.`
            : `${countOf(it.toGive, 'review')} would be given out. Each reviewer would have ${least === most ? most : `${least} to ${most}`}, and gets one letter that says so.`}
        {it.short > 0 &&
          ` ${countOf(it.short, 'application has', 'applications have')} fewer than ${it.each}: nobody else stands far enough away.`}
      </p>
      <p class="mt-2 max-w-measure text-dense text-muted">
        Nobody is given their own application, somebody of their reporting line, a partner of any season, somebody they
        compete with for the same role, or what they were excused from.
      </p>
      {it.toGive > 0 && (
        <Form action="/desk/reviewing" class="mt-3">
          <input type="hidden" name="season" value={it.season} />
          <input type="hidden" name="each" value={String(it.each)} />
          <input type="hidden" name="seen" value={it.seen} />
          <Button rank="primary">Give {it.toGive} out</Button>
        </Form>
      )}
    </>
  )
}
