import type { Priced } from '../../../journey/match/actions/price-rule.ts'
import { besidesInWords, moveInWords, pointsLine, priceInWords } from '../../../texts/en/match-price.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { matchLink } from './match-links.ts'

/** What was asked the price of, as the address says it. */
export type PriceAsked = {
  readonly season: string
  readonly run?: number
  readonly kind: Priced['kind']
  readonly mentee?: string
  readonly mentor?: string
  readonly with?: string
  /** What would be undone. */
  readonly change?: string
}
type Props = { priced: Priced; asked: PriceAsked; refused: string | null }

/** What a change costs, before it is done. */
export function PricePage({ priced, asked, refused }: Props) {
  const { season, run } = asked
  const isUndo = asked.kind === 'lift'
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Nothing was changed" errors={[{ fieldId: 'do', text: refused }]} />}
      <MatchCrumbs season={season} run={run} spaced={refused !== null} />
      <h1 class="mt-1 max-w-[26ch]">{priceInWords(priced)}</h1>
      <p class="mt-3 max-w-measure wrap-anywhere">{whatInWords(priced)}</p>
      {priced.moves.length === 0 ? (
        <p class="mt-4 max-w-measure">Nobody would have another mentor than in a run of now.</p>
      ) : (
        <ul class="mt-4 max-w-measure list-disc space-y-1 pl-5">
          {priced.moves.map((it) => (
            <li key={it.mentee.id}>{moveInWords(it)}</li>
          ))}
          <li>{pointsLine(priced)}</li>
          {besidesInWords(priced).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {priced.locked > 0 && (
        <p class="mt-3 text-muted">One line more is about yourself; another coordinator sees it.</p>
      )}
      <Form
        action={isUndo ? '/desk/match/rules/lift' : '/desk/match/rules'}
        class="mt-6 flex flex-wrap items-center gap-4"
        id="do"
      >
        {Object.entries({ ...asked, seen: priced.seen }).map(([name, value]) =>
          value === undefined ? null : <input type="hidden" key={name} name={name} value={String(value)} />,
        )}
        <Button rank="primary">{DO[asked.kind]}</Button>
        <Link href={wayBack(asked)}>Leave it as it is</Link>
      </Form>
      <p class="mt-4 max-w-measure text-note text-muted">
        Found by running the match of now twice, without and with the change. Pairs move once you run it again
        {isUndo ? '.' : '; it can be undone at any time.'}
      </p>
    </div>
  )
}

const DO = { pin: 'Pin it', forbid: 'Forbid it', swap: 'Swap them', lift: 'Undo it' } as const

/** To the mentee it was about, else to the board. */
export function wayBack({ season, run, mentee }: PriceAsked): string {
  return mentee ? matchLink('/place', { season, run, mentee }) : matchLink('', { season, run })
}

function whatInWords({ kind, pairs }: Priced): string {
  const all = pairs.map(({ mentee, mentor }) => `${mentee.name} with ${mentor.name}`).join(' and ')
  switch (kind) {
    case 'pin':
      return `Every run from now on would keep ${all}.`
    case 'forbid':
      return `No run from now on would pair ${all}.`
    case 'swap':
      return `Every run from now on would keep ${all}.`
    case 'lift':
      return `Runs from now on would be free to pair ${all}, or not.`
  }
}
