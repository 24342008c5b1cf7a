import type { ChangeResult, Results } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { certaintyInWords, changeInWords, changeOf, isShare, meanInWords } from '../../../texts/en/change.ts'
import { countOf, respondentHeading } from '../../../texts/en/results.ts'
import { ChangeDots, ChangeDotsKey } from '../../../ui/change-dots.tsx'
import { Define } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'

type Props = { results: Results; program: Program }
type Shown = ChangeResult & { readonly shown: NonNullable<ChangeResult['shown']> }

/** How answers moved from the first to the last survey of each series; nothing where no series is over. */
export function ChangePart({ results, program }: Props) {
  const changes = results.changes ?? []
  if (changes.length === 0) return null
  const groups = [...Map.groupBy(changes, (it) => `${it.series} ${it.role} ${it.first} ${it.last}`).entries()]
  return (
    <HungSection id="change" heading="Change">
      <Define summary="How change is counted">
        <p>
          Only people who answered both surveys are counted, their own answers set against each other under a code that
          was made for this and is gone; shares run from 0 to 100. The interval holds the change of a larger group like
          this one in 95 of 100 cases or more, whatever the answers look like (Gaffke 2005; Learned-Miller and Thomas
          2020; for shares it is Clopper and Pearson’s).
        </p>
        <p>
          A change is left out where fewer than 5 people answered both times, where the figures would tell of fewer than
          5 who answered only once, or where all or all but one said the same.
        </p>
      </Define>
      {groups.map(([key, group]) => (
        <Group key={key} group={group} program={program} />
      ))}
    </HungSection>
  )
}

function Group({ group, program }: { group: readonly ChangeResult[]; program: Program }) {
  const [one] = group
  if (!one) return null
  const shown = group.filter((it): it is Shown => it.shown !== null)
  const withheld = group.length - shown.length
  const names = [program.surveys[one.first]?.name ?? one.first, program.surveys[one.last]?.name ?? one.last] as const
  return (
    <section class="mt-8" aria-label={`${respondentHeading(one.role)}: ${names.join(', ')}`}>
      <h3 class="text-head">{respondentHeading(one.role)}</h3>
      {shown.length > 0 && (
        <>
          <ChangeDots changes={shown.map((it) => rowOf(program, it))} />
          <ChangeDotsKey first={names[0]} last={names[1]} />
        </>
      )}
      {withheld > 0 && (
        <p class="mt-2 text-dense text-muted">
          {shown.length === 0
            ? 'Too few people answered both surveys, or they answered too much alike, to show figures.'
            : `Nothing is shown of ${withheld === 1 ? 'one more question or answer' : `${withheld} more questions or answers`}: too few people, or too much alike.`}
        </p>
      )}
    </section>
  )
}

function rowOf(program: Program, it: Shown) {
  const { from, to, shown } = it
  const share = isShare(program, it)
  const place = (mean: number) => Math.round(((mean - from) / (to - from)) * 1000) / 10
  const scale = share ? '' : ` On a scale from ${from} to ${to}.`
  return {
    name: changeOf(program, it),
    before: meanInWords(shown.before, share),
    after: meanInWords(shown.after, share),
    from: place(shown.before),
    to: place(shown.after),
    note: `${sentence(changeInWords(shown, share))}; ${countOf(shown.base, 'person', 'people')}.${scale} ${certaintyInWords(shown)}`,
  }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
