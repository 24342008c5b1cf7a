import type { Board, RuleLine } from '../../../journey/match/actions/see-board.ts'
import type { KeptAsked } from '../../../model/match-run.ts'
import { longDay } from '../../../texts/en/days.ts'
import { refusalInWords } from '../../../texts/en/match.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { matchLink } from './match-links.ts'
import { policyInWords } from './policy-words.ts'

/** What coordinators asked of the match, each with its undo, and the rules the run obeyed. */
export function RulesSection({ board, run }: { board: Board; run: NonNullable<Board['run']> }) {
  return (
    <HungSection id="rules" heading="Pinned and forbidden">
      {board.rules.length === 0 ? (
        <p class="max-w-measure">
          Nothing. Open a pair to pin it, forbid it, or swap its mentor with another; what it costs is said before.
        </p>
      ) : (
        <RuleList rules={board.rules} season={board.season} />
      )}
      {run.refusedPins.length > 0 && (
        <ul class="mt-3">
          {run.refusedPins.map((it) => (
            <li key={`${it.mentee.id} ${it.mentor.id}`} class="max-w-measure">
              <Icon name="circle-alert" />
              {it.mentee.name} with {it.mentor.name} is pinned and was left out of run {run.number}:{' '}
              {refusalInWords(it.code)}.
            </li>
          ))}
        </ul>
      )}
      {run.asked && <Policy asked={run.asked} run={run.number} />}
    </HungSection>
  )
}

export function RuleList({ rules, season }: { rules: readonly RuleLine[]; season: string }) {
  return (
    <ul class="border-b border-rule">
      {rules.map((it) => (
        <li
          key={it.changeId}
          class="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-t border-rule py-2.5"
        >
          <p class="min-w-0 wrap-anywhere">
            {it.kind === 'pinned' ? 'Pinned' : 'Forbidden'}: {it.isOwn ? 'a pair of your own' : pairsInWords(it)}
            <span class="block text-note text-muted">
              {it.setBy}, {longDay(it.setOn)}
            </span>
          </p>
          {it.isOwn ? (
            <p class="text-muted">
              <Icon name="lock" />
              Another coordinator has it.
            </p>
          ) : (
            <Form action="/desk/match/rules/lift" class="flex flex-wrap items-center gap-x-5 gap-y-2">
              <Link href={matchLink('/price', { season, kind: 'lift', change: it.changeId })}>
                What it costs<span class="sr-only">: {pairsInWords(it)}</span>
              </Link>
              <input type="hidden" name="season" value={season} />
              <input type="hidden" name="change" value={it.changeId} />
              <Button rank="row">
                Undo
                <span class="sr-only"> {pairsInWords(it)}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

function pairsInWords({ pairs }: RuleLine): string {
  return pairs.map(({ mentee, mentor }) => `${mentee.name} with ${mentor.name}`).join(', and ')
}

function Policy({ asked, run }: { asked: KeptAsked; run: number }) {
  return (
    <div class="mt-4">
      <More summary={`The rules run ${run} obeyed`}>
        <ul class="max-w-measure list-disc space-y-1 pl-5">
          {policyInWords(asked).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </More>
    </div>
  )
}
