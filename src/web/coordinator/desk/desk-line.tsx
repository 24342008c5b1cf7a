import { PUT_OFF_DAYS } from '../../../desk/actions/mark-lines.ts'
import type { DeskLine } from '../../../desk/rules/desk-line.ts'
import type { ShownLine } from '../../../desk/screens/today.ts'
import type { Day } from '../../../model/day.ts'
import { shortDay } from '../../../texts/en/days.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { actionsOf } from './actions-of-line.ts'
import { lineInWords } from './line-in-words.ts'

/** One thing that needs a person: by when, what and why, and what to do with it. `at` is the filter one comes back to. */
export function DeskLineRow(props: { it: ShownLine; today: Day; several: boolean; at: string; opensPeople: boolean }) {
  const { it, today, several, at } = props
  const { line, names, season } = it
  const { title, reason } = lineInWords(line, names, season)
  const { action, more } = actionsOf(it, props.opensPeople)
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
        {more && (
          <Link href={more.href}>
            {more.text}
            <span class="sr-only">: {title}</span>
          </Link>
        )}
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
