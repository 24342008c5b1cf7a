import type { Day } from '../../model/day.ts'
import type { Hat } from '../../model/hats.ts'

type HatRow = {
  readonly personId: string
  readonly hat: Hat
  readonly seasonId: string | null
  readonly fromOn: Day
  readonly untilOn: Day | null
}

/** Who coordinates the season on the day and is not one of these people: what is about oneself, another one handles. PRODUCT.md, who sees what. */
export function coordinatorsFor(
  hats: readonly HatRow[],
  seasonId: string,
  day: Day,
  excepted: readonly string[],
): readonly string[] {
  return wearersFor('coordinator', hats, seasonId, day).filter((id) => !excepted.includes(id))
}

/** Who may review in the season on the day: whoever wears the hat for it, or for every season. */
export function reviewersFor(hats: readonly HatRow[], seasonId: string, day: Day): readonly string[] {
  return wearersFor('reviewer', hats, seasonId, day)
}

function wearersFor(hat: Hat, hats: readonly HatRow[], seasonId: string, day: Day): readonly string[] {
  const worn = hats.filter((it) => it.hat === hat && isOn(it, day))
  const here = worn.filter((it) => it.seasonId === null || it.seasonId === seasonId)
  return [...new Set(here.map((it) => it.personId))]
}

/** Who owns the organisation on the day and for good: whoever lends their ownership for a while is not who stays. */
export function ownersOn(hats: readonly HatRow[], day: Day): readonly string[] {
  return [
    ...new Set(
      hats.filter((it) => it.hat === 'owner' && it.untilOn === null && isOn(it, day)).map((it) => it.personId),
    ),
  ]
}

function isOn(it: HatRow, day: Day): boolean {
  return it.fromOn <= day && (it.untilOn === null || it.untilOn >= day)
}
