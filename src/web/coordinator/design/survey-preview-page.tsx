import { respondentsOf } from '../../../journey/survey/rules/respondents.ts'
import type { SurveyForm } from '../../../journey/survey/shapes.ts'
import type { DraftRow } from '../../../store/program-drafts.ts'
import { longDay } from '../../../texts/en/days.ts'
import { respondentHeading, respondentsInWords } from '../../../texts/en/results.ts'
import { LinkList } from '../../../ui/link-list.tsx'
import { DraftHead } from './draft-head.tsx'

/** A survey as those who are asked see it, on a phone and on a desk. */
export function SurveyPreviewPage({ draft, form }: { draft: DraftRow; form: SurveyForm }) {
  const own = `/desk/design/drafts/${draft.id}/surveys/${encodeURIComponent(form.key)}`
  const shown = `${own}/shown?as=${form.role}`
  return (
    <div class="wrap pt-6 md:pt-10">
      <DraftHead
        draft={draft}
        here="/surveys"
        heading={`${form.survey.name}, as ${respondentsInWords(form.role)} see it`}
      />
      <p class="mt-6 max-w-measure">
        As it looks from {longDay(form.survey.opens)}. Nothing in it can be pressed here.
      </p>
      <LinkList links={linksOf(own, form)} />
      <h2 class="mt-8">On a phone</h2>
      <iframe
        class="mt-3 h-[44rem] w-full max-w-[390px] border border-rule"
        src={shown}
        title={`${form.survey.name} on a phone`}
        loading="lazy"
      />
      <h2 class="mt-8">On a desk</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="mt-3 overflow-x-auto" tabIndex={0} aria-label="On a desk">
        <iframe
          class="h-[48rem] w-[1280px] max-w-none border border-rule xl:[zoom:0.88]"
          src={shown}
          title={`${form.survey.name} on a desk`}
          loading="lazy"
        />
      </section>
    </div>
  )
}

function linksOf(own: string, { survey, role }: SurveyForm) {
  return [
    { url: `${own}/try?as=${role}`, text: 'Try it' },
    ...respondentsOf(survey)
      .filter((it) => it !== role)
      .map((it) => ({ url: `${own}?as=${it}`, text: respondentHeading(it) })),
  ]
}
