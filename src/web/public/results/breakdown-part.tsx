import type { BreakdownResult, Results } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { groupsInWords } from '../../../texts/en/change.ts'
import { percentTenths } from '../../../texts/en/percent.ts'
import { countOf, respondentHeading, shownInWords } from '../../../texts/en/results.ts'
import { Define, More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { ShareBars } from '../../../ui/share-bars.tsx'

type Props = { results: Results; program: Program }

/** Surveys in the groups that were declared before they opened; nothing where none were. */
export function BreakdownPart({ results, program }: Props) {
  const all = results.breakdowns ?? []
  if (all.length === 0) return null
  return (
    <HungSection id="groups" heading="In groups">
      <Define summary="Which groups are shown">
        <p>
          The program named these groups before anybody answered. A group is shown with 5 people or more for yes and no,
          8 for everything else, if those who are in no group shown are none or at least 5, and if in no group, and in
          no difference of two, all or all but one said the same. Smaller groups are not shown, and cannot be worked out
          from the others.
        </p>
      </Define>
      {[...Map.groupBy(all, (it) => `${it.survey} ${it.role} ${it.by}`).entries()].map(([key, some]) => (
        <Broken key={key} some={some} program={program} />
      ))}
    </HungSection>
  )
}

function Broken({ some, program }: { some: readonly BreakdownResult[]; program: Program }) {
  const [one] = some
  if (!one) return null
  const survey = program.surveys[one.survey]
  const shown = some.filter((it) => it.groups.length > 0)
  const heading = `${survey?.name ?? one.survey}, ${respondentHeading(one.role).toLowerCase()}, by ${one.by}`
  return (
    <section class="mt-8" aria-label={heading}>
      <h3 class="text-head">{heading}</h3>
      {shown.map((it) => (
        <div key={it.question} class="mt-5">
          <p class="max-w-measure">
            {survey?.questions[it.role]?.find((question) => question.key === it.question)?.text ?? it.question}
          </p>
          {it.groups.map((group) => (
            <More key={group.group} summary={`${group.group}: ${countOf(group.base, 'person', 'people')}`} open>
              <ShareBars
                shares={group.options.map((option) => ({
                  name: option.option,
                  words: shownInWords(option, group.base),
                  percent: option.people === null ? null : (percentTenths(option.people, group.base) ?? 0) / 10,
                }))}
              />
            </More>
          ))}
        </div>
      ))}
      {shown.length < some.length && (
        <p class="mt-3 text-dense text-muted">
          {shown.length === 0
            ? `The ${groupsInWords(one.by)} are too small, or answered too much alike, to show figures.`
            : `Nothing is shown by ${one.by} of ${some.length - shown.length === 1 ? 'one more question' : `${some.length - shown.length} more questions`}: too few people, or too much alike.`}
        </p>
      )}
    </section>
  )
}
