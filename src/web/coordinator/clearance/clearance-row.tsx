import type { ComponentChildren } from 'preact'
import type { ClearanceQuery, ClearanceScreen } from '../../../desk/screens/clearance.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'

type Line = ClearanceScreen['lines'][number]
type Props = { screen: ClearanceScreen; query: ClearanceQuery; line: Line }

export const SAYS: Readonly<Record<Line['standing'], string>> = {
  open: 'not answered yet',
  cleared: 'cleared',
  'not-cleared': 'not cleared',
}

/** A name, what stands of it, and the two answers. */
export function ClearanceRow({ screen, query, line }: Props) {
  const { standing } = line
  return (
    <li class="grid items-center gap-x-8 gap-y-2 border-t border-rule py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_15rem]">
      <p class="min-w-0 wrap-anywhere">
        <span class="font-semibold">{line.name}</span>
        {line.email && <span class="block text-note text-muted">{line.email}</span>}
      </p>
      <p class={`min-w-0 wrap-anywhere ${standing === 'open' ? 'text-muted' : ''}`}>{saidInWords(line)}</p>
      <AnswerForm screen={screen} query={query} line={line}>
        {standing !== 'cleared' && (
          <Button rank="row" name="say" value="cleared">
            {standing === 'open' ? 'Cleared' : 'Change to cleared'}
            <span class="sr-only">: {line.name}</span>
          </Button>
        )}
        {standing !== 'not-cleared' && (
          <Button rank="row" name="say" value="not-cleared">
            {standing === 'open' ? 'Not cleared' : 'Change to not cleared'}
            <span class="sr-only">: {line.name}</span>
          </Button>
        )}
      </AnswerForm>
    </li>
  )
}

/** One answer, with what stood when it was given and the place in the list that one comes back to. */
export function AnswerForm({ screen, query, line, children }: Props & { children: ComponentChildren }) {
  return (
    <Form action="/clearance" class="flex flex-wrap gap-2 md:justify-end">
      <input type="hidden" name="season" value={screen.season} />
      <input type="hidden" name="person" value={line.personId} />
      <input type="hidden" name="seen" value={line.seen} />
      {query.q && <input type="hidden" name="q" value={query.q} />}
      {query.standing && <input type="hidden" name="standing" value={query.standing} />}
      {query.page > 1 && <input type="hidden" name="page" value={String(query.page)} />}
      {children}
    </Form>
  )
}

export function saidInWords({ standing, saidBy, saidOn }: Line): string {
  if (standing === 'open' || !saidOn) return SAYS[standing]
  return `${SAYS[standing]}, ${saidBy ? `by ${saidBy} on ` : ''}${longDay(saidOn)}`
}
