import type { previewByHand } from '../../../journey/review/actions/decide-by-hand.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { divisionInWords, outcomeAsVerb } from './application-words.ts'

type Preview = Awaited<ReturnType<typeof previewByHand>>
type Props = {
  preview: Preview
  outcome: 'pool' | 'reserve' | 'declined'
  /** Those ticked, by id; null for all that the filter finds. */
  ids: readonly string[] | null
  at: string
  refused: string | null
}
const MOST_NAMED = 12

/** What deciding many by hand would change, and how the divisions would stand, before anything is done. */
export function ByHandPage({ preview: it, outcome, ids, at, refused }: Props) {
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Not decided" errors={[{ fieldId: 'sure', text: refused }]} />}
      <p class={refused ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/desk/applications?${at}`}>Applications</Link>, {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(it, outcome)}</h1>
      <p class="mt-3 max-w-measure">{stays(it)}</p>
      {it.changes > 0 && (
        <>
          <p class="mt-3 max-w-measure text-muted wrap-anywhere">{named(it.names)}</p>
          <Form action="/desk/applications/decide" id="sure" class="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
            <input type="hidden" name="season" value={it.season} />
            <input type="hidden" name="outcome" value={outcome} />
            <input type="hidden" name="seen" value={it.seen} />
            <input type="hidden" name="at" value={at} />
            {ids && <input type="hidden" name="ids" value={ids.join(',')} />}
            <Button rank="primary">
              {outcomeAsVerb(outcome, it.roles)}: {it.changes}
            </Button>
            <Link href={`/desk/applications?${at}`}>Change nothing</Link>
          </Form>
          <HungSection id="balance" heading="The pool by division">
            <Ledger
              caption="People in the pool by division, before and after"
              columns={[
                { text: 'Division' },
                { text: 'Mentees now', num: true },
                { text: 'then', num: true },
                { text: 'Mentors now', num: true },
                { text: 'then ', num: true },
              ]}
              rows={it.balance.map((one) => [
                divisionInWords(one.division),
                one.mentees.before,
                one.mentees.after,
                one.mentors.before,
                one.mentors.after,
              ])}
            />
          </HungSection>
        </>
      )}
    </div>
  )
}

function heading(it: Preview, outcome: Props['outcome']): string {
  if (it.targets === 0) return 'None is ticked'
  if (it.changes === 0) return 'Nothing would change'
  const verb = { pool: 'admitted', reserve: 'put on the waiting list or into the reserve', declined: 'declined' }[
    outcome
  ]
  return `${countOf(it.changes, 'application')} would be ${verb}`
}

function stays(it: Preview): string {
  const parts = [
    it.same > 0 && `${it.same} ${it.same === 1 ? 'is' : 'are'} decided so already`,
    it.paired > 0 &&
      `${it.paired} ${it.paired === 1 ? 'has' : 'have'} a pair and stay${it.paired === 1 ? 's' : ''} as decided`,
    it.heard > 0 &&
      `${it.heard} ${it.heard === 1 ? 'has' : 'have'} heard and stay${it.heard === 1 ? 's' : ''} as decided`,
  ].filter(Boolean)
  const rest = parts.length > 0 ? `${parts.join('; ')}. ` : ''
  return `${rest}Nobody hears before everybody does, and until then it can be undone.`
}

function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMED
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more.` : `${names.join(', ')}.`
}
