import type { BoardScreen } from '../../office/screens/board.ts'

const NEEDED = [
  { key: 'coordinator', text: 'Coordinator' },
  { key: 'people-team', text: 'People team' },
  { key: 'named-contact', text: 'Named contact' },
  { key: 'deputy', text: 'Deputy of the named contact' },
] as const
/** Names shown for one hat; the list of hats has them all. */
const MOST_NAMES = 3

/** Who wears the four hats a season needs. */
export function HatsOnBoard({ facts, missing }: Pick<BoardScreen, 'facts' | 'missing'>) {
  return (
    <dl class="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-4 gap-y-0.5 sm:grid-cols-[13rem_minmax(0,1fr)]">
      {NEEDED.map(({ key, text }) => {
        const names = facts.hats.filter((it) => keyOf(it) === key).map((it) => it.name)
        return [
          <dt key={key}>{text}</dt>,
          <dd key={`${key}-who`} class={missing.includes(key) ? 'font-semibold text-base-content' : 'wrap-anywhere'}>
            {names.length === 0 ? 'nobody yet' : inWords(names)}
          </dd>,
        ]
      })}
    </dl>
  )
}

function keyOf({ hat, isDeputy }: { hat: string; isDeputy: boolean }): string {
  return hat === 'named-contact' && isDeputy ? 'deputy' : hat
}

function inWords(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ')
}
