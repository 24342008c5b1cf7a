import { byText } from '../../web/parts/plan-map.ts'
import type { Named } from '../match-people.ts'
import { NOT_SAID, outOf100, type ShownPair, type Side } from './shapes.ts'

type FairnessProps = {
  readonly pairs: readonly ShownPair[]
  readonly mentees: readonly Named[]
  readonly sides: readonly Side[]
}

/** Who got a mentor, and how good a pair, counted by division and time zone. */
export function Fairness({ pairs, mentees, sides }: FairnessProps) {
  const worths = new Map(pairs.map((it) => [it.mentee.email, it.worth]))
  return (
    <section aria-labelledby="fair">
      <h2 id="fair">Was it fair?</h2>
      <p class="prose muted">
        Of each group: how many mentees have a mentor, and the mean worth of their pairs. A small group says little: one
        person more or less changes it much.
      </p>
      {sides.map((side) => (
        <section class="scroll" tabindex={0} aria-label={`Mentees by ${side.name}`}>
          <table>
            <caption>Mentees by {side.name}</caption>
            <thead>
              <tr>
                <th scope="col">{side.name.slice(0, 1).toUpperCase() + side.name.slice(1)}</th>
                <th scope="col" class="num">
                  Mentees
                </th>
                <th scope="col" class="num">
                  With a mentor
                </th>
                <th scope="col" class="num">
                  Mean worth
                </th>
              </tr>
            </thead>
            <tbody>
              {groupsOf(mentees, side).map(([name, people]) => (
                <Group name={name} people={people.length} worths={people.flatMap((it) => worths.get(it.email) ?? [])} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  )
}

function Group({
  name,
  people,
  worths,
}: {
  readonly name: string
  readonly people: number
  readonly worths: readonly number[]
}) {
  const mean = worths.length === 0 ? null : worths.reduce((sum, it) => sum + it, 0) / worths.length
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="num">{people}</td>
      <td class="num">{worths.length}</td>
      <td class="num">{mean === null ? 'no pair' : outOf100(mean)}</td>
    </tr>
  )
}

function groupsOf(people: readonly Named[], side: Side): readonly (readonly [string, readonly Named[]])[] {
  const groups = new Map<string, Named[]>()
  for (const it of people) {
    const name = side.of(it) ?? NOT_SAID
    groups.set(name, [...(groups.get(name) ?? []), it])
  }
  return [...groups].sort(([a], [b]) => byText(a, b))
}
