import { PUT_OFF_DAYS } from '../../../desk/actions/mark-lines.ts'
import type { DeskLine } from '../../../desk/rules/desk-line.ts'
import type { ShownLine } from '../../../desk/screens/today.ts'
import type { Day } from '../../../model/day.ts'
import { shortDay } from '../../../texts/en/days.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { lineInWords } from './line-in-words.ts'

/** One thing that needs a person: by when, what and why, and what to do with it. `at` is the filter one comes back to. */
export function DeskLineRow(props: { it: ShownLine; today: Day; several: boolean; at: string }) {
  const { it, today, several, at } = props
  const { line, names, season } = it
  const { title, reason } = lineInWords(line, names, season)
  const action = actionOf(line, season.key)
  return (
    <li class="grid gap-x-6 gap-y-1 border-t border-rule py-4 md:grid-cols-[7.5rem_minmax(0,1fr)_11rem]">
      <p class={line.dueOn <= today ? 'font-semibold' : 'text-muted'}>{whenInShort(line, today)}</p>
      <div class="min-w-0 max-w-measure wrap-anywhere">
        <h3>{title}</h3>
        <p class="mt-0.5 text-muted">
          {reason}
          {several && ` ${season.name}.`}
        </p>
      </div>
      <div class="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2 md:mt-0 md:flex-col md:items-end">
        <ButtonLink href={action.href} rank="row">
          {action.text}
          <span class="sr-only">: {title}</span>
        </ButtonLink>
        <More summary={<>Done or later{<span class="sr-only">: {title}</span>}</>}>
          <Form action="/desk/lines" class="flex flex-wrap gap-2">
            <input type="hidden" name="season" value={season.key} />
            <input type="hidden" name="key" value={line.key} />
            <input type="hidden" name="at" value={at} />
            <Button rank="row" name="days" value="done">
              Done
            </Button>
            {PUT_OFF_DAYS.map((days) => (
              <Button key={days} rank="row" name="days" value={String(days)}>
                {laterInWords(days)}
              </Button>
            ))}
          </Form>
        </More>
      </div>
    </li>
  )
}

export function laterInWords(days: (typeof PUT_OFF_DAYS)[number]): string {
  return days === 1 ? 'Tomorrow' : days === 7 ? 'In a week' : `In ${days} days`
}

export function whenInShort({ dueOn, since }: DeskLine, today: Day): string {
  if (dueOn === today) return 'today'
  if (since) return `since ${shortDay(since, today.slice(0, 4))}`
  return `${dueOn < today ? 'was due' : 'by'} ${shortDay(dueOn, today.slice(0, 4))}`
}

function actionOf(line: DeskLine, season: string): { readonly href: string; readonly text: string } {
  switch (line.kind) {
    case 'quiet-pair':
    case 'disagree':
    case 'another-match':
    case 'help':
      return { href: `/desk/pairs/${line.pairId}`, text: 'Look at the pair' }
    case 'look-again':
      return { href: `/look-again/${line.id}`, text: 'Read and answer' }
    case 'certificate':
    case 'undelivered':
      return { href: `/people/${line.personId}`, text: 'Look at the person' }
    case 'seats':
      return { href: `/seasons/${season}/events/${line.event.key}/desk`, text: 'Look at the event' }
    case 'questions':
      return { href: `/seasons/${season}/events/${line.event.key}/questions`, text: 'Read the questions' }
    case 'training':
      return { href: `/desk/pairs?season=${season}`, text: 'Look at the pairs' }
    case 'survey':
      return { href: `/seasons/${season}/results`, text: 'See the figures' }
    case 'decide':
    case 'match':
    case 'place':
    case 'late':
      return { href: `/desk/selection?season=${season}`, text: 'Select' }
    case 'announce':
      return { href: `/desk/letters?season=${season}`, text: 'Read the letters' }
  }
}
